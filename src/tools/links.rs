//! Links to where the reader is: a button beside each heading copies one, and
//! other tools copy theirs through [`copy`].
//!
//! What a link names after `#` is found again by `public/loader.js`: an id of
//! the page, a stage, a source or a figure; with `loss-` before it, what is
//! lost before that stage.

use super::{dialog, toast};
use crate::browser::address;
use crate::browser::clipboard;
use crate::browser::listen::Listener;
use crate::browser::pause;
use crate::browser::place::find;
use crate::components::element::el;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement};

/// The address of an id of the page or the data. What is searched for is no
/// part of it.
pub fn address(id: &str) -> String {
    let address = address::now();
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
        let opened = dialog::open("复制链接", "tj-copy", move |_| {
            let field = el("input")
                .class("tj-copy__field")
                .attr("readonly", "")
                .attr("autofocus", "")
                .attr("aria-label", "链接")
                .attr("value", shown)
                .on("focus", |event| {
                    let target = event.unchecked_into::<web_sys::Event>().target();
                    let field = target.and_then(|target| target.dyn_into().ok());
                    let select = |field: HtmlInputElement| field.select();
                    field.into_iter().for_each(select);
                });
            el("div")
                .child(el("p").child("浏览器不允许自动复制，请长按或按 Ctrl+C 复制。"))
                .child(field)
        });
        if opened.is_none() {
            toast::say(&address);
        }
    });
}

/// Puts a button beside the heading of each chapter, section and part; listens
/// until dropped.
pub fn offer(root: &Element) -> Option<Listener> {
    let document = root.owner_document()?;
    let button = button(&document)?;
    for holder in find(root, "details[id],section[id]:not(.tj-part--chapters)") {
        let _ = add(&holder, &button);
    }
    Listener::new(root, "click", |event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let pressed = target.and_then(|target: Element| target.closest(".tj-link").ok()?);
        if let Some(id) = pressed.and_then(|button| button.get_attribute("data-link")) {
            // In a summary, the press would also open or close the section.
            event.prevent_default();
            copy(&id);
        }
    })
}

/// Adds the button after the holder's own heading. A section stays named by its
/// heading alone.
fn add(holder: &Element, button: &Element) -> Option<()> {
    let id = holder.id();
    let heading = holder.query_selector("h2,h3,h4").ok()??;
    let around = heading.parent_element()?;
    let summary = around.local_name() == "summary";
    let own = if summary {
        around.parent_element()?
    } else {
        around.clone()
    };
    if own != *holder {
        return None;
    }
    if summary {
        // No id of the data has such a sign.
        heading.set_id(&[&id, "_heading"].concat());
        around
            .set_attribute("aria-labelledby", &heading.id())
            .ok()?;
    }
    let button: Element = button.clone_node_with_deep(true).ok()?.unchecked_into();
    let name = heading.text_content()?;
    let label = ["复制“", name.trim(), "”的链接"].concat();
    button.set_attribute("aria-label", &label).ok()?;
    button.set_attribute("data-link", &id).ok()?;
    heading.after_with_node_1(&button).ok()
}

/// The button that each of them is a copy of.
fn button(document: &Document) -> Option<Element> {
    const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");
    let button = document.create_element("button").ok()?;
    button.set_attribute("class", "tj-link").ok()?;
    button.set_attribute("type", "button").ok()?;
    button.set_attribute("title", "复制链接").ok()?;
    let icon = document.create_element_ns(SVG, "svg").ok()?;
    icon.set_attribute("class", "tj-icon").ok()?;
    icon.set_attribute("viewBox", "0 0 20 20").ok()?;
    icon.set_attribute("aria-hidden", "true").ok()?;
    let path = document.create_element_ns(SVG, "path").ok()?;
    let chain = "M8.5 11.5a3 3 0 0 0 4.5 0l3-3a3 3 0 0 0-4.5-4.5l-1 1\
        M11.5 8.5a3 3 0 0 0-4.5 0l-3 3a3 3 0 0 0 4.5 4.5l1-1";
    path.set_attribute("d", chain).ok()?;
    icon.append_child(&path).ok()?;
    button.append_child(&icon).ok()?;
    Some(button)
}
