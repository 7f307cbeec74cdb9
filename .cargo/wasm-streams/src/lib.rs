//! The names by which server functions know a stream of the browser; nothing is ever
//! streamed.

use futures_util::stream::{Empty, empty};
use wasm_bindgen::JsValue;

/// A stream of the browser.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// What a response gives.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// What a request takes.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would send what a stream gives.
    pub fn from_stream<S>(_: S) -> Self {
        unimplemented!("this page calls no server")
    }

    /// Nothing.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
