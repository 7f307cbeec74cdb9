//! Fetching a file beside the page: bounded in time and size.

use super::loader::Asked;
use gloo_net::http::Response;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The bytes of a file that was asked for. `None` where it is missing, larger
/// than `limit` bytes or not here after `patience` ms.
pub async fn bytes(asked: Asked, limit: usize, patience: i32) -> Option<Uint8Array> {
    let window = web_sys::window()?;
    let answer = asked.answer();
    let give_up = Closure::once_into_js(move || asked.abort());
    let timer = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(give_up.unchecked_ref(), patience)
        .ok()?;
    let bytes = async {
        let response: web_sys::Response = JsFuture::from(answer).await.ok()?.unchecked_into();
        let response = Response::from(response);
        let announced = response.headers().get("content-length");
        let too_long = announced
            .and_then(|length| length.parse().ok())
            .is_some_and(|length: usize| length > limit);
        if !response.ok() || too_long {
            return None;
        }
        let body = JsFuture::from(web_sys::Response::from(response).array_buffer().ok()?).await;
        let body = Uint8Array::new(&body.ok()?);
        // What nobody announced is measured before anyone copies it: the app's memory
        // grows for a copy, and never shrinks again.
        let length = usize::try_from(body.length()).ok()?;
        (length <= limit).then_some(body)
    }
    .await;
    window.clear_timeout_with_handle(timer);
    bytes
}
