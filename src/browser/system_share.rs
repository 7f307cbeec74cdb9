//! The system's own way to share an address.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// It was sent, or the reader did not want to: both need no word.
    Done,
    /// The system could not.
    Failed,
}

/// Whether the system has a way.
pub fn can_share() -> bool {
    method().is_some()
}

/// Offers an address to the system. Only on a press, else it is refused.
pub async fn share(url: &str) -> Shared {
    let answer = begin(url);
    let answer = match answer {
        Some(promise) => JsFuture::from(promise).await.map(|_| ()),
        None => Err(JsValue::NULL),
    };
    match answer {
        Ok(()) => Shared::Done,
        Err(error) => {
            let name = Reflect::get(&error, &"name".into());
            match name.ok().and_then(|name| name.as_string()).as_deref() {
                Some("AbortError") => Shared::Done,
                _ => Shared::Failed,
            }
        }
    }
}

fn begin(url: &str) -> Option<Promise> {
    let window = web_sys::window()?;
    let data = Object::new();
    let title = window.document()?.title();
    Reflect::set(&data, &"title".into(), &title.into()).ok()?;
    Reflect::set(&data, &"url".into(), &url.into()).ok()?;
    let promise = method()?.call1(&window.navigator(), &data).ok()?;
    promise.dyn_into().ok()
}

fn method() -> Option<Function> {
    let navigator = web_sys::window()?.navigator();
    let method = Reflect::get(&navigator, &"share".into()).ok()?;
    method.dyn_into().ok()
}
