//! Running commands: each step tells its name, and how long it took.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Does `work` under a name.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("▸ {name}");
    let start = Instant::now();
    let result = work();
    let seconds = start.elapsed().as_secs_f64();
    match &result {
        Ok(_) => eprintln!("✓ {name} ({seconds:.1} s)"),
        Err(_) => eprintln!("✗ {name} ({seconds:.1} s)"),
    }
    result.with_context(|| format!("{name} failed"))
}

/// Runs a command to its end; its output goes where ours goes.
pub fn execute(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command
        .status()
        .with_context(|| format!("cannot run `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// Lets a command take our place, so that ending us ends it.
#[cfg(unix)]
pub fn become_command(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).with_context(|| format!("cannot run `{}`", shown(command)))
}

/// Runs a command to its end; here none can take our place.
#[cfg(not(unix))]
pub fn become_command(command: &mut Command) -> Result<()> {
    execute(command)
}

/// What a command prints, where it ends well.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Cargo, as the one that runs us, in the repository.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(repository());
    command
}

/// The folder of the workspace that cargo runs us for: a shared cache may hold a
/// binary that was compiled for another one.
pub fn repository() -> &'static Path {
    static PACKAGE: LazyLock<PathBuf> = LazyLock::new(|| {
        let compiled = || env!("CARGO_MANIFEST_DIR").into();
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(compiled, PathBuf::from)
    });
    PACKAGE.parent().unwrap_or(&PACKAGE)
}

/// A command as it would be typed.
pub fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
