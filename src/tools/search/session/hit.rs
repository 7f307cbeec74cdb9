//! The current hit: opened, scrolled to and told of.

use super::{Found, Session};
use crate::browser::pause;
use crate::browser::{choice, options};
use std::rc::Rc;
use web_sys::{CustomEvent, CustomEventInit, DomRect};

/// How far above a hit a host page scrolls to, in px.
const IN_FRAME: f64 = 120.0;

impl Session {
    /// Shows the current hit and tells of it; then the other sections open, a
    /// few at a time.
    pub(super) fn show(self: &Rc<Session>, go: bool) {
        self.go(go);
        self.tell();
        let (session, turn) = (self.clone(), self.turn.get());
        pause::begin(async move { session.settle(turn).await });
    }

    /// Opens what hides the current hit; where `go`, it is scrolled to.
    pub(super) fn go(&self, go: bool) {
        if self.quiet.get() {
            self.keep(|found| found.show());
        } else {
            let place = self.found.borrow_mut().show();
            if let Some(place) = place.filter(|_| go) {
                let _ = self.reveal(&place);
            }
        }
        self.pass();
    }

    /// Changes something; what the reader sees stays in its place.
    pub(super) fn keep<T>(&self, change: impl FnOnce(&mut Found) -> T) -> T {
        let mut found = self.found.borrow_mut();
        let seen = |found: &mut Found| match &self.before.place {
            Some(place) if self.quiet.get() => Some(place.get_bounding_client_rect().top()),
            _ => found.place().map(|place| place.top()),
        };
        let top = seen(&mut found);
        let changed = change(&mut found);
        if let (Some(before), Some(now), Some(window)) = (top, seen(&mut found), web_sys::window())
            && (now - before).abs() >= 1.0
        {
            window.scroll_by_with_x_and_y(0.0, now - before);
        }
        changed
    }

    /// Scrolls to where the hit is, unless it is well in sight.
    fn reveal(&self, place: &DomRect) -> Option<()> {
        options::shown(place.top() - IN_FRAME);
        let window = web_sys::window()?;
        let height = window.inner_height().ok()?.as_f64()?;
        let clear = self.bar.get_bounding_client_rect().bottom() + 8.0;
        let sighted = place.top() >= clear && place.bottom() <= height * 0.6;
        if place.height() > 0.0 && !sighted {
            window.scroll_by_with_x_and_y(0.0, place.top() - height / 3.0);
        }
        if choice::chosen("fitted").is_some() {
            // The frame is as high as its page: the host scrolls.
            let top = CustomEventInit::new();
            top.set_detail(&place.top().into());
            let shown = CustomEvent::new_with_event_init_dict("tujie:shown", &top).ok()?;
            window.document()?.dispatch_event(&shown).ok()?;
        }
        Some(())
    }

    /// Tells how many hits there are, to eyes and ears.
    pub(super) fn tell(&self) {
        let found = self.found.borrow();
        let (seen, said) = match found.number() {
            Some((at, all)) => {
                let (at, all) = (at.to_string(), all.to_string());
                let rest = if found.is_cut() {
                    "，只标出附近的"
                } else {
                    ""
                };
                (
                    [&at, "／", &all, rest].concat(),
                    ["第", &at, "处，共", &all, "处", rest].concat(),
                )
            }
            None if found.is_asked() => ("没有找到".to_owned(), "没有找到".to_owned()),
            None => (String::new(), String::new()),
        };
        for (class, words) in [(".tj-search__count", seen), (".tj-search__said", said)] {
            if let Ok(Some(place)) = self.bar.query_selector(class) {
                place.set_text_content(Some(&words));
            }
        }
    }
}
