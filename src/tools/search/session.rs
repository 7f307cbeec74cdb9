//! What happens from opening the field to closing it.

use super::PARAMETER;
use super::field::field;
use super::found::Found;
use crate::browser::changes::Changes;
use crate::browser::listen::Listener;
use crate::browser::options;
use crate::browser::pause::{self, pause, wait};
use crate::browser::place::{find, focus, focus_for_now, in_view};
use crate::browser::{address, choice, loader};
use crate::report::search::Words;
use leptos::prelude::Render;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    CustomEvent, CustomEventInit, Document, DomRect, Element, HtmlInputElement, KeyboardEvent,
};

/// Tells assistive technology that what a key leads to is on its way.
const BUSY: &str = "aria-busy";

/// How long the address waits for the next key, in ms: browsers mind often.
const SOON: i32 = 250;

/// How many sections open in one task.
const AT_ONCE: usize = 6;

/// In how many steps a report of the usual length is read.
const USUAL: usize = 30;

/// How far above a hit a host page scrolls to, in px.
const IN_FRAME: f64 = 120.0;

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

    /// Looks for what the reader types.
    pub fn type_in(self: &Rc<Session>, query: &str) {
        self.quiet.set(false);
        self.look_for(query);
    }

    /// Looks for the words of a query; then, unless another key comes first, goes
    /// to the first hit and tells how many there are.
    fn look_for(self: &Rc<Session>, query: &str) {
        let words = Words::of(query);
        if self.found.borrow().is_of(&words) {
            return;
        }
        self.found.borrow_mut().look_for(words);
        // Nothing of it is told before the rest has followed.
        let _ = self.bar.set_attribute(BUSY, "true");
        let turn = self.turn();
        let (session, query) = (self.clone(), query.to_owned());
        pause::begin(async move {
            if !session.follow(turn).await {
                return;
            }
            session.go(true);
            session.tell();
            let _ = session.bar.remove_attribute(BUSY);
            session.settle(turn).await;
            wait(SOON).await;
            if session.turn.get() == turn {
                let asked = session.found.borrow().is_asked();
                let _ = readdress(Some(query.as_str()).filter(|_| asked));
            }
        });
    }

    /// Does what is asked for, in tasks that keep no key waiting. Whether it is
    /// still asked for.
    async fn follow(&self, turn: u32) -> bool {
        loop {
            pause().await;
            if self.turn.get() != turn {
                return false;
            }
            if !self.go_on() {
                return true;
            }
        }
    }

    /// Does some of what is asked for. Whether there is more to do.
    fn go_on(&self) -> bool {
        let more = self.found.borrow_mut().go_on();
        self.pass();
        more
    }

    /// Goes to the next or the previous hit.
    pub fn step(self: &Rc<Session>, on: bool) {
        while self.go_on() {}
        self.quiet.set(false);
        self.found.borrow_mut().step(on);
        self.show(true);
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

    /// The page has changed: the same words may stand elsewhere. Marks are away
    /// until they are found, which only in a long report anyone will see.
    fn look_again(self: Rc<Session>) {
        self.found.borrow_mut().look_again();
        self.pass();
        if self.again.get() {
            return;
        }
        if !(0..USUAL).all(|_| self.go_on()) {
            self.show(false);
            return;
        }
        self.again.set(true);
        let turn = self.turn.get();
        pause::begin(async move {
            let asked = self.follow(turn).await;
            self.again.set(false);
            if asked {
                self.show(false);
            }
        });
    }

    /// Shows the current hit and tells of it; then the other sections open, a
    /// few at a time.
    fn show(self: &Rc<Session>, go: bool) {
        self.go(go);
        self.tell();
        let (session, turn) = (self.clone(), self.turn.get());
        pause::begin(async move { session.settle(turn).await });
    }

    /// Opens what hides the current hit; where `go`, it is scrolled to.
    fn go(&self, go: bool) {
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

    /// Another query, or none: what was begun for the last one ends. Steps and
    /// changes of the page end nothing, or its first hit might never be gone to.
    fn turn(&self) -> u32 {
        self.turn.set(self.turn.get() + 1);
        self.turn.get()
    }

    /// Opens and closes sections, a few in a task, as long as this is asked for.
    async fn settle(&self, turn: u32) {
        loop {
            pause().await;
            if self.turn.get() != turn || !self.keep(|found| found.settle(AT_ONCE)) {
                break;
            }
        }
    }

    /// Changes something; what the reader sees stays in its place.
    fn keep<T>(&self, change: impl FnOnce(&mut Found) -> T) -> T {
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
    fn tell(&self) {
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

    /// Marks are no changes of the page.
    fn pass(&self) {
        if let Some(changes) = &*self.changes.borrow() {
            changes.pass();
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
