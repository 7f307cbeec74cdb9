//! The WASM that works for the 编辑台: an errand on standard input, its answer on standard
//! output (see [`tujie::studio::press`]).

#[cfg(not(target_os = "unknown"))]
fn main() -> std::io::Result<()> {
    use std::io::{Read, Write, stdin, stdout};

    let mut errand = Vec::new();
    stdin().read_to_end(&mut errand)?;
    stdout().write_all(&tujie::studio::press::answer(&errand))
}

#[cfg(target_os = "unknown")]
fn main() {}
