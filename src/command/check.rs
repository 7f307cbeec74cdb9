//! `tujie check`: what is wrong with data files.

use std::path::{Path, PathBuf};

use crate::report::Report;
use crate::report::explain::{self, Finding, Lang, said};
use crate::site::data;
use crate::site::failure::unreadable;

/// Checks every file; the highest exit code: 0 good, 1 problems, 2 unreadable.
pub fn run(files: &[PathBuf], lang: Lang) -> u8 {
    let codes = files.iter().map(|path| file(path, lang));
    codes.max().unwrap_or(0)
}

fn file(path: &Path, lang: Lang) -> u8 {
    let shown = path.display();
    let bytes = match data::bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{}", unreadable(lang, shown, &error));
            return 2;
        }
    };
    let checked = explain::validate(&bytes);
    tell(path, &checked.problems, &checked.hints, lang);
    match (checked.problems.len(), checked.report) {
        (0, Some(report)) => {
            let holds = holds(&report, lang);
            println!(
                "{}",
                said!(
                    lang,
                    "{shown}：没有问题（{holds}）",
                    "{shown}: no problems ({holds})"
                )
            );
            0
        }
        (count, _) => {
            eprintln!(
                "{}",
                said!(
                    lang,
                    "{shown}：共 {count} 个问题",
                    "{shown}: problems found: {count}"
                )
            );
            1
        }
    }
}

/// Tells everything that was found in a file.
pub fn tell(path: &Path, problems: &[Finding], hints: &[Finding], lang: Lang) {
    let shown = path.display();
    for hint in hints {
        eprintln!(
            "{}",
            said!(lang, "{shown}：提示：{hint}", "{shown}: note: {hint}")
        );
    }
    for problem in problems {
        eprintln!(
            "{}",
            said!(lang, "{shown}：{problem}", "{shown}: {problem}")
        );
    }
}

/// How much a report holds.
pub fn holds(report: &Report, lang: Lang) -> String {
    let figures = report.figures.len();
    let sections: usize = report
        .chapters()
        .map(|(_, chapter)| chapter.sections.len())
        .sum();
    said!(
        lang,
        "{figures} 个数字，{sections} 节",
        "figures: {figures}, sections: {sections}"
    )
}
