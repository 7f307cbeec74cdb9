//! What a part hopes for, and its river.

use leptos::prelude::*;

use crate::layout::river::{Counts, Orientation, River};
use crate::page::flow::river::RiverDrawing;
use crate::page::flow::water::Streams;
use crate::report::Point;
use crate::report::flow::counted::Counted;

use super::column::{MARGIN, ROOM, WIDTH};
use super::sheet::{PosterSheet, lines};

/// The steps, two in a row: what leads to each, and its strong words.
pub fn stairs(sheet: &mut PosterSheet, steps: &[Point]) {
    const LEAD: f64 = 30.0;
    const STRONG: f64 = 54.0;
    const COLUMN: f64 = 436.0;
    for pair in steps.chunks(2) {
        let start = sheet.y;
        let mut foot = start;
        for (step, x) in pair.iter().zip([MARGIN, MARGIN + ROOM - COLUMN]) {
            let outcome = step.outcome();
            let (lead, strong) = match outcome.emphasis {
                Some(emphasis) => (emphasis.lead, emphasis.strong),
                None => (outcome.rest, ""),
            };
            let mut y = start + 18.0;
            for line in lines(lead.split('|'), COLUMN / LEAD) {
                y += 44.0;
                sheet.words("tj-poster__body", LEAD, x, y, &line);
            }
            for line in lines(strong.split('|'), COLUMN / STRONG) {
                y += 66.0;
                sheet.words("tj-poster__display", STRONG, x, y, &line);
            }
            foot = foot.max(y + 48.0);
        }
        for x in [MARGIN, MARGIN + ROOM - COLUMN] {
            sheet.rect("tj-poster__hairline", x, foot, COLUMN, 1.5);
        }
        sheet.y = foot;
    }
}

/// The river of a phone, k = .052: 2.6 px for each of its u.
pub fn river(sheet: &mut PosterSheet, counted: &Counted<'_>) {
    const SCALE: f64 = 2.6;
    let river = &River::place(&Counts::of(counted), Orientation::Vertical);
    let (width, height) = (river.width * SCALE, river.height * SCALE);
    // Its source lies above its box.
    sheet.y += 120.0;
    let left = (WIDTH - width) / 2.0;
    let drawing = view! { <RiverDrawing counted river/> };
    sheet.place(drawing, left, sheet.y, width, height);
    let streams = view! { <Streams river/> };
    sheet.place(streams, left, sheet.y, width, height);
    sheet.y += height + 24.0;
    let notes = [
        [
            "河宽与数目严格成比例，单位：",
            counted.flow.unit.as_str(),
            "。",
        ]
        .concat(),
        "百分比与差额由原文数字计算得出。".to_owned(),
    ];
    let notes = notes.iter().map(String::as_str);
    for line in lines(notes, ROOM / 28.0) {
        sheet.y += 42.0;
        sheet.words("tj-poster__caption", 28.0, MARGIN, sheet.y, &line);
    }
}
