//! The report's title, with its seal, as both pictures show it.

use leptos::prelude::*;

use crate::layout::path::number;
use crate::report::{Report, phrases};

use super::sheet::{PosterSheet, em, set};

/// The title in lines of `size` px, its last word as a seal.
pub fn title(sheet: &mut PosterSheet, report: &Report, x: f64, room: f64, size: f64) {
    let (words, seal) = report.title.sealed();
    let lines = set(report, phrases(words), room / size);
    for line in &lines {
        sheet.y += size * 1.22;
        sheet.words("tj-poster__display", size, x, sheet.y, line);
    }
    let Some(seal) = seal else { return };
    let small = size * 0.62;
    let width = em(seal) * small + small * 0.5;
    let mut left = x + lines.last().map_or(0.0, |line| em(line) + 0.18) * size;
    if left + width > x + room {
        left = x;
        sheet.y += size * 1.22;
    }
    let top = sheet.y - size * 0.8;
    sheet.add(view! {
        <rect
            class="tj-poster__seal"
            x=number(left)
            y=number(top)
            width=number(width)
            height=number(small * 1.37)
            rx="6"
        ></rect>
    });
    let (left, base) = (left + small * 0.25, top + small * 1.05);
    sheet.words("tj-poster__sealed", small, left, base, seal);
}
