//! The tools a build needs beyond Cargo, at fixed versions, in a cache of the
//! user: nothing of the system is used or changed. And the compiler's library
//! for the browser, which a machine may have without: `rust-toolchain.toml`
//! asks for it only while a toolchain is being installed.
//!
//! A tool is there when it stands under its version and says so itself. It is
//! installed in a folder aside and moved into place whole, so an interrupted
//! install is not taken for a finished one.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cache;
use crate::step::{execute, output, step};

/// Where a tool comes from.
enum Origin {
    /// crates.io, compiled here.
    Cargo,
    /// npm, which needs Node.js.
    Npm,
}

struct Tool {
    /// The package of its registry.
    package: &'static str,
    version: &'static str,
    /// The program by which it says its version; none where it has no such word.
    program: Option<&'static str>,
    origin: Origin,
}

/// Trunk.toml names two of these versions, Cargo.toml names wasm-bindgen's.
const TOOLS: [Tool; 7] = [
    Tool {
        package: "trunk",
        version: "0.21.14",
        program: Some("trunk"),
        origin: Origin::Cargo,
    },
    Tool {
        package: "wasm-bindgen-cli",
        version: "0.2.129",
        program: Some("wasm-bindgen"),
        origin: Origin::Cargo,
    },
    Tool {
        package: "binaryen",
        version: "132.0.0",
        program: Some("wasm-opt"),
        origin: Origin::Npm,
    },
    Tool {
        package: "esbuild",
        version: "0.28.2",
        program: Some("esbuild"),
        origin: Origin::Npm,
    },
    Tool {
        package: "typescript",
        version: "5.9.3",
        program: Some("tsc"),
        origin: Origin::Npm,
    },
    Tool {
        package: "axe-core",
        version: cache::AXE.0,
        program: None,
        origin: Origin::Npm,
    },
    Tool {
        package: "acorn",
        version: "8.19.0",
        program: None,
        origin: Origin::Npm,
    },
];

/// What drives Firefox; only the tests want it, and compiling it takes a while.
const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: cache::GECKODRIVER,
    program: Some("geckodriver"),
    origin: Origin::Cargo,
};

/// The tools, installed.
pub struct Tools {
    folders: Vec<PathBuf>,
}

/// Installs what is missing.
pub fn ensure() -> Result<Tools> {
    target()?;
    let folders = TOOLS.iter().map(Tool::ensure).collect::<Result<_>>()?;
    Ok(Tools { folders })
}

/// Installs what drives Firefox, if it is missing.
pub fn ensure_geckodriver() -> Result<()> {
    GECKODRIVER.ensure().map(drop)
}

/// The compiler's library for WebAssembly.
fn target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let library =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", target]));
    if library.is_some_and(|library| Path::new(library.trim()).is_dir()) {
        return Ok(());
    }
    step(&format!("install the Rust target {target}"), || {
        execute(
            Command::new("rustup")
                .args(["target", "add", target])
                .current_dir(crate::step::repository()),
        )
    })
}

impl Tools {
    /// A command that finds the tools before anything of the system.
    pub fn command(&self, program: &str) -> Command {
        let path = self
            .folders
            .iter()
            .map(|folder| folder.join(program))
            .find(|path| path.is_file())
            .unwrap_or_else(|| program.into());
        let mut command = Command::new(path);
        command
            .env("PATH", self.path())
            .current_dir(crate::step::repository());
        command
    }

    fn path(&self) -> OsString {
        let system = env::var_os("PATH").unwrap_or_default();
        let all = self
            .folders
            .iter()
            .cloned()
            .chain(env::split_paths(&system));
        // A folder whose name holds the separator cannot be on a PATH at all.
        env::join_paths(all).unwrap_or(system)
    }
}

impl Tool {
    /// Installs it, if it is missing, and tells the folder of its programs.
    fn ensure(&self) -> Result<PathBuf> {
        let how = match self.origin {
            Origin::Cargo => "compiling it takes some minutes",
            Origin::Npm => "from npm",
        };
        let works = |root: &Path| self.works(root);
        let make = |aside: &Path| self.install_into(aside);
        let root = whole(self.package, self.version, how, works, make)?;
        Ok(self.programs(&root))
    }

