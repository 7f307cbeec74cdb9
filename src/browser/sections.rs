//! Opening and closing the page's sections.

use super::place::details;

/// Opens or closes every section inside `#app`.
pub fn set_all_open(open: bool) {
    let app = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(app) = app {
        for section in details(&app) {
            let _ = section.toggle_attribute_with_force("open", open);
        }
    }
}
