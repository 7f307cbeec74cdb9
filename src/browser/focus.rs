//! Putting the focus somewhere without scrolling.

use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, Element, FocusOptions, HtmlElement};

/// Focuses what can be focused.
pub fn focus(element: &Element) {
    let quietly = FocusOptions::new();
    quietly.set_prevent_scroll(true);
    // Drawings have the method, too.
    let element: &HtmlElement = element.unchecked_ref();
    let _ = element.focus_with_options(&quietly);
}

/// Focuses what joins the focus order only while it is focused.
pub fn focus_for_now(element: &Element) {
    if !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
        let focused = element.clone();
        let leave = Closure::once_into_js(move || {
            let _ = focused.remove_attribute("tabindex");
        });
        let once = AddEventListenerOptions::new();
        once.set_once(true);
        let _ = element.add_event_listener_with_callback_and_add_event_listener_options(
            "blur",
            leave.unchecked_ref(),
            &once,
        );
    }
    focus(element);
}
