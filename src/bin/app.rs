//! The WASM of every first visit: brings the served page to life. Natively there
//! is nothing to it.

#[cfg(target_arch = "wasm32")]
fn main() {
    tujie::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
