//! From one look of the page to another: the old picture fades into the new one
//! (View Transitions), where the browser can and the reader wants motion.

use super::motion::motion_wanted;
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

/// Makes a change of the page's look; where it fades, a moment later.
pub fn fade(change: impl FnOnce() + 'static) {
    let document = web_sys::window().and_then(|window| window.document());
    let begin = document
        .as_ref()
        .filter(|document| motion_wanted(document))
        .and_then(|document| Reflect::get(document, &"startViewTransition".into()).ok())
        .and_then(|begin| begin.dyn_into::<Function>().ok());
    match (document, begin) {
        (Some(document), Some(begin)) => {
            let change = Closure::once_into_js(change);
            let _ = begin.call1(&document, &change);
        }
        _ => change(),
    }
}
