//! What on the desk holds a place of the file, by `data-holds`.

use web_sys::{Document, Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::browser::focus::{focus, focus_for_now};
use crate::browser::pause::{self, wait};

/// How often what is unfolded is looked into for something nearer.
const DEPTH: usize = 12;

/// How long something unfolds, in ms.
const UNFOLDED: i32 = 50;

/// Brings what holds the pointer into sight: the nearest form that names it. What is folded
/// has nothing in it yet, so it is unfolded and looked into again.
pub fn reveal(pointer: &str) {
    let pointer = pointer.to_owned();
    pause::begin(async move {
        let document = web_sys::window().and_then(|window| window.document());
        let Some(document) = document else { return };
        let mut last = None;
        for _ in 0..DEPTH {
            let Some(holder) = nearest(&document, &pointer) else {
                return;
            };
            if last.as_ref() == Some(&holder) {
                holder.scroll_into_view();
                focus_for_now(&holder);
                return;
            }
            let mut around = Some(holder.clone());
            while let Some(element) = around {
                if element.tag_name() == "DETAILS" {
                    let _ = element.set_attribute("open", "");
                }
                around = element.parent_element();
            }
            last = Some(holder);
            // The event that it is unfolded comes in a task of its own.
            wait(UNFOLDED).await;
        }
    });
}

/// Puts the focus into the first field of an entry that was just added.
pub fn enter(pointer: &str) {
    let inside = format!(
        "[data-holds=\"{pointer}\"] :is(input, select), [data-holds^=\"{pointer}/\"]:is(input, select)"
    );
    pause::begin(async move {
        wait(UNFOLDED).await;
        let document = web_sys::window().and_then(|window| window.document());
        let field = document.and_then(|document| document.query_selector(&inside).ok().flatten());
        if let Some(field) = field {
            focus(&field);
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            field.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// What holds the pointer, or the most of the way to it.
fn nearest(document: &Document, pointer: &str) -> Option<Element> {
    let mut pointer = pointer;
    while !pointer.is_empty() {
        let found = document.query_selector_all(&format!("[data-holds=\"{pointer}\"]"));
        if let Some(all) = found.ok().filter(|all| 0 < all.length()) {
            // The innermost comes last.
            let last = all.item(all.length() - 1)?;
            return wasm_bindgen::JsCast::dyn_into(last).ok();
        }
        pointer = pointer.rsplit_once('/').map_or("", |(above, _)| above);
    }
    None
}
