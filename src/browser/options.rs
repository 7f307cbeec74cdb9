//! What the address or a host page asks for (`public/options.js`), and where the
//! page stands.

use super::choice;
use super::listen::Listener;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Options;
    #[wasm_bindgen(thread_local_v2, js_name = tujie)]
    static OPTIONS: Options;
    #[wasm_bindgen(method, catch, js_name = take)]
    fn tell(this: &Options, name: &str, value: Option<&str>) -> Result<(), JsValue>;
}

/// Takes up a value, as if the address asked for it; none is the default.
/// Nothing is remembered.
pub fn take(name: &str, value: Option<&str>) {
    OPTIONS.with(|options| {
        let _ = options.tell(name, value);
    });
}

/// Calls back, for as long as there is a page, when its host asked for something.
pub fn when_asked(mut call: impl FnMut() + 'static) {
    let document = web_sys::window().and_then(|window| window.document());
    std::mem::forget(
        document.and_then(|document| Listener::new(&document, "tujie:set", move |_| call())),
    );
}

/// Whether the page stands in another.
pub fn framed() -> bool {
    choice::chosen("framed").is_some()
}

/// Whether the page is kept from opening windows, printing and downloading: a
/// sandbox takes its origin.
pub fn sandboxed() -> bool {
    web_sys::window().is_some_and(|window| window.origin() == "null")
}
