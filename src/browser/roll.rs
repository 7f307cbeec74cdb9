//! Rolling digits: each key figure's digits turn once, when first seen, from
//! the printed value round to it. Only what is hidden from assistive technology
//! moves, by transform alone, so nothing else on the page does.

use wasm_bindgen::prelude::*;
use web_sys::{
    AnimationEvent, Document, Element, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit,
};

/// Watches the key figures of a tree; stops when dropped.
pub struct Rolling {
    root: Element,
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array, IntersectionObserver)>,
    finished: Closure<dyn FnMut(AnimationEvent)>,
}

impl Rolling {
    /// Starts watching; `None` where the browser cannot tell what is in view.
    pub fn watch(root: &Element) -> Option<Rolling> {
        if !js_sys::Reflect::has(&js_sys::global(), &"IntersectionObserver".into()).ok()? {
            return None;
        }
        let seen = Closure::new(|entries: js_sys::Array, observer: IntersectionObserver| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if entry.is_intersecting() {
                    observer.unobserve(&entry.target());
                    roll(&entry.target());
                }
            }
        });
        let finished = Closure::new(|event: AnimationEvent| {
            let reel = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(reel) = reel.filter(|reel| reel.has_attribute("data-reel")) {
                let _ = reel.remove_attribute("data-reel");
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_threshold(&JsValue::from_f64(0.6));
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        root.add_event_listener_with_callback("animationend", finished.as_ref().unchecked_ref())
            .ok()?;
        let figures = root.query_selector_all(".tj-figure__number").ok()?;
        for index in 0..figures.length() {
            if let Some(figure) = figures.item(index) {
                observer.observe(figure.unchecked_ref());
            }
        }
        Some(Rolling {
            root: root.clone(),
            observer,
            _seen: seen,
            finished,
        })
    }
}

impl Drop for Rolling {
    fn drop(&mut self) {
        self.observer.disconnect();
        let _ = self.root.remove_event_listener_with_callback(
            "animationend",
            self.finished.as_ref().unchecked_ref(),
        );
    }
}

/// Sets the digits of a figure rolling, unless the reader wants or sees no motion.
fn roll(figure: &Element) {
    let Some(document) = figure.owner_document() else {
        return;
    };
    let Ok(digits) = figure.query_selector_all(".tj-digits") else {
        return;
    };
    if document.hidden() || !motion_wanted(&document) {
        return;
    }
    for index in 0..digits.length() {
        if let Some(digits) = digits.item(index) {
            let text = digits.text_content().unwrap_or_default();
            digits.set_text_content(None);
            for letter in text.chars() {
                if let Some(piece) = reel(&document, letter) {
                    let _ = digits.append_child(&piece);
                }
            }
        }
    }
}

/// A digit that carries what rolls past, one a line; other letters stand still.
fn reel(document: &Document, letter: char) -> Option<Element> {
    let piece = document.create_element("span").ok()?;
    let mut text = [0; 4];
    piece.set_text_content(Some(letter.encode_utf8(&mut text)));
    if let Some(printed) = letter.to_digit(10) {
        let lines: String = (0..=10)
            .flat_map(|step| [char::from_digit((printed + step) % 10, 10), Some('\n')])
            .flatten()
            .collect();
        piece.set_class_name("tj-reel");
        piece.set_attribute("data-reel", lines.trim_end()).ok()?;
    }
    Some(piece)
}

/// Whether neither the system nor the address asks for stillness.
fn motion_wanted(document: &Document) -> bool {
    let still = |query: &str| {
        web_sys::window()
            .and_then(|window| window.match_media(query).ok().flatten())
            .is_some_and(|list| list.matches())
    };
    let off = document
        .document_element()
        .is_some_and(|html| html.get_attribute("data-motion").as_deref() == Some("off"));
    !off && !still("(prefers-reduced-motion: reduce)")
}
