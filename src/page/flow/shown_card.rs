//! The one card that is shown, and what it tells besides the name of its item. WASM only.

use super::spot;
use crate::browser::dom::find;
use crate::browser::listen::Listener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTemplateElement};

/// Marks the item whose card is shown.
pub const OPEN: &str = "data-open";

/// A card that is shown. Dropped, it is gone.
pub struct ShownCard {
    /// Whose card it is.
    pub item: Element,
    card: HtmlElement,
    _resized: Option<Listener>,
}

impl ShownCard {
    /// Shows the card of an item, as the tab stop that follows the item's.
    pub fn of(figure: &HtmlElement, item: Element) -> Option<ShownCard> {
        let card = card(figure, &item)?;
        let card: HtmlElement = card.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        let drawing = item.closest(".tj-river").ok()??;
        drawing
            .parent_node()?
            .insert_before(&card, drawing.next_sibling().as_ref())
            .ok()?;
        item.set_attribute(OPEN, "").ok()?;
        spot::place(figure, &item, &card);
        spot::place_again(figure, &item, &card);
        let place = (figure.clone(), item.clone(), card.clone());
        let window = web_sys::window()?;
        let _resized = Listener::new(&window, "resize", move |_| {
            spot::place(&place.0, &place.1, &place.2);
        });
        Some(ShownCard {
            item,
            card,
            _resized,
        })
    }
}

impl Drop for ShownCard {
    fn drop(&mut self) {
        let _ = self.item.remove_attribute(OPEN);
        self.card.remove();
    }
}

/// The card of an item, in its template.
fn card(figure: &Element, item: &Element) -> Option<Element> {
    let templates = find(figure, "template[data-card]").into_iter();
    let template = templates.into_iter().find(|card| is_of(card, item))?;
    let template: HtmlTemplateElement = template.dyn_into().ok()?;
    template.content().first_element_child()
}

/// What an item's card says that its name does not, in one sentence.
pub fn told(figure: &Element, item: &Element) -> Option<String> {
    let more = card(figure, item)?.query_selector("[id]").ok()??;
    let mut told = String::new();
    // Names and values in turn; then the source.
    for (index, piece) in find(&more, "dt,dd,p").iter().enumerate() {
        told += match index {
            0 => "",
            _ if index % 2 == 1 => "：",
            _ => "；",
        };
        told += &piece.text_content()?;
    }
    (!told.is_empty()).then_some(told)
}

/// Whether a template holds the card of an item of the drawing.
fn is_of(template: &Element, item: &Element) -> bool {
    let id = template.get_attribute("data-card").unwrap_or_default();
    ["data-stage", "data-exit", "data-part"]
        .into_iter()
        .any(|name| item.get_attribute(name).as_ref() == Some(&id))
}
