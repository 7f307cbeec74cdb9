//! `cargo xtask test`: everything a change must pass, the quickest first.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::step::{cargo, execute, repository, step};
use crate::tools::{self, Tools};
use crate::{build, engines, language, system};

/// Runs every step; the first that fails ends it.
pub fn run() -> Result<()> {
    system::ensure()?;
    let tools = tools::ensure()?;
    engines::ensure()?;
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
            "clippy", "--quiet", "--locked", "--target", wasm, "--lib", "--bin", "app", "--bin",
            "writer", "--bin", "extras", "--", "-D", "warnings",
        ],
    )?;
    step("types of the scripts", || scripts(&tools))?;
    cargo_step(
        "native tests",
        &[
            "test", "--quiet", "--locked", "--lib", "--bins", "--test", "native",
        ],
    )?;
    build::site(&tools)?;
    step("language of the built scripts", || language::check(&tools))?;
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
    )?;
    cargo_step(
        "engines",
        &["test", "--quiet", "--locked", "--test", "engines"],
    )
}

/// The scripts are plain JavaScript whose comments say the types.
fn scripts(tools: &Tools) -> Result<()> {
    let public = repository().join("public");
    let entries = fs::read_dir(&public).context("cannot list public")?;
    let (workers, pages): (Vec<_>, Vec<_>) = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "js"))
        .partition(|path| path.ends_with("sw.js"));
    // What a worker sees of the browser is not what a page sees.
    for (lib, scripts) in [("dom,dom.iterable", pages), ("webworker", workers)] {
        execute(
            tools
                .command("tsc")
                .args(["--noEmit", "--allowJs", "--checkJs", "--strict"])
                .args([
                    "--noUnusedLocals",
                    "--noImplicitReturns",
                    "--target",
                    "es2018",
                ])
                .args(["--lib", &["es2018", lib].join(",")])
                .args(scripts),
        )?;
    }
    Ok(())
}

fn cargo_step(name: &str, arguments: &[&str]) -> Result<()> {
    step(name, || execute(&mut cargo(arguments)))
}
