//! Reports that went wrong in many ways at once are refused, each problem at a
//! place that is there; and what is not refused can be shown.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use tujie::explain::{Lang, validate};
use tujie::report::Report;
use tujie::report::check::check;

use super::each::each;
use crate::data::TEXT;

/// One change to a file.
#[derive(Clone, Debug)]
enum Change {
    /// Another value there.
    Set(Index, Value),
    /// Nothing there.
    Remove(Index),
    /// The same once more in the list.
    Double(Index),
    /// What stands elsewhere in the file.
    Copy(Index, Index),
    /// These letters in the text.
    Write(Index, Index, String),
    /// A field of that name.
    Add(Index, &'static str, Value),
}

/// Names that fields have, and one that none has.
const NAMES: [&str; 20] = [
    "id", "text", "heading", "figures", "strong", "value", "count", "figure", "share", "exits",
    "splits", "beside", "to", "stages", "flows", "funnel", "chapters", "kind", "a/b~c", "parts",
];

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0..3000_u32).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        "[0-9]{1,4}[千万]?余?[件个项]".prop_map(Value::from),
        "[a-z][a-z-]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 12, 4, |inner| {
        let fields = vec((select(&NAMES[..]), inner.clone()), 0..4);
        prop_oneof![
            vec(inner, 0..4).prop_map(Value::from),
            fields.prop_map(|fields| {
                let fields = fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                Value::from(fields.collect::<Map<_, _>>())
            }),
        ]
    })
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<Index>;
    let letters = prop_oneof!["[0-9千余件，。|<&\"]{1,3}", ".{1,4}"];
    let change = prop_oneof![
        (at(), values()).prop_map(|(at, value)| Change::Set(at, value)),
        at().prop_map(Change::Remove),
        at().prop_map(Change::Double),
        (at(), at()).prop_map(|(from, to)| Change::Copy(from, to)),
        (at(), at(), letters).prop_map(|(at, place, letters)| Change::Write(at, place, letters)),
        (at(), select(&NAMES[..]), values())
            .prop_map(|(at, name, value)| Change::Add(at, name, value)),
    ];
    vec(change, 1..5)
}

/// The pointers of all values.
fn pointers(value: &Value, pointer: String, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                pointers(value, format!("{pointer}/{key}"), all);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                pointers(value, format!("{pointer}/{index}"), all);
            }
        }
        _ => {}
    }
    all.push(pointer);
}

fn changed(changes: Vec<Change>) -> Value {
    let mut file: Value = serde_json::from_str(TEXT).expect("the data file is JSON");
    for change in changes {
        let mut all = Vec::new();
        pointers(&file, String::new(), &mut all);
        let there = |index: &Index| index.get(&all).clone();
        let value = |file: &mut Value, index: &Index, new: Value| {
            if let Some(old) = file.pointer_mut(&there(index)) {
                *old = new;
            }
        };
        match change {
            Change::Set(index, new) => value(&mut file, &index, new),
            Change::Copy(from, to) => {
                let new = file.pointer(&there(&from)).cloned().unwrap_or_default();
                value(&mut file, &to, new);
            }
            Change::Remove(index) => {
                let pointer = there(&index);
                let Some((parent, key)) = pointer.rsplit_once('/') else {
                    continue;
                };
                match file.pointer_mut(parent) {
                    Some(Value::Object(fields)) => {
                        fields.remove(&key.replace("~1", "/").replace("~0", "~"));
                    }
                    Some(Value::Array(entries)) => {
                        entries.remove(key.parse().expect("an index"));
                    }
                    _ => {}
                }
            }
            Change::Double(index) => {
                let pointer = there(&index);
                let Some((parent, key)) = pointer.rsplit_once('/') else {
                    continue;
                };
                if let Some(Value::Array(entries)) = file.pointer_mut(parent) {
                    let entry = entries[key.parse::<usize>().expect("an index")].clone();
                    entries.push(entry);
                }
            }
            Change::Write(index, place, letters) => {
                if let Some(Value::String(text)) = file.pointer_mut(&there(&index)) {
                    let mut all: Vec<char> = text.chars().collect();
                    let at = place.index(all.len() + 1);
                    all.splice(at..at, letters.chars());
                    *text = all.into_iter().collect();
                }
            }
            Change::Add(index, name, new) => {
                if let Some(Value::Object(fields)) = file.pointer_mut(&there(&index)) {
                    fields.insert(name.to_owned(), new);
                }
            }
        }
    }
    file
}

/// Whether the value is there, or missing from what is.
fn resolves(file: &Value, pointer: &str) -> bool {
    let parent = pointer.rsplit_once('/').map(|(parent, _)| parent);
    let missing = || {
        parent
            .and_then(|parent| file.pointer(parent))
            .is_some_and(Value::is_object)
    };
    file.pointer(pointer).is_some() || missing()
}

/// Whether a list stands where the report has a group: serde takes it for one,
/// neither the page nor the check does.
fn lists_for_groups(file: &Value, read: &Value) -> bool {
    match (file, read) {
        (Value::Array(_), Value::Object(_)) => true,
        (Value::Array(file), Value::Array(read)) => file
            .iter()
            .zip(read)
            .any(|(file, read)| lists_for_groups(file, read)),
        (Value::Object(file), Value::Object(read)) => read.iter().any(|(name, read)| {
            let file = file.get(name);
            file.is_some_and(|file| lists_for_groups(file, read))
        }),
        _ => false,
    }
}

#[test]
fn every_problem_has_its_place() {
    each(160, changes(), |changes| {
        let file = changed(changes);
        let text = file.to_string();
        let checked = validate(text.as_bytes(), Lang::Zh);
        for finding in checked.problems.iter().chain(&checked.hints) {
            assert!(resolves(&file, &finding.pointer), "{finding}");
            assert!(finding.spot.is_some(), "{finding}");
        }
        for problem in &checked.problems {
            // What is missing is missing from what stands there.
            let parent = problem
                .pointer
                .rsplit_once('/')
                .map_or("", |(parent, _)| parent);
            let value = file.pointer(&problem.pointer).or(file.pointer(parent));
            let value = value.expect("it resolves").to_string();
            let column = problem.spot.map_or(0, |spot| spot.column - 1);
            let there: String = text
                .chars()
                .skip(column)
                .take(value.chars().count())
                .collect();
            assert_eq!(there, value, "{problem}");
        }
        // What the page reads as a report, it judges alike.
        let read = serde_json::from_value::<Report>(file.clone());
        let read = read
            .ok()
            .filter(|report| !lists_for_groups(&file, &json!(report)));
        let Some(report) = read else {
            assert!(!checked.problems.is_empty());
            return;
        };
        assert_eq!(
            check(&report).is_empty(),
            checked.problems.is_empty(),
            "{:#?}",
            checked.problems
        );
        for problem in check(&report) {
            assert!(resolves(&json!(report), &problem.pointer), "{problem:?}");
        }
        if checked.problems.is_empty() {
            let page = tujie::page::render(&report);
            for wrong in ["NaN", "inf ", "undefined"] {
                assert!(!page.contains(wrong), "{wrong}");
            }
        }
    });
}
