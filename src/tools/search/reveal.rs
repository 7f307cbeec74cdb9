//! Bringing the current hit into sight.

use crate::browser::{options, view};
use web_sys::DomRect;

/// How far above a hit a host page scrolls to, in px.
const IN_FRAME: f64 = 120.0;

/// Scrolls to where a hit is, unless it is well in sight: below `clear`, which is in
/// px from the window's top.
pub fn reveal(hit: &DomRect, clear: f64) -> Option<()> {
    options::shown(hit.top() - IN_FRAME);
    let window = web_sys::window()?;
    let height = view::height()?;
    let sighted = hit.top() >= clear && hit.bottom() <= height * 0.6;
    if hit.height() > 0.0 && !sighted {
        window.scroll_by_with_x_and_y(0.0, hit.top() - height / 3.0);
    }
    Some(())
}
