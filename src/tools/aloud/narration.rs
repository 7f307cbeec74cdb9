//! What is read, and how far: the page's blocks of words, one sentence at a time.

use crate::browser::dom::find;
use crate::browser::marks::{Marks, TextPart};
use crate::browser::motion::motion_wanted;
use crate::browser::view::{self, place_all};
use crate::report::breath::sentences;
use crate::report::speech::spoken;
use wasm_bindgen::JsCast;
use web_sys::{
    DomRect, Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Text,
};

/// What holds words that are read in one go: texts, and a flow's items, which a drawing
/// names.
const BLOCKS: &str = "h1,h2,h3,h4,p,li,.tj-river [aria-label]";

/// What is no part of the report, or repeats it.
const LEFT_OUT: &str = "nav,dialog,figcaption,.tj-card,.tj-hero__eyebrow,[aria-hidden=true]";

/// The room that the bar and the dock may take at either end, in px.
const EDGE: f64 = 120.0;

/// Where in the window the reader's eyes are taken to be, as a share of its height.
const LINE: f64 = 0.33;

/// The page's blocks and the reader's place in them. Dropped, the mark is gone.
pub struct Narration {
    blocks: Vec<Element>,
    block: usize,
    /// Which of the block's sentences.
    sentence: usize,
    /// The marked block, and the sentence in it where it holds several.
    marked: Option<Element>,
    marks: Marks,
}

impl Narration {
    /// The page inside `root`, from what is in view.
    pub fn from_view(root: &Element) -> Narration {
        let Ok(Some(main)) = root.query_selector("main") else {
            return Narration::of(Vec::new());
        };
        let mut blocks = find(&main, BLOCKS);
        blocks.retain(|block| {
            let inner = block.query_selector(BLOCKS);
            let out = block.closest(LEFT_OUT);
            matches!((inner, out), (Ok(None), Ok(None)))
        });
        let mut narration = Narration::of(blocks);
        narration.block = narration.first_seen().unwrap_or(0);
        narration
    }

    /// Which block the reader has before the eyes, or comes next there; after the last one
    /// that. None while the page has not been scrolled.
    fn first_seen(&self) -> Option<usize> {
        let window = web_sys::window()?;
        if window.scroll_y().ok()? <= 0.0 {
            return None;
        }
        let line = view::height()? * LINE;
        let mut seen = None;
        for (index, block) in self.blocks.iter().enumerate() {
            let place = block.get_bounding_client_rect();
            // What is closed has no place.
            if place.height() > 0.0 {
                seen = Some(index);
                if place.bottom() > line {
                    break;
                }
            }
        }
        seen
    }

    fn of(blocks: Vec<Element>) -> Narration {
        Narration {
            blocks,
            block: 0,
            sentence: 0,
            marked: None,
            marks: Marks::none("tj-said", "tj-saying"),
        }
    }

    /// Opens, marks and brings into view the sentence at the place, or the next
    /// there is; what is to be said. None at the end.
    pub fn show(&mut self) -> Option<String> {
        // Texts that are taken apart for a mark are not the page's own.
        self.marks.clear();
        loop {
            let block = self.blocks.get(self.block)?;
            let texts = texts(block);
            let name = name(block);
            let named = name.is_some();
            let text = name.unwrap_or_else(|| words(&texts));
            let sentences = sentences(&text);
            // A sentence past the end of a block is its last when going back.
            let at = self.sentence.min(sentences.len().saturating_sub(1));
            if let Some(sentence) = sentences.get(at)
                && is_shown(block)
            {
                self.sentence = at;
                let (block, said) = (block.clone(), spoken(sentence));
                let parts = match sentences.len() {
                    2.. if !named => parts(&texts, &text, sentence),
                    _ => Vec::new(),
                };
                self.mark(block, &parts);
                return Some(said);
            }
            self.block += 1;
            self.sentence = 0;
        }
    }

    /// The next sentence, or the one before.
    pub fn step(&mut self, on: bool) {
        let length = self.blocks.get(self.block).map_or(0, |block| {
            let text = name(block).unwrap_or_else(|| words(&texts(block)));
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

    /// Marks a block, and in it the parts of a sentence; without parts the
    /// block is all of it.
    fn mark(&mut self, block: Element, parts: &[TextPart]) {
        self.marks.set([parts].into_iter());
        let place = self.marks.make_current(parts);
        let known = self.marked.as_ref() == Some(&block);
        if !known {
            self.unmark();
            let whole = if parts.is_empty() { "whole" } else { "" };
            let _ = block.set_attribute("data-aloud", whole);
        }
        scroll_to(&block, place, known);
        self.marked = Some(block);
    }

    fn unmark(&mut self) {
        if let Some(block) = self.marked.take() {
            let _ = block.remove_attribute("data-aloud");
        }
    }
}

impl Drop for Narration {
    fn drop(&mut self) {
        self.unmark();
    }
}

/// The texts of a block, without what is drawn and not said.
fn texts(block: &Element) -> Vec<Text> {
    let mut texts = Vec::new();
    let children = block.child_nodes();
    for child in (0..children.length()).filter_map(|index| children.get(index)) {
        match child.dyn_into::<Text>() {
            Ok(text) => texts.push(text),
            Err(other) => {
                let inner = other.dyn_ref::<Element>();
                let said = inner.filter(|inner| !inner.has_attribute("aria-hidden"));
                texts.extend(said.map(self::texts).into_iter().flatten());
            }
        }
    }
    texts
}

/// What an item of a drawing is called, all that it tells.
fn name(block: &Element) -> Option<String> {
    block.get_attribute("aria-label")
}

/// The words of a block.
fn words(texts: &[Text]) -> String {
    texts.iter().map(|text| text.data()).collect()
}

/// The pieces that a sentence is made of, which is a piece of the words.
fn parts(texts: &[Text], words: &str, sentence: &str) -> Vec<TextPart> {
    let units = |text: &str| text.encode_utf16().count() as u32;
    // Sentences are cut out of the words: where one begins is told by its place.
    let before = (sentence.as_ptr() as usize).checked_sub(words.as_ptr() as usize);
    let start = before
        .and_then(|before| words.get(..before))
        .map_or(0, units);
    let end = start + units(sentence);
    let mut at = 0;
    let parts = texts.iter().map(|node| {
        let (from, length) = (at, node.length());
        at += length;
        TextPart {
            node: node.clone(),
            from: start.clamp(from, at) - from,
            to: end.clamp(from, at) - from,
        }
    });
    parts.filter(|part| part.from < part.to).collect()
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

/// Brings a block into view, unless it is; of one that is taller than the room
/// the sentence at `place`. In a block that was in view already there is
/// nothing to do but for that.
fn scroll_to(block: &Element, place: Option<DomRect>, known: bool) -> Option<()> {
    place_all();
    let window = web_sys::window()?;
    let height = view::height()?;
    let seen = |rect: &DomRect| rect.top() >= EDGE && rect.bottom() <= height - EDGE;
    let rect = block.get_bounding_client_rect();
    let tall = rect.height() > height - 2.0 * EDGE;
    if tall && let Some(place) = place {
        if !seen(&place) {
            window.scroll_by_with_x_and_y(0.0, place.top() - EDGE);
        }
        return None;
    }
    if known || seen(&rect) {
        return None;
    }
    let how = ScrollIntoViewOptions::new();
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
