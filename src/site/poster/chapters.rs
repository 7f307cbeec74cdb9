//! A part's chapters: their headings beside their arcs, and their tallies.

use leptos::prelude::*;

use crate::layout::path::number;
use crate::layout::ticks::{TENTH, Tally, width};
use crate::page::chapter::glyph::Glyph;
use crate::page::graphic::note;
use crate::report::{Graphic, GraphicKind, Part, Report};

use super::column::{MARGIN, ROOM};
use super::sheet::{PhraseLine, PosterSheet, em, lines, phrase_width};

/// The chapters of a part, of which `before` stand in earlier parts; `of` is
/// how many arcs the report draws.
pub fn add(sheet: &mut PosterSheet, report: &Report, part: &Part, before: usize, of: usize) {
    const SIZE: f64 = 33.0;
    const LEADING: f64 = 50.0;
    const LEFT: f64 = 266.0;
    for (index, chapter) in part.chapters.iter().enumerate() {
        let start = sheet.y;
        let lines = lines(chapter.heading.phrases(), (MARGIN + ROOM - LEFT) / SIZE);
        let height = (LEADING * lines.len() as f64 + 62.0).max(140.0);
        let middle = start + height / 2.0;
        let arcs = view! { <Glyph number=before + index + 1 of/> };
        sheet.place(arcs, MARGIN, middle - 38.0, 149.0, 76.0);
        let first = middle - LEADING * (lines.len() as f64 - 1.0) / 2.0 + SIZE * 0.36;
        for (index, line) in (0..).zip(&lines) {
            let y = first + LEADING * f64::from(index);
            sheet.words("tj-poster__display", SIZE, LEFT, y, line);
        }
        sheet.y = start + height;
        if index + 1 < part.chapters.len() {
            sheet.rect("tj-poster__hairline", MARGIN, sheet.y, ROOM, 1.5);
        }
    }
    let graphics = part.chapters.iter().flat_map(|chapter| &chapter.graphics);
    for graphic in graphics.filter(|graphic| graphic.kind == GraphicKind::Tally) {
        tally(sheet, report, graphic);
    }
}

/// 算筹: a row of ticks for each figure, all on one scale.
fn tally(sheet: &mut PosterSheet, report: &Report, graphic: &Graphic) {
    const NAME: f64 = 36.0;
    const NUMBER: (f64, f64) = (62.0, 28.0);
    const ROW: f64 = 92.0;
    let figures = graphic.drawn(report);
    sheet.y += 48.0;
    sheet.rect("tj-poster__rule", MARGIN, sheet.y, ROOM, 3.0);
    sheet.y += 18.0;
    for line in lines(graphic.title.split('|'), ROOM / 34.0) {
        sheet.y += 48.0;
        sheet.words("tj-poster__strong", 34.0, MARGIN, sheet.y, &line);
    }
    // Beside the title where there is room, else below it.
    let note = note(graphic.kind, &figures);
    if em(&graphic.title) * 34.0 + em(&note) * 28.0 + 40.0 > ROOM {
        sheet.y += 44.0;
    }
    for (index, line) in lines(note.split('|'), ROOM / 28.0).iter().enumerate() {
        sheet.y += if index > 0 { 40.0 } else { 0.0 };
        let end = (MARGIN + ROOM, sheet.y);
        sheet.anchored("end", "tj-poster__caption", 28.0, end, line);
    }
    sheet.y += 24.0;

    let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
    let names = widest(&mut figures.iter().map(|figure| em(&figure.label) * NAME)).min(ROOM * 0.4);
    let numbers = widest(
        &mut figures
            .iter()
            .map(|figure| phrase_width(&figure.phrase, NUMBER.0, NUMBER.1)),
    )
    .min(ROOM * 0.3);
    let counts: Vec<f64> = figures
        .iter()
        .map(|figure| figure.value().unwrap_or_default())
        .collect();
    let (left, right) = (MARGIN + names + 24.0, MARGIN + ROOM - numbers - 40.0);
    let across = (right - left) / width(&counts).max(1.0);
    for figure in figures {
        let foot = sheet.y + 64.0;
        let row = Tally::place(figure.value().unwrap_or_default());
        let down = 48.0 / TENTH;
        let place = format!(
            "translate({} {}) scale({} {})",
            number(left),
            number(foot - 48.0),
            number(across.min(2.0)),
            number(down)
        );
        sheet.add(view! {
            <g transform=place>
                <path class="tj-poster__tick" d=row.ticks.d()></path>
                <path class="tj-poster__tenth" d=row.tenths.d()></path>
            </g>
        });
        let size = NAME.min(names / em(&figure.label).max(1.0));
        sheet.words(
            "tj-poster__display",
            size,
            MARGIN,
            foot - 10.0,
            &figure.label,
        );
        // What stands between digits and unit is not anchored with them.
        let phrase = figure.phrase.as_str();
        let place = (MARGIN + ROOM - 9.0, foot - 2.0);
        sheet.add(view! { <PhraseLine phrase sizes=NUMBER place room=numbers anchor="end"/> });
        sheet.y += ROW;
    }
    sheet.y -= 8.0;
}
