//! Works side by side: lanes of jobs, where those of one lane follow each other.
//! Shows how far the commands are, so that nobody takes a long wait for a
//! standstill. The first job that fails ends them all.

use std::collections::VecDeque;
use std::io::{IsTerminal, Read, Write, stderr};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::step::shown;

/// How many lines a command that failed shows of its last words.
const LAST_WORDS: usize = 60;

/// How often it is looked at what the commands do.
const LOOK: Duration = Duration::from_millis(100);

/// What is to be done, under a name.
pub struct Job<'a> {
    name: String,
    work: Work<'a>,
}

type Work<'a> = Box<dyn FnOnce(&At) -> Result<()> + Send + 'a>;

impl<'a> Job<'a> {
    /// A job of any kind, which runs its commands [`At`] its place.
    pub fn new(
        name: impl Into<String>,
        work: impl FnOnce(&At) -> Result<()> + Send + 'a,
    ) -> Job<'a> {
        Job {
            name: name.into(),
            work: Box::new(work),
        }
    }

    /// A job that is one command.
    pub fn command(name: impl Into<String>, mut command: Command) -> Job<'a> {
        Job::new(name, move |at| at.execute(&mut command))
    }
}

/// Does all jobs of all lanes.
pub fn run(lanes: Vec<Vec<Job<'_>>>) -> Result<()> {
    let lanes: Vec<_> = lanes.into_iter().filter(|lane| !lane.is_empty()).collect();
    let board = Board {
        begun: Instant::now(),
        over: AtomicBool::new(false),
        running: Mutex::new(lanes.iter().map(|_| None).collect()),
    };
    thread::scope(|scope| {
        let board = &board;
        let lanes: Vec<_> = lanes
            .into_iter()
            .enumerate()
            .map(|(lane, jobs)| scope.spawn(move || board.lane(lane, jobs)))
            .collect();
        board.show(|| lanes.iter().all(thread::ScopedJoinHandle::is_finished));
        let mut failed = Ok(());
        for lane in lanes {
            let result = lane
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            // What was ended because another failed says nothing.
            failed = failed.and(result);
        }
        failed
    })
}

/// What all lanes share.
struct Board {
    begun: Instant,
    /// Whether a job has failed.
    over: AtomicBool,
    /// Of each lane the job that runs, and how far it is.
    running: Mutex<Vec<Option<(String, String)>>>,
}

/// A job's place on the board.
pub struct At<'a> {
    board: &'a Board,
    lane: usize,
}

impl Board {
    fn running(&self) -> MutexGuard<'_, Vec<Option<(String, String)>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, lane: usize, job: Option<(String, String)>) {
        if let Some(place) = self.running().get_mut(lane) {
            *place = job;
        }
    }

    fn lane(&self, lane: usize, jobs: Vec<Job>) -> Result<()> {
        for Job { name, work } in jobs {
            if self.over.load(Relaxed) {
                return Ok(());
            }
            self.set(lane, Some((name.clone(), String::new())));
            let begun = Instant::now();
            let result = work(&At { board: self, lane });
            self.set(lane, None);
            let seconds = begun.elapsed().as_secs_f64();
            if self.over.load(Relaxed) {
                return Ok(());
            }
            if result.is_err() {
                self.over.store(true, Relaxed);
                say(&format!("✗ {name} ({seconds:.1} s)"));
                return result.with_context(|| format!("{name} failed"));
            }
            say(&format!("✓ {name} ({seconds:.1} s)"));
        }
        Ok(())
    }

    /// Shows what runs, until all is done: in place on a terminal, elsewhere by a
    /// line from time to time.
    fn show(&self, done: impl Fn() -> bool) {
        let terminal = stderr().is_terminal();
        let pause = Duration::from_secs(if terminal { 1 } else { 15 });
        let mut last = Instant::now();
        while !done() {
            thread::sleep(LOOK);
            if last.elapsed() < pause {
                continue;
            }
            last = Instant::now();
            let line = self.line();
            if terminal {
                let line: String = line.chars().take(78).collect();
                eprint!("\r\x1b[K{line}\r");
            } else {
                eprintln!("{line}");
            }
        }
    }

    fn line(&self) -> String {
        let seconds = self.begun.elapsed().as_secs();
        let running: Vec<_> = self
            .running()
            .iter()
            .flatten()
            .map(|(name, far)| format!("{name} {far}").trim_end().to_owned())
            .collect();
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        format!("… {minutes}:{seconds:02}  {}", running.join(" · "))
    }
}

