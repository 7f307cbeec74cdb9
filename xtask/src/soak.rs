//! `cargo xtask soak`: what every test run does a little of, for long.
//!
//! Properties are tried with many more cases, others each time; everything that
//! opens is opened and closed hundreds of times; and the page is read for
//! minutes. What took long is printed, and fails nothing.

use anyhow::Result;

use crate::step::{cargo, execute, step};
use crate::{build, system, tools};

/// Builds the site; then `times` as many cases and rounds as in a test run, and
/// so many minutes of reading.
pub fn run(times: u32, minutes: u32) -> Result<()> {
    eprintln!(
        "soak: {times} times the cases and rounds of a test run, {minutes} minutes of reading"
    );
    let tools = tools::ensure(tools::BUILD, system::BROWSER, None, build::hooks())?;
    build::site(&tools)?;
    for (name, arguments) in [
        ("properties of the drawing", ["--lib", "any"].as_slice()),
        (
            "properties of the rest",
            &["--test", "native", "properties"],
        ),
        ("rounds", &["--test", "browser", "what_opens_and_closes"]),
        ("reading", &["--test", "browser", "reading_leaves"]),
    ] {
        let long = ["test", "--quiet", "--locked"].iter().chain(arguments);
        let long: Vec<&str> = long.chain(&["--", "--nocapture"]).copied().collect();
        step(name, || {
            let mut command = cargo(&long);
            command.env("TUJIE_TIMES", times.to_string());
            command.env("TUJIE_MINUTES", minutes.to_string());
            execute(&mut command)
        })?;
    }
    Ok(())
}
