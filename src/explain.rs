//! What is wrong with a data file, told in plain words to an editor who is no
//! programmer: from the file's bytes to findings with line, column and advice.
//!
//! Knows no rule of its own. `serde_json` says what JSON is, the JSON Schema
//! what a data file looks like, and [`report::check`](crate::report::check) what
//! makes a report good. Reads no files and prints nothing, on both targets.
//!
//! - [`schema()`]: the JSON Schema, and where a file departs from it.
//! - [`encoding`]: from bytes to text and JSON, or why not.
//! - [`syntax`]: where and why a text is no JSON.
//! - [`slips`]: characters that look right and are not.
//! - [`sentences`]: what the check of the report finds, in words.
//! - [`contradictions`]: where the source contradicts itself, in words.
//! - [`locate`]: lines and columns of values.
//! - [`whereabouts`]: places in an editor's words.
//! - [`pointer`]: JSON pointers.
//! - [`mend`]: fills in what is wrong, so that the rest can be checked.
//! - [`near`]: known names that are spelt much like the one found.
//! - [`shown`]: values as messages quote them.
//! - [`Finding`]: one thing to tell, and where it stands.
//! - [`Lang`]: the two languages of messages.

use std::collections::HashSet;

use serde::Deserialize;
use serde_json::Value;
use serde_path_to_error::Segment;

use self::lang::Wording;
use self::locate::Entry;
use self::mend::Mended;
use crate::report::Report;
use crate::report::check::{self, ProblemKind};

mod contradictions;
mod encoding;
mod finding;
mod lang;
mod locate;
mod mend;
mod near;
mod pointer;
mod schema;
mod sentences;
mod shown;
mod slips;
mod syntax;
mod whereabouts;

pub use finding::Finding;
pub use lang::{Lang, said};
pub use locate::LineColumn;
pub use schema::{choices, meant, schema};

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
    match encoding::read(bytes, lang) {
        Ok((text, charset, file)) => {
            let text = text.as_ref();
            let schema = schema();
            let found = schema::violations(&schema, &file, lang).into_iter();
            checked.problems = found
                .map(|(pointer, told)| Finding::new(pointer, told, lang))
                .collect();
            parse(text, &file, &schema, lang, &mut checked);
            checked.hints.extend(encoding::told(charset, lang));
            locate(text, &file, &mut checked);
        }
        Err(finding) => checked.problems.push(*finding),
    }
    checked
}

/// Reads the report and checks it, beside what the schema has told already.
fn parse(text: &str, file: &Value, schema: &Value, lang: Lang, checked: &mut Checked) {
    let mut reader = serde_json::Deserializer::from_str(text);
    let Checked {
        problems, hints, ..
    } = checked;
    let report = serde_ignored::deserialize(&mut reader, |path| {
        let pointer = pointer::of_path(&path);
        // Editors use the one to offer what may stand in the file; the other is
        // where people explain it, as JSON has no comments.
        if first_edition(&pointer) {
            problems.push(Finding::new(pointer, sentences::first_edition(lang), lang));
        } else if !KNOWN.contains(&pointer.as_str()) && !pointer.ends_with("/$comment") {
            hints.push(unknown(pointer, file, schema, lang));
        }
    });
    match report {
        Ok(report) => {
            judge(&report, file, None, lang, &mut checked.problems);
            if checked.problems.is_empty() {
                let more = check::hints(&report).into_iter();
                checked.hints.extend(more.map(|hint| {
                    Finding::new(hint.pointer, sentences::tell(&hint.kind, lang), lang)
                }));
            }
            checked.report = Some(report);
        }
        // The schema tells where and why; only what it cannot know is left.
        Err(error) if checked.problems.is_empty() => {
            let mut finding = encoding::broken(text, &error, lang);
            finding.pointer = unreadable(text).unwrap_or_default();
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

/// Whether a part's funnel stands there, as data files of the first edition have it:
/// the page would leave it out without a word.
fn first_edition(pointer: &str) -> bool {
    let part = pointer.strip_suffix("/funnel");
    part.is_some_and(|part| part.starts_with("/parts/") && part.matches('/').count() == 2)
}

/// The pointer to the first value that cannot be read as part of a report.
fn unreadable(text: &str) -> Option<String> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read: Result<Report, _> = serde_path_to_error::deserialize(&mut reader);
    let path = read.err()?;
    let steps = path.path().iter().map(|step| match step {
        Segment::Map { key } => pointer::escaped(key),
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
    let untold = check::check(report).into_iter().filter(|problem| {
        let theirs = |mended: &Mended| mended.concerns_the_file(&problem.pointer, &problem.kind);
        let stands = stands(file, &problem.pointer);
        stands && !told.contains(&problem.pointer) && mended.is_none_or(theirs)
    });
    problems.extend(untold.map(|mut problem| {
        if let ProblemKind::IdTaken { first, .. } = &mut problem.kind {
            // Told is what has the id already, in words.
            let owner = first.rsplit_once('/').map_or("", |(owner, _)| owner);
            *first = whereabouts::words(file, owner, lang);
        }
        let told = sentences::tell(&problem.kind, lang);
        let told = match &problem.kind {
            ProblemKind::FigureUnknown { found } => {
                let known = report.figures.iter().map(|figure| figure.id.0.as_str());
                told.hint(near::meant(&near::near(found, known), lang))
            }
            _ => told,
        };
        Finding::new(problem.pointer, told, lang)
    }));
}

/// Whether the pointer leads to a value of the file, or to a field that is missing
/// from a group of the file. Serde also reads a group from a list of its fields'
/// values; a problem inside such a list has no place, and the schema has told
/// already that a list stands there.
fn stands(file: &Value, pointer: &str) -> bool {
    let parent = pointer.rsplit_once('/').map(|(parent, _)| parent);
    let group = parent.and_then(|parent| file.pointer(parent));
    file.pointer(pointer).is_some() || group.is_some_and(Value::is_object)
}

/// What a data file may hold beside the report: where its schema is, and the mark of its
/// deploy (`site::deploy`).
const KNOWN: [&str; 2] = ["/$schema", "/deploy"];

/// A field that the page does not use, with the fields that may have been meant:
/// those that belong there and are missing.
fn unknown(pointer: String, file: &Value, schema: &Value, lang: Lang) -> Finding {
    let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
    let there = file.pointer(parent).unwrap_or(&Value::Null);
    let mut known = schema::fields(schema, parent);
    known.retain(|known| there.get(known).is_none());
    let told = Wording {
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

/// Gives each finding its place in words, its line and its column.
fn locate(text: &str, file: &Value, checked: &mut Checked) {
    for finding in checked.problems.iter_mut().chain(&mut checked.hints) {
        finding.place = whereabouts::words(file, &finding.pointer, finding.lang);
    }
    let findings = || checked.problems.iter().chain(&checked.hints);
    let pointers = findings().flat_map(|finding| pointer::ancestors(&finding.pointer));
    let entries = locate::entries(text, pointers.map(str::to_owned).collect());
    let spots = locate::Spots::of(text);
    let find = |finding: &mut Finding, of: fn(&Entry) -> usize| {
        // A missing value is placed where the value stands that lacks it.
        let entry = pointer::ancestors(&finding.pointer).find_map(|pointer| entries.get(pointer));
        finding.spot = finding.spot.or(entry.map(|entry| spots.spot(of(entry))));
    };
    for problem in &mut checked.problems {
        find(problem, |entry| entry.value);
    }
    for hint in &mut checked.hints {
        find(hint, |entry| entry.name);
    }
}
