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

/// The profile that it is compiled by.
const PRESS: &str = "press";

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
    let works = desk(tools)?.into_iter().chain(press(tools)?);
    step("build the 编辑台", || {
        for mut work in works {
            execute(&mut work)?;
        }
        bind()
    })
}

/// Makes the desk beside other work.
pub fn desk_job(tools: &Tools) -> Result<Job<'static>> {
    Ok(job("build the desk", desk(tools)?))
}

/// Makes the press beside other work.
pub fn press_job(tools: &Tools) -> Result<Job<'static>> {
    Ok(job("build the press", press(tools)?))
}

fn job(name: &str, commands: Vec<Command>) -> Job<'static> {
    Job::new(name, move |at| {
        for mut command in commands {
            at.execute(&mut command)?;
        }
        Ok(())
    })
}

/// What makes the desk, one after the other. It is loaded by whoever opens the file, and
/// made to be small.
fn desk(tools: &Tools) -> Result<Vec<Command>> {
    let mut compile = cargo(&["build", "--quiet", "--locked", "--release"]);
    compile.args(["--target", WASM, "--bin", "desk"]);
    let compiled = build::target().join(WASM).join("release").join("desk.wasm");
    let parts = parts()?;
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-dir"]);
    bindgen.arg(&parts).arg(compiled);
    let desk = parts.join("desk_bg.wasm");
    Ok(vec![
        compile,
        bindgen,
        optimize(tools, "-Oz", desk.clone(), desk),
    ])
}

/// What makes the press. It renders while the editor types, and is made to be fast.
fn press(tools: &Tools) -> Result<Vec<Command>> {
    tools::target(WASI)?;
    let mut compile = cargo(&["build", "--quiet", "--locked", "--profile", PRESS]);
    compile.args(["--target", WASI, "--bin", "press"]);
    let compiled = build::target().join(WASI).join(PRESS).join("press.wasm");
    let press = parts()?.join("press.wasm");
    // More passes take minutes, and their result is larger when it is packed.
    Ok(vec![compile, optimize(tools, "-O1", compiled, press)])
}

fn optimize(tools: &Tools, level: &str, from: PathBuf, to: PathBuf) -> Command {
    let mut optimize = tools.command("wasm-opt");
    optimize.arg(from).arg(level).args(OPTIMIZE);
    optimize.arg("--output").arg(to);
    optimize
}

/// Puts both and the site of `dist/` into the file, and tells its path.
pub fn bind() -> Result<PathBuf> {
    let file = build::target().join("studio").join("编辑台.html");
    let mut bind = cargo(&["run", "--quiet", "--locked", "--bin", "bind", "--"]);
    execute(bind.arg(parts()?).arg(repository().join("dist")).arg(&file))?;
    Ok(file)
}

/// Where its parts stand.
fn parts() -> Result<PathBuf> {
    let parts = build::target().join("studio").join("parts");
    fs::create_dir_all(&parts).with_context(|| format!("cannot make {}", parts.display()))?;
    Ok(parts)
}
