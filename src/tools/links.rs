//! Links to where the reader is: the button beside each heading copies one
//! (`page/link.rs`), and other tools copy theirs through [`copy`].
//!
//! What a link names after `#` is found again by the page's scripts: an id of the
//! page, a figure, or what is in a flow.

use super::{dialog, toast};
use crate::browser::listen::Listener;
use crate::browser::{clipboard, options, pause};
use crate::page::mounting::keep;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, MouseEvent};

/// The address of an id of the page or the data. What is searched for is no
/// part of it, nor what others have put there.
pub fn address(id: &str) -> String {
    let address = options::own_address();
    address.map_or_else(String::new, |address| {
        address.search_params().delete("q");
        address.set_hash(id);
        address.href()
    })
}

/// Copies the address of an id and says so; where the browser does not let us,
/// shows it to be copied by hand.
pub fn copy(id: &str) {
    let address = address(id);
    pause::begin(async move {
        if clipboard::write(&address).await.is_some() {
            toast::say("链接已复制");
            return;
        }
        let shown = address.clone();
        let opened = dialog::open("复制链接", "tj-copy", |_| view! { <ByHand address=shown/> });
        if opened.is_none() {
            toast::say(&address);
        }
    });
}

/// An address to be copied by hand.
#[component]
fn ByHand(
    /// The address.
    address: String,
) -> impl IntoView {
    view! {
        <div>
            <p>"浏览器不允许自动复制，请长按或按 Ctrl+C 复制。"</p>
            <input
                class="tj-copy__field"
                readonly=true
                autofocus=true
                aria-label="链接"
                value=address
                on:focus:target=|event| {
                    let field: HtmlInputElement = event.target();
                    field.select();
                }
            />
        </div>
    }
}

/// Listens to what is marked `data-link`. Presses with a modifier are the browser's.
pub fn attach(root: &Element) {
    keep(Listener::new(root, "click", |event| {
        let plain = |press: &MouseEvent| !press.ctrl_key() && !press.meta_key();
        if !event.dyn_ref().is_some_and(plain) {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let pressed = target.and_then(|target: Element| target.closest("[data-link]").ok()?);
        if let Some(id) = pressed.and_then(|button| button.get_attribute("data-link")) {
            // In a summary, the press would also open or close the section.
            event.prevent_default();
            copy(&id);
        }
    }));
}
