//! What a run of the command spends.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use wait4::Wait4;

/// Seconds and megabytes of one run.
pub fn spent(command: &mut Command) -> Result<(f64, f64)> {
    let start = Instant::now();
    let child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot run the command")?;
    let ended = child.wait4().context("the command is lost")?;
    let status = ended.status;
    ensure!(status.success(), "the command ended with {status}");
    Ok((
        start.elapsed().as_secs_f64(),
        ended.rusage.maxrss as f64 / 1e6,
    ))
}
