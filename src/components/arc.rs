//! The concentric arcs that stand for the report's sections, and the numeral
//! under them.

use crate::layout::arcs::{Rings, upper_half};
use crate::layout::point::at;
use leptos::prelude::*;

/// A chapter's glyph: `of` half-arcs, of which the first `number - 1` are
/// passed and the `number`-th is its own. Decorative.
pub fn glyph(number: usize, of: usize) -> AnyView {
    let rings = Rings::glyph(of.max(number));
    let arcs: Vec<_> = rings
        .iter()
        .map(|(index, radius)| {
            let class = if index + 1 < number {
                "tj-arc tj-arc--passed"
            } else if index + 1 == number {
                "tj-arc tj-arc--own"
            } else {
                "tj-arc"
            };
            let d = upper_half(at(0.0, 0.0), radius).d();
            view! { <path class=class d=d pathLength="1"/> }
        })
        .collect();
    view! {
        <svg class="tj-glyph" viewBox="-108 -109 216 110" aria-hidden="true" focusable="false">
            {arcs}
            <text class="tj-glyph__number" text-anchor="middle">{number}</text>
        </svg>
    }
    .into_any()
}
