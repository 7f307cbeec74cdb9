//! The tools that the commands need beyond Cargo, at fixed versions. One that
//! stands on the PATH in that version is taken; others are installed into a
//! cache of the user, and nothing of the system is changed. And the compiler's
//! library for the browser, which a machine may have without:
//! `rust-toolchain.toml` asks for it only while a toolchain is being installed.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use xtask::cache;

use crate::build;
use crate::install;
use crate::lanes::{self, Job};
use crate::step::{execute, output, repository, step};
use crate::system::{self, Need};
use Program::{Anywhere, Cached, Script};

/// Where a tool comes from.
enum Origin {
    /// crates.io, compiled here with so much optimization.
    Cargo { optimization: &'static str },
    /// npm, which needs Node.js.
    Npm,
}

/// How a tool says its version, and where it may stand.
#[derive(Clone, Copy)]
pub enum Program {
    /// A program that is taken from the PATH, too.
    Anywhere(&'static str),
    /// A program that the tests look for in the cache.
    Cached(&'static str),
    /// Nothing that says its version; its package does.
    Script,
}

/// A program, or a script that a program runs.
pub struct Tool {
    /// The package of its registry.
    package: &'static str,
    version: &'static str,
    program: Program,
    origin: Origin,
}

/// Trunk.toml and Cargo.toml name wasm-bindgen's version, too.
const TRUNK: Tool = cargo("trunk", "0.21.14", Anywhere("trunk"), "0");
const WASM_BINDGEN: Tool = cargo("wasm-bindgen-cli", "0.2.129", Anywhere("wasm-bindgen"), "1");
const GECKODRIVER: Tool = cargo(
    "geckodriver",
    cache::GECKODRIVER,
    Cached("geckodriver"),
    "0",
);
const BINARYEN: Tool = npm("binaryen", "132.0.0", Anywhere("wasm-opt"));
const ESBUILD: Tool = npm("esbuild", "0.28.2", Anywhere("esbuild"));
const TYPESCRIPT: Tool = npm("typescript", "5.9.3", Anywhere("tsc"));
const ACORN: Tool = npm("acorn", "8.19.0", Script);
const AXE: Tool = npm("axe-core", cache::AXE.0, Script);
const READABILITY: Tool = npm("@mozilla/readability", cache::READABILITY.0, Script);

/// What serving needs.
pub const SERVE: &[Tool] = &[TRUNK, WASM_BINDGEN, ESBUILD];

/// What building the site needs.
pub const BUILD: &[Tool] = &[TRUNK, WASM_BINDGEN, ESBUILD, BINARYEN];

/// What the tests need.
pub const TEST: &[Tool] = &[
    TRUNK,
    WASM_BINDGEN,
    GECKODRIVER,
    ESBUILD,
    BINARYEN,
    TYPESCRIPT,
    ACORN,
    AXE,
    READABILITY,
];

/// What hearing the page needs.
pub const HEAR: &[Tool] = &[GECKODRIVER];

const fn cargo(
    package: &'static str,
    version: &'static str,
    program: Program,
    optimization: &'static str,
) -> Tool {
    Tool {
        package,
        version,
        program,
        origin: Origin::Cargo { optimization },
    }
}

pub const fn npm(package: &'static str, version: &'static str, program: Program) -> Tool {
    Tool {
        package,
        version,
        program,
        origin: Origin::Npm,
    }
}

/// Tools that are there.
pub struct Tools {
    folders: Vec<PathBuf>,
}

/// Installs what is missing of the tools and of the system, in which `engine` has
/// its place as well, and does `ours` at the same time. Says first what is missing
/// and how long it takes.
pub fn ensure(
    tools: &'static [Tool],
    needs: &[Need],
    engine: Option<Job>,
    ours: Vec<Job>,
) -> Result<Tools> {
    // What is compiled for a browser is bound to it.
    let compiles = tools
        .iter()
        .any(|tool| tool.package == WASM_BINDGEN.package);
    let missing: Vec<&Tool> = tools.iter().filter(|tool| tool.find().is_none()).collect();
    let (compiled, fetched): (Vec<&Tool>, Vec<&Tool>) = missing
        .iter()
        .partition(|tool| matches!(tool.origin, Origin::Cargo { .. }));
    let mut needs = system::missing(needs);
    if !fetched.is_empty() || engine.is_some() {
        needs.extend(system::missing(&[system::NPM]));
    }
    let packages = needs.iter().map(|need| need.package);
    let names: Vec<&str> = missing
        .iter()
        .map(|tool| tool.package)
        .chain(packages)
        .collect();
    if !names.is_empty() {
        eprintln!("to be installed, once: {}", names.join(", "));
    }
    if !compiled.is_empty() {
        eprintln!("compiling takes about five minutes on two cores, and seconds the next time");
    } else if compiles && !build::target().join(build::WASM).is_dir() {
        eprintln!("compiling takes about three minutes on two cores, and seconds the next time");
    }
    if compiles {
        target(build::WASM)?;
    }

    let mut quick: Vec<Job> = system::install(needs)?;
    quick.extend(fetched.into_iter().map(Tool::install));
    quick.extend(engine);
    let slow = compiled.into_iter().map(Tool::install).collect();
    lanes::run(vec![quick, slow, ours])?;
    Tools::of(tools)
}

/// The compiler's library for another kind of computer.
pub fn target(target: &str) -> Result<()> {
    let library =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", target]));
    if library.is_some_and(|library| Path::new(library.trim()).is_dir()) {
        return Ok(());
    }
    step(&format!("install the Rust target {target}"), || {
        execute(
            Command::new("rustup")
                .args(["target", "add", target])
                .current_dir(repository()),
        )
    })
}

impl Tools {
    fn of(tools: &[Tool]) -> Result<Tools> {
        let folders = tools.iter().map(|tool| {
            tool.find()
                .with_context(|| format!("{} {} is gone", tool.package, tool.version))
        });
        Ok(Tools {
            folders: folders.collect::<Result<_>>()?,
        })
    }

    /// A command that finds the tools before anything of the system.
    pub fn command(&self, program: &str) -> Command {
        let path = self
            .folders
            .iter()
            .map(|folder| folder.join(program))
            .find(|path| path.is_file())
            .unwrap_or_else(|| program.into());
        let mut command = Command::new(path);
        command.env("PATH", self.path()).current_dir(repository());
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
    /// The folder of its programs: one of the PATH's or the cache's.
    fn find(&self) -> Option<PathBuf> {
        if let Anywhere(program) = self.program
            && let Some(program) = system::on_path(program)
            && self.says_version(&program)
        {
            return program.parent().map(Path::to_owned);
        }
        let root = install::folder(self.package, self.version).ok()?;
        self.works(&root).then(|| self.programs(&root))
    }

    /// The folder of that package, and its version.
    pub fn package(tools: &[Tool], package: &str) -> Result<(PathBuf, &'static str)> {
        let tool = tools.iter().find(|tool| tool.package == package);
        let tool = tool.with_context(|| format!("{package} is no tool"))?;
        let root = install::folder(tool.package, tool.version)?;
        Ok((root.join("node_modules").join(package), tool.version))
    }

    fn install(&self) -> Job<'_> {
        let Tool {
            package, version, ..
        } = *self;
        Job::new(format!("install {package} {version}"), move |at| {
            install::whole(
                package,
                version,
                |root| self.works(root),
                |aside| match self.origin {
                    Origin::Cargo { optimization } => {
                        install::crates_io(at, package, version, optimization, aside)
                    }
                    Origin::Npm => install::npm(at, package, version, aside),
                },
            )
        })
    }

    /// The folder of its programs below its root.
    fn programs(&self, root: &Path) -> PathBuf {
        match self.origin {
            Origin::Cargo { .. } => root.join("bin"),
            Origin::Npm => root.join("node_modules").join(".bin"),
        }
    }

    /// Whether what stands below `root` runs and is of our version, by its own
    /// word or else by its package's.
    fn works(&self, root: &Path) -> bool {
        match self.program {
            Anywhere(program) | Cached(program) => {
                self.says_version(&self.programs(root).join(program))
            }
            Script => {
                let package = root.join("node_modules").join(self.package);
                fs::read_to_string(package.join("package.json"))
                    .is_ok_and(|text| names_version(&text, self.version))
            }
        }
    }

    fn says_version(&self, program: &Path) -> bool {
        output(Command::new(program).arg("--version"))
            .is_some_and(|text| names_version(&text, self.version))
    }
}

/// Whether a tool's own words name that version: `wasm-opt version 132
/// (version_132)` is 132.0.0, which npm calls it.
fn names_version(text: &str, version: &str) -> bool {
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
        assert!(names_version("trunk 0.21.14\n", "0.21.14"));
        assert!(names_version(
            "wasm-opt version 132 (version_132)",
            "132.0.0"
        ));
        assert!(names_version("0.28.2\n", "0.28.2"));
        assert!(names_version("{\n  \"version\": \"8.19.0\",\n}", "8.19.0"));
        assert!(!names_version("trunk 0.21.140", "0.21.14"));
        assert!(!names_version("wasm-opt version 13", "132.0.0"));
    }
}
