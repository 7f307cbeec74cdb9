//! The page as its own preview.

use super::snippet::FIELDS;
use crate::browser::choice::chosen;
use crate::browser::options::take;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The page shows what is asked for until this is dropped.
pub struct Preview {
    /// What each field was.
    before: [Option<String>; FIELDS.len()],
    /// How far the page was scrolled, in px.
    top: f64,
    /// What had the focus.
    focus: Option<HtmlElement>,
}

impl Preview {
    /// Remembers the page as it is.
    pub fn start() -> Preview {
        mark(true);
        let window = web_sys::window();
        Preview {
            before: FIELDS.each_ref().map(|field| chosen(field.name)),
            top: window
                .as_ref()
                .and_then(|window| window.scroll_y().ok())
                .unwrap_or_default(),
            focus: window.and_then(|window| window.document()?.active_element()?.dyn_into().ok()),
        }
    }

    /// Shows these values, and the default of every other field.
    pub fn show(&self, values: &[(&str, &str)]) {
        for field in &FIELDS {
            let value = values.iter().find(|(name, _)| *name == field.name);
            take(field.name, value.map(|(_, value)| *value));
        }
        scroll(0.0);
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        for (field, value) in FIELDS.iter().zip(&self.before) {
            take(field.name, value.as_deref());
        }
        mark(false);
        scroll(self.top);
        // The button was not shown when the window closed.
        if let Some(focus) = &self.focus {
            let quietly = web_sys::FocusOptions::new();
            quietly.set_prevent_scroll(true);
            let _ = focus.focus_with_options(&quietly);
        }
    }
}

/// Makes room for the window beside the page, or takes it back.
fn mark(preview: bool) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.toggle_attribute_with_force("data-preview", preview);
    }
}

/// Scrolls the page, in px from its top.
fn scroll(top: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}
