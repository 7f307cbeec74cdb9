//! The computers that the command is released for: how it is built for each, and how
//! it is tried here.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::build;
use crate::step::{cargo, execute, step};
use crate::system::{self, Need};

/// A kind of computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Platform {
    /// As it stands in the archive's name.
    pub name: &'static str,
    /// As the compiler calls it.
    pub target: &'static str,
    /// The command's file.
    pub program: &'static str,
    /// The linker, where the compiler's own choice does not know the platform: Cargo's
    /// variable and a program. `rust-lld` comes with the compiler.
    linker: Option<(&'static str, &'static str)>,
    /// What runs the command here.
    pub runner: Runner,
}

/// What runs a command of another computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runner {
    /// This computer itself.
    Here,
    /// QEMU, which does as another processor.
    Qemu,
    /// wine, which does as Windows.
    Wine,
}

/// All of them. On Linux the command holds its C library (musl), so that it runs on
/// systems of any age; on Windows it needs what every Windows has.
pub const ALL: [Platform; 3] = [
    Platform {
        name: "x86_64-linux",
        target: "x86_64-unknown-linux-musl",
        program: "tujie",
        linker: None,
        runner: Runner::Here,
    },
    Platform {
        name: "aarch64-linux",
        target: "aarch64-unknown-linux-musl",
        program: "tujie",
        linker: Some(("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER", "rust-lld")),
        runner: Runner::Qemu,
    },
    Platform {
        name: "x86_64-windows",
        target: "x86_64-pc-windows-gnu",
        program: "tujie.exe",
        linker: None,
        runner: Runner::Wine,
    },
];

/// What building and trying them needs of the system.
pub const NEEDS: &[Need] = &[
    system::MINGW,
    system::QEMU,
    system::WINE,
    system::WINE64,
    system::ZIP,
    system::UNZIP,
];

impl Platform {
    /// Builds the command for it as it is released, and tells its path.
    pub fn build(&self) -> Result<PathBuf> {
        step(&format!("build the command for {}", self.name), || {
            let mut build = cargo(&["build", "--quiet", "--locked", "--release"]);
            build.args(["--bin", "tujie", "--target", self.target]);
            if let Some((variable, linker)) = self.linker {
                build.env(variable, linker);
            }
            execute(&mut build)
        })?;
        let folder = build::target().join(self.target).join("release");
        Ok(folder.join(self.program))
    }

    /// Whether its archive is a zip, which is what Windows opens.
    pub fn zipped(&self) -> bool {
        self.runner == Runner::Wine
    }

    /// The archive's name without its ending.
    pub fn archive(&self, version: &str) -> String {
        format!("tujie-{version}-{}", self.name)
    }
}

impl Runner {
    /// A program of that computer, to be run.
    pub fn command(self, program: PathBuf) -> Command {
        let runner = match self {
            Runner::Here => return Command::new(program),
            Runner::Qemu => "qemu-aarch64-static",
            Runner::Wine => "wine",
        };
        let mut command = Command::new(runner);
        command.arg(program);
        command
    }
}
