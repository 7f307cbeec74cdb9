//! `cargo xtask build`: the site in `dist/`, as it is published, and the 编辑台 with it. Its
//! sizes are told by what finishes it (`src/bin/finish`).

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::lanes::Job;
use crate::step::{cargo, execute, repository, step};
use crate::studio;
use crate::tools::{self, Tools};

/// The kind of computer that a browser is.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Our three WASMs, as Cargo is asked for them.
pub const WASMS: [&str; 6] = ["--bin", "app", "--bin", "writer", "--bin", "extras"];

/// Builds the site.
pub fn run() -> Result<()> {
    eprintln!("build: the site into dist/, as it is published");
    let tools = tools::ensure(tools::BUILD, &[], None, hooks())?;
    site(&tools)?;
    studio::studio(&tools).map(drop)
}

/// Builds `dist/` and shows its sizes.
pub fn site(tools: &Tools) -> Result<()> {
    step("build the site", || {
        execute(trunk(tools).args(["build", "--release"]))
    })
}

/// Builds the command as it is released, and tells its path.
pub fn command() -> Result<PathBuf> {
    step("build the command", || {
        let command = ["build", "--quiet", "--locked", "--release"];
        execute(cargo(&command).args(["--bin", "tujie"]))
    })?;
    Ok(target().join("release").join("tujie"))
}

/// Cargo's folder.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from)
}

/// The jobs that compile what Trunk's hooks run: before Trunk does, and beside
/// the tools. Trunk keeps Cargo offline as it is offline itself, so the crates
/// of the WASMs are downloaded as well.
pub fn hooks<'a>() -> Vec<Job<'a>> {
    let compile = cargo(&["build", "--locked", "--bin", "tujie", "--bin", "finish"]);
    vec![
        Job::command(
            "fetch the crates",
            cargo(&["fetch", "--locked", "--target", WASM]),
        ),
        Job::command("compile the command and the finish", compile),
    ]
}

/// The same and the WASMs as Trunk compiles them while developing.
pub fn draft<'a>() -> Vec<Job<'a>> {
    let mut jobs = hooks();
    let mut compile = cargo(&["build", "--locked", "--target", WASM]);
    compile.args(WASMS);
    jobs.push(Job::command("compile the WASMs", compile));
    jobs
}

/// Trunk, which must find its tools and download nothing.
pub fn trunk(tools: &Tools) -> Command {
    let mut command = tools.command("trunk");
    command.env("TRUNK_OFFLINE", "true");
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk reads NO_COLOR as a flag and fails on the usual NO_COLOR=1.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}
