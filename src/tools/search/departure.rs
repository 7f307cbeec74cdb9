//! Where the reader was when the search began, and may want to be again.

use crate::browser::focus::focus;
use crate::browser::loader;
use crate::browser::view::in_view;
use web_sys::{Document, Element};

/// Where the reader was.
#[derive(Clone)]
pub struct Departure {
    focus: Option<Element>,
    /// What the reader saw.
    pub place: Option<Element>,
    /// Whether the reader was anywhere but at the page's top.
    pub elsewhere: bool,
}

impl Departure {
    /// Where the reader is now. `led` tells whether the address may name a place to
    /// which the reader is being led.
    pub fn now(document: &Document, root: &Element, led: bool) -> Option<Departure> {
        let window = web_sys::window()?;
        let scroll = window.scroll_y().ok()?;
        let body: Option<Element> = document.body().map(Into::into);
        let focused = document.active_element();
        let focus = focused.filter(|focused| Some(focused) != body.as_ref());
        let hash = window.location().hash().unwrap_or_default();
        let named = || loader::named(hash.trim_start_matches('#'));
        let led = led.then(named).flatten();
        Some(Departure {
            elsewhere: led.is_some() || focus.is_some() || scroll > 0.0,
            place: led.or_else(|| in_view(document, root)),
            focus,
        })
    }

    /// Gives the focus back; whether it was anywhere that is still there.
    pub fn refocus(&self) -> bool {
        let there = self.focus.as_ref().filter(|focus| focus.is_connected());
        there.inspect(|there| focus(there)).is_some()
    }
}
