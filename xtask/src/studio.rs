//! `cargo xtask studio`: the 编辑台 as one file, `target/studio/编辑台.html`, with the site of
//! `dist/` in it.
//!
//! Two WASMs of two targets, since leptos writes HTML in one build and lives in a page in the
//! other: the desk for a page, the press as a program of WASI. See `src/studio.rs`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::build::{self, WASM};
use crate::lanes::Job;
use crate::step::{cargo, execute, repository, step};
use crate::tools::{self, Tools};

/// What the press is compiled for.
pub const WASI: &str = "wasm32-wasip1";

/// What current browsers have of WebAssembly, and Rust uses.
const OPTIMIZE: [&str; 9] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-reference-types",
    "--enable-simd",
    "--strip-producers",
];

/// Makes it of the site that stands in `dist/`.
pub fn run() -> Result<()> {
    eprintln!("studio: the 编辑台 as one file, with the site that stands in dist/");
    let tools = tools::ensure(tools::BUILD, &[], None, Vec::new())?;
    studio(&tools).map(drop)
}

/// Makes it, and tells its path.
pub fn studio(tools: &Tools) -> Result<PathBuf> {
    let (mut commands, file) = made_by(tools)?;
    step("build the 编辑台", || {
        commands.iter_mut().try_for_each(execute)
    })?;
    Ok(file)
}

/// Makes it beside other work.
pub fn job(tools: &Tools) -> Result<Job<'static>> {
    let (mut commands, _) = made_by(tools)?;
    Ok(Job::new("build the 编辑台", move |at| {
        commands
            .iter_mut()
            .try_for_each(|command| at.execute(command))
    }))
}

/// The commands that make it, one after the other, and its path.
fn made_by(tools: &Tools) -> Result<(Vec<Command>, PathBuf)> {
    tools::target(WASI)?;
    let target = build::target();
    let parts = target.join("studio").join("parts");
    fs::create_dir_all(&parts).with_context(|| format!("cannot make {}", parts.display()))?;
    let file = target.join("studio").join("编辑台.html");
    let made = |of: &str, name: &str| target.join(of).join("release").join(name);
    let mut commands = Vec::new();
    // The press renders while the editor types: it is made to be fast, the desk to be small.
    for (of, name, level) in [(WASM, "desk", "z"), (WASI, "press", "3")] {
        let mut compile = cargo(&["build", "--quiet", "--locked", "--release"]);
        compile.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level);
        compile.args(["--target", of, "--bin", name]);
        commands.push(compile);
    }
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-dir"]);
    bindgen.arg(&parts).arg(made(WASM, "desk.wasm"));
    commands.push(bindgen);
    let desk = parts.join("desk_bg.wasm");
    for (from, to, level) in [
        (desk.clone(), desk, "-Oz"),
        (made(WASI, "press.wasm"), parts.join("press.wasm"), "-O3"),
    ] {
        let mut optimize = tools.command("wasm-opt");
        optimize.arg(from).arg(level).args(OPTIMIZE);
        optimize.arg("--output").arg(to);
        commands.push(optimize);
    }
    let mut bind = cargo(&["run", "--quiet", "--locked", "--bin", "bind", "--"]);
    bind.arg(&parts).arg(repository().join("dist")).arg(&file);
    commands.push(bind);
    Ok((commands, file))
}
