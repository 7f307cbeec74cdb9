//! 算筹: a row of ticks for each figure.

use super::graphic_line::{Drawing, GraphicLine, units, valued};
use crate::layout::path;
use crate::layout::ticks::{self, Tally};
use crate::report::Figure;
use leptos::prelude::*;

/// The longest label that fits beside the ticks without taking room from them,
/// in characters.
const SHORT: usize = 3;

/// The rows, all on one scale, in the given order.
pub fn lines<'a>(figures: &[&'a Figure]) -> Vec<GraphicLine<'a>> {
    let counts: Vec<f64> = valued(figures)
        .into_iter()
        .map(|(count, _)| count)
        .collect();
    let width = ticks::width(&counts);
    let lines = figures.iter().zip(counts);
    let lines = lines
        .map(|(figure, count)| GraphicLine::of(figure, Drawing::Ticks(Tally::place(count), width)));
    lines.collect()
}

/// Whether the names need more room than the ticks can spare.
pub fn is_long(figures: &[&Figure]) -> bool {
    let long = |figure: &&Figure| figure.label.chars().count() > SHORT;
    figures.iter().any(long)
}

/// What a tick stands for: one of each unit, those after the first in brackets.
pub fn note(figures: &[&Figure]) -> String {
    ["一竖一", &units(figures), "，每十竖一组"].concat()
}

/// One tick a time, as high as the row is.
#[component]
pub fn Ticks(
    /// The ticks.
    tally: Tally,
    /// The width of the longest row, in u.
    width: f64,
) -> impl IntoView {
    view! {
        <svg
            display="none"
            viewBox=format!("0 0 {} {}", path::number(width), path::number(ticks::TENTH))
            preserveAspectRatio="none"
            focusable="false"
        >
            <path class="tj-tally__tick" d=tally.ticks.d()></path>
            <path class="tj-tally__tenth" d=tally.tenths.d()></path>
        </svg>
    }
}
