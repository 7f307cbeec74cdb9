//! Putting words on the clipboard.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

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
