//! Groups of which one item takes the tab stop: arrows, Home and End move it.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Listens on a tree; stops when dropped.
pub struct Roving {
    root: Element,
    moved: Closure<dyn FnMut(KeyboardEvent)>,
    entered: Closure<dyn FnMut(Event)>,
}

impl Roving {
    /// Starts listening for groups marked `data-rove`, whose items have a `tabindex`.
    pub fn watch(root: &Element) -> Option<Roving> {
        let moved = Closure::new(|event: KeyboardEvent| {
            let _ = step(&event);
        });
        let entered = Closure::new(|event: Event| {
            let _ = enter(&event);
        });
        root.add_event_listener_with_callback("keydown", moved.as_ref().unchecked_ref())
            .ok()?;
        root.add_event_listener_with_callback("focusin", entered.as_ref().unchecked_ref())
            .ok()?;
        Some(Roving {
            root: root.clone(),
            moved,
            entered,
        })
    }
}

impl Drop for Roving {
    fn drop(&mut self) {
        let (moved, entered) = (self.moved.as_ref(), self.entered.as_ref());
        let root = &self.root;
        let _ = root.remove_event_listener_with_callback("keydown", moved.unchecked_ref());
        let _ = root.remove_event_listener_with_callback("focusin", entered.unchecked_ref());
    }
}

/// Moves the focus. Keys with a modifier are the browser's.
fn step(event: &KeyboardEvent) -> Option<()> {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    let (items, at) = group(event)?;
    let last = items.len().checked_sub(1)?;
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => (at + 1).min(last),
        "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    event.prevent_default();
    items.get(to)?.unchecked_ref::<HtmlElement>().focus().ok()
}

/// Gives the tab stop to the item that has the focus.
fn enter(event: &Event) -> Option<()> {
    let (items, at) = group(event)?;
    for (index, item) in items.iter().enumerate() {
        let stop = if index == at { "0" } else { "-1" };
        item.set_attribute("tabindex", stop).ok()?;
    }
    Some(())
}

/// The items of the group in which the event happened, and which of them it was.
fn group(event: &Event) -> Option<(Vec<Element>, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let holder = target.closest("[data-rove]").ok()??;
    let found = holder.query_selector_all("[tabindex]").ok()?;
    let items: Vec<Element> = (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into().ok())
        .collect();
    let at = items.iter().position(|item| item.contains(Some(&target)))?;
    Some((items, at))
}
