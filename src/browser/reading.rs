//! Where the reader is: the chapter that crosses a line in the upper part of
//! the window is the current one, marked in the rail and the bar.

use super::listen::Listener;
use super::place::find;
use super::sight::Sight;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Watches a tree; stops when dropped.
pub struct Reading {
    _crossed: Option<Sight>,
    _left: [Option<Listener>; 2],
}

impl Reading {
    /// Starts watching.
    pub fn watch(root: &Element) -> Reading {
        let tree = root.clone();
        let targets = links(root).into_iter().filter_map(|link| {
            let href = link.get_attribute("href")?;
            root.query_selector(&href).ok()?
        });
        let crossed = move |target: Element| {
            let _ = mark(&tree, &target.id());
        };
        Reading {
            _crossed: Sight::watch(targets, 0.0, "-35% 0px -65% 0px", crossed),
            _left: ["click", "keydown"].map(|event| Listener::new(root, event, leave)),
        }
    }
}

/// The rail's links, one for each stop.
fn links(root: &Element) -> Vec<Element> {
    find(root, ".tj-rail__link")
}

/// Marks the stop of that id as current, and those before it as passed.
fn mark(root: &Element, id: &str) -> Option<()> {
    let href = ["#", id].concat();
    let rail = links(root);
    let at = rail
        .iter()
        .position(|link| link.get_attribute("href").as_deref() == Some(&href))?;
    let bar = find(root, ".tj-bar__link");
    for (index, link) in rail.iter().enumerate() {
        let passed = link.parent_element()?;
        let _ = passed.toggle_attribute_with_force("data-passed", index <= at);
        for link in core::iter::once(link).chain(bar.get(index)) {
            let _ = if index == at {
                link.set_attribute("aria-current", "true")
            } else {
                link.remove_attribute("aria-current")
            };
        }
    }
    let name = root.query_selector(".tj-bar__name").ok()??;
    name.set_text_content(rail.get(at)?.text_content().as_deref());
    let way = root.query_selector(".tj-bar__passed").ok()??;
    let dashes = [&(at + 1).to_string(), " ", &rail.len().to_string()].concat();
    way.set_attribute("stroke-dasharray", &dashes).ok()
}

/// The bar's menu closes when a link in it is followed, and on Escape.
fn leave(event: Event) {
    let done = match event.dyn_ref::<KeyboardEvent>() {
        Some(key) => key.key() == "Escape",
        None => true,
    };
    let menu = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| {
            let inside = if event.type_() == "click" {
                ".tj-bar__link"
            } else {
                ".tj-bar__menu"
            };
            target
                .closest(inside)
                .ok()??
                .closest(".tj-bar__menu")
                .ok()?
        });
    if let Some(menu) = menu.filter(|menu| done && menu.has_attribute("open")) {
        let _ = menu.remove_attribute("open");
        if event.type_() == "keydown"
            && let Ok(Some(summary)) = menu.query_selector("summary")
        {
            let _ = summary.unchecked_ref::<HtmlElement>().focus();
        }
    }
}
