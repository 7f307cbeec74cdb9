//! The concentric arcs that stand for the report's sections.

use crate::layout::arcs::{Rings, upper_half};
use crate::layout::point::at;
use leptos::prelude::*;
use std::cmp::Ordering;

/// The glyph of a chapter: half-arcs, of which those inside its own are passed,
/// over the numeral. Decorative.
#[component]
pub fn Glyph(
    /// The chapter's number, from 1.
    number: usize,
    /// How many arcs the whole report draws.
    of: usize,
) -> impl IntoView {
    let of = of.max(number);
    let rings = Rings::glyph(of);
    view! {
        <svg class="tj-glyph" display="none" viewBox="-108 -109 216 110" focusable="false" aria-hidden="true">
            <HalfArcs rings own=rings.of_section(number, of)/>
            <text class="tj-glyph__number" text-anchor="middle">{number.to_string()}</text>
        </svg>
    }
}

/// Half-arcs over the origin, innermost first.
#[component]
pub fn HalfArcs(
    /// The circles that they are halves of.
    rings: Rings,
    /// Which arc is marked, from 1; those inside it are passed.
    own: usize,
) -> impl IntoView {
    let arcs = rings.iter().map(|(index, radius)| {
        let class = match (index + 1).cmp(&own) {
            Ordering::Less => "tj-arc tj-arc--passed",
            Ordering::Equal => "tj-arc tj-arc--own",
            Ordering::Greater => "tj-arc",
        };
        view! { <path class=class d=upper_half(at(0.0, 0.0), radius).d() pathLength="1"></path> }
    });
    arcs.collect_view()
}
