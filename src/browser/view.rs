//! What of the page is in view, and where.

use web_sys::{Document, Element};

/// What holds words. What is inside or around it may be a translator's or a
/// browser's own, which another tree does not have.
const BLOCKS: &str = "[id],h1,h2,h3,h4,h5,h6,li,p,summary,tr";

/// What `public/options.js` puts on `<html>` while what is far waits to be laid out.
pub const WAITS: &str = "data-waits";

/// Lets everything have its place now. Before something far is shown: where it is, is
/// not known while what lies before it has no height yet.
pub fn place_all() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.remove_attribute(WAITS);
    }
}

/// Whether any of an element is in the window.
pub fn is_seen(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.bottom() > 0.0 && height().is_some_and(|height| place.top() < height)
}

/// How high the window is, in px.
pub fn height() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}

/// The block of `root` under the reader's eyes, unless the page has not been
/// scrolled.
pub fn in_view(document: &Document, root: &Element) -> Option<Element> {
    let window = web_sys::window()?;
    if window.scroll_y().ok()? <= 0.0 {
        return None;
    }
    let middle = (window.inner_width().ok()?.as_f64()? / 2.0) as f32;
    let height = height()? as f32;
    let element = document.element_from_point(middle, height / 3.0)?;
    let element = element.closest(BLOCKS).ok()??;
    root.contains(Some(&element)).then_some(element)
}
