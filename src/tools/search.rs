//! 搜索: over everything on the page, as one types.
//!
//! From what it works on to what is seen:
//! - [`page_text`]: the page's text, ready to be searched.
//! - [`hits`]: where a query's words stand, and which hits are marked; [`count`] of them.
//! - [`unfolding`]: the sections that open for them.
//! - [`finder`]: these three at work, for a reader whose [`departure`] is known; [`reveal`].
//! - [`offers`]: what is offered where nothing is found.
//! - [`session`]: what follows what, from opening the bar to closing it; the query in
//!   the address is [`parameter`].
//! - [`bar`]: the field and its buttons.

mod bar;
mod count;
mod departure;
mod finder;
mod hits;
mod offers;
mod page_text;
mod parameter;
mod reveal;
mod session;
mod unfolding;

use super::tool::{Room, Tool};
use crate::browser::choice;
use crate::browser::focus::focus;
use crate::browser::keys::is_composing;
use crate::browser::listen::Listener;
use crate::page::mounting::{keep, mount};
use bar::{LONGEST, SearchBar};
use departure::Departure;
use leptos::prelude::*;
use session::Session;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

/// The field, in the bar.
const FIELD: &str = ".tj-search__field";

/// Opens the field.
pub fn tool(root: &Element) -> Tool {
    let root = root.clone();
    Tool {
        name: "search",
        room: Room::Row,
        icon: "M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM13 13l4 4",
        label: "搜索".into(),
        on: None,
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
        label: "用“/”键搜索".into(),
        on: Some(on),
        press: Rc::new(move || {
            let off = heard().then_some("off");
            choice::choose(KEY, off);
            on.set(off.is_none());
        }),
    }
}

/// Under which name it is remembered that `/` is `off`.
const KEY: &str = "key";

/// Whether `/` opens the bar, as far as its reader has chosen.
pub fn heard() -> bool {
    choice::chosen(KEY).or(choice::remembered(KEY)).is_none()
}

/// Opens the bar over the page in `root`, or goes to the one that is open. `asked` is
/// what the address asks for; then a reader who is somewhere already stays there.
pub fn open(root: &Element, asked: Option<&str>) -> Option<()> {
    if let Some(field) = field(root) {
        focus(&field);
        field.select();
        return Some(());
    }
    let document = root.owner_document()?;
    let masthead = root.query_selector(".tj-masthead").ok()??;
    // A part of the report alone has no tools.
    if masthead.get_client_rects().length() == 0 {
        return None;
    }
    let departure = Departure::now(&document, root, asked.is_some())?;
    let quiet = asked.is_some() && departure.elsewhere;
    let query: String = asked.unwrap_or_default().chars().take(LONGEST).collect();

    let mut begun = None;
    let page = masthead.parent_element()?;
    let tree = root.clone();
    let bar = mount(&page, masthead.next_sibling().as_ref(), || {
        let session = Session::begin(root, &document, departure, quiet);
        begun = Some(session);
        view! {
            <SearchBar
                asked=query.clone()
                told=session.told
                busy=session.busy
                on_query=move |query: String| session.type_in(&query)
                on_offer=move |word: String| {
                    session.type_in(&word);
                    // The word that was pressed is gone.
                    if let Some(field) = field(&tree) {
                        field.set_value(&word);
                        focus(&field);
                    }
                }
                on_step=move |direction| session.step(direction)
                on_leave=move || session.close()
            />
        }
    });
    begun?.hold(bar);
    begun?.look_for(&query);
    if !quiet {
        focus(&field(root)?.into());
    }
    Some(())
}

/// The field of the bar that is open.
fn field(root: &Element) -> Option<HtmlInputElement> {
    root.query_selector(FIELD).ok()??.dyn_into().ok()
}

/// Searches for what the address asks for, and listens for `/` and Ctrl+K in
/// the page that is now in the document.
pub fn attach(root: &Element) {
    keep(begin(root));
}

fn begin(root: &Element) -> Option<Listener> {
    if let Some(query) = parameter::asked() {
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
    if is_composing(key) || key.alt_key() {
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
