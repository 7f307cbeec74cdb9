//! What happens from opening the field to closing it.
//!
//! - [`tasks`]: what follows a query, a little at a time.
//! - [`hit`]: the current hit, shown and told of.

mod hit;
mod tasks;

use super::PARAMETER;
use super::field::field;
use super::found::Found;
use crate::browser::changes::Changes;
use crate::browser::listen::Listener;
use crate::browser::pause;
use crate::browser::place::{find, focus, focus_for_now, in_view};
use crate::browser::{address, loader};
use leptos::prelude::Render;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlInputElement, KeyboardEvent};

/// The longest part of an address that holds a query, in characters; a longer
/// query is left out.
const LONGEST: usize = 200;

/// A search under way.
pub struct Session {
    bar: Element,
    /// `<html>`, which tells the style that a search is under way.
    html: Element,
    before: Before,
    found: RefCell<Found>,
    changes: RefCell<Option<Changes>>,
    /// What lives as long as the search: the field's view, and what listens.
    held: RefCell<Option<Box<dyn Any>>>,
    /// Whether the reader, led elsewhere by the address, stays there as yet.
    quiet: Cell<bool>,
    /// Counts the queries; what was begun for another ends.
    turn: Cell<u32>,
    /// Whether a changed page is being looked at.
    again: Cell<bool>,
}

/// How the page was when the search began.
struct Before {
    /// How far it was scrolled, in px.
    scroll: f64,
    focus: Option<Element>,
    /// What the reader saw.
    place: Option<Element>,
}

/// Opens the field, or goes to the one that is open. `asked` is what the
/// address asks for; then a reader who is somewhere already stays there.
pub fn open(root: &Element, asked: Option<&str>) -> Option<()> {
    if let Ok(Some(field)) = root.query_selector(".tj-search__field") {
        focus(&field);
        field.unchecked_ref::<HtmlInputElement>().select();
        return Some(());
    }
    let window = web_sys::window()?;
    let document = root.owner_document()?;
    let masthead = root.query_selector(".tj-masthead").ok()??;
    // A part of the report alone has no tools.
    if masthead.get_client_rects().length() == 0 {
        return None;
    }
    let body: Option<Element> = document.body().map(Into::into);
    let hash = window.location().hash().unwrap_or_default();
    let led = asked.and_then(|_| loader::named(hash.trim_start_matches('#')));
    let before = Before {
        scroll: window.scroll_y().ok()?,
        focus: document
            .active_element()
            .filter(|focused| Some(focused) != body.as_ref()),
        place: led.clone().or_else(|| in_view(&document, root)),
    };
    let elsewhere = led.is_some() || before.focus.is_some() || before.scroll > 0.0;
    let quiet = asked.is_some() && elsewhere;

    let bar = document.create_element("div").ok()?;
    bar.set_class_name("tj-search");
    bar.set_attribute("role", "search").ok()?;
    bar.set_attribute("aria-label", "搜索").ok()?;
    masthead.after_with_node_1(&bar).ok()?;
    let html = document.document_element()?;
    html.set_attribute("data-searching", "").ok()?;
    let session = Rc::new(Session {
        bar: bar.clone(),
        html,
        found: RefCell::new(Found::new(root, before.place.clone())),
        before,
        changes: RefCell::default(),
        held: RefCell::default(),
        quiet: Cell::new(quiet),
        turn: Cell::default(),
        again: Cell::default(),
    });
    session.begin(root, &document);
    let input = bar.query_selector("input").ok()??;
    let input: HtmlInputElement = input.unchecked_into();
    if let Some(asked) = asked {
        let asked: String = asked.chars().take(super::MOST).collect();
        input.set_value(&asked);
        session.look_for(&asked);
    }
    if !quiet {
        focus(&input);
    }
    Some(())
}

impl Session {
    /// Puts the field into the bar and starts listening.
    fn begin(self: &Rc<Session>, root: &Element, document: &Document) {
        let session = self.clone();
        let view = field(&session).build();
        let _ = self.bar.append_child(view.node());
        let session = self.clone();
        let keys = Listener::new(document, "keydown", move |event| {
            if let Some(key) = event
                .dyn_ref::<KeyboardEvent>()
                .filter(|key| key.key() == "F3")
            {
                key.prevent_default();
                session.step(!key.shift_key());
            }
        });
        *self.held.borrow_mut() = Some(Box::new((view, keys)));

        let session = self.clone();
        let changed = move || session.clone().look_again();
        *self.changes.borrow_mut() = Changes::watch(find(root, "main,.tj-footer"), changed);

        // Whoever opens the field is about to type.
        let session = self.clone();
        pause::begin(async move {
            session.follow(session.turn.get()).await;
        });
    }

    /// Ends the search: where `stay`, at the current hit, else where the reader
    /// was before, with what was open then.
    pub fn close(&self, stay: bool) {
        while stay && self.go_on() {}
        self.turn();
        // What goes now is no change of the page.
        drop(self.changes.take());
        let held = self.held.take();
        // The button or key that closes is listened to by what is dropped here.
        pause::begin(async move { drop(held) });
        let _ = self.html.remove_attribute("data-searching");
        let _ = readdress(None);
        let hit = self.found.borrow().holder();
        self.found.borrow_mut().end(!stay);
        self.bar.remove();

        let before = self
            .before
            .focus
            .as_ref()
            .filter(|focus| focus.is_connected());
        match (stay, hit, before) {
            (true, Some(hit), _) => focus_for_now(&hit),
            (false, _, Some(before)) => focus(before),
            _ => {
                let button = self.html.query_selector("[data-tool=search]");
                button
                    .into_iter()
                    .flatten()
                    .for_each(|button| focus(&button));
            }
        }
        if !stay && let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, self.before.scroll);
        }
    }
}

/// Keeps the query in the address, or takes it out.
fn readdress(query: Option<&str>) -> Option<()> {
    let address = address::now()?;
    let asked = address.search_params();
    match query {
        Some(query) => asked.set(PARAMETER, query),
        None => asked.delete(PARAMETER),
    }
    if address.search().len() > LONGEST {
        asked.delete(PARAMETER);
    }
    address::replace(&address)
}
