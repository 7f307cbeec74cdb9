//! The words found in the page: which is the current one, which are marked,
//! and which sections open for them.

use super::index::Index;
use crate::browser::marks::{Marks, Part};
use crate::browser::place::details;
use crate::report::search::Words;
use std::ops::Range;
use std::vec::IntoIter;
use web_sys::{DomRect, Element};

/// How many hits are marked.
const MARKED: usize = 1000;

/// How many texts or sections are read, and how many marks are set or taken
/// away, in one task.
const AT_ONCE: usize = 100;

/// What was found.
pub struct Found {
    root: Element,
    /// The page's text.
    index: Index,
    words: Words,
    /// Whether the words have yet to be looked for.
    asked: bool,
    /// What the reader saw before.
    place: Option<Element>,
    /// Where the words stand.
    hits: Vec<u32>,
    /// The current one of them.
    at: Option<usize>,
    marks: Marks,
    /// Which of them are to be marked.
    window: Range<usize>,
    /// The texts that those which are marked already are made of.
    parts: Vec<Vec<Part>>,
    sections: Vec<Section>,
    /// How many of them were read, and those that were not.
    read: usize,
    unread: IntoIter<Element>,
}

/// What opens for a hit in it.
struct Section {
    element: Element,
    /// The text that is hidden when it is closed.
    text: Range<u32>,
    /// Whether it was open before the search.
    before: bool,
    /// Whether it is to be open, as last asked.
    open: bool,
}

impl Found {
    /// Nothing yet, in the page inside `root`. The current hit will be the first
    /// that does not stand before `place`, if there is one.
    pub fn new(root: &Element, place: Option<Element>) -> Found {
        Found {
            root: root.clone(),
            index: Index::of(root),
            words: Words::default(),
            asked: false,
            place,
            hits: Vec::new(),
            at: None,
            marks: Marks::none("tj-hit", "tj-current"),
            window: 0..0,
            parts: Vec::new(),
            sections: Vec::new(),
            read: 0,
            unread: details(root).into_iter(),
        }
    }

    /// Whether these words were asked for already.
    pub fn is_of(&self, words: &Words) -> bool {
        self.words == *words
    }

    /// Asks for words. They are found as it goes on.
    pub fn look_for(&mut self, words: Words) {
        self.words = words;
        self.asked = true;
        self.at = None;
    }

    /// Asks for the same words in a page that has changed.
    pub fn look_again(&mut self) {
        self.marks.clear();
        self.index = Index::of(&self.root);
        self.read = 0;
        self.unread = details(&self.root).into_iter();
        self.asked = true;
    }

    /// Does some more of what was asked for: reads the page, takes the marks of
    /// other words away, finds these and marks them. Whether there is more to do.
    pub fn go_on(&mut self) -> bool {
        if self.read_on() {
            return true;
        }
        if self.asked {
            if self.marks.take(AT_ONCE) {
                return true;
            }
            self.find();
        }
        self.mark_on()
    }

    /// Makes the next or the previous hit the current one, round and round.
    pub fn step(&mut self, on: bool) {
        let (Some(last), Some(at)) = (self.hits.len().checked_sub(1), self.at) else {
            return;
        };
        let next = match on {
            true if at == last => 0,
            true => at + 1,
            false => at.checked_sub(1).unwrap_or(last),
        };
        self.at = Some(next);
        if !self.window.contains(&next) {
            self.marks.clear();
            self.aim();
            while self.mark_on() {}
        }
    }

    /// The current hit's number from 1, and how many there are; none where
    /// there is none.
    pub fn number(&self) -> Option<(usize, usize)> {
        self.at.map(|at| (at + 1, self.hits.len()))
    }

    /// Whether there is anything to look for.
    pub fn is_asked(&self) -> bool {
        self.words.length() > 0
    }

    /// Whether there are more hits than are marked.
    pub fn is_cut(&self) -> bool {
        self.hits.len() > MARKED
    }

