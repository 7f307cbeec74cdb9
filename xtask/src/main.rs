//! The project's own commands: `cargo xtask serve | build | studio | test | soak | bench | editors |
//! hear | dist`.
//!
//! What a developer needs beyond Cargo is installed here once, at fixed
//! versions, and kept apart from the system's own. This package has next to no
//! dependencies, so that its first words come within seconds.
//!
//! - `serve`, `build`, `studio`, `test`, `soak`, `bench`, `editors`, `hear`, `dist`: what the
//!   commands do.
//! - `tools`: which tools each command needs; `install`: how one is installed.
//! - `system`: browsers, drivers, a Chinese font, two servers, from the system.
//! - `platforms`: the computers that the command is released for; `rehearsal`: a release
//!   tried for each of them.
//! - `engines`: a Chromium of 2018 and what drives Firefox.
//! - `lanes`: works side by side, and shows how far each is.
//! - `step`: one work after the other.
//! - `language`: whether engines of 2018 can read the site's scripts.

mod bench;
mod build;
mod dist;
mod editors;
mod engines;
mod hear;
mod install;
mod lanes;
mod language;
mod platforms;
mod rehearsal;
mod serve;
mod soak;
mod step;
mod studio;
mod system;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};
use pico_args::Arguments;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--port 8080]                 serve the site and rebuild it at every change
  build                               build the site into dist/, show its sizes, and the 编辑台
  studio                              build the 编辑台 with that site in it, as one file
  test                                run everything a change must pass
  soak [--times 50] [--minutes 10]    run for long what a test run does a little of
  bench                               measure what has bounds, beside them
  editors                             tell in the guide what editors leave of its snippets
  hear                                write down what a screen reader and real voices say
  dist                                pack the site and the command for a release
";

fn main() -> ExitCode {
    match run(Arguments::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Arguments) -> Result<()> {
    if arguments.contains(["-h", "--help"]) {
        print!("{HELP}");
        return Ok(());
    }
    let command = arguments.subcommand()?;
    let port: Option<u16> = arguments.opt_value_from_str("--port")?;
    let times: Option<u32> = arguments.opt_value_from_str("--times")?;
    let minutes: Option<u32> = arguments.opt_value_from_str("--minutes")?;
    let rest = arguments.finish();
    if !rest.is_empty() {
        bail!("what is {rest:?}?\n\n{HELP}");
    }
    match (command.as_deref(), port, times, minutes) {
        (Some("serve"), port, None, None) => serve::run(port.unwrap_or(8080)),
        (Some("build"), None, None, None) => build::run(),
        (Some("studio"), None, None, None) => studio::run(),
        (Some("test"), None, None, None) => test::run(),
        (Some("soak"), None, times, minutes) => {
            soak::run(times.unwrap_or(50), minutes.unwrap_or(10))
        }
        (Some("bench"), None, None, None) => bench::run(),
        (Some("editors"), None, None, None) => editors::run(),
        (Some("hear"), None, None, None) => hear::run(),
        (Some("dist"), None, None, None) => dist::run(),
        _ => bail!("there is no such command\n\n{HELP}"),
    }
}
