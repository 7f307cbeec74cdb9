//! A window over the page that holds the focus until it is closed: by its
//! button, by Escape, or by a press beside it. Its content is made when it
//! opens and gone when it closes.
//!
//! Where the browser has no such windows it lies over the page all the same,
//! and holds the focus less firmly.

use crate::browser::listen::Listener;
use crate::browser::place::focus;
use crate::components::element::{Element, el};
use js_sys::Reflect;
use leptos::prelude::Render;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlDialogElement, KeyboardEvent};

/// An open dialog.
#[derive(Clone)]
pub struct Dialog(HtmlDialogElement);

impl Dialog {
    /// Closes it; the focus goes back to where it was.
    pub fn close(&self) {
        if self.is_known() {
            self.0.close();
        } else if let Ok(closed) = Event::new("close") {
            let _ = self.0.dispatch_event(&closed);
        }
    }

    fn show(&self) -> Option<()> {
        if self.is_known() {
            return self.0.show_modal().ok();
        }
        self.0.set_attribute("role", "dialog").ok()?;
        self.0.set_attribute("open", "").ok()?;
        focus(&self.0.query_selector("button").ok()??);
        Some(())
    }

    /// Whether the browser has dialogs.
    fn is_known(&self) -> bool {
        Reflect::has(&self.0, &"showModal".into()).unwrap_or(false)
    }
}

/// Opens a dialog with a title. `class` names its block for the style.
pub fn open(
    title: &'static str,
    class: &'static str,
    content: impl FnOnce(&Dialog) -> Element + 'static,
) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let node: HtmlDialogElement = document.create_element("dialog").ok()?.unchecked_into();
    node.set_class_name(&["tj-dialog ", class].concat());
    node.set_attribute("aria-label", title).ok()?;
    document
        .get_element_by_id("app")?
        .append_child(&node)
        .ok()?;

    let dialog = Dialog(node.clone());
    let built = frame(&dialog, title, content(&dialog)).build();
    node.append_child(built.node()).ok()?;
    // What is pressed beside the box is the dialog itself.
    let shown = dialog.clone();
    let beside = Listener::new(&node, "click", move |event| {
        if event.target().as_ref() == Some(shown.0.as_ref()) {
            shown.close();
        }
    });
    let shown = dialog.clone();
    let escaped = Listener::new(&node, "keydown", move |event| {
        let key: Option<&KeyboardEvent> = event.dyn_ref();
        if !shown.is_known() && key.is_some_and(|key| key.key() == "Escape") {
            shown.close();
        }
    });
    let closed = node.clone();
    let before = document.active_element();
    let gone = Closure::once_into_js(move || {
        closed.remove();
        drop((built, beside, escaped));
        // New browsers have given the focus back by now, unless it went on.
        let focused = document.active_element();
        if let Some(before) = before.filter(|_| focused == document.body().map(Into::into)) {
            focus(&before);
        }
    });
    node.add_event_listener_with_callback("close", gone.unchecked_ref())
        .ok()?;
    dialog.show()
}

/// What every dialog has around its content.
fn frame(dialog: &Dialog, title: &'static str, content: Element) -> Element {
    let dialog = dialog.clone();
    let close = el("button")
        .class("tj-dialog__close")
        .attr("type", "button")
        .attr("aria-label", "关闭")
        .on("click", move |_| dialog.close());
    let head = el("div")
        .class("tj-dialog__head")
        .child(el("h2").class("tj-dialog__title").child(title))
        .child(close);
    el("div").class("tj-dialog__box").child(head).child(content)
}
