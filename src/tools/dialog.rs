//! A window over the page that holds the focus until it is closed: by its
//! button, by Escape, or by a press beside it. Its content is made when it
//! opens and gone when it closes.

use crate::browser::listen::Listener;
use crate::components::element::{Element, el};
use leptos::prelude::Render;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlDialogElement;

/// An open dialog.
#[derive(Clone)]
pub struct Dialog(HtmlDialogElement);

impl Dialog {
    /// Closes it; the focus goes back to where it was.
    pub fn close(&self) {
        self.0.close();
    }
}

/// Opens a dialog with a title, unless the browser has none. `class` names its
/// block for the style.
pub fn open(
    title: &'static str,
    class: &'static str,
    content: impl FnOnce(&Dialog) -> Element + 'static,
) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let node: HtmlDialogElement = document.create_element("dialog").ok()?.dyn_into().ok()?;
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
    let shown = node.clone();
    let beside = Listener::new(&node, "click", move |event| {
        if event.target().as_ref() == Some(shown.as_ref()) {
            shown.close();
        }
    });
    let closed = node.clone();
    let gone = Closure::once_into_js(move || {
        closed.remove();
        drop((built, beside));
    });
    node.add_event_listener_with_callback("close", gone.unchecked_ref())
        .ok()?;
    node.show_modal().ok()
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
