//! The command `tujie`: its arguments, its messages, its exit codes.
//!
//! Knows no rule of its own: what a good report is belongs to `report`, what a
//! site is to `site`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::report::{Report, check, explain};

/// A work report as an infographic.
#[derive(Parser)]
#[command(name = "tujie", version)]
enum Command {
    /// Check data files and explain every problem.
    Check {
        /// The data files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Print the JSON Schema of a data file.
    Schema,
}

/// Runs the command the arguments name.
pub fn run() -> ExitCode {
    match Command::parse() {
        Command::Check { files } => files.iter().map(check_file).max().unwrap_or(0).into(),
        Command::Schema => {
            println!("{:#}", explain::schema());
            ExitCode::SUCCESS
        }
    }
}

/// Tells the problems of one file: 0 none, 1 some, 2 it cannot be read.
fn check_file(file: &PathBuf) -> u8 {
    let shown = file.display();
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{shown}: cannot be read: {error}");
            return 2;
        }
    };
    let report: Report = match serde_json::from_slice(&bytes) {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{shown}: {error}");
            return 1;
        }
    };
    let problems = check::check(&report);
    for problem in &problems {
        eprintln!("{shown}: {problem:?}");
    }
    u8::from(!problems.is_empty())
}
