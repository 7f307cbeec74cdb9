//! A click in 预览 leads to the line of 原文 that it shows. The frame runs no script: the
//! desk listens from outside.

use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, Node};

use super::at_work::AtDesk;
use crate::studio::source_place::{PagePlace, bare, line_of};

/// A paragraph of the page.
const PARAGRAPH: &str = "p, li, dt, dd, td, th, figcaption, h1, h2, h3, h4, text";

/// What does something of its own when it is clicked.
const OWN: &str = "summary, button";

/// What listens; it is gone with its last owner.
pub type ProofListener = Closure<dyn FnMut(Event)>;

/// Listens in the frame's document.
pub fn listen_in(desk: AtDesk, document: &Document) -> ProofListener {
    let listener = Closure::new(move |event: Event| {
        // An element of another document is none of this one's class.
        let target = event.target().map(JsCast::unchecked_into::<Element>);
        let Some(target) = target else { return };
        // A link would take the frame away from the page, which is in no address.
        let link = target.closest("a").ok().flatten();
        if let Some(link) = &link {
            event.prevent_default();
            if let Some(there) = linked(link).filter(|_| !tells_a_number(&target)) {
                return show(&there, true);
            }
        }
        if let Some(pointer) = pointer(desk, &target) {
            desk.go_to(&pointer);
        }
    });
    let _ = document.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    listener
}

/// What a link of the page leads to.
fn linked(link: &Element) -> Option<Element> {
    let there = link.get_attribute("href")?.strip_prefix('#')?.to_owned();
    link.owner_document()?.get_element_by_id(&there)
}

/// A link of a number is the number's: it leads to the line that has it.
fn tells_a_number(target: &Element) -> bool {
    target.closest("[data-figure]").ok().flatten().is_some()
}

/// Brings something of the page into the frame's sight, unfolded; at its top, or in its
/// midst. The desk around it stays where it is.
pub fn show(there: &Element, at_top: bool) {
    let mut around = Some(there.clone());
    while let Some(element) = around {
        if element.tag_name() == "DETAILS" {
            let _ = element.set_attribute("open", "");
        }
        around = element.parent_element();
    }
    let window = there
        .owner_document()
        .and_then(|document| document.default_view());
    let Some(window) = window else { return };
    let number = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64());
    let height = number(window.inner_height()).unwrap_or_default();
    let scrolled = window.scroll_y().unwrap_or_default();
    let rect = there.get_bounding_client_rect();
    if !at_top && 0.0 <= rect.top() && rect.bottom() <= height {
        return;
    }
    let above = match at_top {
        true => 0.0,
        false => ((height - rect.height()) / 2.0).max(0.0),
    };
    window.scroll_to_with_x_and_y(0.0, scrolled + rect.top() - above);
}

/// The paragraph of the page that shows a line of the file.
pub fn shown(document: &Document, file: &Value, pointer: &str, text: &str) -> Option<Element> {
    let text = bare(text);
    let mut above = pointer;
    while let Some((rest, _)) = above.rsplit_once('/') {
        above = rest;
        let id = file
            .pointer(above)
            .and_then(|entry| entry.get("id")?.as_str());
        let around = id.and_then(|id| document.get_element_by_id(id));
        let Some(around) = around else { continue };
        let all = around.query_selector_all(PARAGRAPH).ok()?;
        let mut all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<Element>().ok());
        let same = |one: &Element| {
            let own = bare(&one.text_content().unwrap_or_default());
            !text.is_empty() && own.contains(&text)
        };
        return all.find(same).or(Some(around));
    }
    None
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
