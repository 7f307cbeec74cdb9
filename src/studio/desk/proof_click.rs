//! A click in 预览 leads to the line of 原文 that it shows. The frame runs no script: the
//! desk listens from outside.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, Node};

use super::at_work::AtDesk;
use crate::studio::source_place::{PagePlace, line_of};

/// A paragraph of the page.
const PARAGRAPH: &str = "p, li, dt, dd, td, th, figcaption, h1, h2, h3, h4, text";

/// What does something of its own when it is clicked.
const OWN: &str = "a, summary, button";

/// What listens; it is gone with its last owner.
pub type ProofListener = Closure<dyn FnMut(Event)>;

/// Listens in the frame's document.
pub fn listen_in(desk: AtDesk, document: &Document) -> ProofListener {
    let listener = Closure::new(move |event: Event| {
        // An element of another document is none of this one's class.
        let target = event.target().map(JsCast::unchecked_into::<Element>);
        if let Some(pointer) = target.and_then(|target| pointer(desk, &target)) {
            desk.go_to(&pointer);
        }
    });
    let _ = document.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    listener
}

fn pointer(desk: AtDesk, target: &Element) -> Option<String> {
    if target.closest(OWN).ok()?.is_some() || selects(target) {
        return None;
    }
    let mut ids = Vec::new();
    let mut above = Some(target.clone());
    while let Some(element) = above {
        ids.extend(Some(element.id()).filter(|id| !id.is_empty()));
        above = element.parent_element();
    }
    let figure = target.closest("[data-figure]").ok()?;
    let words = target.closest(PARAGRAPH).ok()?;
    let place = PagePlace {
        ids,
        figure: figure.and_then(|figure| figure.get_attribute("data-figure")),
        words: words.and_then(|words| said(&words)).unwrap_or_default(),
    };
    let file = desk.file.get_untracked()?;
    desk.lines
        .with_untracked(|lines| line_of(&file, lines, &place))
}

fn said(words: &Node) -> Option<String> {
    words.text_content()
}

/// Whether words are being selected, to be copied.
fn selects(target: &Element) -> bool {
    let document = target.owner_document();
    let selection = document.and_then(|document| document.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}
