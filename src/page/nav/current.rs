//! Where the reader is: the chapter that crosses a line in the upper part of
//! the window is the current one, marked in the rail and the bar, and named by
//! the address. WASM only.

use crate::browser::dom::find;
use crate::browser::keys::is_composing;
use crate::browser::listen::Listener;
use crate::browser::pause::{self, wait};
use crate::browser::sight::Sight;
use crate::browser::{address, choice, loader, view};
use crate::page::mounting::keep;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, IntersectionObserverEntry, KeyboardEvent};

/// The line, as a share of the window's height, and what lies around it.
const LINE: f64 = 0.35;
const MARGIN: &str = "-35% 0px -65% 0px";

/// Marks the current stop, until the current owner ends.
pub fn attach(root: &Element) {
    let tree = root.clone();
    let document = root.owner_document();
    let targets = links(root).into_iter().filter_map(|link| {
        let href = link.get_attribute("href")?;
        document.as_ref()?.get_element_by_id(href.get(1..)?)
    });
    let top = root.query_selector(".tj-hero").ok().flatten();
    let targets: Vec<Element> = top.into_iter().chain(targets).collect();
    let stops = targets.clone();
    let following = Following {
        start: StoredValue::new_local(None),
        moved: StoredValue::new_local(false),
        next: StoredValue::new_local(None),
    };
    let crossed = move |moved: Vec<IntersectionObserverEntry>| {
        // Between two stops, the reader is in the one that ends there, which a leap may
        // have left out.
        let on_it = moved.iter().rfind(|entry| entry.is_intersecting());
        let on_it = on_it.map(IntersectionObserverEntry::target);
        if let Some(stop) = on_it.or_else(|| stops.iter().rfind(|stop| is_above(stop)).cloned()) {
            following.follow(&stop);
            let _ = mark(&tree, &stop.id());
        }
    };
    keep(Sight::follow(targets, 0.0, MARGIN, crossed));
    keep(Listener::new(root, "keydown", leave));
}

/// The address, as far as it follows the reader. Above the first stop it names
/// nothing.
#[derive(Clone, Copy)]
struct Following {
    /// How far the page was scrolled when it was first seen where the reader
    /// is, in px.
    start: StoredValue<Option<f64>, LocalStorage>,
    /// Whether the reader has moved since; before, the address stays as it was
    /// opened.
    moved: StoredValue<bool, LocalStorage>,
    /// The stop that is to be named, soon: browsers mind often.
    next: StoredValue<Option<Element>, LocalStorage>,
}

/// How long the address waits for the next stop, in ms: until what has come into
/// view has drawn itself.
const SOON: i32 = 1000;

impl Following {
    fn follow(self, stop: &Element) {
        self.start
            .update_value(|start| *start = start.or_else(scrolled));
        let part_alone = choice::chosen("view").is_some();
        if part_alone {
            return;
        }
        let waits = self.next.with_value(Option::is_some);
        self.next.set_value(Some(stop.clone()));
        if waits {
            return;
        }
        // To ask now where the page is would make the browser lay out what has just
        // come into view, and that again with what else is done to it.
        pause::begin(async move {
            wait(SOON).await;
            let _ = self.name_next();
        });
    }

    /// Names the stop that waits, unless the reader has left it since: browsers
    /// tell late.
    fn name_next(self) -> Option<()> {
        let stop = self.next.try_get_value()??;
        self.next.set_value(None);
        let moved = self.moved.get_value() || scrolled() != self.start.get_value();
        self.moved.set_value(moved);
        if moved && is_at(&stop)? {
            name(&stop)?;
        }
        Some(())
    }
}

/// Whether a stop begins above the line.
fn is_above(stop: &Element) -> bool {
    let line = view::height().map(|height| height * LINE);
    line.is_some_and(|line| stop.get_bounding_client_rect().top() <= line)
}

/// Whether the line crosses a stop now.
fn is_at(stop: &Element) -> Option<bool> {
    let height = view::height()?;
    let place = stop.get_bounding_client_rect();
    let line = height * LINE;
    Some(place.top() <= line && line < place.bottom())
}

/// How far the page is scrolled, in px.
fn scrolled() -> Option<f64> {
    web_sys::window()?.scroll_y().ok()
}

/// Names a stop in the address, unless that names something in it already or the
/// reader searches, who may go back to where the address leads.
fn name(stop: &Element) -> Option<()> {
    let document = stop.owner_document()?;
    if document.query_selector("[data-searching]").ok()?.is_some() {
        return None;
    }
    let address = address::now()?;
    let fragment = address.hash();
    let named = loader::named(fragment.trim_start_matches('#'));
    if named.is_some_and(|named| stop.contains(Some(&named))) {
        return None;
    }
    address.set_hash(&stop.id());
    address::replace(&address)
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

/// 目录 closes on Escape, and its own button has the focus. (A link in it closes it with
/// or without the app.)
fn leave(event: Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let menu = target.and_then(|target| target.closest(".tj-bar__menu[open]").ok().flatten());
    if let Some(menu) = menu.filter(|_| key.key() == "Escape" && !is_composing(key)) {
        let _ = menu.remove_attribute("open");
        if let Ok(Some(summary)) = menu.query_selector("summary") {
            let _ = summary.unchecked_ref::<HtmlElement>().focus();
        }
    }
}
