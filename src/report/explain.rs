//! A data file judged as bytes, and every finding told in plain Chinese to an
//! editor who is no programmer. Native only.
//!
//! Knows no rule of its own: what JSON is, is serde_json's; the shape of the
//! file is its JSON Schema's; what makes a report good is [`check`]'s. Reads
//! no files and prints nothing.
//!
//! - [`schema()`]: the JSON Schema, and what departs from it.
//! - [`syntax`]: what is no JSON at all.
//! - [`problem`]: the checks' findings.
//! - [`shown`]: values as messages quote them.
//! - [`Lang`]: the languages of messages.

use std::fmt;

use serde_json::Value;

use super::{MAX_BYTES, Report, check};

mod lang;
mod problem;
mod schema;
mod shown;
mod syntax;

pub use lang::{Lang, said};
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

/// One thing to tell about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// JSON pointer to the value; empty for the file as a whole.
    pub pointer: String,
    /// What was found and what was expected.
    pub text: String,
}

impl Finding {
    /// A finding about the file as a whole.
    fn file(text: impl Into<String>) -> Self {
        Finding {
            pointer: String::new(),
            text: text.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(formatter, "{}：", self.pointer)?;
        }
        formatter.write_str(&self.text)
    }
}

/// Reads a data file as the page does, and tells all that is wrong with it.
pub fn validate(bytes: &[u8]) -> Checked {
    let mut checked = Checked::default();
    match read(bytes) {
        Ok((text, file)) => {
            checked.problems = schema::violations(&file);
            parse(text, &mut checked);
        }
        Err(finding) => checked.problems.push(finding),
    }
    checked
}

/// The bytes as text and as JSON, or the reason why they are neither.
fn read(bytes: &[u8]) -> Result<(&str, Value), Finding> {
    if bytes.len() > MAX_BYTES {
        let found = bytes.len();
        let text = format!("文件有 {found} 字节，应不超过 {MAX_BYTES} 字节（2 MiB）");
        return Err(Finding::file(text));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let place = error.valid_up_to();
        Finding::file(format!(
            "第 {place} 字节（从 0 数起）处的文字不是 UTF-8 编码，应以 UTF-8 编码保存"
        ))
    })?;
    if text.starts_with('\u{FEFF}') {
        let text = "文件开头有字节顺序标记（BOM），应以不带 BOM 的 UTF-8 编码保存";
        return Err(Finding::file(text));
    }
    if text.trim().is_empty() {
        return Err(Finding::file("文件是空的，应为一份报告"));
    }
    match serde_json::from_str(text) {
        Ok(file) => Ok((text, file)),
        Err(error) => Err(Finding::file(syntax::sentence(text, &error))),
    }
}

/// Reads the report and checks it, beside what the schema has told already.
fn parse(text: &str, checked: &mut Checked) {
    let mut reader = serde_json::Deserializer::from_str(text);
    let hints = &mut checked.hints;
    let report = serde_ignored::deserialize(&mut reader, |path| {
        let pointer = pointer(&path);
        // Editors use this field to offer what may stand in the file.
        if pointer != "/$schema" {
            let text = "没有这样的字段，网页不会用到；若是写错了字段名，应改正".into();
            hints.push(Finding { pointer, text });
        }
    });
    let report: Report = match report {
        Ok(report) => report,
        Err(error) => {
            // The schema tells where and why; only what it cannot know is left.
            if checked.problems.is_empty() {
                let finding = Finding::file(syntax::sentence(text, &error));
                checked.problems.push(finding);
            }
            return;
        }
    };
    let told: Vec<_> = checked
        .problems
        .iter()
        .map(|finding| finding.pointer.clone())
        .collect();
    let problems = check::check(&report).into_iter();
    let untold = problems.filter(|problem| !told.contains(&problem.pointer));
    checked.problems.extend(untold.map(|problem| Finding {
        text: problem::sentence(&problem.kind),
        pointer: problem.pointer,
    }));
    checked.report = Some(report);
}

/// The path as a JSON pointer (RFC 6901).
fn pointer(path: &serde_ignored::Path) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}/{index}", pointer(parent)),
        Path::Map { parent, key } => {
            let key = key.replace('~', "~0").replace('/', "~1");
            format!("{}/{key}", pointer(parent))
        }
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => pointer(parent),
    }
}
