//! A flow's detail card: one card, for the stage, exit or part that the reader
//! points at, taps or walks to. What it tells stands in the page, in a
//! `<template>` an item. WASM only.
//!
//! It can be dismissed (Escape, without moving the focus), pointed at, and stays
//! until the reader turns elsewhere. What an item's name says already is not
//! said again: the item is described by the rest of its card, from the start, and
//! walking from one to the next says nothing of what opens and closes. A screen
//! reader that moves the focus along with what it reads opens nothing.

use super::shown_card::{ShownCard, told};
use crate::browser::dom::find;
use crate::browser::keys::is_composing;
use crate::browser::listen::Listener;
use crate::browser::pause::{self, wait};
use crate::page::mounting::keep;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

/// What has cards.
const FLOWS: &str = ".tj-funnel";

/// What a card can tell of.
const ITEMS: &str = ".tj-river__item";

/// How long the pointer may be on the way from an item to its card, in ms.
const WAY: i32 = 200;

/// How soon the focus follows what the reader does, in ms.
const SOON: f64 = 1000.0;

/// What the reader turns to.
#[derive(Default)]
struct Attention {
    /// The item under the pointer, or whose card is.
    hovered: Option<Element>,
    /// The item that has the focus, or was tapped.
    held: Option<Element>,
    /// The item that takes the focus without its card.
    dismissed: Option<Element>,
    /// The item whose card was dismissed under the pointer, which finds itself
    /// over the item again once the card is gone.
    left_alone: Option<Element>,
    /// How often the pointer came or went.
    moves: u32,
    /// When the reader last did something in the page or its address, in ms of the
    /// page's own time.
    last_act: Option<f64>,
}

impl Attention {
    /// The item whose card is shown.
    fn item(&self) -> Option<&Element> {
        self.hovered.as_ref().or(self.held.as_ref())
    }
}

/// Where something happened.
enum Where {
    Item(Element),
    Card,
    Elsewhere,
}

/// What the reader does in the page, read as turning to the items of its flows.
#[derive(Clone, Copy)]
struct Detail {
    attention: RwSignal<Attention, LocalStorage>,
}

/// Lets the flows' items open their card.
pub fn attach(root: &Element) {
    let flows = find(root, FLOWS);
    if flows.is_empty() {
        return;
    }
    pause::begin(describe(flows));
    let detail = Detail {
        attention: RwSignal::new_local(Attention::default()),
    };
    let Some(window) = web_sys::window() else {
        return;
    };
    for event in [
        "pointerover",
        "pointerup",
        "click",
        "focusin",
        "keydown",
        "popstate",
    ] {
        keep(Listener::new(&window, event, move |event| {
            let _ = detail.react(&event);
        }));
    }
    // What the effect returns is what is shown, until it runs again.
    Effect::new(move |shown: Option<Option<ShownCard>>| {
        let wanted = detail.attention.with(|attention| attention.item().cloned());
        match shown.flatten() {
            Some(shown) if Some(&shown.item) == wanted.as_ref() => Some(shown),
            shown => {
                drop(shown);
                let item = wanted?;
                let figure = item.closest(FLOWS).ok()??.dyn_into().ok()?;
                ShownCard::of(&figure, item)
            }
        }
    });
}

/// Tells assistive technology of the items, one flow after the other, so that all that is to
/// be heard is there before the focus comes.
async fn describe(flows: Vec<Element>) {
    for flow in flows {
        for item in find(&flow, ITEMS) {
            let _ = item.set_attribute("role", "button");
            if let Some(more) = told(&flow, &item) {
                let _ = item.set_attribute("aria-description", &more);
            }
        }
        pause::pause().await;
    }
}

