//! Long work in steps, a task each, for those who must outlive its crash.

use super::pause::wait;
use js_sys::Promise;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

#[wasm_bindgen]
extern "C" {
    /// A promise, as a chain of what is done after one another.
    type Chain;
    #[wasm_bindgen(method)]
    fn then(this: &Chain, step: &JsValue) -> Promise;
}

/// What the work comes to. Each time it pauses, it goes on in a later task. A step
/// that crashes rejects the promise, and no error reaches the window: the browser
/// itself runs the steps as links of one chain.
pub fn promised(work: impl Future<Output = JsValue> + 'static) -> Promise {
    go_on(Box::pin(work))
}

fn go_on(mut work: Pin<Box<dyn Future<Output = JsValue>>>) -> Promise {
    let step = Closure::once_into_js(move || {
        let mut nobody = Context::from_waker(Waker::noop());
        match work.as_mut().poll(&mut nobody) {
            Poll::Ready(value) => value,
            Poll::Pending => go_on(work).into(),
        }
    });
    let later = future_to_promise(async {
        wait(0).await;
        Ok(JsValue::UNDEFINED)
    });
    later.unchecked_ref::<Chain>().then(&step)
}

/// Leaves the rest of the work for its next step.
pub async fn step() {
    let mut paused = false;
    std::future::poll_fn(|context| {
        if std::mem::replace(&mut paused, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}
