//! Groups of which one item takes the tab stop: arrows, Home and End move it.

use super::dom::find;
use super::listen::Listener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Listens on a tree for groups marked `data-rove`, whose items have a
/// `tabindex`; stops when dropped.
pub struct Roving {
    _moved: Option<Listener>,
    _entered: Option<Listener>,
}

impl Roving {
    /// Starts listening.
    pub fn watch(root: &Element) -> Roving {
        Roving {
            _moved: Listener::new(root, "keydown", |event| {
                let _ = event.dyn_ref().and_then(step);
            }),
            _entered: Listener::new(root, "focusin", |event| {
                let _ = enter(&event);
            }),
        }
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
    let items = find(&holder, "[tabindex]");
    let at = items.iter().position(|item| item.contains(Some(&target)))?;
    Some((items, at))
}
