//! Two short mains: in the browser the app starts, natively this is the
//! `tujie` command.

#[cfg(target_arch = "wasm32")]
fn main() {
    tujie::mount::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    tujie::command::run()
}
