//! The sections that open while a search has hits in them.

use super::page_text::PageText;
use crate::browser::dom::details;
use std::ops::Range;
use std::vec::IntoIter;
use web_sys::Element;

/// How many sections are read in one task.
const READ_AT_ONCE: usize = 100;

/// How many open or close in one task: each has the browser lay out what it holds.
const AT_ONCE: usize = 6;

/// The page's sections, and what they are to be.
pub struct Unfolding {
    sections: Vec<OpenedSection>,
    /// How many of them were read, and those that were not.
    read: usize,
    unread: IntoIter<Element>,
}

struct OpenedSection {
    element: Element,
    /// The text that is hidden when it is closed.
    text: Range<usize>,
    /// Whether it was open before the search.
    before: bool,
    /// Whether it is to be open, as last asked.
    open: bool,
}

impl Unfolding {
    /// Of the page inside `root`, of which nothing is read yet.
    pub fn of(root: &Element) -> Unfolding {
        Unfolding {
            sections: Vec::new(),
            read: 0,
            unread: details(root).into_iter(),
        }
    }

    /// The page has changed. What was open before stays known.
    pub fn look_again(&mut self, root: &Element) {
        self.read = 0;
        self.unread = details(root).into_iter();
    }

    /// Reads what some more sections hold. Whether there are more.
    pub fn read(&mut self, text: &PageText) -> bool {
        for element in self.unread.by_ref().take(READ_AT_ONCE) {
            let Some(text) = text.hidden_in(&element) else {
                continue;
            };
            match self.sections.get_mut(self.read) {
                Some(known) if known.element == element => known.text = text,
                _ => {
                    let open = element.has_attribute("open");
                    self.sections.truncate(self.read);
                    self.sections.push(OpenedSection {
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

    /// Opens what hides a hit.
    pub fn open_for(&mut self, hit: usize) {
        for section in &mut self.sections {
            if section.text.contains(&hit) {
                section.set_open(true);
            }
        }
    }

    /// Opens the sections that hold these hits, which stand in order, and closes
    /// those that opened for others; a few of them. Whether there are more.
    pub fn settle(&mut self, hits: &[usize]) -> bool {
        let mut left = AT_ONCE;
        for section in &mut self.sections {
            let next = hits.partition_point(|hit| *hit < section.text.start);
            let holds = hits.get(next).is_some_and(|hit| *hit < section.text.end);
            let open = section.before || holds;
            if open != section.open {
                if left == 0 {
                    return true;
                }
                left -= 1;
                section.set_open(open);
            }
        }
        false
    }

    /// Each section is as it was before the search.
    pub fn restore(&mut self) {
        for section in &mut self.sections {
            section.set_open(section.before);
        }
    }
}

impl OpenedSection {
    fn set_open(&mut self, open: bool) {
        self.open = open;
        let _ = self.element.toggle_attribute_with_force("open", open);
    }
}
