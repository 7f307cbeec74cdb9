//! `cargo xtask studio`: the 编辑台 as one file, `target/studio/编辑台.html`, with the site of
//! `dist/` in it.
//!
//! Two WASMs of two targets, since leptos writes HTML in one build and lives in a page in the
//! other: the desk for a page, the press as a program of WASI. See `src/studio.rs`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::build::{self, WASM};
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
    tools::target(WASI)?;
    let folder = build::target().join("studio");
    let parts = folder.join("parts");
    fs::create_dir_all(&parts).with_context(|| format!("cannot make {}", parts.display()))?;
    let file = folder.join("编辑台.html");
    step("build the 编辑台", || {
        // The press renders while the editor types: it is made to be fast, the desk to be small.
        for (target, name, level) in [(WASM, "desk", "z"), (WASI, "press", "3")] {
            let mut compile = cargo(&["build", "--quiet", "--locked", "--release"]);
            compile.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level);
            execute(compile.args(["--target", target, "--bin", name]))?;
        }
        let made =
            |target: &str, name: &str| build::target().join(target).join("release").join(name);
        let mut bindgen = tools.command("wasm-bindgen");
        bindgen.args(["--target", "no-modules", "--no-typescript", "--out-dir"]);
        execute(bindgen.arg(&parts).arg(made(WASM, "desk.wasm")))?;
        let desk = parts.join("desk_bg.wasm");
        for (from, to, level) in [
            (desk.clone(), desk, "-Oz"),
            (made(WASI, "press.wasm"), parts.join("press.wasm"), "-O3"),
        ] {
            let mut optimize = tools.command("wasm-opt");
            execute(
                optimize
                    .arg(from)
                    .arg(level)
                    .args(OPTIMIZE)
                    .arg("--output")
                    .arg(to),
            )?;
        }
        let mut bind = cargo(&["run", "--quiet", "--locked", "--bin", "bind", "--"]);
        execute(bind.arg(&parts).arg(repository().join("dist")).arg(&file))
    })?;
    Ok(file)
}
