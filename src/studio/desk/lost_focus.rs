//! What is done on the desk takes buttons away, and the focus with them. It goes to what
//! stands there now, instead of to the top of the page.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event};

use crate::browser::focus::focus;
use crate::browser::pause::{self, wait};

/// What can be focused.
const FOCUSABLE: &str =
    "button:not([disabled]), input, select, textarea, summary, [tabindex=\"0\"]";

/// How long what was done may take to show, in ms.
const SHOWN: i32 = 60;

/// An element that had the focus in it, and which child of its parent it was.
#[derive(Clone)]
struct Trace {
    element: Element,
    at: u32,
}

/// Listens for as long as the page stays.
pub fn listen() {
    let traces: Rc<RefCell<Vec<Trace>>> = Rc::default();
    let seen = traces.clone();
    let focused = window_event_listener_untyped("focusin", move |event: Event| {
        if let Some(target) = event.target().and_then(|target| target.dyn_into().ok()) {
            *seen.borrow_mut() = traced(target);
        }
    });
    for name in ["click", "keydown", "change"] {
        let traces = traces.clone();
        let done = window_event_listener_untyped(name, move |_| {
            let traces = traces.clone();
            pause::begin(async move {
                wait(SHOWN).await;
                // Focusing notes the traces anew.
                let traces = traces.borrow().clone();
                find_again(&traces);
            });
        });
        let _ = done;
    }
    // They are never taken back: the desk is the page.
    let _ = focused;
}

fn traced(target: Element) -> Vec<Trace> {
    let mut traces = Vec::new();
    let mut around = Some(target);
    while let Some(element) = around {
        let mut at = 0;
        let mut before = element.previous_element_sibling();
        while let Some(other) = before {
            at += 1;
            before = other.previous_element_sibling();
        }
        around = element.parent_element();
        traces.push(Trace { element, at });
    }
    traces
}

/// Focuses what stands in the place of what is gone.
fn find_again(traces: &[Trace]) -> Option<()> {
    let document: Document = web_sys::window()?.document()?;
    let lost = document
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY");
    let gone = traces.first().is_some_and(|first| !stands(&first.element));
    if !lost || !gone {
        return None;
    }
    let (at, around) = traces
        .iter()
        .enumerate()
        .find(|(_, trace)| trace.element.is_connected())?;
    let inside = match at.checked_sub(1).and_then(|at| traces.get(at)) {
        Some(child) => near(&around.element, child.at),
        // The button itself is there, and cannot be pressed any more.
        None => around
            .element
            .parent_element()
            .and_then(|parent| near(&parent, around.at)),
    };
    let mut above = around.element.parent_element();
    let mut found = inside;
    while let (None, Some(element)) = (&found, above) {
        found = first(&element);
        above = element.parent_element();
    }
    focus(&found?);
    Some(())
}

fn stands(element: &Element) -> bool {
    element.is_connected() && !element.has_attribute("disabled")
}

/// What can be focused in the child at that place, in those behind it, or before it.
fn near(parent: &Element, at: u32) -> Option<Element> {
    let children = parent.children();
    let behind = at..children.length();
    let before = (0..at.min(children.length())).rev();
    behind
        .chain(before)
        .find_map(|at| first(&children.item(at)?))
}

/// The first in it that can be seen.
fn first(element: &Element) -> Option<Element> {
    let seen = |element: &Element| 0 < element.get_client_rects().length();
    if element.matches(FOCUSABLE).ok()? && seen(element) {
        return Some(element.clone());
    }
    let all = element.query_selector_all(FOCUSABLE).ok()?;
    let mut all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<Element>().ok());
    all.find(seen)
}
