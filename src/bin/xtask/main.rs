//! Developer tasks: `cargo xtask serve | build | test | soak | bench | dist`.
//!
//! What a developer needs beyond Cargo is installed here once, at fixed
//! versions, and kept apart from the system's own.
//!
//! - `tools`: Trunk, wasm-bindgen, Binaryen, esbuild, in a cache of the user.
//! - `cache`: where that is.
//! - `engines`: a Chromium of 2018 and what drives Firefox, there as well.
//! - `system`: browsers, drivers, a Chinese font, two servers, from the system.
//! - `serve`, `build`, `test`, `soak`, `bench`, `dist`: what the commands do.
//! - `finish`: the hook by which Trunk's output becomes the site.
//! - `language`: whether engines of 2018 can read its scripts.

#[cfg(not(target_arch = "wasm32"))]
mod bench;
#[cfg(not(target_arch = "wasm32"))]
mod build;
#[cfg(not(target_arch = "wasm32"))]
mod cache;
#[cfg(not(target_arch = "wasm32"))]
mod dist;
#[cfg(not(target_arch = "wasm32"))]
mod engines;
#[cfg(not(target_arch = "wasm32"))]
mod finish;
#[cfg(not(target_arch = "wasm32"))]
mod language;
#[cfg(not(target_arch = "wasm32"))]
mod names;
#[cfg(not(target_arch = "wasm32"))]
mod serve;
#[cfg(not(target_arch = "wasm32"))]
mod soak;
#[cfg(not(target_arch = "wasm32"))]
mod step;
#[cfg(not(target_arch = "wasm32"))]
mod system;
#[cfg(not(target_arch = "wasm32"))]
mod test;
#[cfg(not(target_arch = "wasm32"))]
mod tools;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use clap::Parser;

    /// Developer tasks of tujie.
    #[derive(Parser)]
    #[command(name = "cargo xtask", bin_name = "cargo xtask")]
    enum Task {
        /// Serve the site and rebuild it at every change.
        Serve {
            /// The port on this computer.
            #[arg(long, default_value_t = 8080)]
            port: u16,
        },
        /// Build the site into dist/ and show its sizes.
        Build,
        /// Run everything a change must pass.
        Test,
        /// Run for long what a test run does a little of.
        Soak {
            /// How many times as many cases and rounds.
            #[arg(long, default_value_t = 50)]
            times: u32,
            /// How many minutes of reading.
            #[arg(long, default_value_t = 10)]
            minutes: u32,
        },
        /// Measure what has bounds, and print it beside them.
        Bench,
        /// Pack the site and the command for a release.
        Dist,
        /// Make the site of what Trunk collected; Trunk calls this.
        #[command(hide = true)]
        Finish,
    }

    let result = match Task::parse() {
        Task::Serve { port } => serve::run(port),
        Task::Build => build::run(),
        Task::Test => test::run(),
        Task::Soak { times, minutes } => soak::run(times, minutes),
        Task::Bench => bench::run(),
        Task::Dist => dist::run(),
        Task::Finish => finish::run(),
    };
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
