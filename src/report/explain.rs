//! The JSON Schema of the data file.

/// The schema, JSON Schema 2020-12.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(super::Report).to_value()
}
