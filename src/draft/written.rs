//! A draft as a data file: what is empty is left out.

use serde_json::Value;

use crate::report::Report;

/// The data file.
pub fn json(report: &Report) -> String {
    let mut file = serde_json::to_value(report).unwrap_or_default();
    prune(&mut file);
    if let Value::Object(fields) = &mut file {
        let schema = Value::String("report.schema.json".to_owned());
        fields.shift_insert(0, "$schema".to_owned(), schema);
    }
    format!("{file:#}\n")
}

/// Takes out what says nothing: null, false, and lists and groups without entries.
fn prune(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| {
                prune(value);
                !is_nothing(value)
            });
        }
        Value::Array(entries) => entries.iter_mut().for_each(prune),
        _ => {}
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(entries) => entries.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}
