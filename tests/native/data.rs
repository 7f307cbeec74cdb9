//! The data file, as the tests read and edit it.

use serde_json::Value;
use tujie::explain;
use tujie::report::Report;

/// The data file the site is built from.
pub const TEXT: &str = include_str!("../../public/data/report.json");

/// One change to the data file.
pub type Edit = Box<dyn FnOnce(&mut Value)>;

/// The data file as a report.
pub fn report() -> Report {
    serde_json::from_str(TEXT).expect("the data file is a report")
}

/// The edited data file, as text.
pub fn edited(edit: Edit) -> String {
    let mut file: Value = serde_json::from_str(TEXT).expect("the data file is JSON");
    edit(&mut file);
    file.to_string()
}

/// The problems and the hints of the edited data file.
pub fn findings(edit: Edit) -> (Vec<String>, Vec<String>) {
    told(edited(edit).as_bytes())
}

/// The problems and the hints of these bytes. Whatever is found, its English holds no
/// Chinese but what it quotes: an editor who asked for English was told half of it
/// in Chinese.
#[track_caller]
pub fn told(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let english = explain::validate(bytes, explain::Lang::En);
    for finding in english.problems.iter().chain(&english.hints) {
        let hint = finding.hint.iter().map(String::as_str);
        let words: Vec<&str> = [&*finding.place, &*finding.found, &*finding.expected]
            .into_iter()
            .chain(hint)
            .collect();
        assert!(!words.iter().any(|words| is_chinese(words)), "{words:?}");
    }
    let checked = explain::validate(bytes, explain::Lang::Zh);
    let shown = |findings: Vec<explain::Finding>| findings.iter().map(line).collect();
    (shown(checked.problems), shown(checked.hints))
}

/// Whether any of it is Chinese, but for what stands in quotation marks.
pub fn is_chinese(words: &str) -> bool {
    let (mut depth, mut code) = (0, false);
    words.chars().any(|letter| {
        match letter {
            '“' => depth += 1,
            '”' => depth -= 1,
            // What is to be written, as JSON.
            '"' => code = !code,
            _ => {}
        }
        depth == 0 && !code && matches!(letter, '\u{4E00}'..='\u{9FFF}')
    })
}

/// A finding with its pointer, or with its line where there is none.
fn line(finding: &explain::Finding) -> String {
    let sentence = finding.sentence();
    match (finding.pointer.as_str(), finding.spot) {
        ("", None) => sentence,
        ("", Some(spot)) => format!("第 {} 行第 {} 个字符：{sentence}", spot.line, spot.column),
        (pointer, _) => format!("{pointer}：{sentence}"),
    }
}

/// Writes the value there, whether or not anything stood there.
pub fn set(pointer: &str, value: Value) -> Edit {
    let (parent, key) = split(pointer);
    Box::new(move |file| match at(file, &parent) {
        Value::Array(entries) => {
            let index: usize = key.parse().expect("an index");
            entries[index] = value;
        }
        parent => parent[key] = value,
    })
}

/// Leaves the field out.
pub fn remove(pointer: &str) -> Edit {
    let (parent, key) = split(pointer);
    Box::new(move |file| {
        let fields = at(file, &parent).as_object_mut().expect("an object");
        fields.remove(&key).expect("a field to remove");
    })
}

/// Adds an entry to the list.
pub fn push(pointer: &str, value: Value) -> Edit {
    let pointer = pointer.to_owned();
    Box::new(move |file| {
        at(file, &pointer)
            .as_array_mut()
            .expect("a list")
            .push(value)
    })
}

fn at<'a>(file: &'a mut Value, pointer: &str) -> &'a mut Value {
    file.pointer_mut(pointer)
        .unwrap_or_else(|| panic!("no {pointer}"))
}

fn split(pointer: &str) -> (String, String) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer below the root");
    (parent.to_owned(), key.to_owned())
}
