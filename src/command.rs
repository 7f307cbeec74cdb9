//! The command `tujie`: its arguments, its messages, its exit codes.
//!
//! Knows no rule of its own: what a good report is belongs to `report`, what a
//! site is to `site`.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::report::explain;

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
fn check_file(path: &PathBuf) -> u8 {
    let shown = path.display();
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{shown}：读不到这个文件（{error}）");
            return 2;
        }
    };
    let checked = explain::validate(&bytes);
    for hint in &checked.hints {
        eprintln!("{shown}：提示：{hint}");
    }
    for problem in &checked.problems {
        eprintln!("{shown}：{problem}");
    }
    match (checked.problems.len(), checked.report) {
        (0, Some(report)) => {
            let figures = report.figures.len();
            let sections: usize = report
                .chapters()
                .map(|(_, chapter)| chapter.sections.len())
                .sum();
            println!("{shown}：没有问题（{figures} 个数字，{sections} 节）");
            0
        }
        (count, _) => {
            eprintln!("{shown}：共 {count} 个问题");
            1
        }
    }
}
