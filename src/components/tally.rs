//! 算筹 as one drawing with its words, for where no page is around it.

use crate::components::element::{Element, el};
use crate::layout::path::number;
use crate::layout::ticks::{self, Tally};
use crate::report::Figure;

/// Where the ticks begin, and how high a row is, in u.
const TICKS: f64 = 88.0;
const ROW: f64 = 54.0;
/// The room for the figures behind the ticks.
const FIGURES: f64 = 112.0;

/// A row of ticks for each figure, between its name and its phrase.
pub fn drawing(figures: &[&Figure]) -> Element {
    let counts: Vec<f64> = figures.iter().map(|figure| figure.value).collect();
    let ends = TICKS + ticks::width(&counts);
    let rows = figures.iter().enumerate().map(|(index, figure)| {
        let row = Tally::place(figure.value);
        let ticks = |d: String, ink: &'static str| {
            el("path")
                .attr("d", d)
                .attr("fill", "none")
                .attr("stroke", ink)
                .attr("stroke-width", number(ticks::STROKE))
        };
        let words = |x: f64, size: &'static str, ink: &'static str, words: &str| {
            el("text")
                .attr("x", number(x))
                .attr("y", number(ticks::TENTH))
                .attr("font-family", "var(--display)")
                .attr("font-size", size)
                .attr("font-weight", "700")
                .attr("fill", ink)
                .child(words)
        };
        let ticks = el("g")
            .attr("transform", ["translate(", &number(TICKS), " 0)"].concat())
            .child(ticks(row.ticks.d(), "var(--teal)"))
            .child(ticks(row.tenths.d(), "var(--teal-deep)"));
        el("g")
            .attr(
                "transform",
                ["translate(0 ", &number(ROW * index as f64), ")"].concat(),
            )
            .child(words(0.0, "17", "var(--ink)", &figure.label))
            .child(ticks)
            .child(words(ends + 24.0, "28", "var(--verm)", &figure.phrase))
    });
    let size = [ends + FIGURES, ROW * figures.len() as f64].map(number);
    el("svg")
        .attr("viewBox", ["0 0 ", &size[0], " ", &size[1]].concat())
        .children(rows)
}
