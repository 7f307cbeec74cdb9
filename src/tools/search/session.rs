//! A search under way: what follows a query, a step or a change of the page, in
//! tasks that keep no key waiting.
//!
//! Everything is owned by the owner that the search began in. When that ends, so do
//! the tasks: what they work on is gone.

use super::count::HitCount;
use super::departure::Departure;
use super::finder::Finder;
use super::hits::Direction;
use super::offers::offer;
use super::parameter::readdress;
use crate::browser::changes::Changes;
use crate::browser::dom::find;
use crate::browser::focus::{focus, focus_for_now};
use crate::browser::listen::Listener;
use crate::browser::pause::{self, pause, wait};
use crate::page::mounting::{Mounted, keep};
use crate::report::folding::Query;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, KeyboardEvent};

/// How long the address waits for the next key, in ms: browsers mind often.
const SOON: i32 = 250;

/// In how many steps a report of the usual length is read.
const USUAL: usize = 30;

/// By which attribute of `<html>` the style knows that a search is under way.
const SEARCHING: &str = "data-searching";

/// What opens the search.
const BUTTON: &str = "[data-tool=search]";

/// A search under way.
#[derive(Clone, Copy)]
pub struct Session {
    /// How many hits there are, and the clause that the current one stands in.
    pub told: RwSignal<(HitCount, String)>,
    /// Whether what a key leads to is on its way.
    pub busy: RwSignal<bool>,
    held: StoredValue<Inquiry, LocalStorage>,
}

struct Inquiry {
    root: Element,
    finder: Finder,
    /// Counts the queries; what was begun for another ends.
    turn: u32,
    /// Whether a changed page is being looked at.
    again: bool,
    /// The bar, whose owner holds all of this until it closes.
    bar: Option<Mounted>,
}

