//! The hits of a query: where its words stand, which is the current one, and which
//! are marked.

use super::count::HitCount;
use super::page_text::PageText;
use crate::browser::marks::{Marks, TextPart};
use crate::report::folding::Query;
use std::ops::Range;
use web_sys::{DomRect, Element};

/// How many hits are marked: more than anyone can look at would cost a slow device
/// its fluency.
const MARKED: usize = 1000;

/// How many marks are set or taken away in one task.
const AT_ONCE: usize = 100;

/// To which hit the reader goes from the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the one before.
    Back,
    /// To the next one.
    On,
}

/// The hits of a query. Places are those of [`PageText`].
pub struct Hits {
    query: Query,
    /// Whether the query has yet to be looked for.
    wanted: bool,
    /// Where the words stand, in order.
    places: Vec<usize>,
    /// The current one of them.
    current: Option<usize>,
    marks: Marks,
    /// Which of them are to be marked.
    near: Range<usize>,
    /// The texts that those which are marked already are made of.
    parts: Vec<Vec<TextPart>>,
}

impl Hits {
    /// None yet.
    pub fn none() -> Hits {
        Hits {
            query: Query::default(),
            wanted: false,
            places: Vec::new(),
            current: None,
            marks: Marks::none("tj-hit", "tj-current"),
            near: 0..0,
            parts: Vec::new(),
        }
    }

    /// Whether this query was asked for last.
    pub fn are_of(&self, query: &Query) -> bool {
        self.query == *query
    }

    /// What was asked for last.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Asks for a query. Its hits are found as it goes on.
    pub fn look_for(&mut self, query: Query) {
        self.query = query;
        self.wanted = true;
        self.current = None;
    }

    /// Asks for the same query in a page that has changed.
    pub fn look_again(&mut self) {
        self.marks.clear();
        self.wanted = true;
    }

    /// Does some more of what is asked for: takes the marks of another query away,
    /// finds the hits and marks those nearby. Whether there is more to do. The
    /// current hit is the first that does not stand before `from`, if there is one.
    pub fn go_on(&mut self, text: &PageText, from: Option<&Element>) -> bool {
        if self.wanted {
            if self.marks.take(AT_ONCE) {
                return true;
            }
            self.wanted = false;
            self.find(text, from);
        }
        self.mark_on(text)
    }

    fn find(&mut self, text: &PageText, from: Option<&Element>) {
        self.places = text.find(&self.query);
        let last = self.places.len().checked_sub(1);
        self.current = last.map(|last| match (self.current, from) {
            (Some(current), _) => current.min(last),
            (None, None) => 0,
            (None, Some(element)) => {
                let place = text.place(element);
                let next = self.places.partition_point(|hit| *hit < place);
                if next > last { 0 } else { next }
            }
        });
        self.aim();
    }

    /// Those around the current hit are to be marked.
    fn aim(&mut self) {
        let start = self.current.unwrap_or_default().saturating_sub(MARKED / 2);
        self.near = start..self.places.len().min(start + MARKED);
        self.parts.clear();
    }

    /// Marks some more hits; all in one text at once. Whether there are more.
    fn mark_on(&mut self, text: &PageText) -> bool {
        let done = self.parts.len();
        let places = self.places.get(self.near.start + done..self.near.end);
        for place in places.unwrap_or(&[]) {
            let parts = text.parts(*place..*place + self.query.length());
            let last = self.parts.last().and_then(|last| last.last());
            let same = last
                .zip(parts.first())
                .is_some_and(|(last, first)| last.node == first.node);
            if self.parts.len() - done >= AT_ONCE && !same {
                break;
            }
            self.parts.push(parts);
        }
        let parts = self.parts.get(done..).unwrap_or(&[]);
        self.marks.add(parts.iter().map(Vec::as_slice));
        self.parts.len() < self.near.len()
    }

    /// Makes the next or the previous hit the current one, round and round.
    pub fn step(&mut self, direction: Direction, text: &PageText) {
        let (Some(last), Some(current)) = (self.places.len().checked_sub(1), self.current) else {
            return;
        };
        let next = match direction {
            Direction::On if current == last => 0,
            Direction::On => current + 1,
            Direction::Back => current.checked_sub(1).unwrap_or(last),
        };
        self.current = Some(next);
        if !self.near.contains(&next) {
            self.marks.clear();
            self.aim();
            while self.mark_on(text) {}
        }
    }

    /// How many there are.
    pub fn count(&self) -> HitCount {
        match self.current {
            Some(current) => HitCount::Some {
                current: current + 1,
                all: self.places.len(),
                cut: self.places.len() > MARKED,
            },
            None if self.query.is_empty() => HitCount::Unasked,
            None => HitCount::None,
        }
    }

    /// Where the current hit stands in the text.
    pub fn current(&self) -> Option<usize> {
        self.places.get(self.current?).copied()
    }

    /// The clause that the current hit stands in.
    pub fn clause<'a>(&self, text: &'a PageText) -> &'a str {
        let at = self.current();
        at.map_or("", |at| text.clause(at..at + self.query.length()))
    }

    /// Where those stand that are to be marked, in order.
    pub fn near(&self) -> &[usize] {
        self.places.get(self.near.clone()).unwrap_or(&[])
    }

    /// Makes the current hit's mark stand out and tells where it is on the screen.
    pub fn show(&mut self) -> Option<DomRect> {
        let parts = self
            .parts
            .get(self.current?.checked_sub(self.near.start)?)?;
        self.marks.make_current(parts)
    }

    /// The element the current hit stands in; where that is hidden from assistive
    /// technology, what is around it: nobody may lose the focus.
    pub fn holder(&self) -> Option<Element> {
        let parts = self
            .parts
            .get(self.current?.checked_sub(self.near.start)?)?;
        let holder = parts.first()?.node.parent_element()?;
        match holder.closest("[aria-hidden]") {
            Ok(Some(hidden)) => hidden.parent_element(),
            _ => Some(holder),
        }
    }

    /// Takes the marks away.
    pub fn end(&mut self) {
        self.marks.clear();
        self.places.clear();
    }
}
