//! The texts of the page as a reader sees them: each once, in reading order,
//! in blocks. What is in a closed section counts, what is never shown does not.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Text, TreeWalker};

/// A text and the block it stands in.
pub struct Piece {
    /// The text.
    pub node: Text,
    /// Whether another block begins with it.
    pub apart: bool,
}

/// What holds a text that is read in one go. What is hidden from assistive
/// technology, and what is there for it alone, stands apart.
const BLOCKS: &str =
    "h1,h2,h3,h4,p,li,dt,dd,th,td,text,summary,figcaption,div,[aria-hidden],.tj-spoken";

/// What repeats something else on the page, or is no part of the report.
const LEFT_OUT: &str = "nav,dialog,button,.tj-card,.tj-way,.tj-masthead,.tj-skip,.tj-search,.tj-spoken,\
    svg [aria-hidden],.tj-section__preview,.tj-part--chapters>.tj-part__heading,\
    .tj-funnel__data:not([open])";

/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;

/// The texts inside `root`, which is in the document.
pub fn pieces(root: &Element) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let walker = root.owner_document().and_then(|document| {
        document
            .create_tree_walker_with_what_to_show(root, SHOW_TEXT)
            .ok()
    });
    let Some(walker) = walker else {
        return pieces;
    };
    let mut last: Option<(Element, bool)> = None;
    while let Some(node) = next(&walker) {
        let Some(block) = node
            .parent_element()
            .and_then(|parent| parent.closest(BLOCKS).ok()?)
        else {
            continue;
        };
        let same = last
            .as_ref()
            .filter(|(other, _)| other.is_same_node(Some(&block)));
        let (apart, read) = match same {
            Some((_, read)) => (false, *read),
            None => (true, is_read(&block)),
        };
        if read {
            pieces.push(Piece { node, apart });
        }
        if apart {
            last = Some((block, read));
        }
    }
    pieces
}

fn next(walker: &TreeWalker) -> Option<Text> {
    walker.next_node().ok()?.map(|node| node.unchecked_into())
}

/// Whether a reader reads the block: of two drawings that are there for two
/// widths, one is not shown.
fn is_read(block: &Element) -> bool {
    let inside = |selector| matches!(block.closest(selector), Ok(Some(_)));
    !inside(LEFT_OUT) && (inside("details:not([open])") || block.get_client_rects().length() > 0)
}
