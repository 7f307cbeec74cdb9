//! What the address or a host page asks for (`public/options.js`), and where the
//! page stands.

use super::choice;
use super::listen::Listener;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Url};

#[wasm_bindgen]
extern "C" {
    type Options;
    #[wasm_bindgen(thread_local_v2, js_name = tujie)]
    static OPTIONS: Options;
    #[wasm_bindgen(method, catch, js_name = take)]
    fn tell(this: &Options, name: &str, value: Option<&str>) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn own(this: &Options) -> Result<String, JsValue>;
}

/// The page's address as it is handed on: with its own parameters alone.
pub fn own_address() -> Option<Url> {
    Url::new(&OPTIONS.with(Options::own).ok()?).ok()
}

/// Takes up a value, as if the address asked for it; none is the default.
/// Nothing is remembered.
pub fn take(name: &str, value: Option<&str>) {
    OPTIONS.with(|options| {
        let _ = options.tell(name, value);
    });
}

/// Calls back when the page's host asked for something, until dropped.
pub fn when_asked(mut call: impl FnMut() + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Listener::new(&document, "tujie:set", move |_| call())
}

/// Asks the host, where there is one, to scroll to a place: a frame as high as
/// its page cannot. `top` is in px from the frame's top.
pub fn shown(top: f64) {
    let detail = CustomEventInit::new();
    detail.set_detail(&top.into());
    let event = CustomEvent::new_with_event_init_dict("tujie:shown", &detail);
    let document = web_sys::window().and_then(|window| window.document());
    if let (Ok(event), Some(document)) = (event, document.filter(|_| framed())) {
        let _ = document.dispatch_event(&event);
    }
}

/// Whether the page stands in another.
pub fn framed() -> bool {
    choice::chosen("framed").is_some()
}

/// Whether files can be saved here: everywhere but in a frame. Of a frame only its host
/// knows, and only `embed.js` says so (`public/framed.js`).
pub fn saves() -> bool {
    !framed() || choice::chosen("downloads").is_some()
}
