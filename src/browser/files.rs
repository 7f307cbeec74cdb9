//! Files for the reader: made of words or bytes, and handed over as a download.

use super::pause::{self, wait};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a file is kept for the browser to take it, in ms.
const KEPT: i32 = 60_000;

/// Whether downloads lead nowhere here, of which no event tells: WeChat's browser has
/// none.
pub fn are_refused() -> bool {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    agent.is_some_and(|agent| agent.contains("MicroMessenger"))
}

/// Words as a file of that media type.
pub fn of_words(words: &str, media: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let parts = Array::of1(&words.into());
    Blob::new_with_str_sequence_and_options(&parts, &kind).ok()
}

/// Hands over a file under a name.
pub fn save(name: &str, file: &Blob) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let link = document.create_element("a").ok()?;
    let link: HtmlAnchorElement = link.unchecked_into();
    let address = Url::create_object_url_with_blob(file).ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    pause::begin(async move {
        wait(KEPT).await;
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}