impl At<'_> {
    /// Runs a command to its end. Its words are shown only where it fails.
    pub fn execute(&self, command: &mut Command) -> Result<()> {
        let shown = shown(command);
        let (words, write) = std::io::pipe().context("there is no pipe")?;
        let mut child = command
            .env("CARGO_TERM_PROGRESS_WHEN", "always")
            .env("CARGO_TERM_PROGRESS_WIDTH", "80")
            .env("CARGO_TERM_COLOR", "never")
            .stdin(Stdio::null())
            .stdout(write.try_clone().context("there is no pipe")?)
            .stderr(write)
            .spawn()
            .with_context(|| format!("cannot run `{shown}`"))?;
        // The command holds the pipe's ends until it is given others.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let said = thread::scope(|scope| {
            let listener = scope.spawn(|| self.listen(words));
            let status = self.wait(&mut child);
            let said = listener.join().unwrap_or_default();
            status.map(|status| (status, said))
        });
        let (status, said) = said.with_context(|| format!("`{shown}` is lost"))?;
        if !status.success() {
            if !self.board.over.load(Relaxed) {
                said.iter().for_each(|line| say(line));
            }
            bail!("`{shown}` ended with {status}");
        }
        Ok(())
    }

    /// Runs a command to its end; its output goes where ours goes.
    pub fn show(&self, command: &mut Command) -> Result<()> {
        let shown = shown(command);
        let mut child = command
            .spawn()
            .with_context(|| format!("cannot run `{shown}`"))?;
        let status = self.wait(&mut child)?;
        if !status.success() {
            bail!("`{shown}` ended with {status}");
        }
        Ok(())
    }

    fn wait(&self, child: &mut Child) -> std::io::Result<std::process::ExitStatus> {
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            if self.board.over.load(Relaxed) {
                child.kill()?;
            }
            thread::sleep(LOOK);
        }
    }

    /// Reads what a command says, and gives its last lines.
    fn listen(&self, mut words: impl Read) -> VecDeque<String> {
        let mut lines = VecDeque::new();
        let mut rest = Vec::new();
        let mut bytes = [0; 4096];
        while let Ok(read @ 1..) = words.read(&mut bytes) {
            rest.extend(bytes.iter().take(read));
            while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
                let line: Vec<u8> = rest.drain(..=end).collect();
                let line = String::from_utf8_lossy(&line).trim_end().to_owned();
                if let Some(far) = far(&line) {
                    let mut running = self.board.running();
                    if let Some(Some((_, place))) = running.get_mut(self.lane) {
                        far.clone_into(place);
                    }
                } else if !line.is_empty() {
                    lines.push_back(line);
                    if lines.len() > LAST_WORDS {
                        lines.pop_front();
                    }
                }
            }
        }
        lines
    }
}

/// How far Cargo says that it is: `12/326` of its bar.
fn far(line: &str) -> Option<&str> {
    let (_, rest) = line
        .trim_start()
        .strip_prefix("Building [")?
        .split_once("] ")?;
    let far = rest.split(':').next()?.trim();
    far.contains('/').then_some(far)
}

/// A line, in place of the one that shows what runs.
fn say(line: &str) {
    let mut out = stderr().lock();
    let clear = if out.is_terminal() { "\r\x1b[K" } else { "" };
    // There is nobody to tell that stderr is closed.
    let _ = writeln!(out, "{clear}{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_tells_how_far_it_is() {
        let bar = "    Building [=====>                   ] 12/326: serde, syn(build)";
        assert_eq!(far(bar), Some("12/326"));
        assert_eq!(far("   Compiling serde v1.0.0"), None);
    }

    #[test]
    fn the_jobs_of_a_lane_follow_each_other() {
        let told = Mutex::new(Vec::new());
        let job = |name: &'static str| {
            let told = &told;
            Job::new(name, move |_| {
                told.lock().unwrap().push(name);
                Ok(())
            })
        };
        run(vec![vec![job("a"), job("b")], vec![]]).unwrap();
        assert_eq!(*told.lock().unwrap(), ["a", "b"]);
    }

    #[test]
    fn a_job_that_fails_ends_the_others() {
        let mut endless = Command::new("sleep");
        endless.arg("600");
        let begun = Instant::now();
        let error = run(vec![
            vec![Job::command("endless", endless)],
            vec![
                Job::new("wrong", |at| at.execute(&mut Command::new("false"))),
                Job::new("never", |_| unreachable!("the lane has ended")),
            ],
        ])
        .unwrap_err();
        assert!(begun.elapsed() < Duration::from_secs(60));
        assert!(format!("{error:#}").starts_with("wrong failed: `false` ended"));
    }
}
