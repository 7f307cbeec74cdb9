//! The screen reader Orca, and what it says.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::room::Room;
use super::running::{LOOK, PATIENCE, Running, until};
use crate::step::output;

/// How long it may think before it says something.
const FIRST: Duration = Duration::from_secs(5);

/// After how long a silence it has said everything.
const SILENCE: Duration = Duration::from_millis(1500);

pub struct Orca {
    file: PathBuf,
    /// How much of the file has been heard.
    heard: usize,
    _running: Running,
}

impl Orca {
    pub fn start(room: &Room) -> Result<Orca> {
        let file = room.path("orca.out");
        let mut command = room.command("orca");
        command.arg("--debug-file").arg(&file);
        command.stdout(Stdio::null()).stderr(room.log("orca")?);
        let mut orca = Orca {
            file,
            heard: 0,
            _running: Running::start(&mut command)?,
        };
        until("Orca", || {
            Ok(orca.new_lines().ok().filter(|said| !said.is_empty()))
        })?;
        Ok(orca)
    }

    /// What it calls itself.
    pub fn version() -> String {
        let version = output(Command::new("orca").arg("--version"));
        format!("Orca {}", version.unwrap_or_default().trim())
    }

    /// Waits until it has said everything, and tells that.
    pub fn hear(&mut self) -> Result<Vec<String>> {
        let begun = Instant::now();
        let mut last = begun;
        let mut said = Vec::new();
        while begun.elapsed() < PATIENCE {
            thread::sleep(LOOK);
            let lines = self.new_lines()?;
            if !lines.is_empty() {
                said.extend(lines);
                last = Instant::now();
            }
            let silence = if said.is_empty() { FIRST } else { SILENCE };
            if last.elapsed() > silence {
                break;
            }
        }
        Ok(said)
    }

    fn new_lines(&mut self) -> Result<Vec<String>> {
        let all = fs::read(&self.file).context("cannot read what Orca says")?;
        let new = all.get(self.heard..).unwrap_or_default();
        let end = new.iter().rposition(|byte| *byte == b'\n');
        let new = new.get(..end.map_or(0, |end| end + 1)).unwrap_or_default();
        self.heard += new.len();
        let text = String::from_utf8_lossy(new);
        Ok(text.lines().filter_map(said).map(str::to_owned).collect())
    }
}

/// The words of a line that tells them. The echo of a key is not among them: it is
/// the key's name with a space behind.
fn said(line: &str) -> Option<&str> {
    let (_, said) = line.split_once("SPEECH OUTPUT: '")?;
    let words = said.split_once("{'").map_or(said, |(words, _voice)| words);
    let words = words.trim_end_matches([' ', '[']).strip_suffix('\'')?;
    (!words.ends_with(' ')).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_orca_writes_them() {
        let line = "11:31:06.058953 - SPEECH OUTPUT: '工具 panel.'{'established': False}";
        assert_eq!(said(line), Some("工具 panel."));
        let letter = "11:31:06.058953 - SPEECH OUTPUT: '力' {'established': False}";
        assert_eq!(said(letter), Some("力"));
        let cell = "12:11:02.058953 - SPEECH OUTPUT: '件数'[{'established': False}]";
        assert_eq!(said(cell), Some("件数"));
        let echo = "11:31:06.058953 - SPEECH OUTPUT: 'h ' {'established': False}";
        assert_eq!(said(echo), None);
        assert_eq!(said("11:31:06.058953 - FOCUS MANAGER"), None);
    }
}
