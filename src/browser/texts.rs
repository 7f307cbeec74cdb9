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

/// What is shown or not as a whole: of the funnel's two drawings, which are there
/// for two widths, one, and where a part of the report stands alone, that part.
/// To ask each block would make the browser lay out what waits out of sight.
const WHOLE: &str = ".tj-river,.tj-chapter,.tj-part";

/// The texts of a tree, one after the other.
pub struct Pieces {
    walker: TreeWalker,
    /// The block of the last text, and whether it is read.
    last: Option<(Element, bool)>,
    /// What it stands in that is shown as a whole, and whether it is.
    whole: Option<(Element, bool)>,
}

impl Pieces {
    /// The texts inside `root`, which is in the document.
    pub fn of(root: &Element) -> Option<Pieces> {
        let document = root.owner_document()?;
        Some(Pieces {
            walker: document
                .create_tree_walker_with_what_to_show(root, SHOW_TEXT)
                .ok()?,
            last: None,
            whole: None,
        })
    }

    /// Whether a reader reads the block.
    fn is_read(&mut self, block: &Element) -> bool {
        let inside = |selector| matches!(block.closest(selector), Ok(Some(_)));
        !inside(LEFT_OUT) && (inside("details:not([open])") || self.is_shown(block))
    }

    fn is_shown(&mut self, block: &Element) -> bool {
        let whole = block.closest(WHOLE).ok().flatten();
        let whole = whole.unwrap_or_else(|| block.clone());
        match &self.whole {
            Some((last, shown)) if *last == whole => *shown,
            _ => {
                let shown = whole.get_client_rects().length() > 0;
                self.whole = Some((whole, shown));
                shown
            }
        }
    }
}

impl Iterator for Pieces {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            let node: Text = self.walker.next_node().ok()??.unchecked_into();
            let Some(block) = node
                .parent_element()
                .and_then(|parent| parent.closest(BLOCKS).ok()?)
            else {
                continue;
            };
            let same = self.last.as_ref().filter(|(other, _)| *other == block);
            let (apart, read) = match same {
                Some((_, read)) => (false, *read),
                None => (true, self.is_read(&block)),
            };
            if apart {
                self.last = Some((block, read));
            }
            if read {
                return Some(Piece { node, apart });
            }
        }
    }
}
