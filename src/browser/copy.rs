//! Putting words on the clipboard.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Selects all of a field and copies it, on the press of a button; false where
/// the browser does not let us. The newer way needs a secure connection, which
/// many a public website has not.
pub fn copy(field: &HtmlTextAreaElement) -> bool {
    field.select();
    field
        .owner_document()
        .and_then(|document| document.dyn_into::<HtmlDocument>().ok())
        .is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}
