//! The language of the scripts that are shipped: what engines of 2018 read. What
//! made them promises that; a parser that made none of them is asked.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::step::{execute, repository};
use crate::tools::Tools;

/// Fails where a script of the built site is none of ES2018.
pub fn check(tools: &Tools) -> Result<()> {
    let mut scripts = Vec::new();
    collect(&repository().join("dist"), &mut scripts)?;
    scripts.sort();
    if scripts.is_empty() {
        bail!("the built site has no scripts");
    }
    for script in scripts {
        execute(
            tools
                .command("acorn")
                .args(["--ecma2018", "--silent"])
                .arg(script),
        )?;
    }
    Ok(())
}

/// Every script below a folder.
pub fn collect(folder: &Path, scripts: &mut Vec<PathBuf>) -> Result<()> {
    let context = || format!("cannot list {}", folder.display());
    for entry in fs::read_dir(folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        if path.is_dir() {
            collect(&path, scripts)?;
        } else if path.extension().is_some_and(|extension| extension == "js") {
            scripts.push(path);
        }
    }
    Ok(())
}
