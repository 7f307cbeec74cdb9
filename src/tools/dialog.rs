//! A window over the page that holds the focus until it is closed: by its
//! button, by Escape, or by a press beside it. Its content is made when it
//! opens and gone when it closes, with all that it owns.
//!
//! Where the browser has no such windows it lies over the page all the same,
//! and holds the focus less firmly.

use crate::browser::focus::focus;
use crate::browser::keys::is_composing;
use crate::page::mounting::{Mounted, mount};
use js_sys::Reflect;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Event, HtmlDialogElement};

/// An open dialog.
#[derive(Clone, Copy)]
pub struct Dialog(NodeRef<html::Dialog>);

impl Dialog {
    /// Closes it; the focus goes back to where it was.
    pub fn close(&self) {
        let Some(node) = self.node() else { return };
        if is_known(&node) {
            node.close();
        } else if let Ok(closed) = Event::new("close") {
            let _ = node.dispatch_event(&closed);
        }
    }

    fn show(&self) -> Option<()> {
        let node = self.node()?;
        if is_known(&node) {
            return node.show_modal().ok();
        }
        node.set_attribute("role", "dialog").ok()?;
        node.set_attribute("open", "").ok()?;
        focus(&node.query_selector("button").ok()??);
        Some(())
    }

    /// The element, while the dialog is open.
    fn node(&self) -> Option<HtmlDialogElement> {
        self.0.try_get_untracked().flatten()
    }
}

/// Whether the browser has dialogs.
fn is_known(node: &HtmlDialogElement) -> bool {
    Reflect::has(node, &"showModal".into()).unwrap_or(false)
}

/// Opens a dialog with a title. `class` names its block for the style.
pub fn open<V: IntoView + 'static>(
    title: &'static str,
    class: &'static str,
    content: impl FnOnce(Dialog) -> V + 'static,
) -> Option<()> {
    let opened = Opened::default();
    let owner = Owner::new();
    let (dialog, window) = owner.with(|| window(title, class, opened.clone()))?;
    let holder = dialog.node()?.first_element_child()?;
    let inside = owner.with(|| mount(&holder, None, move || content(dialog).into_view()));
    opened.replace(Some((inside, window, owner)));
    dialog.show()
}

/// What is open owns itself, until it is closed.
type Opened = Rc<RefCell<Option<(Mounted, Mounted, Owner)>>>;

/// Puts a dialog without content into the page. It drops what is opened when it
/// closes.
fn window(title: &'static str, class: &'static str, opened: Opened) -> Option<(Dialog, Mounted)> {
    let document = web_sys::window()?.document()?;
    let app = document.get_element_by_id("app")?;
    let before = document.active_element();
    let closed = move || {
        drop(opened.take());
        // New browsers have given the focus back by now, unless it went on.
        let focused = document.active_element();
        let lost = focused == document.body().map(Into::into);
        if let Some(before) = before.as_ref().filter(|_| lost) {
            focus(before);
        }
    };
    let dialog = Dialog(NodeRef::new());
    let mounted = mount(&app, None, move || {
        view! { <Window dialog title class closed/> }
    });
    Some((dialog, mounted))
}

/// The dialog with what every one has around its content, which follows the head.
/// It is of one type whatever it holds, so that it is compiled once.
#[component]
fn Window(
    dialog: Dialog,
    /// What it is called, in its head and by assistive technology.
    title: &'static str,
    /// Its block for the style.
    class: &'static str,
    /// What is done once it is closed.
    closed: impl FnMut() + 'static,
) -> impl IntoView {
    let mut closed = closed;
    // What is pressed beside the box is the dialog itself.
    let pressed = move |event: MouseEvent| {
        if event.target() == event.current_target() {
            dialog.close();
        }
    };
    let escaped = move |key: KeyboardEvent| {
        let by_itself = dialog.node().is_some_and(|node| is_known(&node));
        if !by_itself && key.key() == "Escape" && !is_composing(&key) {
            dialog.close();
        }
    };
    view! {
        <dialog
            node_ref=dialog.0
            class=["tj-dialog ", class].concat()
            aria-label=title
            on:click=pressed
            on:keydown=escaped
            on:close=move |_| closed()
        >
            <div class="tj-dialog__box">
                <div class="tj-dialog__head">
                    <h2 class="tj-dialog__title">{title}</h2>
                    <button
                        class="tj-dialog__close"
                        type="button"
                        aria-label="关闭"
                        on:click=move |_| dialog.close()
                    ></button>
                </div>
            </div>
        </dialog>
    }
}
