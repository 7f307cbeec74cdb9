//! Whether the reader wants motion.

use web_sys::Document;

/// Whether neither the system nor the address asks for stillness.
pub fn motion_wanted(document: &Document) -> bool {
    let still = web_sys::window()
        .and_then(|window| {
            window
                .match_media("(prefers-reduced-motion: reduce)")
                .ok()?
        })
        .is_some_and(|list| list.matches());
    let off = document
        .document_element()
        .is_some_and(|html| html.has_attribute("data-motion"));
    !off && !still
}
