//! Styles and the loader bundled, scripts minified, by esbuild.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use tujie::site::{Profile, guide, tokens};

use crate::execute;

/// Browsers of 2018: style that they lack is written differently or is an error.
const BROWSERS: &str = "--target=chrome64,firefox60,safari11";

/// The language of those browsers. Named by its year: for browsers esbuild
/// counts old bugs of theirs that no script here can meet, and gives up.
const LANGUAGE: &str = "--target=es2018";

/// Each page's style with all it imports, as one file.
pub fn styles(stage: &Path, profile: Profile) -> Result<()> {
    let guide = stage.join(guide::FOLDER);
    bundle("main.css", &stage.join("style.css"), profile)?;
    bundle("guide.css", &guide.join("guide.css"), profile)?;
    bundle("article.css", &guide.join("article.css"), profile)
}

/// With the tokens set in that never change: a name for each size is for those who
/// write the style, and costs a reader nothing.
fn bundle(source: &str, target: &Path, profile: Profile) -> Result<()> {
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    write_style(&style.join(source), target, &["--bundle"])?;
    let sheet =
        fs::read_to_string(target).with_context(|| format!("cannot read {}", target.display()))?;
    fs::write(target, tokens::set(&sheet))
        .with_context(|| format!("cannot write {}", target.display()))?;
    if profile == Profile::Release {
        let smaller = ["--minify", "--legal-comments=none", "--allow-overwrite"];
        write_style(target, target, &smaller)?;
    }
    Ok(())
}

/// The style as the oldest browsers know it.
fn write_style(source: &Path, target: &Path, how: &[&str]) -> Result<()> {
    execute(
        Command::new("esbuild")
            .arg(source)
            .args(["--charset=utf8", "--log-level=warning", BROWSERS])
            .args(how)
            .arg(format!("--outfile={}", target.display())),
    )
}

/// The loader with all it imports, as one classic script: a file more would be a
/// request more of every first visit. What it was made of is not served.
pub fn loader(stage: &Path) -> Result<()> {
    let loader = stage.join("loader.js");
    execute(
        Command::new("esbuild")
            .arg(&loader)
            .args(["--bundle", "--format=iife", "--allow-overwrite"])
            .args(["--log-level=warning", "--charset=utf8", LANGUAGE])
            .arg(format!("--outfile={}", loader.display())),
    )?;
    let modules = stage.join("loader");
    fs::remove_dir_all(&modules).with_context(|| format!("cannot remove {}", modules.display()))
}

/// Every script of the site, in place. As none is a module, names that other
/// scripts may use stay.
pub fn scripts(stage: &Path) -> Result<()> {
    let mut scripts = of_folder(stage)?;
    scripts.extend(of_folder(&stage.join(guide::FOLDER))?);
    // Hosts of other encodings load embed.js, so it stays ASCII.
    let (ascii, utf8): (Vec<_>, Vec<_>) = scripts
        .into_iter()
        .partition(|path| path.file_name() == Some(OsStr::new("embed.js")));
    for (charset, scripts) in [("--charset=ascii", ascii), ("--charset=utf8", utf8)] {
        execute(
            Command::new("esbuild")
                .args(scripts)
                .args(["--minify", "--allow-overwrite", "--legal-comments=none"])
                .args(["--log-level=warning", charset, LANGUAGE])
                .args(["outbase", "outdir"].map(|name| format!("--{name}={}", stage.display()))),
        )?;
    }
    Ok(())
}

fn of_folder(folder: &Path) -> Result<Vec<PathBuf>> {
    let context = || format!("cannot list {}", folder.display());
    let mut scripts = Vec::new();
    for entry in fs::read_dir(folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        if path.extension() == Some(OsStr::new("js")) {
            scripts.push(path);
        }
    }
    Ok(scripts)
}
