//! What the style says of an element.

use web_sys::Element;

/// The values of these properties, in their order; empty where there is none.
/// The style reaches an element only in the document.
pub fn values(element: &Element, properties: &[&str]) -> Option<Vec<String>> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let values = properties
        .iter()
        .map(|property| style.get_property_value(property).unwrap_or_default());
    Some(values.collect())
}
