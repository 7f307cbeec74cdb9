//! What is read, and how far: the page's blocks of words, one sentence at a time.

use crate::browser::place::{find, in_view};
use crate::browser::roll::motion_wanted;
use crate::report::speech::{sentences, spoken};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What holds words that are read in one go.
const BLOCKS: &str = "h1,h2,h3,h4,p,li";

/// What is no part of the report, or repeats it.
const LEFT_OUT: &str = "nav,dialog,figcaption,.tj-funnel,.tj-hero__eyebrow,[aria-hidden=true]";

/// The room that the bar and the dock may take at either end, in px.
const EDGE: f64 = 120.0;

/// The page's blocks and the reader's place in them. Dropped, the mark is gone.
pub struct Reading {
    blocks: Vec<Element>,
    block: usize,
    /// Which of the block's sentences.
    sentence: usize,
    /// The marked block.
    marked: Option<Element>,
}

impl Reading {
    /// The page inside `root`, from what is in view.
    pub fn from_view(root: &Element) -> Reading {
        let Ok(Some(main)) = root.query_selector("main") else {
            return Reading::of(Vec::new());
        };
        let mut blocks = find(&main, BLOCKS);
        blocks.retain(|block| {
            let inner = block.query_selector(BLOCKS);
            let out = block.closest(LEFT_OUT);
            matches!((inner, out), (Ok(None), Ok(None)))
        });
        let mut reading = Reading::of(blocks);
        let seen = root
            .owner_document()
            .and_then(|document| in_view(&document, root));
        if let Some(seen) = seen {
            let from = reading.blocks.iter().position(|block| {
                let place = seen.compare_document_position(block);
                place == 0
                    || place & Node::DOCUMENT_POSITION_FOLLOWING != 0
                    || block.contains(Some(&seen))
            });
            reading.block = from.unwrap_or(0);
        }
        reading
    }

    fn of(blocks: Vec<Element>) -> Reading {
        Reading {
            blocks,
            block: 0,
            sentence: 0,
            marked: None,
        }
    }

    /// Opens, marks and brings into view the sentence at the place, or the next
    /// there is; what is to be said. None at the end.
    pub fn show(&mut self) -> Option<String> {
        loop {
            let block = self.blocks.get(self.block)?;
            let text = words(block);
            let sentences = sentences(&text);
            // A sentence past the end of a block is its last when going back.
            let at = self.sentence.min(sentences.len().saturating_sub(1));
            if let Some(sentence) = sentences.get(at)
                && is_shown(block)
            {
                self.sentence = at;
                let (block, said) = (block.clone(), spoken(sentence));
                self.mark(block);
                return Some(said);
            }
            self.block += 1;
            self.sentence = 0;
        }
    }

    /// The next sentence, or the one before.
    pub fn step(&mut self, on: bool) {
        let length = self.blocks.get(self.block).map_or(0, |block| {
            let text = words(block);
            sentences(&text).len()
        });
        if on && self.sentence + 1 < length {
            self.sentence += 1;
        } else if on {
            self.block += 1;
            self.sentence = 0;
        } else if self.sentence > 0 {
            self.sentence -= 1;
        } else if let Some(before) = (0..self.block)
            .rev()
            .find(|index| self.blocks.get(*index).is_some_and(is_shown))
        {
            self.block = before;
            self.sentence = usize::MAX;
        }
    }

    fn mark(&mut self, block: Element) {
        if self.marked.as_ref() == Some(&block) {
            return;
        }
        self.unmark();
        let _ = block.set_attribute("data-aloud", "");
        scroll_to(&block);
        self.marked = Some(block);
    }

    fn unmark(&mut self) {
        if let Some(block) = self.marked.take() {
            let _ = block.remove_attribute("data-aloud");
        }
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.unmark();
    }
}

/// The words of a block, without what is drawn and not said.
fn words(block: &Element) -> String {
    let Ok(copy) = block.clone_node_with_deep(true) else {
        return String::new();
    };
    let copy: Element = copy.unchecked_into();
    for hidden in find(&copy, "[aria-hidden=true]") {
        hidden.remove();
    }
    copy.text_content().unwrap_or_default()
}

/// Whether a block is part of what the page shows, once its sections are open.
fn is_shown(block: &Element) -> bool {
    while let Ok(Some(closed)) = block.closest("details:not([open])") {
        if closed.set_attribute("open", "").is_err() {
            return false;
        }
    }
    block.get_client_rects().length() > 0
}

/// Brings a block into view, unless it is.
fn scroll_to(block: &Element) -> Option<()> {
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let rect = block.get_bounding_client_rect();
    if rect.top() >= EDGE && rect.bottom() <= height - EDGE {
        return None;
    }
    let how = ScrollIntoViewOptions::new();
    let tall = rect.height() > height - 2.0 * EDGE;
    how.set_block(match tall {
        true => ScrollLogicalPosition::Start,
        false => ScrollLogicalPosition::Center,
    });
    let moving = block
        .owner_document()
        .is_some_and(|page| motion_wanted(&page));
    how.set_behavior(match moving {
        true => ScrollBehavior::Smooth,
        false => ScrollBehavior::Auto,
    });
    block.scroll_into_view_with_scroll_into_view_options(&how);
    Some(())
}