    /// The folder of its programs below its root.
    fn programs(&self, root: &Path) -> PathBuf {
        match self.origin {
            Origin::Cargo => root.join("bin"),
            Origin::Npm => root.join("node_modules").join(".bin"),
        }
    }

    /// Whether what stands below `root` runs and is of our version, by its own
    /// word or else by its package's.
    fn works(&self, root: &Path) -> bool {
        let said = match self.program {
            Some(program) => {
                output(Command::new(self.programs(root).join(program)).arg("--version"))
            }
            None => {
                let package = root.join("node_modules").join(self.package);
                fs::read_to_string(package.join("package.json")).ok()
            }
        };
        said.is_some_and(|text| says_version(&text, self.version))
    }

    fn install_into(&self, aside: &Path) -> Result<()> {
        match self.origin {
            Origin::Cargo => {
                let exact = format!("{}@{}", self.package, self.version);
                // Not our target folder: these are other profiles and other flags.
                let build = aside.with_extension("build");
                let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
                execute(
                    Command::new(cargo)
                        .args(["install", "--quiet", "--locked", &exact, "--root"])
                        .arg(aside)
                        .env("CARGO_TARGET_DIR", &build)
                        .current_dir(aside),
                )?;
                remove(&build)
            }
            Origin::Npm => npm(self.package, self.version, aside),
        }
    }
}

/// Puts a package of npm into a folder's `node_modules`.
pub fn npm(package: &str, version: &str, folder: &Path) -> Result<()> {
    if output(Command::new("npm").arg("--version")).is_none() {
        bail!("npm is not on PATH; it comes with Node.js");
    }
    execute(
        Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--loglevel=error"])
            .arg("--prefix")
            .arg(folder)
            .arg(format!("{package}@{version}"))
            .current_dir(folder),
    )
}

/// The folder of a package's version in the cache. Where it does not work, it
/// is made aside, tried, and moved into place whole. One at a time: a second
/// process waits and finds the work done.
pub fn whole(
    package: &str,
    version: &str,
    how: &str,
    works: impl Fn(&Path) -> bool,
    make: impl Fn(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let cache = cache::folder()
        .context("there is no home folder; set XDG_CACHE_HOME to where tools may be kept")?;
    let root = cache::of(&cache, package, version);
    if works(&root) {
        return Ok(root);
    }
    step(&format!("install {package} {version} ({how})"), || {
        fs::create_dir_all(&cache).with_context(|| format!("cannot make {}", cache.display()))?;
        let lock = cache.join(".lock");
        let lock =
            File::create(&lock).with_context(|| format!("cannot make {}", lock.display()))?;
        lock.lock().context("cannot wait for another install")?;
        if works(&root) {
            return Ok(());
        }
        let aside = cache.join(format!(".aside-{package}"));
        remove(&aside)?;
        fs::create_dir_all(&aside).with_context(|| format!("cannot make {}", aside.display()))?;
        make(&aside)?;
        if !works(&aside) {
            bail!("what is installed of {package} does not say that it is {version}");
        }
        remove(&root)?;
        fs::rename(&aside, &root).with_context(|| format!("cannot make {}", root.display()))
    })?;
    Ok(root)
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

/// Whether a tool's own words name that version: `wasm-opt version 132
/// (version_132)` is 132.0.0, which npm calls it.
fn says_version(text: &str, version: &str) -> bool {
    let short = version.strip_suffix(".0.0").unwrap_or(version);
    text.split_whitespace()
        .map(|word| word.trim_matches(['"', ',']))
        .any(|word| word == version || word == short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_tools_write_them() {
        assert!(says_version("trunk 0.21.14\n", "0.21.14"));
        assert!(says_version(
            "wasm-opt version 132 (version_132)",
            "132.0.0"
        ));
        assert!(says_version("0.28.2\n", "0.28.2"));
        assert!(says_version("{\n  \"version\": \"8.19.0\",\n}", "8.19.0"));
        assert!(!says_version("trunk 0.21.140", "0.21.14"));
        assert!(!says_version("wasm-opt version 13", "132.0.0"));
    }
}
