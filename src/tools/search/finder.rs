//! Finds a query in the page, a little at a time: reads the page, marks the hits,
//! opens what hides them, and keeps what the reader sees in its place meanwhile.

use super::count::HitCount;
use super::departure::Departure;
use super::hits::{Direction, Hits};
use super::page_text::PageText;
use super::reveal::reveal;
use super::unfolding::Unfolding;
use crate::browser::changes::Changes;
use crate::browser::view::place_all;
use crate::report::folding::Query;
use web_sys::{DomRect, Element};

/// How many texts are read in one task.
const AT_ONCE: usize = 100;

/// A query's hits in a page, and its reader.
pub struct Finder {
    root: Element,
    text: PageText,
    sections: Unfolding,
    hits: Hits,
    /// Where the reader was.
    pub departure: Departure,
    /// Whether the reader, led elsewhere by the address, stays there as yet.
    pub quiet: bool,
    changes: Option<Changes>,
}

impl Finder {
    /// In the page inside `root`. Where `quiet`, the reader stays at `departure` for now.
    pub fn new(root: &Element, departure: Departure, quiet: bool) -> Finder {
        Finder {
            root: root.clone(),
            text: PageText::of(root),
            sections: Unfolding::of(root),
            hits: Hits::none(),
            departure,
            quiet,
            changes: None,
        }
    }

    /// What it changes itself is passed over by what watches the page.
    pub fn watch(&mut self, changes: Option<Changes>) {
        self.changes = changes;
    }

    /// Asks for a query, which is found as it goes on. Whether it is another one.
    pub fn look_for(&mut self, query: Query) -> bool {
        let other = !self.hits.are_of(&query);
        if other {
            self.hits.look_for(query);
        }
        other
    }

    /// Asks for the same query in a page that has changed.
    pub fn look_again(&mut self) {
        self.hits.look_again();
        self.text = PageText::of(&self.root);
        self.sections.look_again(&self.root);
        self.pass();
    }

    /// Does some more of what is asked for. Whether there is more to do.
    pub fn go_on(&mut self) -> bool {
        let more = self.text.read(AT_ONCE)
            || self.sections.read(&self.text)
            || self.hits.go_on(&self.text, self.departure.place.as_ref());
        self.pass();
        more
    }

    /// Goes to the next or the previous hit.
    pub fn step(&mut self, direction: Direction) {
        while self.go_on() {}
        self.quiet = false;
        self.hits.step(direction, &self.text);
    }

    /// What is looked for.
    pub fn query(&self) -> &Query {
        self.hits.query()
    }

    /// How many hits there are.
    pub fn count(&self) -> HitCount {
        self.hits.count()
    }

    /// The clause that the current hit stands in.
    pub fn clause(&self) -> &str {
        self.hits.clause(&self.text)
    }

    /// Opens what hides the current hit and makes it stand out; where `scroll`, it
    /// comes into sight.
    pub fn show(&mut self, scroll: bool) {
        if self.quiet {
            self.keep(Finder::open);
        } else {
            let place = self.open();
            if let Some(place) = place.filter(|_| scroll) {
                let bar = self.root.query_selector(".tj-search").ok().flatten();
                let bottom = bar.map_or(0.0, |bar| bar.get_bounding_client_rect().bottom());
                let _ = reveal(&place, bottom + 8.0);
            }
        }
        self.pass();
    }

    /// Where the current hit is, once nothing hides it.
    fn open(&mut self) -> Option<DomRect> {
        place_all();
        self.sections.open_for(self.hits.current()?);
        self.hits.show()
    }

    /// Opens and closes the other sections, a few of them. Whether there are more.
    pub fn settle(&mut self) -> bool {
        self.keep(|finder| finder.sections.settle(finder.hits.near()))
    }

    /// Changes something; what the reader sees stays in its place.
    fn keep<T>(&mut self, change: impl FnOnce(&mut Finder) -> T) -> T {
        let before = self.seen();
        let changed = change(self);
        if let (Some(before), Some(now), Some(window)) = (before, self.seen(), web_sys::window())
            && (now - before).abs() >= 1.0
        {
            window.scroll_by_with_x_and_y(0.0, now - before);
        }
        changed
    }

    /// How far below the window's top what the reader looks at is, in px.
    fn seen(&mut self) -> Option<f64> {
        match &self.departure.place {
            Some(place) if self.quiet => Some(place.get_bounding_client_rect().top()),
            _ => self.hits.show().map(|place| place.top()),
        }
    }

    /// Takes the marks away, and where nothing was found closes what was opened; the
    /// element that the current hit stands in.
    pub fn end(&mut self) -> Option<Element> {
        // What goes now is no change of the page.
        self.changes = None;
        let holder = self.hits.holder();
        self.hits.end();
        if holder.is_none() {
            self.sections.restore();
        }
        holder
    }

    /// Marks are no changes of the page.
    fn pass(&self) {
        if let Some(changes) = &self.changes {
            changes.pass();
        }
    }
}
