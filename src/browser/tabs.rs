//! Other tabs of this site, which some things are shared with: a voice, for one.

use super::listen::Listener;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = web_sys::EventTarget)]
    type BroadcastChannel;
    #[wasm_bindgen(constructor, catch)]
    fn new(name: &str) -> Result<BroadcastChannel, JsValue>;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post(this: &BroadcastChannel, word: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn close(this: &BroadcastChannel);
}

/// Hears the other tabs and is heard by them, until dropped.
pub struct OtherTabs {
    channel: BroadcastChannel,
    _heard: Option<Listener>,
}

impl OtherTabs {
    /// Calls back when another tab tells of something of that name. None where the
    /// browser has no such thing.
    pub fn hear(name: &str, mut call: impl FnMut() + 'static) -> Option<OtherTabs> {
        let channel = BroadcastChannel::new(name).ok()?;
        let _heard = Listener::new(&channel, "message", move |_| call());
        Some(OtherTabs { channel, _heard })
    }

    /// Tells the other tabs, which hear of it later.
    pub fn tell(&self) {
        let _ = self.channel.post(&JsValue::TRUE);
    }
}

impl Drop for OtherTabs {
    fn drop(&mut self) {
        self.channel.close();
    }
}
