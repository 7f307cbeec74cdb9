//! What moves when it is first seen: digits roll, drawings draw themselves.
//!
//! Each key figure's digits turn once, from the printed value round to it. Only
//! what is hidden from assistive technology moves, by transform alone, so
//! nothing else on the page does.

use super::listen::Listener;
use super::place::find;
use super::sight::Sight;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// What draws itself.
const DRAWINGS: &str =
    ".tj-glyph, .tj-tally__rows, .tj-funnel__river, .tj-stairs, .tj-land__closing";

/// Watches a tree; stops when dropped.
pub struct Rolling {
    _figures: Option<Sight>,
    _drawings: Option<Sight>,
    _finished: Option<Listener>,
}

impl Rolling {
    /// Starts watching. What is in view already is not drawn again before the
    /// reader's eyes; its digits do roll.
    pub fn watch(root: &Element) -> Rolling {
        Rolling {
            _figures: Sight::watch(find(root, ".tj-figure__number"), 0.6, "0px", roll),
            _drawings: draw_when_seen(find(root, DRAWINGS)),
            _finished: Listener::new(root, "animationend", |event| {
                let reel = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok());
                if let Some(reel) = reel {
                    let _ = reel.remove_attribute("data-reel");
                }
            }),
        }
    }
}

/// Marks what lies below the window, for the style to draw when it is seen.
fn draw_when_seen(mut drawings: Vec<Element>) -> Option<Sight> {
    drawings.retain(below);
    let sight = Sight::watch(drawings.iter().cloned(), 0.1, "0px", |drawing| {
        let _ = drawing.set_attribute("data-draw", "seen");
    })?;
    for drawing in drawings {
        let _ = drawing.set_attribute("data-draw", "waiting");
    }
    Some(sight)
}

/// Whether an element lies below the window.
fn below(element: &Element) -> bool {
    web_sys::window()
        .and_then(|window| window.inner_height().ok()?.as_f64())
        .is_some_and(|height| element.get_bounding_client_rect().top() > height)
}

/// Sets the digits of a figure rolling, once, unless the reader wants or sees
/// no motion.
fn roll(figure: Element) {
    let Some(document) = figure.owner_document() else {
        return;
    };
    if figure.has_attribute("data-seen") {
        return;
    }
    let _ = figure.set_attribute("data-seen", "");
    if document.hidden() || !motion_wanted(&document) {
        return;
    }
    for digits in find(&figure, ".tj-digits") {
        let text = digits.text_content().unwrap_or_default();
        digits.set_text_content(None);
        for letter in text.chars() {
            if let Some(piece) = reel(&document, letter) {
                let _ = digits.append_child(&piece);
            }
        }
    }
}

/// A digit that carries what rolls past, one a line; other letters stand still.
fn reel(document: &Document, letter: char) -> Option<Element> {
    let piece = document.create_element("span").ok()?;
    let mut text = [0; 4];
    piece.set_text_content(Some(letter.encode_utf8(&mut text)));
    if let Some(printed) = letter.to_digit(10) {
        let lines: String = (0..=10)
            .flat_map(|step| [char::from_digit((printed + step) % 10, 10), Some('\n')])
            .flatten()
            .collect();
        piece.set_class_name("tj-reel");
        piece.set_attribute("data-reel", lines.trim_end()).ok()?;
    }
    Some(piece)
}

/// Whether neither the system nor the address asks for stillness.
pub fn motion_wanted(document: &Document) -> bool {
    let still = web_sys::window()
        .and_then(|window| {
            window
                .match_media("(prefers-reduced-motion: reduce)")
                .ok()?
        })
        .is_some_and(|list| list.matches());
    let off = document
        .document_element()
        .is_some_and(|html| html.has_attribute("data-motion"));
    !off && !still
}
