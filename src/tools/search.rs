//! 搜索: over everything on the page, as one types.
//!
//! - [`index`]: the page's text, ready to be searched.
//! - [`found`]: the words found, marked and made visible.
//! - [`session`]: what happens from opening the field to closing it.
//! - [`field`]: the field and its buttons.

mod field;
mod found;
mod index;
mod session;

use super::tool::{Room, Tool};
use crate::browser::listen::Listener;
use crate::browser::{address, choice};
use leptos::prelude::{Get, RwSignal, Set};
use session::open;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// The parameter of the address that holds what is searched for.
const PARAMETER: &str = "q";

/// The longest query, in characters.
const MOST: usize = 100;

/// Opens the field.
pub fn tool(root: &Element) -> Tool {
    let root = root.clone();
    Tool {
        name: "search",
        room: Room::Row,
        icon: "M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM13 13l4 4",
        label: "搜索".into(),
        press: Rc::new(move || {
            let _ = open(&root, None);
        }),
    }
}

/// Whether `/` opens the field. It may be in the way of what else listens, a voice
/// or a reader's own keys, so it can be turned off.
pub fn key() -> Tool {
    let on = RwSignal::new(heard());
    Tool {
        name: "key",
        room: Room::Sheet,
        icon: "M3 4h14v12H3zM12 7l-4 6",
        label: (move || match on.get() {
            true => "停用“/”键",
            false => "启用“/”键",
        })
        .into(),
        press: Rc::new(move || {
            let off = heard().then_some("off");
            choice::choose(KEY, off);
            on.set(off.is_none());
        }),
    }
}

/// Under which name it is remembered that `/` is `off`.
const KEY: &str = "key";

fn heard() -> bool {
    choice::chosen(KEY).or(choice::remembered(KEY)).is_none()
}

/// Searches for what the address asks for, and listens for `/` and Ctrl+K in
/// the page that is now in the document.
pub fn attach(root: &Element) {
    crate::page::mounting::keep(begin(root));
}

fn begin(root: &Element) -> Option<Listener> {
    let asked = address::now().and_then(|address| address.search_params().get(PARAMETER));
    if let Some(query) = asked.filter(|query| !query.trim().is_empty()) {
        let _ = open(root, Some(&query));
    }
    let tree = root.clone();
    let document = root.owner_document()?;
    Listener::new(&document, "keydown", move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>()
            && tree.is_connected()
            && calls(key)
            && open(&tree, None).is_some()
        {
            key.prevent_default();
        }
    })
}

/// Whether the key asks for the field.
fn calls(key: &KeyboardEvent) -> bool {
    if key.is_composing() || key.alt_key() {
        return false;
    }
    match key.key().as_str() {
        "/" => !key.ctrl_key() && !key.meta_key() && !types(key) && heard(),
        "k" | "K" => (key.ctrl_key() || key.meta_key()) && !key.shift_key(),
        _ => false,
    }
}

/// Whether the key is pressed in a field.
fn types(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into().ok());
    target.is_some_and(|target: HtmlElement| {
        target.is_content_editable() || target.matches("input,textarea,select").unwrap_or(false)
    })
}
