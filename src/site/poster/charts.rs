//! The small graphics in the long picture: the page's lines and its drawings.

use leptos::prelude::*;

use crate::layout::panel::{Arrangement, Panel, PanelItem, PanelSizes};
use crate::page::graphic::{LineDrawing, arrangement, lines as lines_of, note};
use crate::report::{Graphic, Report};

use super::column::{MARGIN, ROOM};
use super::sheet::{PhraseLine, PosterSheet, em, lines, phrase_gaps, phrase_width};

/// The sizes of names, of digits, and of the words beside these, in px.
const NAME: f64 = 32.0;
const NUMBER: (f64, f64) = (56.0, 28.0);
/// How much larger drawings are than on the page.
const SCALE: f64 = 1.9;

/// A graphic: its title, how it is read, and its lines.
pub fn add(sheet: &mut PosterSheet, report: &Report, graphic: &Graphic) {
    let figures = graphic.drawn(report);
    head(sheet, &graphic.title, &note(graphic.kind, &figures));
    let lines = lines_of(graphic.kind, &figures);
    let items = lines.iter().map(|line| PanelItem {
        name: line.name.clone(),
        number: phrase_width(&line.phrase, NUMBER.0, NUMBER.1).min(ROOM * 0.6),
        drawing: line.drawing.as_ref().map(|drawing| {
            let (width, height) = drawing.size();
            (width.map(|width| width * SCALE), height * SCALE)
        }),
    });
    let items: Vec<_> = items.collect();
    let sizes = PanelSizes {
        width: ROOM,
        name: NAME,
        number: NUMBER.0,
    };
    let arrangement = arrangement(graphic.kind);
    let panel = Panel::place(&items, arrangement, sizes);
    let top = sheet.y;
    for ((line, item), spot) in lines.into_iter().zip(&items).zip(panel.spots) {
        for (place, words) in &spot.name {
            let (x, y) = (MARGIN + place.x, top + place.y);
            sheet.words("tj-poster__body", NAME, x, y, words);
        }
        let (phrase, sizes, room) = (line.phrase.as_str(), NUMBER, item.number);
        let y = top + spot.number.y;
        match arrangement {
            Arrangement::Rows => {
                let place = (MARGIN + spot.number.x - phrase_gaps(phrase), y);
                sheet.add(view! { <PhraseLine phrase sizes place room anchor="end"/> });
            }
            Arrangement::Columns => {
                let place = (MARGIN + spot.number.x, y);
                sheet.add(view! { <PhraseLine phrase sizes place room/> });
            }
        }
        if let Some((drawing, (corner, width, height))) = line.drawing.zip(spot.drawing) {
            let drawn = view! { <LineDrawing drawing/> };
            sheet.place(drawn, MARGIN + corner.x, top + corner.y, width, height);
        }
    }
    sheet.y = top + panel.height;
}

/// The title, and how the drawing is read: beside it where there is room, else below.
fn head(sheet: &mut PosterSheet, title: &str, note: &str) {
    sheet.y += 48.0;
    sheet.rect("tj-poster__rule", MARGIN, sheet.y, ROOM, 3.0);
    sheet.y += 18.0;
    for line in lines(title.split('|'), ROOM / 34.0) {
        sheet.y += 48.0;
        sheet.words("tj-poster__strong", 34.0, MARGIN, sheet.y, &line);
    }
    let beside = em(title) * 34.0 + em(note) * 28.0 + 40.0 <= ROOM;
    if beside {
        let end = (MARGIN + ROOM, sheet.y);
        sheet.anchored("end", "tj-poster__caption", 28.0, end, note);
    } else {
        for line in lines(note.split('|'), ROOM / 28.0) {
            sheet.y += 42.0;
            sheet.words("tj-poster__caption", 28.0, MARGIN, sheet.y, &line);
        }
    }
    sheet.y += 24.0;
}
