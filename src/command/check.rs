//! `tujie check`: what is wrong with data files, for people or for machines.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::explain::{self, Checked, Finding, Lang, said};
use crate::report::Report;
use crate::site::failure::unreadable;
use crate::site::folder;

/// Who reads what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Lines for people.
    Text,
    /// One JSON document on standard output.
    Json,
}

/// Checks every file; the highest exit code: 0 good, 1 problems, 2 unreadable.
pub fn run(files: &[PathBuf], format: Format, lang: Lang) -> u8 {
    let mut highest = 0;
    let mut told = Vec::new();
    for path in files {
        let checked = folder::data(path).map(|bytes| explain::validate(&bytes, lang));
        let code = match &checked {
            Ok(checked) if checked.problems.is_empty() => 0,
            Ok(_) => 1,
            Err(_) => 2,
        };
        let checked = checked.map_err(|error| unreadable(lang, path.display(), &error));
        match format {
            Format::Text => lines(path, &checked, lang),
            Format::Json => told.push(document(path, &checked)),
        }
        highest = highest.max(code);
    }
    if format == Format::Json {
        println!("{:#}", json!({ "files": told }));
    }
    highest
}

fn lines(path: &Path, checked: &Result<Checked, String>, lang: Lang) {
    let shown = path.display();
    let checked = match checked {
        Ok(checked) => checked,
        Err(message) => return eprintln!("{message}"),
    };
    tell(path, &checked.problems, &checked.hints, lang);
    match (checked.problems.len(), &checked.report) {
        (0, Some(report)) => {
            let holds = holds(report, lang);
            println!(
                "{}",
                said!(
                    lang,
                    "{shown}：没有问题（{holds}）",
                    "{shown}: no problems ({holds})"
                )
            );
        }
        (count, _) => eprintln!(
            "{}",
            said!(
                lang,
                "{shown}：共 {count} 个问题",
                "{shown}: problems found: {count}"
            )
        ),
    }
}

/// Tells everything that was found in a file.
pub fn tell(path: &Path, problems: &[Finding], hints: &[Finding], lang: Lang) {
    for hint in hints {
        let label = said!(lang, "提示：", "note: ");
        eprintln!("{}", line(path, &label, hint));
    }
    for problem in problems {
        eprintln!("{}", line(path, "", problem));
    }
}

/// One finding: the file with line and column, which many programs make a link
/// of, the place in words, what was found and expected, and last the pointer; below
/// it what may help.
fn line(path: &Path, label: &str, finding: &Finding) -> String {
    let mut place = path.display().to_string();
    if let Some(spot) = finding.spot {
        place.push_str(&format!(":{}:{}", spot.line, spot.column));
    }
    let lang = finding.lang;
    let told = match finding.pointer.as_str() {
        "" => finding.sentence(),
        _ => finding.to_string(),
    };
    let mut text = said!(lang, "{place}：{label}{told}", "{place}: {label}{told}");
    if let Some(excerpt) = &finding.excerpt {
        text.push_str(&format!("\n    {excerpt}"));
    }
    if let Some(hint) = &finding.hint {
        text.push_str(&said!(lang, "\n    建议：{hint}", "\n    try: {hint}"));
    }
    text
}

/// The same for machines. A file that cannot be read has an `error` and no
/// findings.
fn document(path: &Path, checked: &Result<Checked, String>) -> Value {
    let file = path.display().to_string();
    match checked {
        Ok(checked) => json!({
            "file": file,
            "good": checked.problems.is_empty(),
            "problems": checked.problems.iter().map(entry).collect::<Vec<_>>(),
            "notes": checked.hints.iter().map(entry).collect::<Vec<_>>(),
        }),
        Err(message) => json!({ "file": file, "good": false, "error": message }),
    }
}

fn entry(finding: &Finding) -> Value {
    json!({
        "place": finding.place,
        "pointer": finding.pointer,
        "line": finding.spot.map(|spot| spot.line),
        "column": finding.spot.map(|spot| spot.column),
        "found": finding.found,
        "expected": finding.expected,
        "hint": finding.hint,
        "excerpt": finding.excerpt,
    })
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
