//! The WASM of the 编辑台 that the editor sees. Natively there is nothing to it.

#[cfg(target_os = "unknown")]
fn main() {
    tujie::studio::desk::start();
}

#[cfg(not(target_os = "unknown"))]
fn main() {}
