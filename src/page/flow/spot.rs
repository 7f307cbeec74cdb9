//! Where the card stands: its item's words unfold into it, and it keeps clear of
//! the rates in the river.

use crate::browser::dom::find;
use crate::browser::view;
use crate::layout::path::number;
use crate::layout::point::at;
use crate::layout::popover::{Area, place as layout};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DomRect, Element, HtmlElement};

/// How far the card reaches beyond the words it unfolds from, in px: its padding.
const PADDING: f64 = 16.0;

/// Rates that the card of another item must not cover.
const RATES: &str = ".tj-river__passage, .tj-river__mouth--inside";

/// Puts the card into its place: inside window and figure, or at least inside
/// one of them.
pub fn place(figure: &HtmlElement, item: &Element, card: &HtmlElement) -> Option<()> {
    let drawing = item.closest(".tj-river").ok()??;
    let words = item.query_selector(".tj-river__label").ok()??;
    let words = words.get_bounding_client_rect();
    let rates = find(&drawing, RATES).into_iter();
    let clear: Vec<_> = rates
        .filter(|rate| rate != item)
        .map(|rate| area(&rate.get_bounding_client_rect()))
        .collect();

    let whole = area(&figure.get_bounding_client_rect());
    let wide = Area {
        left: whole.left - PADDING,
        right: whole.right + PADDING,
        ..whole
    };
    let wanted = at(words.left() - PADDING, words.top() - PADDING);
    let size = at(
        f64::from(card.offset_width()),
        f64::from(card.offset_height()),
    );
    let seen = window(figure)?;
    let spot = [seen.within(wide), wide, seen]
        .into_iter()
        .find_map(|bounds| layout(size, wanted, &clear, bounds))
        .unwrap_or(wanted);
    // Lengths are from where the card's holder begins.
    let holder = card.offset_parent()?;
    let origin = holder.get_bounding_client_rect();
    let top = origin.top() + f64::from(holder.client_top());
    let style = card.style();
    let px = |length: f64| [&number(length), "px"].concat();
    style
        .set_property("left", &px(spot.x - origin.left()))
        .ok()?;
    style.set_property("top", &px(spot.y - top)).ok()
}

/// Puts the card into its place once more, when the browser has scrolled to
/// what has the focus.
pub fn place_again(figure: &HtmlElement, item: &Element, card: &HtmlElement) -> Option<()> {
    let (figure, item, card) = (figure.clone(), item.clone(), card.clone());
    let settled = Closure::once_into_js(move || {
        let _ = place(&figure, &item, &card);
    });
    let window = web_sys::window()?;
    window
        .request_animation_frame(settled.unchecked_ref())
        .ok()?;
    Some(())
}

/// What is seen of the page, less the bar that sticks to its top.
fn window(figure: &Element) -> Option<Area> {
    let window = web_sys::window()?;
    let document = figure.owner_document()?;
    let bar = document.query_selector(".tj-masthead").ok()?;
    let bar = bar.map_or(0.0, |bar| bar.get_bounding_client_rect().bottom());
    Some(Area {
        left: 0.0,
        top: bar.max(0.0),
        right: window.inner_width().ok()?.as_f64()?,
        bottom: view::height()?,
    })
}

fn area(rect: &DomRect) -> Area {
    Area {
        left: rect.left(),
        top: rect.top(),
        right: rect.right(),
        bottom: rect.bottom(),
    }
}
