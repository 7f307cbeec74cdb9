//! Putting words on the clipboard.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
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

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(words: &str) -> Result<Promise, JsValue>;
}

/// Writes words on the clipboard, on the press of a button. `None` where the
/// browser does not let us: without a secure connection, in many a frame.
pub async fn write(words: &str) -> Option<()> {
    JsFuture::from(write_text(words).ok()?).await.ok()?;
    Some(())
}
