//! `cargo xtask build`: the site in `dist/`, as it is published, and its sizes.

use std::path::PathBuf;

use anyhow::Result;
use tujie::site::sizes::{self, Sizes};

use crate::step::{cargo, execute, repository, step};
use crate::tools::{self, Tools};

/// Builds and shows the sizes.
pub fn run() -> Result<()> {
    let tools = tools::ensure()?;
    site(&tools)?;
    print!("{}", sizes()?);
    Ok(())
}

/// Builds `dist/`.
pub fn site(tools: &Tools) -> Result<()> {
    fetch()?;
    step("build the site", || {
        execute(trunk(tools).args(["build", "--release"]))
    })
}

/// Builds the command as it is released, and tells its path.
pub fn command() -> Result<PathBuf> {
    step("build the command", || {
        execute(&mut cargo(&[
            "build",
            "--quiet",
            "--locked",
            "--release",
            "--bin",
            "tujie",
        ]))
    })?;
    Ok(target().join("release").join("tujie"))
}

/// Cargo's folder.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from)
}

/// Measures `dist/`.
pub fn sizes() -> Result<Sizes> {
    sizes::measure(&repository().join("dist"))
}

/// Trunk, which must find its tools and download nothing.
pub fn trunk(tools: &Tools) -> std::process::Command {
    let mut command = tools.command("trunk");
    command.env("TRUNK_OFFLINE", "true");
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk reads NO_COLOR as a flag and fails on the usual NO_COLOR=1.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}

/// Downloads the crates: Trunk keeps Cargo offline as it is offline itself.
pub fn fetch() -> Result<()> {
    step("fetch the crates", || {
        let target = "wasm32-unknown-unknown";
        execute(&mut cargo(&[
            "fetch", "--quiet", "--locked", "--target", target,
        ]))
    })
}
