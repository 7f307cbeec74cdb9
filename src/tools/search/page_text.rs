//! The page's text, ready to be searched: where each piece of the folded text
//! stands in the page.

use crate::browser::marks::TextPart;
use crate::browser::texts::{Rules, Texts};
use crate::report::folding::{Folded, Query};
use std::ops::Range;
use web_sys::{Element, Node, Text};

/// What of the page is searched.
static RULES: Rules = Rules {
    // What is hidden from assistive technology, and what is there for it alone,
    // stands apart.
    blocks: "h1,h2,h3,h4,p,li,dt,dd,th,td,text,summary,figcaption,div,[aria-hidden],.tj-spoken",
    // What repeats something else on the page, or is no part of the report.
    left_out: "nav,dialog,button,.tj-card,.tj-way,.tj-masthead,.tj-skip,.tj-search,.tj-spoken,\
        svg [aria-hidden],.tj-preview,.tj-small,.tj-again,.tj-onward,.tj-sequels__list,.tj-reach__rings,.tj-outcomes__back,.tj-term__note,.tj-part--chapters>.tj-part__heading,\
        .tj-funnel__data:not([open])",
    // Of a flow's two drawings, which are there for two widths, one is shown, and
    // where a part of the report stands alone, that part.
    whole: ".tj-river,.tj-chapter,.tj-part",
};

/// The page's text at one moment. Places in it are those of [`Folded`].
pub struct PageText {
    folded: Folded,
    /// Each text with where it begins.
    nodes: Vec<(usize, Text)>,
    /// What has not been read yet.
    unread: Option<Texts>,
}

impl PageText {
    /// Of the page inside `root`, of which nothing is read yet.
    pub fn of(root: &Element) -> PageText {
        PageText {
            folded: Folded::default(),
            nodes: Vec::new(),
            unread: Texts::of(root, &RULES),
        }
    }

    /// Reads so many texts. Whether there may be more.
    pub fn read(&mut self, many: usize) -> bool {
        for _ in 0..many {
            let Some(text) = self.unread.as_mut().and_then(Iterator::next) else {
                self.unread = None;
                return false;
            };
            if text.is_first {
                self.folded.end_block();
            }
            let start = self.folded.push(&text.node.data());
            self.nodes.push((start, text.node));
        }
        true
    }

    /// Where the words of a query stand, in order.
    pub fn find(&self, query: &Query) -> Vec<usize> {
        self.folded.find(query)
    }

    /// The clause that a hit stands in.
    pub fn clause(&self, hit: Range<usize>) -> &str {
        self.folded.clause(hit)
    }

    /// The texts of which a hit is made, and where it stands in each.
    pub fn parts(&self, hit: Range<usize>) -> Vec<TextPart> {
        let before = |(start, _): &(usize, Text)| *start <= hit.start;
        let first = self.nodes.partition_point(before).saturating_sub(1);
        let numbered = self.nodes.iter().enumerate().skip(first);
        let inside = numbered.take_while(|(_, (start, _))| *start < hit.end);
        let parts = inside.map(|(number, (start, node))| {
            // A hit never reaches into another block, so all up to the next text is here.
            let next = self.start(number + 1);
            let (begin, end) = (hit.start.max(*start), hit.end.min(next));
            let from = self.folded.units(*start..begin);
            TextPart {
                node: node.clone(),
                from,
                to: from + self.folded.units(begin..end),
            }
        });
        parts.filter(|part| part.from < part.to).collect()
    }

    /// Where the text begins that is inside an element or follows it.
    pub fn place(&self, element: &Element) -> usize {
        let before = |node: &Node| precedes(node, element);
        self.start(self.nodes.partition_point(|(_, node)| before(node)))
    }

    /// The text that a section hides when it is closed.
    pub fn hidden_in(&self, section: &Element) -> Option<Range<usize>> {
        let summary = section.query_selector("summary").ok()??;
        let rest = |node: &Node| precedes(node, section) || summary.contains(Some(node));
        let from = self.nodes.partition_point(|(_, node)| rest(node));
        let inside = self.nodes.get(from..)?;
        let to = from + inside.partition_point(|(_, node)| section.contains(Some(node)));
        Some(self.start(from)..self.start(to))
    }

    /// Where the text of that number begins.
    fn start(&self, number: usize) -> usize {
        let start = self.nodes.get(number).map(|(start, _)| *start);
        start.unwrap_or(self.folded.length())
    }
}

/// Whether a text stands before an element.
fn precedes(node: &Node, element: &Element) -> bool {
    element.compare_document_position(node) & Node::DOCUMENT_POSITION_PRECEDING != 0
}
