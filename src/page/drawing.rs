//! Drawings draw themselves when they are first seen. WASM only.

use crate::browser::dom::find;
use crate::browser::sight::Sight;
use crate::browser::view;
use crate::page::mounting::keep;
use web_sys::{Element, IntersectionObserverEntry};

/// What draws itself.
const DRAWINGS: &str = ".tj-glyph, .tj-graphic__rows, .tj-funnel__river, .tj-land__closing";

/// Marks what lies below the window when it is first told of, for the style to
/// draw when it is seen, until the current owner ends. What is in view already is
/// not drawn again before the reader's eyes. To ask where it lies would make the
/// browser lay out the page before it has to.
pub fn attach(root: &Element) {
    keep(Sight::follow(find(root, DRAWINGS), 0.1, "0px", |entries| {
        for entry in entries {
            let drawing = entry.target();
            let waits = drawing.has_attribute("data-draw");
            let state = match entry.is_intersecting() {
                true if waits => "seen",
                false if !waits && below(&entry) => "waiting",
                _ => continue,
            };
            let _ = drawing.set_attribute("data-draw", state);
        }
    }));
}

/// Whether it lies below the window, or where nothing has been laid out yet.
fn below(entry: &IntersectionObserverEntry) -> bool {
    let place = entry.bounding_client_rect();
    // To ask the window would make the browser lay out the page; only in another
    // origin's page nothing else tells.
    let told = entry.root_bounds().map(|window| window.bottom());
    let bottom = told.or_else(view::height);
    place.width() == 0.0 || bottom.is_some_and(|bottom| place.top() > bottom)
}
