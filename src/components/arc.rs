//! The concentric arcs that stand for the report's sections.

use crate::components::element::{Element, el};
use crate::layout::arcs::{Rings, upper_half};
use crate::layout::point::at;

/// The glyph of chapter `number` of `of`: half-arcs, of which those inside its
/// own are passed, over the numeral. Decorative.
pub fn glyph(number: usize, of: usize) -> Element {
    let of = of.max(number);
    let rings = Rings::glyph(of);
    let numeral = el("text")
        .class("tj-glyph__number")
        .attr("text-anchor", "middle")
        .child(number.to_string());
    drawing("tj-glyph", "-108 -109 216 110")
        .children(half_arcs(rings, rings.of_section(number, of)))
        .child(numeral)
}

/// Half-arcs over the origin, innermost first, of which the `own`-th, from 1,
/// is marked and those inside it are passed.
pub fn half_arcs(rings: Rings, own: usize) -> impl Iterator<Item = Element> {
    rings.iter().map(move |(index, radius)| {
        let class = match (index + 1).cmp(&own) {
            core::cmp::Ordering::Less => "tj-arc tj-arc--passed",
            core::cmp::Ordering::Equal => "tj-arc tj-arc--own",
            core::cmp::Ordering::Greater => "tj-arc",
        };
        el("path")
            .class(class)
            .attr("d", upper_half(at(0.0, 0.0), radius).d())
            .attr("pathLength", "1")
    })
}

/// A drawing that says nothing to assistive technology.
pub fn drawing(class: &'static str, view_box: &'static str) -> Element {
    el("svg")
        .class(class)
        .attr("viewBox", view_box)
        .attr("focusable", "false")
        .hidden()
}
