//! From a figure to where it stands in the text, and back. WASM only.
//!
//! A figure is a link to the section it stands in, with or without the app.
//! With it the link goes on to the phrase itself, marks it and offers the way
//! back. A fact that stands in two places is one figure with two places.

use crate::browser::address;
use crate::browser::dom::find;
use crate::browser::focus::focus;
use crate::browser::keys::is_composing;
use crate::browser::listen::Listener;
use crate::browser::mark::Mark;
use crate::browser::options::framed;
use crate::browser::pause;
use crate::browser::sight::Sight;
use crate::browser::view::{self, place_all};
use crate::page::mounting::{Mounted, keep, mount};
use crate::report::find::{around, holds};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

/// Links that lead to words: a figure, what the funnel's card quotes, and what names
/// words of the place that it leads to.
const LINKS: &str = "a[data-figure], a[data-quote], a[data-words]";

/// The texts of a place in which words are looked for.
const TEXTS: &str = ".tj-points li, .tj-chapter__text, .tj-part__text";

/// The parameter that names a figure whose phrase is to be shown.
const FIGURE: &str = "figure";

/// The way a reader is on; none while there is none to go back.
#[derive(Clone, Copy)]
struct Way(StoredValue<Option<Trail>, LocalStorage>);

struct Trail {
    /// Where the reader came from, and how far below the window's top it was (px).
    from: Element,
    top: f64,
    /// Where the fact stands: elements, and the words in them.
    places: Vec<(Element, String)>,
    at: usize,
    /// Whether the way is a step of the browser's history.
    step: bool,
    /// The phrase as it is marked, and the bar beside it.
    shown: Option<(Option<Mark>, Mounted, Option<Sight>)>,
}

/// Lets figures lead to their phrases, until the current owner ends.
pub fn attach(root: &Element) {
    let way = Way(StoredValue::new_local(None));
    let tree = root.clone();
    keep(Listener::new(root, "click", move |event| {
        let _ = way.follow(&tree, &event);
    }));
    for event in ["mousedown", "contextmenu"] {
        keep(Listener::new(root, event, |event| {
            let _ = take_along(&event);
        }));
    }
    let _ = way.arrive(root);
    let Some(window) = web_sys::window() else {
        return;
    };
    keep(Listener::new(&window, "keydown", move |event| {
        let key: Option<&KeyboardEvent> = event.dyn_ref();
        if key.is_some_and(|key| key.key() == "Escape" && !is_composing(key)) {
            explained();
            way.leave();
        }
    }));
    keep(Listener::new(&window, "popstate", move |_| {
        // A link into the page tells so, too; its place is new and has no state.
        match visited() {
            true => way.back(),
            false => drop(way.take()),
        }
    }));
    // Whoever turns to something else does not want to go back.
    keep(Listener::new(&window, "pointerup", move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let here = target.and_then(|target| target.closest(".tj-way").ok()?);
        if here.is_none() {
            drop(way.take());
        }
    }));
}

impl Way {
    fn take(self) -> Option<Trail> {
        self.0.try_update_value(Option::take).flatten()
    }

    /// Shows the phrase of the figure that the address brought along.
    fn arrive(self, root: &Element) -> Option<()> {
        let figure = address::asked(FIGURE)?;
        let links = find(root, LINKS).into_iter();
        let link = links
            .filter(|link| link.get_attribute("data-figure").as_ref() == Some(&figure))
            .find(|link| link.get_client_rects().length() > 0)?;
        let places = places(root, &link)?;
        let top = link.get_bounding_client_rect().top();
        self.show(Trail {
            from: link,
            top,
            places,
            at: 0,
            step: false,
            shown: None,
        })
    }

    /// Follows a link to the phrase. Keys with a modifier are the browser's.
    fn follow(self, root: &Element, event: &Event) -> Option<()> {
        let press: &MouseEvent = event.dyn_ref()?;
        if press.alt_key() || press.ctrl_key() || press.meta_key() || press.shift_key() {
            return take_along(event);
        }
        let target: Element = event.target()?.dyn_into().ok()?;
        let link = target.closest(LINKS).ok()??;
        let places = places(root, &link)?;
        // The card goes when the focus does: its item is where the reader comes from.
        let item = root.query_selector(".tj-river__item[data-open]").ok()?;
        let from = match item {
            Some(item) if link.has_attribute("data-quote") => item,
            _ => link,
        };
        event.prevent_default();
        let top = from.get_bounding_client_rect().top();
        drop(self.take());
        self.show(Trail {
            from,
            top,
            places,
            at: 0,
            // In a frame the step would be one of its host's.
            step: !framed() && address::step().is_some(),
            shown: None,
        })
    }

