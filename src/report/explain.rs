//! A data file judged as bytes, and every finding told in plain words to an
//! editor who is no programmer. Native only.
//!
//! Knows no rule of its own: what JSON is, is serde_json's; the shape of the
//! file is its JSON Schema's; what makes a report good is [`check`]'s. Reads
//! no files and prints nothing.
//!
//! - [`schema()`]: the JSON Schema, and what departs from it.
//! - [`syntax`]: what is no JSON at all.
//! - [`problem`]: the checks' findings.
//! - [`locate`]: lines and columns.
//! - [`mend`]: the rest of a file that does not fit.
//! - [`near`]: names that may have been meant.
//! - [`shown`]: values as messages quote them.
//! - [`Finding`]: one thing to tell, and where.
//! - [`Lang`]: the languages of messages.

use std::collections::HashSet;

use serde::Deserialize;
use serde_json::Value;
use serde_path_to_error::Segment;

use self::lang::Told;
use self::locate::Entry;
use self::mend::Mended;
use super::check::{Kind, check};
use super::{MAX_BYTES, Report};

mod finding;
mod lang;
mod locate;
mod mend;
mod near;
mod problem;
mod schema;
mod shown;
mod syntax;

pub use finding::Finding;
pub use lang::{Lang, said};
pub use locate::Spot;
pub use schema::schema;

/// What a data file turned out to be.
#[derive(Debug, Default)]
pub struct Checked {
    /// The report, where the file holds one; it is good if there are no problems.
    pub report: Option<Report>,
    /// Everything that must be put right.
    pub problems: Vec<Finding>,
    /// What does no harm but is hardly meant: fields nobody reads.
    pub hints: Vec<Finding>,
}

/// Reads a data file as the page does, and tells all that is wrong with it.
pub fn validate(bytes: &[u8], lang: Lang) -> Checked {
    let mut checked = Checked::default();
    match read(bytes, lang) {
        Ok((text, file)) => {
            let schema = schema();
            let found = schema::violations(&schema, &file, lang).into_iter();
            checked.problems = found
                .map(|(pointer, told)| Finding::new(pointer, told, lang))
                .collect();
            parse(text, &file, &schema, lang, &mut checked);
            place(text, &mut checked);
        }
        Err(finding) => checked.problems.push(*finding),
    }
    checked
}

/// The bytes as text and as JSON, or the reason why they are neither.
fn read(bytes: &[u8], lang: Lang) -> Result<(&str, Value), Box<Finding>> {
    let file = |told| Box::new(Finding::new(String::new(), told, lang));
    let told = |found, expected| Told {
        found,
        expected,
        hint: None,
    };
    if bytes.len() > MAX_BYTES {
        let found = bytes.len();
        return Err(file(told(
            said!(lang, "文件有 {found} 字节", "the file has {found} bytes"),
            said!(
                lang,
                "应不超过 {MAX_BYTES} 字节（2 MiB）",
                "expected at most {MAX_BYTES} (2 MiB)"
            ),
        )));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let place = error.valid_up_to();
        let mut finding = file(told(
            said!(
                lang,
                "第 {place} 字节（从 0 数起）处的文字不是 UTF-8 编码",
                "at byte {place} (counted from 0) the text is no UTF-8"
            ),
            said!(
                lang,
                "应以 UTF-8 编码保存",
                "expected a file saved as UTF-8"
            ),
        ));
        finding.hint = Some(said!(
            lang,
            "在编辑器里“另存为”，编码选 UTF-8",
            "“save as” in the editor, with the encoding UTF-8"
        ));
        finding
    })?;
    if text.starts_with('\u{FEFF}') {
        return Err(file(told(
            said!(
                lang,
                "文件开头有字节顺序标记（BOM）",
                "the file starts with a byte order mark (BOM)"
            ),
            said!(
                lang,
                "应以不带 BOM 的 UTF-8 编码保存",
                "expected a file saved as UTF-8 without BOM"
            ),
        )));
    }
    if text.trim().is_empty() {
        return Err(file(told(
            said!(lang, "文件是空的", "the file is empty"),
            said!(lang, "应为一份报告", "expected a report"),
        )));
    }
    match serde_json::from_str(text) {
        Ok(file) => Ok((text, file)),
        Err(error) => Err(Box::new(broken(text, &error, lang))),
    }
}

/// Where and why reading stopped.
fn broken(text: &str, error: &serde_json::Error, lang: Lang) -> Finding {
    let spot = syntax::spot(text, error);
    let told = Told {
        found: syntax::reason(error, lang),
        expected: String::new(),
        hint: syntax::hint(text, error, lang),
    };
    Finding {
        spot: Some(spot),
        excerpt: syntax::excerpt(text, spot),
        ..Finding::new(String::new(), told, lang)
    }
}

