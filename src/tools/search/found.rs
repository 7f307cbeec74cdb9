//! The words found in the page: which is the current one, which are marked,
//! and which sections open for them.

use super::index::Index;
use crate::browser::marks::{Marks, Part};
use crate::report::search::Words;
use std::ops::Range;
use web_sys::{DomRect, Element};

/// How many hits are marked, and how many of them before anything else.
const MARKED: usize = 1000;
const FIRST: usize = 30;

/// How many texts are read in one task.
const AT_ONCE: usize = 60;

/// What was found.
pub struct Found {
    root: Element,
    /// The page's text; none before it is needed, or where it has changed.
    index: Option<Index>,
    words: Words,
    /// Where the words stand.
    hits: Vec<u32>,
    /// The current one of them.
    at: usize,
    marks: Marks,
    /// The marked ones of them, and the texts each is made of.
    marked: Range<usize>,
    parts: Vec<Vec<Part>>,
    sections: Vec<Section>,
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
    /// Nothing yet, in the page inside `root`.
    pub fn new(root: &Element) -> Found {
        Found {
            root: root.clone(),
            index: None,
            words: Words::default(),
            hits: Vec::new(),
            at: 0,
            marks: Marks::none("tj-hit", "tj-current"),
            marked: 0..0,
            parts: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// Whether these words were looked for already.
    pub fn is_of(&self, words: &Words) -> bool {
        self.words == *words
    }

    /// Looks for words. The current hit is the first that does not stand before
    /// `place`, if there is one.
    pub fn look_for(&mut self, words: Words, place: Option<&Element>) {
        self.words = words;
        self.read();
        if let Some(index) = &self.index {
            self.hits = index.find(&self.words);
            let place = place.map_or(0, |place| index.place(place));
            self.at = self.hits.partition_point(|hit| *hit < place);
        }
        if self.at == self.hits.len() {
            self.at = 0;
        }
        self.mark(FIRST);
    }

    /// Looks for the same words in a page that has changed.
    pub fn look_again(&mut self) {
        self.marks.clear();
        self.index = None;
        self.read();
        if let Some(index) = &self.index {
            self.hits = index.find(&self.words);
        }
        self.at = self.at.min(self.hits.len().saturating_sub(1));
        self.mark(MARKED);
    }

    /// Makes the next or the previous hit the current one, round and round.
    pub fn step(&mut self, on: bool) {
        let (Some(last), at) = (self.hits.len().checked_sub(1), self.at) else {
            return;
        };
        self.at = match on {
            true if at == last => 0,
            true => at + 1,
            false => at.checked_sub(1).unwrap_or(last),
        };
        if !self.marked.contains(&self.at) {
            self.mark(MARKED);
        }
    }

    /// The current hit's number from 1, and how many there are; none where
    /// there is none.
    pub fn number(&self) -> Option<(usize, usize)> {
        (!self.hits.is_empty()).then(|| (self.at + 1, self.hits.len()))
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
        let hit = *self.hits.get(self.at)?;
        for section in &mut self.sections {
            if section.text.contains(&hit) {
                section.set_open(true);
            }
        }
        self.place()
    }

    /// Where the current hit is.
    pub fn place(&mut self) -> Option<DomRect> {
        let parts = self.parts.get(self.at.checked_sub(self.marked.start)?)?;
        self.marks.make_current(parts)
    }

    /// The element the current hit stands in; where that is hidden from
    /// assistive technology, what is around it: nobody may lose the focus.
    pub fn holder(&self) -> Option<Element> {
        let parts = self.parts.get(self.at.checked_sub(self.marked.start)?)?;
        let holder = parts.first()?.node.parent_element()?;
        match holder.closest("[aria-hidden]") {
            Ok(Some(hidden)) => hidden.parent_element(),
            _ => Some(holder),
        }
    }

    /// Opens the sections that hold marked hits, and closes those that opened
    /// for others; so many of them. Whether there are more.
    pub fn settle(&mut self, mut many: usize) -> bool {
        let marked = self.hits.get(self.marked.clone()).unwrap_or(&[]);
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

    /// Reads the page, unless that is done.
    fn read(&mut self) {
        while self.read_on() {}
    }

    /// Reads some more of the page. Whether there is more to do. What was open
    /// before stays known.
    pub fn read_on(&mut self) -> bool {
        if self.index.as_ref().is_some_and(Index::is_whole) {
            return false;
        }
        let index = self.index.get_or_insert_with(|| {
            self.marks.clear();
            Index::of(&self.root)
        });
        if index.read(AT_ONCE) {
            return true;
        }
        let known = std::mem::take(&mut self.sections);
        let sections = index.sections(&self.root).into_iter();
        self.sections = sections
            .map(|(element, text)| {
                let open = element.has_attribute("open");
                let same = known.iter().find(|other| other.element == element);
                Section {
                    before: same.map_or(open, |same| same.before),
                    open: same.map_or(open, |same| same.open),
                    element,
                    text,
                }
            })
            .collect();
        false
    }

    /// Marks the hits that are not marked yet.
    pub fn mark_rest(&mut self) {
        if self.marked.len() < self.hits.len().min(MARKED) {
            self.mark(MARKED);
        }
    }

    /// Marks so many hits around the current one.
    fn mark(&mut self, most: usize) {
        let start = self.at.saturating_sub(most / 2);
        self.marked = start..self.hits.len().min(start + most);
        let hits = self.hits.get(self.marked.clone()).unwrap_or(&[]);
        self.parts = match &self.index {
            Some(index) => hits
                .iter()
                .map(|hit| index.parts(*hit, &self.words))
                .collect(),
            None => Vec::new(),
        };
        self.marks.set(self.parts.iter().map(Vec::as_slice));
    }
}

impl Section {
    fn set_open(&mut self, open: bool) {
        self.open = open;
        let _ = self.element.toggle_attribute_with_force("open", open);
    }
}
