//! What `studio/boot.js` does for the desk: the press, drafts that stay, pictures.

use js_sys::Uint8Array;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::studio::errand::{Errand, packed, unpacked};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = tujieOutside)]
    async fn press(errand: Uint8Array, with_site: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = tujieOutside)]
    async fn keep(id: &str, record: &str, tab: &str, count: f64) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = tujieOutside)]
    async fn kept() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = tujieOutside)]
    async fn drop(id: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = tujieOutside)]
    async fn drawn(svg: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = tujieOutside)]
    async fn command(method: &str, tag: &str, text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = tujieOutside)]
    pub fn stopped();
}

/// What the press answers to an errand with these pieces; an error in its own words. Where
/// the errand needs the site, it is the first of the pieces by itself.
pub async fn ask<T: DeserializeOwned>(
    errand: &Errand,
    pieces: &[&[u8]],
) -> Result<(T, Vec<Vec<u8>>), String> {
    let with_site = matches!(errand, Errand::Site { .. } | Errand::Shell);
    let message = packed(errand, pieces);
    let answer = press(Uint8Array::from(message.as_slice()), with_site).await;
    let answer = answer.map_err(|error| error.as_string().unwrap_or_default())?;
    let answer = answer.unchecked_into::<Uint8Array>().to_vec();
    let told = unpacked::<serde_json::Value>(&answer);
    let (told, pieces) = told.ok_or("the press gave no answer")?;
    if let Some(failed) = told.get("failed").and_then(|words| words.as_str()) {
        return Err(failed.to_owned());
    }
    let told = serde_json::from_value(told).map_err(|error| error.to_string())?;
    Ok((told, pieces.into_iter().map(<[u8]>::to_vec).collect()))
}

/// Keeps a draft. Whether it was kept; not where another tab went on with it.
pub async fn keep_draft(id: &str, record: &str, tab: &str, count: u32) -> Result<bool, ()> {
    let kept = keep(id, record, tab, f64::from(count)).await;
    kept.map(|kept| kept.is_truthy()).map_err(|_| ())
}

/// A draft that this browser keeps.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
pub struct KeptDraft {
    pub id: String,
    pub record: String,
    pub count: u32,
    pub when: f64,
}

/// All of them, the newest first; none where this browser keeps nothing.
pub async fn kept_drafts() -> Result<Vec<KeptDraft>, ()> {
    let all = kept().await.map_err(|_| ())?;
    serde_json::from_str(&all.as_string().unwrap_or_default()).map_err(|_| ())
}

/// Removes one.
pub async fn drop_draft(id: &str) -> Result<(), ()> {
    drop(id).await.map(|_| ()).map_err(|_| ())
}

/// A picture of SVG as PNG; none where the browser cannot.
pub async fn picture(svg: &str) -> Option<Vec<u8>> {
    let bytes = drawn(svg).await.ok()?;
    Some(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// What the command answered.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct CommandAnswer {
    pub status: u16,
    pub tag: Option<String>,
    pub text: String,
}

/// Asks the command that serves the page; none where none does or it has ended.
pub async fn ask_command(method: &str, tag: &str, text: &str) -> Result<Option<CommandAnswer>, ()> {
    let answer = command(method, tag, text).await.map_err(|_| ())?;
    match answer.as_string().unwrap_or_default().as_str() {
        "" => Ok(None),
        answer => serde_json::from_str(answer).map(Some).map_err(|_| ()),
    }
}

/// Says in which language the desk speaks, and keeps it for the next time.
pub fn speak(english: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document else { return };
    let (language, title) = match english {
        true => ("en", "Editing desk · tujie"),
        false => ("zh-CN", "编辑台 · 图解"),
    };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", language);
    }
    document.set_title(title);
    if let Some(store) = store() {
        let _ = store.set_item(LANGUAGE, language);
    }
}

/// Whether the desk spoke English the last time.
pub fn spoke_english() -> bool {
    let kept = store().and_then(|store| store.get_item(LANGUAGE).ok().flatten());
    kept.as_deref() == Some("en")
}

/// The key of the language in the browser's store.
const LANGUAGE: &str = "tujie-desk-language";

/// The browser's store; some browsers have none for files.
fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
