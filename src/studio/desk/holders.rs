//! What on the desk holds a place of the file, by `data-holds`.

/// Brings what holds the pointer into sight: the nearest form that names it.
pub fn reveal(pointer: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let mut pointer = pointer;
    while !pointer.is_empty() {
        let found = document.query_selector(&format!("[data-holds=\"{pointer}\"]"));
        if let Ok(Some(holder)) = found {
            if let Some(details) = holder.closest("details").ok().flatten() {
                let _ = details.set_attribute("open", "");
            }
            holder.scroll_into_view();
            crate::browser::focus::focus_for_now(&holder);
            return;
        }
        pointer = pointer.rsplit_once('/').map_or("", |(above, _)| above);
    }
}
