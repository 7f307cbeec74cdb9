//! A part's chapters: their headings beside their arcs, and their graphics.

use leptos::prelude::*;

use crate::page::chapter::glyph::Glyph;
use crate::report::{Part, Report};

use super::charts;
use super::column::{MARGIN, ROOM};
use super::sheet::{PosterSheet, set};

/// The chapters of a part, of which `before` stand in earlier parts; `of` is
/// how many arcs the report draws.
pub fn add(sheet: &mut PosterSheet, report: &Report, part: &Part, before: usize, of: usize) {
    const SIZE: f64 = 33.0;
    const LEADING: f64 = 50.0;
    const LEFT: f64 = 266.0;
    for (index, chapter) in part.chapters.iter().enumerate() {
        let start = sheet.y;
        let lines = set(
            report,
            chapter.heading.phrases(),
            (MARGIN + ROOM - LEFT) / SIZE,
        );
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
    let all = part.chapters.iter().flat_map(|chapter| &chapter.graphics);
    for graphic in all {
        charts::add(sheet, report, graphic);
    }
}
