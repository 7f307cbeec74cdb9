//! 朗读, 分享, 嵌入, 下载: their buttons. What a button does is part of a WASM
//! of its own (`crate::extra`), which the loader fetches when the first of them
//! is pressed: few readers need it, and all would wait for it.

use super::{Page, Place, Tool, built};
use crate::browser::listen::Listener;
use crate::browser::loader;
use crate::browser::options::framed;
use crate::browser::place::find;
use crate::components::element::el;
use leptos::prelude::{Get, RwSignal, Set};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element};

/// 朗读, or what ends it.
pub fn aloud() -> Tool {
    let reading = RwSignal::new(false);
    let document = web_sys::window().and_then(|window| window.document());
    std::mem::forget(document.and_then(|document| {
        Listener::new(&document, "tujie:aloud", move |event| {
            let told: Option<&CustomEvent> = event.dyn_ref();
            reading.set(told.is_some_and(|told| told.detail().is_truthy()));
        })
    }));
    Tool {
        name: "aloud",
        place: Place::Wide,
        icon: "M3 8v4h3l4 3.5v-11L6 8zM13 7.5a3.5 3.5 0 0 1 0 5M15 5a7 7 0 0 1 0 10",
        label: Arc::new(move || {
            if reading.get() {
                "停止朗读"
            } else {
                "朗读"
            }
        }),
        press: Rc::new(|| loader::extra("aloud", "")),
    }
}

/// 分享.
pub fn share() -> Tool {
    Tool {
        name: "share",
        place: Place::Wide,
        icon: "M10 12.5v-10M6.5 6L10 2.5L13.5 6M5 9H3.5v8.5h13V9H15",
        label: Arc::new(|| "分享"),
        press: Rc::new(|| loader::extra("share", "")),
    }
}

/// 嵌入; a page that is embedded itself has none.
pub fn embed() -> Option<Tool> {
    (!framed()).then(|| Tool {
        name: "embed",
        place: Place::Sheet,
        icon: "M7 6L3 10l4 4M13 6l4 4l-4 4",
        label: Arc::new(|| "嵌入"),
        press: Rc::new(|| loader::extra("embed", "")),
    })
}

/// Adds 下载 to the funnel, before its other controls, and to every tally, below
/// its rows. What is downloaded is told by the id of the chapter and which of
/// its graphics it is, or by nothing for the funnel.
pub fn downloads(page: &Page) {
    for holder in find(&page.root, ".tj-funnel__tools") {
        let first = holder.first_child();
        let _ = holder.insert_before(&download(String::new()), first.as_ref());
    }
    let mut last = (String::new(), 0);
    for tally in find(&page.root, ".tj-chapter .tj-tally") {
        let chapter = tally.closest(".tj-chapter").ok().flatten();
        let id = chapter.map(|chapter| chapter.id()).unwrap_or_default();
        let index = if id == last.0 { last.1 + 1 } else { 0 };
        let of = [&id, " ", &index.to_string()].concat();
        let _ = tally.append_child(&download(of));
        last = (id, index);
    }
}

fn download(of: String) -> Element {
    built(
        el("button")
            .class("tj-download")
            .attr("type", "button")
            .on("click", move |_| loader::extra("export", &of))
            .child("下载"),
    )
}
