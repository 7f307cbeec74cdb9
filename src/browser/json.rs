//! Reading JSON by the browser's own parser.

use js_sys::JSON;
use serde::de::DeserializeOwned;

/// What a file of JSON holds; none where it is no JSON or does not fit.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let text = std::str::from_utf8(bytes).ok()?;
    let value = JSON::parse(text).ok()?;
    serde_wasm_bindgen::from_value(value).ok()
}
