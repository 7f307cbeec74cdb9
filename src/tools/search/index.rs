//! The page's text, ready to be searched: where each piece of the folded text
//! stands in the page, and which section holds it.

use crate::browser::marks::Part;
use crate::browser::texts::Pieces;
use crate::report::search::{Folded, Words};
use std::ops::Range;
use web_sys::{Element, Node, Text};

/// The page's text at one moment.
pub struct Index {
    folded: Folded,
    /// Each text with where it begins.
    nodes: Vec<(u32, Text)>,
    /// What has not been read yet.
    rest: Option<Pieces>,
}

impl Index {
    /// Of the page inside `root`, of which nothing is read yet.
    pub fn of(root: &Element) -> Index {
        Index {
            folded: Folded::default(),
            nodes: Vec::new(),
            rest: Pieces::of(root),
        }
    }

    /// Reads so many texts. Whether there may be more.
    pub fn read(&mut self, many: usize) -> bool {
        for _ in 0..many {
            let Some(piece) = self.rest.as_mut().and_then(Iterator::next) else {
                self.rest = None;
                return false;
            };
            if piece.apart {
                self.folded.part();
            }
            let start = self.folded.push(&piece.node.data());
            self.nodes.push((start, piece.node));
        }
        true
    }

    /// Where the words stand, in order.
    pub fn find(&self, words: &Words) -> Vec<u32> {
        self.folded.find(words)
    }

    /// The texts of which some words are made, and where they stand in each.
    pub fn parts(&self, at: u32, words: &Words) -> Vec<Part> {
        let end = at + words.length();
        let first = self.nodes.partition_point(|(start, _)| *start <= at);
        let inside = self
            .nodes
            .iter()
            .enumerate()
            .skip(first.saturating_sub(1))
            .take_while(|(_, (start, _))| *start < end);
        let parts = inside.map(|(number, (start, node))| Part {
            node: node.clone(),
            from: at.saturating_sub(*start),
            // Words never reach into another block, so all up to the next text is here.
            to: end.min(self.start(number + 1)) - start,
        });
        parts.filter(|part| part.from < part.to).collect()
    }

    /// Where the text begins that is inside an element or follows it.
    pub fn place(&self, element: &Element) -> u32 {
        let before = |node: &Node| precedes(node, element);
        self.start(self.nodes.partition_point(|(_, node)| before(node)))
    }

    /// The text that a section hides when it is closed.
    pub fn hidden_in(&self, section: &Element) -> Option<Range<u32>> {
        let summary = section.query_selector("summary").ok()??;
        let rest = |node: &Node| precedes(node, section) || summary.contains(Some(node));
        let from = self.nodes.partition_point(|(_, node)| rest(node));
        let inside = self.nodes.get(from..)?;
        let to = from + inside.partition_point(|(_, node)| section.contains(Some(node)));
        Some(self.start(from)..self.start(to))
    }

    /// Where the text of that number begins.
    fn start(&self, number: usize) -> u32 {
        let start = self.nodes.get(number).map(|(start, _)| *start);
        start.unwrap_or(self.folded.length())
    }
}

/// Whether a text stands before an element.
fn precedes(node: &Node, element: &Element) -> bool {
    element.compare_document_position(node) & Node::DOCUMENT_POSITION_PRECEDING != 0
}
