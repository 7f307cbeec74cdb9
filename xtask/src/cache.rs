//! Where the tools stand: a folder of the user's account, outside the checkout.
//! Knows folders and versions; installs nothing.

use std::env;
use std::path::{Path, PathBuf};

/// The version of what drives Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// axe-core, which finds what keeps a page from readers: its version, and the
/// script in the folder of that version.
pub const AXE: (&str, &str) = ("4.14.1", "node_modules/axe-core/axe.min.js");

/// Readability, Firefox's reader mode: its version, and its two scripts in the folder
/// of that version.
pub const READABILITY: (&str, [&str; 2]) = (
    "0.6.0",
    [
        "node_modules/@mozilla/readability/Readability.js",
        "node_modules/@mozilla/readability/Readability-readerable.js",
    ],
);

/// The package of npm that carries a Chromium of 2018, and its version.
pub const CHROMIUM_2018: (&str, &str) = ("chrome-aws-lambda", "1.11.1");

/// The folder all tools stand in; none where there is no home.
pub fn folder() -> Option<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))?;
    Some(base.join("tujie").join("tools"))
}

/// The folder of a package's version in it.
pub fn of(folder: &Path, package: &str, version: &str) -> PathBuf {
    folder.join([&file_name(package), "-", version].concat())
}

/// A package as a file's name: some of npm's have a slash in theirs.
pub fn file_name(package: &str) -> String {
    package.replace('/', "-")
}
