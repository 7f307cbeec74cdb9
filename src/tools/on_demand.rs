//! 朗读, 分享, 嵌入, 下载: their buttons. What a button does is part of a WASM of
//! its own (`src/extras.rs`), which is fetched when the first of them is pressed:
//! few readers need it, and all would wait for it.

use super::tool::{Room, Tool};
use crate::browser::dom::find;
use crate::browser::listen::Listener;
use crate::browser::loader::{self, Extras};
use crate::browser::options::framed;
use crate::browser::pause::{self, wait};
use crate::page::mounting::{Mounted, keep, mount};
use js_sys::WebAssembly::RuntimeError;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element};

/// How long a press may go unanswered before it is said why, in ms.
const UNANSWERED: i32 = 400;

thread_local! {
    /// The tool that was asked for last and what it shall work on, until it opens.
    static ASKED: RefCell<Option<(&'static str, String)>> = RefCell::default();
}

/// Opens a tool, once it is fetched. Of what is asked for meanwhile, the last is
/// meant. `of` tells what the tool shall work on, where there is a choice.
fn open(tool: &'static str, of: String) {
    let before = ASKED.replace(Some((tool, of)));
    if before.is_none() {
        pause::begin(fetch_and_open());
    }
}

async fn fetch_and_open() {
    let waiting: Rc<RefCell<Option<Mounted>>> = Rc::default();
    let told = Rc::downgrade(&waiting);
    pause::begin(async move {
        wait(UNANSWERED).await;
        if let Some(waiting) = told.upgrade() {
            waiting.replace(tell_waiting());
        }
    });
    let extras = loader::extras().await;
    drop(waiting);
    match (extras, ASKED.take()) {
        (Some(extras), Some((tool, of))) => open_now(&extras, tool, of),
        (None, Some((tool, of))) => loader::no_extras(move || open(tool, of)),
        (_, None) => {}
    }
}

/// A trap ends the page's life. Any other error is told like a tool that could not be
/// had: it may be the browser that lacks something.
fn open_now(extras: &Extras, tool: &'static str, of: String) {
    match extras.open(tool, &of) {
        Ok(_) => {}
        Err(error) if error.has_type::<RuntimeError>() => loader::panicked(),
        Err(_) => loader::no_extras(move || open(tool, of)),
    }
}

/// Says that the tool is on its way, where nothing else is being said.
fn tell_waiting() -> Option<Mounted> {
    let document = web_sys::window()?.document()?;
    let notice = document.get_element_by_id("notice")?;
    if notice.has_child_nodes() {
        return None;
    }
    let words = || view! { <p class="tj-notice__text">"正在加载…"</p> };
    Some(mount(&notice, None, words))
}

/// 朗读, or what ends it.
pub fn aloud() -> Tool {
    let reading = RwSignal::new(false);
    let document = web_sys::window().and_then(|window| window.document());
    keep(document.and_then(|document| {
        Listener::new(&document, "tujie:aloud", move |event| {
            let told: Option<&CustomEvent> = event.dyn_ref();
            reading.set(told.is_some_and(|told| told.detail().is_truthy()));
        })
    }));
    Tool {
        name: "aloud",
        room: Room::Row,
        icon: "M3 8v4h3l4 3.5v-11L6 8zM13 7.5a3.5 3.5 0 0 1 0 5M15 5a7 7 0 0 1 0 10",
        label: "朗读".into(),
        on: Some(reading),
        press: Rc::new(|| open("aloud", String::new())),
    }
}

/// 分享.
pub fn share() -> Tool {
    Tool {
        name: "share",
        room: Room::Row,
        icon: "M10 12.5v-10M6.5 6L10 2.5L13.5 6M5 9H3.5v8.5h13V9H15",
        label: "分享".into(),
        on: None,
        press: Rc::new(|| open("share", String::new())),
    }
}

/// 嵌入; a page that is embedded itself has none.
pub fn embed() -> Option<Tool> {
    (!framed()).then(|| Tool {
        name: "embed",
        room: Room::Sheet,
        icon: "M7 6L3 10l4 4M13 6l4 4l-4 4",
        label: "嵌入".into(),
        on: None,
        press: Rc::new(|| open("embed", String::new())),
    })
}

/// Adds 下载 to every flow, before its other controls, and to every graphic of numbers,
/// below its lines. What is downloaded is told by its id.
pub fn attach(root: &Element) {
    for holder in find(root, ".tj-funnel__tools") {
        let flow = holder.closest(".tj-funnel").ok().flatten();
        let of = flow.map(|flow| flow.id()).unwrap_or_default();
        let first = holder.first_child();
        keep(mount(&holder, first.as_ref(), || view! { <Download of/> }));
    }
    for rows in find(root, ".tj-graphic[id] > .tj-graphic__rows") {
        let Some(graphic) = rows.parent_element() else {
            continue;
        };
        let of = graphic.id();
        keep(mount(&graphic, None, || view! { <Download of/> }));
    }
}

/// 下载.
#[component]
fn Download(
    /// What is downloaded.
    of: String,
) -> impl IntoView {
    view! {
        <button class="tj-download" type="button" on:click=move |_| open("export", of.clone())>
            "下载"
        </button>
    }
}
