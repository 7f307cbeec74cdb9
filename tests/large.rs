//! A report many times as large as the one of the site, for whoever wants to
//! know what size does: the same words again under other ids.

use serde_json::Value;

/// The data file `times` over, still a good one. A report has one funnel, so
/// only the first keeps it.
pub fn report(text: &str, times: usize) -> String {
    let file: Value = serde_json::from_str(text).expect("the data file is JSON");
    let mut large = file.clone();
    for index in 1..times {
        let mut copy = file.clone();
        rename(&mut copy, &format!("-{index}"));
        for list in ["parts", "figures"] {
            let entries = copy[list].as_array_mut().expect("a list").drain(..);
            let all = large[list].as_array_mut().expect("a list");
            all.extend(entries.map(|mut entry| {
                if let Some(fields) = entry.as_object_mut() {
                    fields.remove("funnel");
                }
                entry
            }));
        }
    }
    large.to_string()
}

/// Adds to every id and to every reference to a figure.
fn rename(value: &mut Value, ending: &str) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match (key.as_str(), &mut *value) {
                    ("id", Value::String(id)) => id.push_str(ending),
                    ("figures" | "strip" | "headline", Value::Array(ids)) => {
                        for id in ids {
                            match id {
                                Value::String(id) => id.push_str(ending),
                                figure => rename(figure, ending),
                            }
                        }
                    }
                    _ => rename(value, ending),
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| rename(entry, ending)),
        _ => {}
    }
}
