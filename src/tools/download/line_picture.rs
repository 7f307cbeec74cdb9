//! A graphic's lines as one drawing, for where no page is around it: the drawings are
//! copies of the page's, the words are set anew.

use crate::browser::dom::find;
use crate::layout::panel::{Arrangement, Panel, PanelItem, PanelSizes, PanelSpot};
use crate::layout::path::number;
use crate::layout::point::Position;
use crate::layout::text::em;
use crate::report::export::{Cell, Spreadsheet};
use js_sys::Number;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The sizes of the picture and of its words, in px.
const SIZES: PanelSizes = PanelSizes {
    width: 720.0,
    name: 17.0,
    number: 26.0,
};

/// How many px a u is in drawings that are not stretched.
const SCALE: f64 = 2.0;

/// A line of the page's graphic.
struct PageLine {
    name: String,
    phrase: String,
    drawing: Option<Element>,
}

/// The drawing of a graphic whose numbers are these.
pub fn line_picture(graphic: &Element, sheet: &Spreadsheet) -> Option<Element> {
    let lines = find(graphic, ".tj-graphic__item").into_iter();
    let lines: Vec<_> = lines.map(|item| page_line(&item, sheet)).collect();
    let items = lines.iter().map(|line| PanelItem {
        name: line.name.clone(),
        number: em(&line.phrase) * SIZES.number,
        drawing: line.drawing.as_ref().and_then(size),
    });
    let items: Vec<_> = items.collect();
    let arrangement = match graphic.class_list().contains("tj-change") {
        true => Arrangement::Columns,
        false => Arrangement::Rows,
    };
    let panel = Panel::place(&items, arrangement, SIZES);
    let (width, height) = (number(SIZES.width), number(panel.height));
    let anchor = match arrangement {
        Arrangement::Rows => Some("end"),
        Arrangement::Columns => None,
    };
    let words = lines.iter().zip(&panel.spots);
    let words = words.map(|(line, spot)| {
        let (spot, phrase) = (spot.clone(), line.phrase.clone());
        view! { <LineWords spot phrase anchor/> }
    });
    let words: Vec<_> = words.collect();
    let picture = view! { <svg viewBox=["0 0 ", &width, " ", &height].concat()>{words}</svg> };
    let picture = picture.build().elements().into_iter().next()?;
    for (line, spot) in lines.into_iter().zip(panel.spots) {
        if let Some((drawing, (corner, width, height))) = line.drawing.zip(spot.drawing) {
            for (name, value) in [
                ("x", corner.x),
                ("y", corner.y),
                ("width", width),
                ("height", height),
            ] {
                drawing.set_attribute(name, &number(value)).ok()?;
            }
            picture.append_child(&drawing).ok()?;
        }
    }
    Some(picture)
}

/// What a line of the page says and shows. The words are the data's: a translator may
/// have changed the page's. What is derived stands in the page alone.
fn page_line(item: &Element, sheet: &Spreadsheet) -> PageLine {
    let part = |selector: &str| find(item, selector).into_iter().next();
    let text = |selector| part(selector).and_then(|part| part.text_content());
    let id = part("[data-figure]").and_then(|link| link.get_attribute("data-figure"));
    let row = id.and_then(|id| {
        let of = |row: &&Vec<Cell>| row.first() == Some(&Cell::Words(id.clone()));
        sheet.rows.iter().find(of)
    });
    let cell = |index: usize| match row.and_then(|row| row.get(index)) {
        Some(Cell::Words(words)) => Some(words.clone()),
        _ => None,
    };
    let name = cell(1).or_else(|| text(".tj-graphic__name"));
    let phrase = cell(4).or_else(|| text(".tj-graphic__derived"));
    let drawing = part("svg").and_then(|drawing| drawing.clone_node_with_deep(true).ok());
    PageLine {
        name: name.unwrap_or_default(),
        phrase: phrase.unwrap_or_default(),
        drawing: drawing.and_then(|drawing| drawing.dyn_into().ok()),
    }
}

/// How large a drawing is, in px; one that is stretched takes the width there is.
fn size(drawing: &Element) -> Option<(Option<f64>, f64)> {
    let view_box = drawing.get_attribute("viewBox")?;
    let mut sides = view_box.split(' ').skip(2).map(Number::parse_float);
    let (width, height) = (sides.next()?, sides.next()?);
    Some(match drawing.has_attribute("preserveAspectRatio") {
        true => (None, height),
        false => (Some(width * SCALE), height * SCALE),
    })
}

/// The words of a line.
#[component]
fn LineWords(
    /// Where they stand.
    spot: PanelSpot,
    /// The number in the source's words.
    phrase: String,
    /// Which of its places stands there, where it is not the first.
    anchor: Option<&'static str>,
) -> impl IntoView {
    let name = spot.name.into_iter().map(|(place, words)| {
        view! { <Line place size=SIZES.name ink="var(--ink)" words anchor=None/> }
    });
    let name: Vec<_> = name.collect();
    view! {
        {name}
        <Line place=spot.number size=SIZES.number ink="var(--verm)" words=phrase anchor/>
    }
}

/// A line of words on its baseline.
#[component]
fn Line(
    place: Position,
    /// How large, in px.
    size: f64,
    ink: &'static str,
    words: String,
    anchor: Option<&'static str>,
) -> impl IntoView {
    view! {
        <text
            x=number(place.x)
            y=number(place.y)
            font-family="var(--display)"
            font-size=number(size)
            font-weight="700"
            fill=ink
            text-anchor=anchor
        >
            {words}
        </text>
    }
}
