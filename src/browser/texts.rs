//! The texts of a page as a reader sees them: each once, in reading order, in
//! blocks. What is in a closed section counts, what is never shown does not.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Text, TreeWalker};

/// How the texts of a page are read, as selectors.
pub struct Rules {
    /// What holds a text that is read in one go.
    pub blocks: &'static str,
    /// What is not read, with all that it holds.
    pub left_out: &'static str,
    /// What is shown or not as a whole, so that one look tells of all in it. To ask
    /// each block would make the browser lay out what waits out of sight.
    pub whole: &'static str,
}

/// A text and whether a block begins with it.
pub struct BlockText {
    /// The text.
    pub node: Text,
    /// Whether it is the first of its block.
    pub is_first: bool,
}

/// The texts of a tree, one after the other.
pub struct Texts {
    rules: &'static Rules,
    walker: TreeWalker,
    /// The block of the last text, and whether it is read.
    last: Option<(Element, bool)>,
    /// What it stands in that is shown as a whole, and whether it is.
    whole: Option<(Element, bool)>,
}

/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;

impl Texts {
    /// The texts inside `root`, which is in the document.
    pub fn of(root: &Element, rules: &'static Rules) -> Option<Texts> {
        let document = root.owner_document()?;
        let walker = document.create_tree_walker_with_what_to_show(root, SHOW_TEXT);
        Some(Texts {
            rules,
            walker: walker.ok()?,
            last: None,
            whole: None,
        })
    }

    /// Whether a reader reads the block.
    fn is_read(&mut self, block: &Element) -> bool {
        inside(block, "details:not([open])") || self.is_shown(block)
    }

    fn is_shown(&mut self, block: &Element) -> bool {
        let whole = block.closest(self.rules.whole).ok().flatten();
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

impl Iterator for Texts {
    type Item = BlockText;

    fn next(&mut self) -> Option<BlockText> {
        loop {
            let node: Text = self.walker.next_node().ok()??.unchecked_into();
            let holder = node.parent_element();
            // Within a block, too, something may be left out.
            let Some(holder) = holder.filter(|one| !inside(one, self.rules.left_out)) else {
                continue;
            };
            let Ok(Some(block)) = holder.closest(self.rules.blocks) else {
                continue;
            };
            let same = self.last.as_ref().filter(|(other, _)| *other == block);
            let (is_first, read) = match same {
                Some((_, read)) => (false, *read),
                None => (true, self.is_read(&block)),
            };
            if is_first {
                self.last = Some((block, read));
            }
            if read {
                return Some(BlockText { node, is_first });
            }
        }
    }
}

/// Whether an element is, or stands in, what matches.
fn inside(element: &Element, selector: &str) -> bool {
    matches!(element.closest(selector), Ok(Some(_)))
}