    /// Opens what hides the current hit, makes its mark stand out and tells
    /// where it is.
    pub fn show(&mut self) -> Option<DomRect> {
        let hit = *self.hits.get(self.at?)?;
        for section in &mut self.sections {
            if section.text.contains(&hit) {
                section.set_open(true);
            }
        }
        self.place()
    }

    /// Where the current hit is.
    pub fn place(&mut self) -> Option<DomRect> {
        let parts = self.parts.get(self.at?.checked_sub(self.window.start)?)?;
        self.marks.make_current(parts)
    }

    /// The element the current hit stands in; where that is hidden from
    /// assistive technology, what is around it: nobody may lose the focus.
    pub fn holder(&self) -> Option<Element> {
        let parts = self.parts.get(self.at?.checked_sub(self.window.start)?)?;
        let holder = parts.first()?.node.parent_element()?;
        match holder.closest("[aria-hidden]") {
            Ok(Some(hidden)) => hidden.parent_element(),
            _ => Some(holder),
        }
    }

    /// Opens the sections that hold marked hits, and closes those that opened
    /// for others; so many of them. Whether there are more.
    pub fn settle(&mut self, mut many: usize) -> bool {
        let marked = self.hits.get(self.window.clone()).unwrap_or(&[]);
        for section in &mut self.sections {
            let next = marked.partition_point(|hit| *hit < section.text.start);
            let holds = marked.get(next).is_some_and(|hit| *hit < section.text.end);
            let open = section.before || holds;
            if open != section.open {
                if many == 0 {
                    return true;
                }
                many -= 1;
                section.set_open(open);
            }
        }
        false
    }

    /// Takes the marks away; where `back`, each section is as it was before.
    pub fn end(&mut self, back: bool) {
        self.marks.clear();
        self.hits.clear();
        if back {
            for section in &mut self.sections {
                section.set_open(section.before);
            }
        }
    }

    /// Reads some more of the page. Whether there is more to do. What was open
    /// before stays known.
    fn read_on(&mut self) -> bool {
        if self.index.read(AT_ONCE) {
            return true;
        }
        for element in self.unread.by_ref().take(AT_ONCE) {
            let Some(text) = self.index.hidden_in(&element) else {
                continue;
            };
            match self.sections.get_mut(self.read) {
                Some(known) if known.element == element => known.text = text,
                _ => {
                    let open = element.has_attribute("open");
                    self.sections.truncate(self.read);
                    self.sections.push(Section {
                        element,
                        text,
                        before: open,
                        open,
                    });
                }
            }
            self.read += 1;
        }
        self.unread.len() > 0
    }

    /// Finds the words.
    fn find(&mut self) {
        self.asked = false;
        self.hits = self.index.find(&self.words);
        let last = self.hits.len().checked_sub(1);
        self.at = last.map(|last| match (self.at, &self.place) {
            (Some(at), _) => at.min(last),
            (None, None) => 0,
            (None, Some(place)) => {
                let place = self.index.place(place);
                let next = self.hits.partition_point(|hit| *hit < place);
                if next > last { 0 } else { next }
            }
        });
        self.aim();
    }

    /// Those around the current hit are to be marked.
    fn aim(&mut self) {
        let start = self.at.unwrap_or_default().saturating_sub(MARKED / 2);
        self.window = start..self.hits.len().min(start + MARKED);
        self.parts.clear();
    }

    /// Marks some more hits. Whether there are more.
    fn mark_on(&mut self) -> bool {
        let done = self.parts.len();
        let hits = self.hits.get(self.window.start + done..self.window.end);
        for hit in hits.unwrap_or(&[]) {
            let parts = self.index.parts(*hit, &self.words);
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
        self.parts.len() < self.window.len()
    }
}

impl Section {
    fn set_open(&mut self, open: bool) {
        self.open = open;
        let _ = self.element.toggle_attribute_with_force("open", open);
    }
}
