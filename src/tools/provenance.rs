//! From a figure to where it stands in the text, and back.
//!
//! A figure is a link to the section it stands in, with or without the app.
//! With it the link goes on to the phrase itself, marks it and offers the way
//! back. A fact that stands in two places is one figure with two places.

use super::Page;
use crate::browser::listen::Listener;
use crate::browser::mark::Mark;
use crate::browser::pause;
use crate::browser::place::find;
use crate::components::element::{Built, Element as View, el};
use crate::report::find::around;
use leptos::prelude::Render;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, KeyboardEvent, MouseEvent};

/// Links that lead to a phrase: a figure, and the words in the funnel's card.
const LINKS: &str = "a[data-figure], a[data-quote]";

/// The way a reader is on; none while there is none to go back.
type Way = Rc<RefCell<Option<Trail>>>;

struct Trail {
    /// Where the reader came from, and how far below the window's top it was (px).
    from: HtmlElement,
    top: f64,
    /// Where the fact stands: elements, and the words in them.
    places: Vec<(Element, String)>,
    at: usize,
    /// The phrase as it is marked, and the bar beside it.
    _mark: Option<Mark>,
    bar: Option<Bar>,
}

/// The bar beside a phrase, and what listens in it. Dropped, it is gone.
struct Bar(Option<Built>);

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = self.0.take() {
            bar.node().remove();
            // The button that was pressed is listened to by what is dropped here.
            pause::begin(async move { drop(bar) });
        }
    }
}

/// Lets figures lead to their phrases.
pub fn attach(page: &Page) -> Option<()> {
    let way = Way::default();
    let (root, taken) = (page.root.clone(), way.clone());
    let followed = Listener::new(&page.root, "click", move |event| {
        let _ = follow(&root, &taken, &event);
    });
    let window = web_sys::window()?;
    let turned = way.clone();
    let escaped = Listener::new(&window, "keydown", move |event| {
        let key: Option<&KeyboardEvent> = event.dyn_ref();
        if key.is_some_and(|key| key.key() == "Escape") {
            back(&turned);
        }
    });
    // Whoever turns to something else does not want to go back.
    let left = Listener::new(&window, "pointerup", move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let here = target.and_then(|target| target.closest(".tj-way").ok()?);
        if here.is_none() {
            drop(way.take());
        }
    });
    std::mem::forget((followed, escaped, left));
    Some(())
}

/// Follows a link to the phrase. Keys with a modifier are the browser's.
fn follow(root: &Element, way: &Way, event: &Event) -> Option<()> {
    let press: &MouseEvent = event.dyn_ref()?;
    if press.alt_key() || press.ctrl_key() || press.meta_key() || press.shift_key() {
        return None;
    }
    let link = event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest(LINKS)
        .ok()??;
    let places = places(root, &link)?;
    // The card goes when the focus does: its item is where the reader comes from.
    let item = root
        .query_selector(".tj-river__item[aria-expanded=\"true\"]")
        .ok()?;
    let from = match item {
        Some(item) if link.has_attribute("data-quote") => item,
        _ => link,
    };
    event.prevent_default();
    let top = from.get_bounding_client_rect().top();
    drop(way.take());
    show(
        way,
        Trail {
            from: from.unchecked_into(),
            top,
            places,
            at: 0,
            _mark: None,
            bar: None,
        },
    )
}

/// Where the fact of a link stands: the words it quotes, then each mention of
/// its figure that is not among them.
fn places(root: &Element, link: &Element) -> Option<Vec<(Element, String)>> {
    let mut places = Vec::new();
    if let Some(words) = link.get_attribute("data-quote") {
        let part = link.get_attribute("href")?;
        let text = root
            .query_selector(&[&part, " > .tj-part__text"].concat())
            .ok()??;
        places.push((text, words));
    }
    if let Some(figure) = link
        .get_attribute("data-figure")
        .or(link.get_attribute("data-of"))
    {
        for mention in find(root, &["[data-mention=\"", &figure, "\"]"].concat()) {
            let quoted = places.iter().any(|(text, _)| text.contains(Some(&mention)));
            if !quoted {
                let words = mention.text_content()?;
                places.push((mention, words));
            }
        }
    }
    (!places.is_empty()).then_some(places)
}

/// Shows the place the trail is at: opens what holds it, marks the words, and
/// puts the focus on their sentence.
fn show(way: &Way, mut trail: Trail) -> Option<()> {
    let (element, words) = trail.places.get(trail.at)?.clone();
    open(&element);
    let text = element.text_content()?;
    trail._mark = around(&text, &words).map(|(before, _)| {
        let length = |text: &str| text.encode_utf16().count() as u32;
        let start = length(before);
        Mark::new(&element, "tj-origin", start, start + length(&words))
    });
    let block: HtmlElement = element.closest("li, p").ok()??.dyn_into().ok()?;
    let holder = block
        .closest("ul, ol")
        .ok()?
        .unwrap_or_else(|| block.clone().into());
    let bar = bar(way, trail.at, trail.places.len()).build();
    // The stop after the sentence, for those who walk with the keyboard.
    holder
        .insert_adjacent_element("afterend", bar.node())
        .ok()?;
    trail.bar = Some(Bar(Some(bar)));
    way.replace(Some(trail));

    if !block.has_attribute("tabindex") {
        block.set_attribute("tabindex", "-1").ok()?;
    }
    focus(&block);
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let seen = block.get_bounding_client_rect();
    scroll_by(seen.top() + seen.height() / 2.0 - height / 2.0)
}

fn bar(way: &Way, at: usize, of: usize) -> View {
    let button = |words: &'static str, press: fn(&Way)| {
        let way = way.clone();
        el("button")
            .class("tj-way__button")
            .attr("type", "button")
            .on("click", move |_| press(&way))
            .child(words)
    };
    let several = of > 1;
    let count = [&(at + 1).to_string(), "／", &of.to_string()].concat();
    let words = ["原文", if several { &count } else { "" }].concat();
    el("div")
        .class("tj-way")
        .attr("role", "group")
        .attr("aria-label", "原文出处")
        .child(el("span").class("tj-way__words").child(words))
        .children(several.then(|| button("下一处", next)))
        .child(button("返回", back))
}

/// On to the next place where the fact stands; after the last to the first.
fn next(way: &Way) {
    if let Some(mut trail) = way.take() {
        trail.at = (trail.at + 1) % trail.places.len().max(1);
        trail._mark = None;
        trail.bar = None;
        let _ = show(way, trail);
    }
}

/// Back to where the reader came from: focused, and as far down the window.
fn back(way: &Way) {
    if let Some(trail) = way.take() {
        open(&trail.from);
        focus(&trail.from);
        let now = trail.from.get_bounding_client_rect().top();
        let _ = scroll_by(now - trail.top);
    }
}

/// Opens every section around an element.
fn open(element: &Element) {
    let mut inner = element.clone();
    while let Some(section) = inner.parent_element() {
        if section.local_name() == "details" {
            let _ = section.set_attribute("open", "");
        }
        inner = section;
    }
}

fn focus(element: &HtmlElement) {
    let quietly = FocusOptions::new();
    quietly.set_prevent_scroll(true);
    let _ = element.focus_with_options(&quietly);
}

fn scroll_by(down: f64) -> Option<()> {
    web_sys::window()?.scroll_by_with_x_and_y(0.0, down);
    Some(())
}