    /// Shows the place the trail is at: opens what holds it, marks the words, and
    /// puts the focus on their sentence.
    fn show(self, mut trail: Trail) -> Option<()> {
        let (element, words) = trail.places.get(trail.at)?;
        place_all();
        open(element);
        let text = element.text_content()?;
        let mark = around(&text, words).map(|(before, _)| {
            let length = |text: &str| text.encode_utf16().count() as u32;
            let start = length(before);
            Mark::new(element, "tj-origin", start, start + length(words))
        });
        let block = element.closest("li, p").ok()??;
        let holder = block.closest("ul, ol").ok()?.unwrap_or(block.clone());
        let (at, of) = (trail.at + 1, trail.places.len());
        // The stop after the sentence, for those who walk with the keyboard.
        let next = holder.next_sibling();
        let bar = mount(&holder.parent_element()?, next.as_ref(), || {
            view! { <Back way=self at of/> }
        });

        if !block.has_attribute("tabindex") {
            block.set_attribute("tabindex", "-1").ok()?;
        }
        focus(&block);
        let height = view::height()?;
        let seen = block.get_bounding_client_rect();
        let _ = scroll_by(seen.top() + seen.height() / 2.0 - height / 2.0);
        // Who has read on, a window or more, does not want to go back.
        let mut seen = false;
        let sight = Sight::follow([block], 0.0, "100%", move |now| {
            let here = now.iter().any(|entry| entry.is_intersecting());
            if !core::mem::replace(&mut seen, here) {
                return;
            }
            if !here {
                pause::begin(async move { drop(self.take()) });
            }
        });
        trail.shown = Some((mark, bar, sight));
        self.0.set_value(Some(trail));
        Some(())
    }

    /// On to the next place where the fact stands; after the last to the first.
    fn next(self) {
        if let Some(mut trail) = self.take() {
            trail.at = (trail.at + 1) % trail.places.len().max(1);
            trail.shown = None;
            let _ = self.show(trail);
        }
    }

    /// Goes back: as the browser's own Back does, where it knows of the way.
    fn leave(self) {
        let step = self
            .0
            .with_value(|trail| trail.as_ref().is_some_and(|trail| trail.step));
        let history = web_sys::window().and_then(|window| window.history().ok());
        match history.filter(|_| step) {
            Some(history) if history.back().is_ok() => {}
            _ => self.back(),
        }
    }

    /// Back to where the reader came from: focused, and as far down the window.
    fn back(self) {
        let Some(Trail { from, top, .. }) = self.take() else {
            return;
        };
        restore(&from, top);
        // Some browsers go to what the address names once they have told of the step.
        pause::begin(async move {
            pause::pause().await;
            restore(&from, top);
        });
    }
}

/// Whether the reader has been at this step of the history.
fn visited() -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let state = history.and_then(|history| history.state().ok());
    state.is_some_and(|state| !state.is_null())
}

/// Shows an element as far below the window's top as it was, with the focus.
fn restore(from: &Element, top: f64) {
    open(from);
    focus(from);
    let _ = scroll_by(from.get_bounding_client_rect().top() - top);
}

/// The bar beside a phrase: which place of the fact it is, and the ways on.
#[component]
fn Back(
    /// The way the reader is on.
    way: Way,
    /// Which place it is, from 1.
    at: usize,
    /// In how many places the fact stands.
    of: usize,
) -> impl IntoView {
    let several = of > 1;
    let words = match several {
        true => ["原文", &at.to_string(), "／", &of.to_string()].concat(),
        false => "原文".to_owned(),
    };
    view! {
        <div class="tj-way" role="group" aria-label="原文出处">
            <span class="tj-way__words">{words}</span>
            {several
                .then(|| {
                    view! {
                        <button class="tj-way__button" type="button" on:click=move |_| way.next()>
                            "下一处"
                        </button>
                    }
                })}
            <button class="tj-way__button" type="button" on:click=move |_| way.leave()>
                "返回"
            </button>
        </div>
    }
}

/// A figure that is opened in another tab, or copied, takes itself along: there the
/// app shows its phrase.
fn take_along(event: &Event) -> Option<()> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let link = target.closest(".tj-figure").ok()??;
    let (figure, href) = (
        link.get_attribute("data-figure")?,
        link.get_attribute("href")?,
    );
    let (_, place) = href.rsplit_once('#')?;
    let address = address::now()?;
    address.search_params().set(FIGURE, &figure);
    address.set_hash(place);
    link.set_attribute("href", &address.href()).ok()
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
    if let Some(words) = link.get_attribute("data-words") {
        let place = link.get_attribute("href")?;
        let text = find(root, TEXTS).into_iter().find(|text| {
            let inside = matches!(text.closest(&place), Ok(Some(_)));
            inside && text.text_content().is_some_and(|all| holds(&all, &words))
        });
        places.push((text?, words));
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

/// Closes the explanation that is open, which leaves the reader at its word.
fn explained() -> Option<()> {
    let word = web_sys::window()?.document()?.active_element()?;
    let open = word.matches(".tj-term").ok()?;
    let word: &HtmlElement = word.dyn_ref()?;
    open.then(|| word.blur().ok()).flatten()
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

fn scroll_by(down: f64) -> Option<()> {
    web_sys::window()?.scroll_by_with_x_and_y(0.0, down);
    Some(())
}
