//! Finding elements.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// The elements inside `root` that match, in document order.
pub fn find(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index))
        .map(|node| node.unchecked_into())
        .collect()
}

/// The `<details>` of a tree that have an id.
pub fn details(root: &Element) -> Vec<Element> {
    find(root, "details[id]")
}
