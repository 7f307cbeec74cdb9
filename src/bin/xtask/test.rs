//! `cargo xtask test`: everything a change must pass, the quickest first.

use anyhow::{Result, bail};

use crate::step::{cargo, execute, step};
use crate::{build, system, tools};

/// Runs every step; the first that fails ends it.
pub fn run() -> Result<()> {
    system::ensure()?;
    let tools = tools::ensure()?;
    let wasm = "wasm32-unknown-unknown";
    cargo_step("formatting", &["fmt", "--all", "--", "--check"])?;
    cargo_step(
        "lints",
        &[
            "clippy",
            "--quiet",
            "--locked",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    )?;
    cargo_step(
        "lints for the browser",
        &[
            "clippy", "--quiet", "--locked", "--target", wasm, "--lib", "--bin", "tujie", "--",
            "-D", "warnings",
        ],
    )?;
    cargo_step(
        "native tests",
        &[
            "test", "--quiet", "--locked", "--lib", "--bins", "--test", "native",
        ],
    )?;
    build::site(&tools)?;
    step("sizes", || {
        let sizes = build::sizes()?;
        eprint!("{sizes}");
        match sizes.broken() {
            broken if broken.is_empty() => Ok(()),
            broken => bail!("{}", broken.join(" ")),
        }
    })?;
    cargo_step(
        "delivery tests",
        &["test", "--quiet", "--locked", "--test", "delivery"],
    )?;
    cargo_step(
        "browser tests",
        &["test", "--quiet", "--locked", "--test", "browser"],
    )
}

fn cargo_step(name: &str, arguments: &[&str]) -> Result<()> {
    step(name, || execute(&mut cargo(arguments)))
}
