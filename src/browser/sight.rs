//! Seeing what comes into view.

use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls back for elements that come into view; stops when dropped.
pub struct Sight {
    observer: IntersectionObserver,
    _told: Closure<dyn FnMut(js_sys::Array)>,
}

impl Sight {
    /// Watches elements, and hands on those that come into view together. One is
    /// in view when `share` of it is inside the window less `margin` (CSS lengths).
    /// `None` where the browser cannot tell.
    pub fn watch(
        elements: impl IntoIterator<Item = Element>,
        share: f64,
        margin: &str,
        mut seen: impl FnMut(Vec<Element>) + 'static,
    ) -> Option<Sight> {
        Sight::follow(elements, share, margin, move |entries| {
            let entries = entries.into_iter();
            let come = entries.filter(IntersectionObserverEntry::is_intersecting);
            seen(come.map(|entry| entry.target()).collect());
        })
    }

    /// The same, told of each element's place once at first and of every change.
    pub fn follow(
        elements: impl IntoIterator<Item = Element>,
        share: f64,
        margin: &str,
        mut moved: impl FnMut(Vec<IntersectionObserverEntry>) + 'static,
    ) -> Option<Sight> {
        if !js_sys::Reflect::has(&js_sys::global(), &"IntersectionObserver".into()).ok()? {
            return None;
        }
        let told = Closure::new(move |entries: js_sys::Array| {
            moved(entries.iter().map(JsCast::unchecked_into).collect());
        });
        let options = IntersectionObserverInit::new();
        options.set_threshold(&JsValue::from_f64(share));
        options.set_root_margin(margin);
        let observer =
            IntersectionObserver::new_with_options(told.as_ref().unchecked_ref(), &options).ok()?;
        for element in elements {
            observer.observe(&element);
        }
        let _told = told;
        Some(Sight { observer, _told })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
