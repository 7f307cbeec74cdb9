//! The outlook as stairs: one step an outcome, rising.

use crate::components::words::text;
use crate::layout::arcs::{Rings, upper_half};
use crate::layout::point::at;
use crate::report::{Point, Report};
use leptos::prelude::*;

/// The steps in order; nothing where there are none. `arcs` half-circles stand
/// on the last step.
pub fn stairs(report: &Report, steps: &[Point], arcs: usize) -> AnyView {
    if steps.is_empty() {
        return ().into_any();
    }
    let last = steps.len() - 1;
    let items: Vec<_> = steps
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let crown = (index == last).then(|| crown(arcs));
            view! { <li class="tj-stairs__step">{crown}<p>{text(report, step)}</p></li> }
        })
        .collect();
    view! { <ol class="tj-stairs">{items}</ol> }.into_any()
}

fn crown(count: usize) -> AnyView {
    let rings = Rings::stairs(count);
    let arcs: Vec<_> = rings
        .iter()
        .map(|(index, radius)| {
            let class = if index + 1 == count {
                "tj-arc tj-arc--own"
            } else {
                "tj-arc"
            };
            view! { <path class=class d=upper_half(at(0.0, 0.0), radius).d()/> }
        })
        .collect();
    view! {
        <svg class="tj-stairs__crown" viewBox="-130 -130 260 130" aria-hidden="true" focusable="false">
            {arcs}
        </svg>
    }
    .into_any()
}
