//! The served page, told from one that translators, in-app browsers or a new
//! report have made another.

use crate::browser::place::find;
use js_sys::{JsString, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// What the reader, a link or `view=chapter` does to a page before the app runs.
const DONE: [&str; 3] = [" open=\"\"", " tabindex=\"-1\"", " data-shown=\"\""];

/// Whether what stands in the element is this HTML, letter for letter. What is
/// drawn inside elements of these classes is left out.
pub fn stands(element: &Element, html: &str, drawn: &[&str]) -> bool {
    // The text of a long report need not come here.
    let Ok(text) = Reflect::get(element, &"innerHTML".into()) else {
        return false;
    };
    let mut text: JsString = text.unchecked_into();
    for class in drawn {
        for place in find(element, &[".", class].concat()) {
            let drawing = place.inner_html();
            if !drawing.is_empty() {
                text = without(text, &drawing);
            }
        }
    }
    let html = JsString::from(html);
    text == html || undone(text) == undone(html)
}

/// HTML before anything was done to it.
fn undone(html: JsString) -> JsString {
    DONE.into_iter().fold(html, without)
}

fn without(text: JsString, piece: &str) -> JsString {
    text.split(piece).join("")
}