/// Reads the report and checks it, beside what the schema has told already.
fn parse(text: &str, file: &Value, schema: &Value, lang: Lang, checked: &mut Checked) {
    let mut reader = serde_json::Deserializer::from_str(text);
    let hints = &mut checked.hints;
    let report = serde_ignored::deserialize(&mut reader, |path| {
        let pointer = pointer(&path);
        // Editors use the one to offer what may stand in the file; the other is
        // where people explain it, as JSON has no comments.
        if pointer != "/$schema" && !pointer.ends_with("/$comment") {
            hints.push(unknown(pointer, file, schema, lang));
        }
    });
    match report {
        Ok(report) => {
            judge(&report, file, None, lang, &mut checked.problems);
            checked.report = Some(report);
        }
        // The schema tells where and why; only what it cannot know is left.
        Err(error) if checked.problems.is_empty() => {
            let mut finding = broken(text, &error, lang);
            finding.pointer = misfit(text).unwrap_or_default();
            // A single value is found by its pointer; in a group, reading tells more.
            let value = file.pointer(&finding.pointer);
            if value.is_some_and(|value| !value.is_object() && !value.is_array()) {
                finding.spot = None;
                finding.excerpt = None;
            }
            checked.problems.push(finding);
        }
        Err(_) => {
            let pointers = checked.problems.iter();
            let pointers = pointers.map(|finding| finding.pointer.as_str());
            let mended = mend::mend(schema, file, pointers);
            let report = mended
                .as_ref()
                .map(|mended| Report::deserialize(&mended.file));
            if let (Some(Ok(report)), Some(mended)) = (report, &mended) {
                judge(&report, file, Some(mended), lang, &mut checked.problems);
            }
        }
    }
}

/// Where the first value stands that a report cannot hold.
fn misfit(text: &str) -> Option<String> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read: Result<Report, _> = serde_path_to_error::deserialize(&mut reader);
    let path = read.err()?;
    let steps = path.path().iter().map(|step| match step {
        Segment::Map { key } => escaped(key),
        other => other.to_string().trim_matches(['[', ']']).to_owned(),
    });
    Some(steps.map(|step| format!("/{step}")).collect())
}

/// Adds what the checks find to what has been told already.
fn judge(
    report: &Report,
    file: &Value,
    mended: Option<&Mended>,
    lang: Lang,
    problems: &mut Vec<Finding>,
) {
    let told: HashSet<String> = problems
        .iter()
        .map(|finding| finding.pointer.clone())
        .collect();
    let untold = check(report).into_iter().filter(|problem| {
        let theirs = |mended: &Mended| mended.concerns_the_file(&problem.pointer, &problem.kind);
        let stands = stands(file, &problem.pointer);
        stands && !told.contains(&problem.pointer) && mended.is_none_or(theirs)
    });
    problems.extend(untold.map(|problem| {
        let told = problem::tell(&problem.kind, lang);
        let told = match &problem.kind {
            Kind::FigureUnknown { found } => {
                let known = report.figures.iter().map(|figure| figure.id.0.as_str());
                told.hint(near::meant(&near::near(found, known), lang))
            }
            _ => told,
        };
        Finding::new(problem.pointer, told, lang)
    }));
}

/// Whether the file has that value, or the fields among which it is missing. A
/// list passes for a group whose fields it holds in order, and then what is
/// wrong in them stands nowhere; that it is a list has been told.
fn stands(file: &Value, pointer: &str) -> bool {
    let parent = pointer.rsplit_once('/').map(|(parent, _)| parent);
    let group = parent.and_then(|parent| file.pointer(parent));
    file.pointer(pointer).is_some() || group.is_some_and(Value::is_object)
}

/// A field that nobody reads, with the ones it may be meant to be: fields of
/// that place which are not there yet.
fn unknown(pointer: String, file: &Value, schema: &Value, lang: Lang) -> Finding {
    let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
    let there = file.pointer(parent).unwrap_or(&Value::Null);
    let mut known = schema::fields(schema, parent);
    known.retain(|known| there.get(known).is_none());
    let told = Told {
        found: said!(lang, "没有这样的字段", "there is no such field"),
        expected: said!(
            lang,
            "网页不会用到；若是写错了字段名，应改正",
            "the page does not use it; if the name is misspelt, correct it"
        ),
        hint: near::meant(&near::near(name, known), lang),
    };
    Finding::new(pointer, told, lang)
}

/// Gives each finding its line and column.
fn place(text: &str, checked: &mut Checked) {
    let findings = || checked.problems.iter().chain(&checked.hints);
    let pointers = findings().flat_map(|finding| above(&finding.pointer));
    let entries = locate::entries(text, pointers.map(str::to_owned).collect());
    let spots = locate::Spots::of(text);
    let find = |finding: &mut Finding, of: fn(&Entry) -> usize| {
        // What is missing is missing from what stands above it.
        let entry = above(&finding.pointer).find_map(|pointer| entries.get(pointer));
        finding.spot = finding.spot.or(entry.map(|entry| spots.spot(of(entry))));
    };
    for problem in &mut checked.problems {
        find(problem, |entry| entry.value);
    }
    for hint in &mut checked.hints {
        find(hint, |entry| entry.name);
    }
}

/// The pointer and those above it, nearest first.
fn above(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |pointer| {
        pointer.rsplit_once('/').map(|(parent, _)| parent)
    })
}

/// A name as a step of a JSON pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The path as a JSON pointer (RFC 6901).
fn pointer(path: &serde_ignored::Path) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}/{index}", pointer(parent)),
        Path::Map { parent, key } => format!("{}/{}", pointer(parent), escaped(key)),
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => pointer(parent),
    }
}