impl Detail {
    fn react(self, event: &Event) -> Option<()> {
        let at = Self::at(event);
        let kind = event.type_();
        if kind != "focusin" {
            self.attention
                .update_untracked(|attention| attention.last_act = Some(event.time_stamp()));
        }
        match (kind.as_str(), at) {
            ("pointerover", at) => {
                // A finger does not hover.
                let pointer: &PointerEvent = event.dyn_ref()?;
                if pointer.pointer_type() != "touch" {
                    self.hover(at);
                }
            }
            ("click", Where::Item(item)) => self.hold(item),
            ("focusin", Where::Item(item)) => self.turn(|attention| {
                let dismissed = attention.dismissed.take();
                // What the app itself tells of happened before it was there.
                let soon = |act| event.time_stamp() - act < SOON;
                let turned_to = attention.last_act.is_some_and(soon) || !event.is_trusted();
                if turned_to && dismissed.is_none_or(|dismissed| dismissed != item) {
                    attention.hovered = None;
                    attention.held = Some(item);
                }
            }),
            ("focusin", Where::Card) => self.turn(|attention| {
                attention.held = attention.item().cloned();
            }),
            ("focusin" | "pointerup", Where::Elsewhere) => self.turn(|attention| {
                attention.held = None;
                attention.hovered = None;
            }),
            ("keydown", at) => self.key(event.dyn_ref()?, at)?,
            _ => {}
        }
        Some(())
    }

    fn at(event: &Event) -> Where {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let inside = |selector| target.as_ref()?.closest(selector).ok()?;
        match (inside(ITEMS), inside(".tj-card")) {
            (Some(item), _) => Where::Item(item),
            (_, Some(_)) => Where::Card,
            _ => Where::Elsewhere,
        }
    }

    /// The pointer is over an item, or its card, or on its way to one of them.
    fn hover(self, at: Where) {
        let mut moves = 0;
        self.attention.update_untracked(|attention| {
            attention.moves = attention.moves.wrapping_add(1);
            moves = attention.moves;
        });
        match at {
            Where::Item(item) => self.turn(|attention| {
                if attention.left_alone.as_ref() != Some(&item) {
                    attention.left_alone = None;
                    attention.hovered = Some(item);
                }
            }),
            Where::Card => {}
            Where::Elsewhere => {
                self.attention
                    .update_untracked(|attention| attention.left_alone = None);
                if self
                    .attention
                    .with_untracked(|attention| attention.hovered.is_none())
                {
                    return;
                }
                pause::begin(async move {
                    wait(WAY).await;
                    let still = |attention: &Attention| attention.moves == moves;
                    if self.attention.try_with_untracked(still) == Some(true) {
                        self.turn(|attention| attention.hovered = None);
                    }
                });
            }
        }
    }

    /// Escape dismisses; Enter and the space bar open and close. Keys with a
    /// modifier are the browser's.
    fn key(self, event: &KeyboardEvent, at: Where) -> Option<()> {
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return None;
        }
        if is_composing(event) {
            return None;
        }
        let shown = self
            .attention
            .with_untracked(|attention| attention.item().cloned());
        match (event.key().as_str(), at) {
            ("Escape", at) => {
                let item = shown?;
                self.dismiss();
                if let Where::Card = at {
                    self.attention
                        .update_untracked(|attention| attention.dismissed = Some(item.clone()));
                    item.unchecked_ref::<HtmlElement>().focus().ok()?;
                }
            }
            ("Enter" | " ", Where::Item(item)) => {
                event.prevent_default();
                if shown.as_ref() == Some(&item) {
                    self.dismiss();
                } else {
                    self.hold(item);
                }
            }
            _ => {}
        }
        Some(())
    }

    /// Shows an item's card, wherever the pointer rests.
    fn hold(self, item: Element) {
        self.turn(|attention| {
            attention.hovered = attention.hovered.take().filter(|hovered| *hovered == item);
            attention.held = Some(item);
        });
    }

    fn dismiss(self) {
        self.turn(|attention| {
            attention.held = None;
            attention.left_alone = attention.hovered.take();
        });
    }

    /// The reader turns to something else; the card follows.
    fn turn(self, change: impl FnOnce(&mut Attention)) {
        self.attention.update(change);
    }
}
