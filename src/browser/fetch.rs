//! Fetching a file beside the page: bounded in time and size.

use gloo_net::http::Request;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, Response};

/// The file's bytes, asked for anew: what the browser holds is revalidated.
/// `None` where it is missing, larger than `limit` bytes or not here after
/// `patience` ms.
pub async fn bytes(url: &str, limit: usize, patience: i32) -> Option<Vec<u8>> {
    let window = web_sys::window()?;
    let abort = AbortController::new().ok()?;
    let signal = abort.signal();
    let give_up = Closure::once_into_js(move || abort.abort());
    let timer = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(give_up.unchecked_ref(), patience)
        .ok()?;
    let bytes = async {
        let response = Request::get(url)
            .cache(RequestCache::NoCache)
            .abort_signal(Some(&signal))
            .send()
            .await
            .ok()?;
        let announced = response.headers().get("content-length");
        let too_long = announced
            .and_then(|length| length.parse().ok())
            .is_some_and(|length: usize| length > limit);
        if !response.ok() || too_long {
            return None;
        }
        let body = JsFuture::from(Response::from(response).array_buffer().ok()?).await;
        let body = Uint8Array::new(&body.ok()?);
        // What nobody announced is measured before it is copied: the app's memory
        // grows for a copy, and never shrinks again.
        let length = usize::try_from(body.length()).ok()?;
        (length <= limit).then(|| body.to_vec())
    }
    .await;
    window.clear_timeout_with_handle(timer);
    bytes
}
