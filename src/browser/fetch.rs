//! Fetching a file beside the page: bounded in time and size.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestInit, Response};

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
    let request = RequestInit::new();
    request.set_cache(RequestCache::NoCache);
    request.set_signal(Some(&signal));
    let bytes = async {
        let response = JsFuture::from(window.fetch_with_str_and_init(url, &request));
        let response: Response = response.await.ok()?.unchecked_into();
        let announced = response.headers().get("content-length").ok()?;
        let too_long = announced
            .and_then(|length| length.parse().ok())
            .is_some_and(|length: usize| length > limit);
        if !response.ok() || too_long {
            return None;
        }
        let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
        let bytes: ArrayBuffer = bytes.unchecked_into();
        (bytes.byte_length() as usize <= limit).then(|| Uint8Array::new(&bytes).to_vec())
    }
    .await;
    window.clear_timeout_with_handle(timer);
    bytes
}
