//! The command `tujie`; see [`tujie::command`]. The browser has none.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    tujie::command::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
