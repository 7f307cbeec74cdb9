//! Marking words where they stand, across the elements they run through.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, Text};

/// Marked words; as they were when dropped.
pub struct Mark(Vec<Element>);

impl Mark {
    /// Marks, with a class for the style, what lies from `start` to `end` in an element's text, counted in
    /// UTF-16 units.
    pub fn new(element: &Element, class: &str, start: u32, end: u32) -> Mark {
        let mut marks = Vec::new();
        let mut at = 0;
        let mut texts = Vec::new();
        collect(element, &mut texts);
        if let Some(document) = element.owner_document() {
            for text in texts {
                let length = text.length();
                let from = start.saturating_sub(at).min(length);
                let to = end.saturating_sub(at).min(length);
                at += length;
                if from < to {
                    marks.extend(wrap(&document, class, text, from, to));
                }
            }
        }
        Mark(marks)
    }
}

fn collect(node: &Node, texts: &mut Vec<Text>) {
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|index| children.item(index)) {
        match child.dyn_into::<Text>() {
            Ok(text) => texts.push(text),
            Err(other) => collect(&other, texts),
        }
    }
}

fn wrap(document: &Document, class: &str, text: Text, from: u32, to: u32) -> Option<Element> {
    let length = text.length();
    let piece = match from {
        0 => text,
        _ => text.split_text(from).ok()?,
    };
    if to < length {
        piece.split_text(to - from).ok()?;
    }
    let mark = document.create_element("mark").ok()?;
    mark.set_class_name(class);
    piece
        .parent_node()?
        .insert_before(&mark, Some(&piece))
        .ok()?;
    mark.append_child(&piece).ok()?;
    Some(mark)
}

impl Drop for Mark {
    fn drop(&mut self) {
        for mark in &self.0 {
            let Some(holder) = mark.parent_node() else {
                continue;
            };
            while let Some(child) = mark.first_child() {
                let _ = holder.insert_before(&child, Some(mark));
            }
            mark.remove();
            holder.normalize();
        }
    }
}