impl Session {
    /// Begins in the page inside `root`. Where `quiet`, the reader stays at `departure`
    /// for now.
    pub fn begin(
        root: &Element,
        document: &Document,
        departure: Departure,
        quiet: bool,
    ) -> Session {
        let held = StoredValue::new_local(Inquiry {
            root: root.clone(),
            finder: Finder::new(root, departure, quiet),
            turn: 0,
            again: false,
            bar: None,
        });
        let session = Session {
            told: RwSignal::default(),
            busy: RwSignal::default(),
            held,
        };
        let trees = find(root, "main,.tj-footer");
        let changes = Changes::watch(trees, move || session.look_again());
        held.update_value(|held| held.finder.watch(changes));
        let keys = Listener::new(document, "keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>();
            if let Some(key) = key.filter(|key| key.key() == "F3") {
                key.prevent_default();
                session.step(match key.shift_key() {
                    true => Direction::Back,
                    false => Direction::On,
                });
            }
        });
        keep((keys, document.document_element().and_then(Searching::on)));
        // Whoever opens the field is about to type.
        pause::begin(async move {
            session.follow(0).await;
        });
        session
    }

    /// Holds the bar, until it closes.
    pub fn hold(self, bar: Mounted) {
        self.with(|held| held.bar = Some(bar));
    }

    /// Looks for what the reader types.
    pub fn type_in(self, query: &str) {
        self.with(|held| held.finder.quiet = false);
        self.look_for(query);
    }

    /// Looks for the words of a query; then, unless another key comes first, goes
    /// to the first hit and tells how many there are.
    pub fn look_for(self, query: &str) {
        let words = Query::of(query);
        let asked = !words.is_empty();
        if self.with(|held| held.finder.look_for(words)) != Some(true) {
            return;
        }
        // Nothing of it is told before the rest has followed.
        self.busy.set(true);
        let turn = self.turn();
        let query = query.to_owned();
        pause::begin(async move {
            if !self.follow(turn).await {
                return;
            }
            self.show(true);
            self.busy.set(false);
            self.settle(turn).await;
            wait(SOON).await;
            if self.is_on(turn) {
                let _ = readdress(asked.then_some(&query));
            }
        });
    }

    /// Goes to the next or the previous hit.
    pub fn step(self, direction: Direction) {
        self.with(|held| held.finder.step(direction));
        self.show_and_settle(true);
    }

    /// Ends the search. The reader stays at what was found; where nothing was, the page
    /// and the focus are as they were.
    pub fn close(self) {
        self.turn();
        let ended = self.with(|held| {
            while held.finder.go_on() {}
            let hit = held.finder.end();
            (hit, held.finder.departure.clone(), held.bar.take())
        });
        let Some((hit, departure, bar)) = ended else {
            return;
        };
        drop(bar);
        let _ = readdress(None);
        if let Some(hit) = hit {
            focus_for_now(&hit);
        } else if !departure.refocus() {
            let document = web_sys::window().and_then(|window| window.document());
            let button = document.and_then(|page| page.query_selector(BUTTON).ok()?);
            button.iter().for_each(focus);
        }
    }

    /// The page has changed: the same words may stand elsewhere. Marks are away
    /// until they are found, which only in a long report anyone will see.
    fn look_again(self) {
        let long = self.with(|held| {
            held.finder.look_again();
            if held.again {
                return None;
            }
            held.again = (0..USUAL).all(|_| held.finder.go_on());
            Some((held.again, held.turn))
        });
        let Some((long, turn)) = long.flatten() else {
            return;
        };
        if !long {
            self.show_and_settle(false);
            return;
        }
        pause::begin(async move {
            let asked = self.follow(turn).await;
            self.with(|held| held.again = false);
            if asked {
                self.show_and_settle(false);
            }
        });
    }

    /// Does what is asked for. Whether it is still asked for.
    async fn follow(self, turn: u32) -> bool {
        loop {
            pause().await;
            let on = |held: &mut Inquiry| (held.turn == turn).then(|| held.finder.go_on());
            match self.with(on).flatten() {
                None => return false,
                Some(false) => return true,
                Some(true) => {}
            }
        }
    }

    /// Shows the current hit, and where `scroll` goes to it; tells of it.
    fn show(self, scroll: bool) {
        let told = self.with(|held| {
            held.finder.show(scroll);
            let count = held.finder.count();
            let _ = offer(&held.root, &held.finder, count == HitCount::None);
            (count, held.finder.clause().to_owned())
        });
        self.told.set(told.unwrap_or_default());
    }

    /// Shows the current hit; then the other sections open.
    fn show_and_settle(self, scroll: bool) {
        self.show(scroll);
        if let Some(turn) = self.with(|held| held.turn) {
            pause::begin(self.settle(turn));
        }
    }

    /// Opens and closes sections, a few in a task, as long as this is asked for.
    async fn settle(self, turn: u32) {
        loop {
            pause().await;
            let more = self.with(|held| held.turn == turn && held.finder.settle());
            if more != Some(true) {
                break;
            }
        }
    }

    /// Another query, or none: what was begun for the last one ends. Steps and
    /// changes of the page end nothing, or its first hit might never be gone to.
    fn turn(self) -> u32 {
        let turn = self.with(|held| {
            held.turn += 1;
            held.turn
        });
        turn.unwrap_or_default()
    }

    fn is_on(self, turn: u32) -> bool {
        self.with(|held| held.turn) == Some(turn)
    }

    /// Works on what the search holds; nothing once it is closed.
    fn with<T>(self, work: impl FnOnce(&mut Inquiry) -> T) -> Option<T> {
        self.held.try_update_value(work)
    }
}

/// Tells the style that a search is under way, until dropped.
struct Searching(Element);

impl Searching {
    fn on(html: Element) -> Option<Searching> {
        html.set_attribute(SEARCHING, "").ok()?;
        Some(Searching(html))
    }
}

impl Drop for Searching {
    fn drop(&mut self) {
        let _ = self.0.remove_attribute(SEARCHING);
    }
}
