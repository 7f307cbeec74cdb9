//! Letting the browser do something else between two steps of work.

use js_sys::{Function, Promise};
use std::pin::Pin;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Does work that pauses. Boxed, all such work is of one type, which is
/// compiled once.
pub fn begin(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}

/// Goes on in a task of its own, after what the reader did meanwhile.
pub async fn pause() {
    wait(0).await;
}

/// Goes on after so many ms.
pub async fn wait(delay: i32) {
    let later = Promise::new(&mut |resolve: Function, _| {
        let set = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, delay)
                .ok()
        });
        if set.is_none() {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        }
    });
    let _ = JsFuture::from(later).await;
}

/// What is broken after so many ms: beside something that may never come.
pub fn broken_after(delay: i32) -> Promise {
    Promise::new(&mut |_, reject: Function| {
        let _ = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&reject, delay)
                .ok()
        });
    })
}
