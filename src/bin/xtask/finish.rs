//! `cargo xtask finish`: Trunk's hook after a build. Bundles the styles,
//! minifies the scripts, checks the WASM, and lets `tujie::site` do the rest.
//!
//! Works in Trunk's staging folder, so a failure leaves the last good site.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tujie::site::{self, Profile, Wishes, guide};

use crate::names;
use crate::step::{execute, repository, step};
use crate::tools::{self, Tools};

/// Browsers of 2018: style that they lack is written differently or is an error.
const BROWSERS: &str = "--target=chrome64,firefox60,safari11";

/// The language of those browsers. Named by its year: for browsers esbuild
/// counts old bugs of theirs that no script here can meet, and gives up.
const LANGUAGE: &str = "--target=es2018";

/// What wasm-bindgen makes, and the global by which `public/loader.js` knows the
/// glue: by themselves all would define the same.
const PARTS: [Part; 3] = [
    Part {
        wasm: "app_bg.wasm",
        glue: "app.js",
        global: "tujieApp",
    },
    Part {
        wasm: "writer_bg.wasm",
        glue: "writer.js",
        global: "tujieWriter",
    },
    Part {
        wasm: "extras_bg.wasm",
        glue: "extras.js",
        global: "tujieExtras",
    },
];

struct Part {
    wasm: &'static str,
    glue: &'static str,
    global: &'static str,
}

/// Finishes what stands in TRUNK_STAGING_DIR.
pub fn run() -> Result<()> {
    let stage: PathBuf = env::var_os("TRUNK_STAGING_DIR")
        .context("TRUNK_STAGING_DIR is not set: Trunk calls this, `cargo xtask build` calls Trunk")?
        .into();
    let profile = match env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => Profile::Release,
        _ => Profile::Debug,
    };
    let tools = tools::ensure()?;

    step("bundle the styles", || styles(&tools, &stage, profile))?;
    for part in &PARTS {
        enclose(&stage.join(part.glue), part.global)?;
    }
    if profile == Profile::Release {
        step("minify the scripts", || {
            scripts(&tools, &stage)?;
            scripts(&tools, &stage.join(guide::FOLDER))
        })?;
        for Part { wasm, glue, .. } in PARTS {
            let wasm = stage.join(wasm);
            step(&format!("shorten the names of {glue}"), || {
                names::shorten(&wasm, &stage.join(glue))
            })?;
            step(&format!("check {}", wasm.display()), || {
                check(&tools, &wasm)
            })?;
        }
    }
    step("finish the site", || {
        site::finish(&stage, &Wishes::of_build(profile))
    })
}

/// Each page's style with all it imports, as one file.
fn styles(tools: &Tools, stage: &Path, profile: Profile) -> Result<()> {
    let guide = stage.join(guide::FOLDER);
    bundle(tools, "main.css", &stage.join("style.css"), profile)?;
    bundle(tools, "guide.css", &guide.join("guide.css"), profile)?;
    bundle(tools, "article.css", &guide.join("article.css"), profile)
}

fn bundle(tools: &Tools, source: &str, target: &Path, profile: Profile) -> Result<()> {
    let mut command = tools.command("esbuild");
    command
        .arg(repository().join("style").join(source))
        .args([
            "--bundle",
            "--charset=utf8",
            "--log-level=warning",
            BROWSERS,
        ])
        .arg(format!("--outfile={}", target.display()));
    if profile == Profile::Release {
        command.args(["--minify", "--legal-comments=none"]);
    }
    execute(&mut command)
}

/// Gives a glue a global of its own in place of `wasm_bindgen`.
fn enclose(glue: &Path, global: &str) -> Result<()> {
    let code =
        fs::read_to_string(glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let code = format!("{{{code}\nself.{global}=wasm_bindgen}}\n");
    fs::write(glue, code).with_context(|| format!("cannot write {}", glue.display()))
}

/// Every script of a folder, in place. As none is a module, names that other
/// scripts may use stay.
fn scripts(tools: &Tools, folder: &Path) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry
            .with_context(|| format!("cannot list {}", folder.display()))?
            .path();
        if path.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        // Hosts of other encodings load embed.js, so it stays ASCII.
        let charset = match path.file_name() {
            Some(name) if name == "embed.js" => "--charset=ascii",
            _ => "--charset=utf8",
        };
        execute(
            tools
                .command("esbuild")
                .arg(&path)
                .args(["--minify", "--allow-overwrite", "--legal-comments=none"])
                .args(["--log-level=warning", charset, LANGUAGE])
                .arg(format!("--outfile={}", path.display())),
        )?;
    }
    Ok(())
}

/// Fails where the WASM needs more than engines of 2018 have: the first
/// version of WebAssembly, and mutable globals.
fn check(tools: &Tools, wasm: &Path) -> Result<()> {
    execute(
        tools
            .command("wasm-opt")
            .arg(wasm)
            .args(["--mvp-features", "--enable-mutable-globals"])
            .args(["--quiet", "--output=/dev/null"]),
    )
}
