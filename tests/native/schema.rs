//! The JSON Schema: its dialect, and that other tools can use it.

use serde_json::Value;
use tujie::explain::schema;

use crate::data::TEXT;

#[test]
fn the_schema_is_of_2020_12_and_the_report_keeps_to_it() {
    let schema = schema();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    assert!(jsonschema::meta::is_valid(&schema));
    let report: Value = serde_json::from_str(TEXT).expect("the data file is JSON");
    assert!(jsonschema::is_valid(&schema, &report));
}

/// Editors show the descriptions while a data file is written.
#[test]
fn every_field_is_described() {
    let schema = schema();
    let defined = schema["$defs"].as_object().expect("definitions");
    for (name, object) in defined.iter().chain([(&"Report".to_owned(), &schema)]) {
        let fields = object["properties"].as_object().into_iter().flatten();
        for (field, described) in fields {
            assert!(described["description"].is_string(), "{name}.{field}");
        }
    }
}
