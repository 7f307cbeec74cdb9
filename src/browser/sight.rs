//! Seeing what comes into view.

use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls back for elements that come into view; stops when dropped.
pub struct Sight {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl Sight {
    /// Watches elements. An element is in view when `share` of it is inside the
    /// window less `margin` (CSS lengths). `None` where the browser cannot tell.
    pub fn watch(
        elements: impl IntoIterator<Item = Element>,
        share: f64,
        margin: &str,
        mut seen: impl FnMut(Element) + 'static,
    ) -> Option<Sight> {
        if !js_sys::Reflect::has(&js_sys::global(), &"IntersectionObserver".into()).ok()? {
            return None;
        }
        let seen = Closure::new(move |entries: js_sys::Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if entry.is_intersecting() {
                    seen(entry.target());
                }
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_threshold(&JsValue::from_f64(share));
        options.set_root_margin(margin);
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        for element in elements {
            observer.observe(&element);
        }
        let _seen = seen;
        Some(Sight { observer, _seen })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
