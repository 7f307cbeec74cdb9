//! 单位图: a mark stands for as many in every row.

use super::graphic_line::{Drawing, GraphicLine, units, valued};
use crate::layout::path::number;
use crate::layout::units::{PALE, UnitRow, UnitScale, WIDTH};
use crate::report::Figure;
use leptos::prelude::*;

/// A row of marks for each figure, all on one scale.
pub fn lines<'a>(figures: &[&'a Figure]) -> Vec<GraphicLine<'a>> {
    let scale = UnitScale::of(&valued(figures));
    let lines = figures.iter().zip(valued(figures));
    let lines = lines.map(|(figure, value)| {
        let marks = Drawing::Units(scale.place(value));
        GraphicLine::of(figure, marks)
    });
    lines.collect()
}

/// What a mark stands for.
pub fn note(figures: &[&Figure]) -> String {
    let each = UnitScale::of(&valued(figures)).each;
    ["一格为", &number(each), &units(figures)].concat()
}

/// The marks of a row.
#[component]
pub fn UnitMarks(
    /// Where they stand.
    row: UnitRow,
) -> impl IntoView {
    let pale = (!row.pale.is_empty()).then(|| {
        view! { <path class="tj-units__mark" d=row.pale.d() fill-opacity=number(PALE)></path> }
    });
    view! {
        <svg
            display="none"
            viewBox=format!("0 0 {} {}", number(WIDTH), number(row.height))
            focusable="false"
        >
            <path class="tj-units__mark" d=row.marks.d()></path>
            {pale}
        </svg>
    }
}
