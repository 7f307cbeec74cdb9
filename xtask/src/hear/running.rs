//! Programs that end with their owner, and whatever they have started with them.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::step::shown;

/// How long anything may take to come.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is looked whether it has come.
pub const LOOK: Duration = Duration::from_millis(100);

/// A program at work.
pub struct Running {
    child: Child,
    shown: String,
}

impl Running {
    pub fn start(command: &mut Command) -> Result<Running> {
        group(command);
        let shown = shown(command);
        let child = command
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot run `{shown}`"))?;
        Ok(Running { child, shown })
    }

    /// Starts a program, and waits for the line by which it tells something.
    pub fn telling<T>(
        command: &mut Command,
        told: impl Fn(&str) -> Option<T>,
    ) -> Result<(Running, T)> {
        let mut running = Running::start(command.stdout(Stdio::piped()))?;
        let lines = lines(running.output()?);
        let until = Instant::now() + PATIENCE;
        while let Ok(line) = lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            if let Some(told) = told(&line) {
                return Ok((running, told));
            }
        }
        bail!("`{}` does not tell where it is", running.shown)
    }

    /// What it writes.
    pub fn output(&mut self) -> Result<ChildStdout> {
        let output = self.child.stdout.take();
        output.with_context(|| format!("`{}` writes nowhere", self.shown))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The number of one that has ended may be another's by now.
        if matches!(self.child.try_wait(), Ok(None)) {
            end_group(self.child.id());
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// Reads to the end, so that the program can go on writing.
fn lines(output: impl Read + Send + 'static) -> Receiver<String> {
    let (send, lines) = channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // Nobody listens any more once the line has come.
            let _ = send.send(line);
        }
    });
    lines
}

/// Runs a command that is over soon, or is ended.
pub fn at_once(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let mut running = Running::start(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
    let status = until(&format!("`{shown}` to end"), || {
        Ok(running.child.try_wait()?)
    })?;
    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// Waits until there is something.
pub fn until<T>(what: &str, look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    within(PATIENCE, what, look)
}

/// Waits so long until there is something.
pub fn within<T>(
    patience: Duration,
    what: &str,
    mut look: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let begun = Instant::now();
    while begun.elapsed() < patience {
        if let Some(found) = look()? {
            return Ok(found);
        }
        thread::sleep(LOOK);
    }
    bail!("waited {} s in vain for {what}", patience.as_secs())
}

/// Lets a program and what it starts be one group.
#[cfg(unix)]
fn group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

/// Ends such a group; its name is the first program's.
#[cfg(unix)]
fn end_group(id: u32) {
    let kill = format!("kill -TERM -- -{id}; sleep 1; kill -KILL -- -{id}");
    let _ = Command::new("sh")
        .args(["-c", &kill])
        .stderr(Stdio::null())
        .status();
}

#[cfg(not(unix))]
fn group(_: &mut Command) {}

#[cfg(not(unix))]
fn end_group(_: u32) {}
