//! The funnel's detail card: one card, for the station, loss or source that the
//! reader points at, taps or walks to.
//!
//! It can be dismissed (Escape, without moving the focus), pointed at, and stays
//! until the reader turns elsewhere. What an item's name says already is not
//! said again: the item is described by the rest of its card.

mod content;
mod spot;

use super::Page;
use crate::browser::listen::Listener;
use crate::browser::place::find;
use crate::components::element::Built;
use crate::report::items::Item;
use content::MORE;
use leptos::prelude::Render;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement, KeyboardEvent, Node, PointerEvent};

/// What a card can tell of.
const ITEMS: &str = ".tj-river__item";
/// How long the pointer may be on the way from an item to its card, in ms.
const WAY: i32 = 200;

/// The card, there or not.
struct Card {
    page: Page,
    figure: HtmlElement,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// The item under the pointer, or whose card is.
    hovered: Option<web_sys::Element>,
    /// The item that has the focus, or was tapped.
    held: Option<web_sys::Element>,
    /// The item that takes the focus without its card.
    dismissed: Option<web_sys::Element>,
    /// The item whose card was dismissed under the pointer, which finds itself
    /// over the item again once the card is gone.
    left_alone: Option<web_sys::Element>,
    /// How often the pointer came or went.
    moves: u32,
    shown: Option<Shown>,
}

struct Shown {
    item: web_sys::Element,
    card: HtmlElement,
    /// Unmounts the content when dropped.
    _content: Built,
}

/// Where something happened.
enum Where {
    Item(web_sys::Element),
    Card,
    Elsewhere,
}

/// Lets the funnel's items open their card.
pub fn attach(page: &Page) -> Option<()> {
    let figure = page.root.query_selector("#funnel").ok()??;
    for item in find(&figure, ITEMS) {
        item.set_attribute("role", "button").ok()?;
        item.set_attribute("aria-expanded", "false").ok()?;
    }
    let card = Rc::new(Card {
        page: page.clone(),
        figure: figure.dyn_into().ok()?,
        state: RefCell::default(),
    });
    let window = web_sys::window()?;
    for event in [
        "pointerover",
        "pointerup",
        "click",
        "focusin",
        "keydown",
        "resize",
    ] {
        let card = card.clone();
        let listener = Listener::new(&window, event, move |event| {
            let _ = card.react(&event);
        });
        std::mem::forget(listener);
    }
    Some(())
}

impl Card {
    fn react(self: &Rc<Card>, event: &Event) -> Option<()> {
        let at = self.at(event);
        match (event.type_().as_str(), at) {
            ("pointerover", at) => {
                // A finger does not hover.
                let pointer: &PointerEvent = event.dyn_ref()?;
                if pointer.pointer_type() != "touch" {
                    self.hover(at);
                }
            }
            ("click", Where::Item(item)) => self.turn(|state| state.held = Some(item)),
            ("focusin", Where::Item(item)) => self.turn(|state| {
                let dismissed = state.dismissed.take();
                if dismissed.is_none_or(|dismissed| dismissed != item) {
                    state.hovered = None;
                    state.held = Some(item);
                }
            }),
            ("focusin", Where::Card) => self.turn(|state| {
                state.held = state.shown.as_ref().map(|shown| shown.item.clone());
            }),
            ("focusin" | "pointerup", Where::Elsewhere) => self.turn(|state| {
                state.held = None;
                state.hovered = None;
            }),
            ("keydown", at) => self.key(event.dyn_ref()?, at)?,
            ("resize", _) => {
                let state = self.state.borrow();
                let Shown { item, card, .. } = state.shown.as_ref()?;
                spot::place(&self.figure, item, card)?;
            }
            _ => {}
        }
        Some(())
    }

    fn at(&self, event: &Event) -> Where {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let inside = |selector| {
            let found = target.as_ref()?.closest(selector).ok()??;
            self.figure.contains(Some(&found)).then_some(found)
        };
        match (inside(ITEMS), inside(".tj-card")) {
            (Some(item), _) => Where::Item(item),
            (_, Some(_)) => Where::Card,
            _ => Where::Elsewhere,
        }
    }

