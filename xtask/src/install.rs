//! Installing one package into the cache. It is made in a folder aside, tried,
//! and moved into place whole, so an interrupted install is not taken for a
//! finished one.

use std::env;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use xtask::cache;

use crate::lanes::At;

/// The folder of a package's version in the cache.
pub fn folder(package: &str, version: &str) -> Result<PathBuf> {
    let cache = cache::folder()
        .context("there is no home folder; set XDG_CACHE_HOME to where tools may be kept")?;
    Ok(cache::of(&cache, package, version))
}

/// Puts into that folder what `make` makes in the one it is given. A second
/// process waits and finds the work done.
pub fn whole(
    package: &str,
    version: &str,
    works: impl Fn(&Path) -> bool,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let root = folder(package, version)?;
    let cache = root.parent().context("the cache has no folder")?;
    fs::create_dir_all(cache).with_context(|| format!("cannot make {}", cache.display()))?;
    let lock = cache.join(format!(".lock-{}", cache::file_name(package)));
    let lock = File::create(&lock).with_context(|| format!("cannot make {}", lock.display()))?;
    lock.lock().context("cannot wait for another install")?;
    if works(&root) {
        return Ok(());
    }
    let aside = cache.join(format!(".aside-{}", cache::file_name(package)));
    remove(&aside)?;
    fs::create_dir_all(&aside).with_context(|| format!("cannot make {}", aside.display()))?;
    make(&aside)?;
    if !works(&aside) {
        bail!("what is installed of {package} does not say that it is {version}");
    }
    remove(&root)?;
    fs::rename(&aside, &root).with_context(|| format!("cannot make {}", root.display()))
}

/// Compiles a program of crates.io into a folder. What these programs do here
/// takes moments, so they are compiled quickly rather than well.
pub fn crates_io(
    at: &At,
    package: &str,
    version: &str,
    optimization: &str,
    folder: &Path,
) -> Result<()> {
    // Not our target folder: these are other profiles and other flags.
    let build = folder.with_extension("build");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    at.execute(
        Command::new(cargo)
            // Their other features download over TLS, which nothing here does.
            .args(["install", "--locked", "--no-default-features", "--root"])
            .arg(folder)
            .arg(format!("{package}@{version}"))
            .env("CARGO_TARGET_DIR", &build)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimization)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .current_dir(folder),
    )?;
    remove(&build)
}

/// Puts a package of npm into a folder's `node_modules`.
pub fn npm(at: &At, package: &str, version: &str, folder: &Path) -> Result<()> {
    at.execute(
        Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--loglevel=error"])
            .arg("--prefix")
            .arg(folder)
            .arg(format!("{package}@{version}"))
            .current_dir(folder),
    )
}

/// Removes a folder that may not be there.
pub fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
