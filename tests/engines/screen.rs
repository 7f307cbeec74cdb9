//! A screen for an engine that does not show pages without one.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::process::Process;

/// Large enough for a whole page on a phone: what is shown is what is pictured.
const SIZE: &str = "1600x16000x24";

pub struct Screen {
    /// `DISPLAY` for what is shown on it.
    pub name: String,
    _process: Process,
}

impl Screen {
    /// A screen under a number that nobody has.
    pub fn start() -> Screen {
        let mut process = Process::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", SIZE])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let output = process.0.stdout.take().expect("a pipe");
        let mut number = String::new();
        BufReader::new(output)
            .read_line(&mut number)
            .expect("Xvfb tells its number");
        let number: u32 = number.trim().parse().expect("a number");
        Screen {
            name: format!(":{number}"),
            _process: process,
        }
    }
}
