//! Hostile data: what would execute, mislead or burst in a page is refused, at
//! its place, or is words like any other.
//!
//! Each kind of field of the real data file once, with each kind of malice.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tujie::explain::{Finding, Lang, validate};

use crate::data::{Edit, TEXT, edited, set};

/// What a page must not execute: words to a reader, where words may stand.
const MARKUP: [&str; 3] = [
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\"><svg onload=alert(1)>'`&lt;{{alert(1)}}</title></style></textarea>",
];

/// What stands nowhere: it turns, hides or bursts other words.
const NOWHERE: [&str; 3] = ["\u{202E}", "\u{200B}", "\u{1B}[2J"];

/// Where any words may stand, by the name of the field; the rest are ids,
/// references, numbers' words, and words taken from others.
const WORDS: [&str; 9] = [
    "text",
    "heading",
    "label",
    "short",
    "title",
    "items",
    "keep",
    "source",
    "publisher",
];

/// What is no number that a field may hold, as JSON has it or nearly.
const NUMBERS: [&str; 15] = [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e400",
    "-1e400",
    "1e308",
    "-1",
    "-0.5",
    "0x10",
    "01",
    "1_000",
    "9007199254740993.5",
    "18446744073709551616",
    "\"12\"",
    "[12]",
];

/// One pointer of each kind that holds such a value: the first, with its value.
fn fields(of: fn(&Value) -> bool) -> BTreeMap<String, (String, Value)> {
    let mut file: Value = serde_json::from_str(TEXT).expect("the data file is JSON");
    number(&mut file);
    let mut found = BTreeMap::new();
    walk(
        &file,
        String::new(),
        String::new(),
        &mut |kind, pointer, value| {
            // What editors use is no part of the report.
            if of(value) && kind != "/$schema" {
                found.entry(kind).or_insert((pointer, value.clone()));
            }
        },
    );
    found
}

/// The only number that a data file may hold: what a phrase says, once more.
fn number(file: &mut Value) {
    file["figures"][0]["value"] = json!(20);
}

/// Calls `look` with each value: its kind is its pointer without indices.
fn walk(
    value: &Value,
    kind: String,
    pointer: String,
    look: &mut impl FnMut(String, String, &Value),
) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                walk(
                    value,
                    format!("{kind}/{key}"),
                    format!("{pointer}/{key}"),
                    look,
                );
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                walk(value, kind.clone(), format!("{pointer}/{index}"), look);
            }
        }
        _ => {}
    }
    look(kind, pointer, value);
}

/// What `tujie check` finds in the file.
fn problems(text: &str) -> Vec<Finding> {
    validate(text.as_bytes(), Lang::Zh).problems
}

/// The file is refused for what stands there, in words.
#[track_caller]
fn refused(text: &str, pointer: &str, what: &str) {
    let problems = problems(text);
    // A flow's unit is told where a figure has another.
    let place = pointer.strip_suffix("unit").unwrap_or(pointer);
    let told = problems
        .iter()
        .any(|problem| problem.pointer.starts_with(place) || problem.pointer.is_empty());
    assert!(told, "{what} at {pointer}: {problems:#?}");
    for problem in &problems {
        assert!(!problem.found.contains("读不懂"), "{what}: {problem}");
        let obeyed =
            |letter: char| letter.is_control() || matches!(letter, '\u{202E}' | '\u{2066}');
        assert!(!problem.to_string().contains(obeyed), "{what}: {problem}");
    }
}

/// The file with the text in front of the one that stands there.
fn prefixed(pointer: &str, before: &str, text: &Value) -> String {
    let text = text.as_str().expect("a text");
    let text = json!(format!("{before}{text}"));
    edited(numbered(pointer, text))
}

/// The file with these very letters in place of the value.
fn written(pointer: &str, letters: &str) -> String {
    edited(numbered(pointer, json!("▣"))).replacen("\"▣\"", letters, 1)
}

/// Writes the value into the file with its number.
fn numbered(pointer: &str, value: Value) -> Edit {
    let set = set(pointer, value);
    Box::new(|file| {
        number(file);
        set(file);
    })
}

/// The name of the field, or of the list that an entry stands in.
fn name(kind: &str) -> &str {
    kind.rsplit('/').next().unwrap_or_default()
}

#[test]
fn markup_is_words_where_words_may_stand_and_refused_elsewhere() {
    for (kind, (pointer, text)) in fields(Value::is_string) {
        for markup in MARKUP {
            let file = prefixed(&pointer, markup, &text);
            // Short names are taken from others, and a drawing has room for few letters.
            let free = kind != "/title/short" && !kind.contains("/stages/");
            if WORDS.contains(&name(&kind)) && free {
                let problems = problems(&file);
                assert!(problems.is_empty(), "{markup} at {pointer}: {problems:#?}");
            } else {
                refused(&file, &pointer, markup);
            }
        }
    }
}

#[test]
fn what_turns_hides_or_bursts_words_is_refused_everywhere() {
    let long = "字".repeat(100_000);
    for (_, (pointer, text)) in fields(Value::is_string) {
        for letters in NOWHERE {
            refused(&prefixed(&pointer, letters, &text), &pointer, letters);
        }
        refused(
            &prefixed(&pointer, &long, &text),
            &pointer,
            "100,000 letters",
        );
    }
}

/// JSON can write what is no text at all: half a letter.
#[test]
fn half_a_letter_is_refused_everywhere() {
    for (_, (pointer, _)) in fields(Value::is_string) {
        for letters in [
            r"\uD800",
            r"\uDFFF",
            r"\uD83D字",
            r"\uD83D\u0041",
            r"\uDC00\uD800",
        ] {
            refused(
                &written(&pointer, &format!("\"{letters}\"")),
                &pointer,
                letters,
            );
        }
    }
}

#[test]
fn what_is_no_number_is_refused_everywhere() {
    let numbers = fields(Value::is_number);
    let kinds: Vec<_> = numbers.keys().map(String::as_str).collect();
    assert_eq!(kinds, ["/figures/value"]);
    for (_, (pointer, _)) in numbers {
        for number in NUMBERS {
            refused(&written(&pointer, number), &pointer, number);
        }
    }
}

#[test]
fn depth_is_refused_everywhere() {
    for (_, (pointer, _)) in fields(|_| true)
        .into_iter()
        .filter(|(kind, _)| !kind.is_empty())
    {
        for depth in [200, 100_000] {
            let nest = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
            refused(
                &written(&pointer, &nest),
                &pointer,
                &format!("{depth} levels"),
            );
        }
    }
}
