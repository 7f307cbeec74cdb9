//! A written page takes the place of the served one in one step, with what the
//! reader had opened, focused and scrolled to.

use crate::app::reader::ReaderState;
use crate::browser::view::place_all;
use crate::page::landscape::PLACES;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Performance};

/// Puts `written`, which is in no document, in the place of `served`.
pub fn swap(document: &Document, served: &Element, written: &Element) -> Option<()> {
    adopt_art(served, written);
    let place = ReaderState::of(document, served);
    place.open_in(written);
    if !place.is_top() {
        // Where the reader is, is known when everything has its place.
        place_all();
    }
    served.replace_with_with_node_1(written).ok()?;
    place.return_to(written);
    Some(())
}

/// Moves the drawings that are made at build time into their places. Moved, they
/// begin to draw themselves anew; the style is told how far they had come.
fn adopt_art(served: &Element, written: &Element) {
    let drawn = [painted_for().to_string().as_str(), "ms"].concat();
    for class in PLACES {
        let places = written.get_elements_by_class_name(class);
        let drawings = served.get_elements_by_class_name(class);
        if let (Some(place), Some(drawing)) = (places.item(0), drawings.item(0)) {
            let style = drawing.unchecked_ref::<HtmlElement>().style();
            let _ = style.set_property("--drawn", &drawn);
            let _ = place.replace_with_with_node_1(&drawing);
        }
    }
}

/// For how many ms the page has been painted; since it was asked for, where the
/// browser does not tell.
fn painted_for() -> i32 {
    let clock = web_sys::window().and_then(|window| window.performance());
    clock.map_or(0, |clock| {
        (clock.now() - first_paint(&clock).unwrap_or_default()) as i32
    })
}

/// When the page was first painted, in ms of the clock.
fn first_paint(clock: &Performance) -> Option<f64> {
    if !Reflect::has(clock, &"getEntriesByName".into()).ok()? {
        return None;
    }
    let paint = clock.get_entries_by_name("first-contentful-paint").get(0);
    Reflect::get(&paint, &"startTime".into()).ok()?.as_f64()
}