    /// The pointer is over an item, or its card, or on its way to one of them.
    fn hover(self: &Rc<Card>, at: Where) {
        let moves = {
            let mut state = self.state.borrow_mut();
            state.moves = state.moves.wrapping_add(1);
            state.moves
        };
        match at {
            Where::Item(item) => self.turn(|state| {
                if state.left_alone.as_ref() != Some(&item) {
                    state.left_alone = None;
                    state.hovered = Some(item);
                }
            }),
            Where::Card => {}
            Where::Elsewhere => {
                self.state.borrow_mut().left_alone = None;
                if self.state.borrow().hovered.is_none() {
                    return;
                }
                let card = self.clone();
                let left = Closure::once_into_js(move || {
                    let gone = card.state.borrow().moves == moves;
                    if gone {
                        card.turn(|state| state.hovered = None);
                    }
                });
                if let Some(window) = web_sys::window() {
                    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                        left.unchecked_ref(),
                        WAY,
                    );
                }
            }
        }
    }

    /// Escape dismisses; Enter and the space bar open and close. Keys with a
    /// modifier are the browser's.
    fn key(self: &Rc<Card>, event: &KeyboardEvent, at: Where) -> Option<()> {
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return None;
        }
        let shown = self
            .state
            .borrow()
            .shown
            .as_ref()
            .map(|shown| shown.item.clone());
        match (event.key().as_str(), at) {
            ("Escape", at) => {
                let item = shown?;
                self.dismiss();
                if let Where::Card = at {
                    self.state.borrow_mut().dismissed = Some(item.clone());
                    item.unchecked_ref::<HtmlElement>().focus().ok()?;
                }
            }
            ("Enter" | " ", Where::Item(item)) => {
                event.prevent_default();
                if shown.as_ref() == Some(&item) {
                    self.dismiss();
                } else {
                    self.turn(|state| state.held = Some(item));
                }
            }
            _ => {}
        }
        Some(())
    }

    fn dismiss(&self) {
        self.turn(|state| {
            state.held = None;
            state.left_alone = state.hovered.take();
        });
    }

    /// Changes the state, then shows the card it asks for.
    fn turn(&self, change: impl FnOnce(&mut State)) {
        let (wanted, shown) = {
            let mut state = self.state.borrow_mut();
            change(&mut state);
            let wanted = state.hovered.as_ref().or(state.held.as_ref()).cloned();
            if state.shown.as_ref().map(|shown| &shown.item) == wanted.as_ref() {
                return;
            }
            (wanted, state.shown.take())
        };
        drop(shown);
        let shown = wanted.and_then(|item| self.show(item));
        self.state.borrow_mut().shown = shown;
    }

    fn show(&self, item: web_sys::Element) -> Option<Shown> {
        let report = self.page.report()?;
        let (part, funnel) = report.funnel()?;
        let told = funnel.items();
        let told = told.iter().find(|told| is(&item, told))?;
        let content = content::content(report, part, funnel, told).build();

        let drawing = item.closest(".tj-river").ok()??;
        let card = self.figure.owner_document()?.create_element("div").ok()?;
        let card: HtmlElement = card.dyn_into().ok()?;
        card.set_class_name("tj-card");
        card.set_attribute("role", "group").ok()?;
        card.set_attribute("aria-label", told.label).ok()?;
        // The tab stop that follows the item's.
        drawing
            .parent_node()?
            .insert_before(&card, drawing.next_sibling().as_ref())
            .ok()?;
        card.append_child(content.node()).ok()?;
        item.set_attribute("aria-expanded", "true").ok()?;
        item.set_attribute("aria-describedby", MORE).ok()?;
        spot::place(&self.figure, &item, &card);
        spot::place_again(&self.figure, &item, &card);
        Some(Shown {
            item,
            card,
            _content: content,
        })
    }
}

/// Whether an element of the drawing is the item's.
fn is(element: &web_sys::Element, item: &Item<'_>) -> bool {
    let (attribute, id) = item.name();
    element.get_attribute(attribute).as_ref() == Some(&id.0)
}

impl Drop for Shown {
    fn drop(&mut self) {
        let _ = self.item.set_attribute("aria-expanded", "false");
        let _ = self.item.remove_attribute("aria-describedby");
        let card: &Node = &self.card;
        if let Some(holder) = card.parent_node() {
            let _ = holder.remove_child(card);
        }
    }
}
