//! The outlook as stairs: one step an outcome, rising.

use super::chapter::glyph::HalfArcs;
use super::wording::TextPart;
use crate::layout::arcs::Rings;
use crate::report::{Point, Report};
use leptos::prelude::*;

/// The steps in order, of which the last bears the report's half-circles.
#[component]
pub fn Stairs<'a>(
    /// Where the steps' figures are found.
    report: &'a Report,
    /// The steps, at least one.
    steps: &'a [Point],
) -> impl IntoView {
    let last = steps.len().saturating_sub(1);
    let steps = steps.iter().enumerate().map(|(index, step)| {
        let crown = (index == last).then(|| view! { <Crown arcs=report.sections()/> });
        view! {
            <li class="tj-stairs__step">
                {crown}
                <Step report step/>
            </li>
        }
    });
    view! { <ol class="tj-stairs">{steps.collect_view()}</ol> }
}

/// The half-circles on the last step.
#[component]
pub fn Crown(
    /// How many the report draws.
    arcs: usize,
) -> impl IntoView {
    let rings = Rings::stairs(arcs);
    view! {
        <svg class="tj-stairs__crown" display="none" viewBox="-130 -130 260 131" focusable="false" aria-hidden="true">
            <HalfArcs rings own=rings.count/>
        </svg>
    }
}

/// The outcome in three lines: what leads to it, the emphasised words, the
/// rest. The comma between the last two is where a line ends.
#[component]
fn Step<'a>(report: &'a Report, step: &'a Point) -> impl IntoView {
    let outcome = step.outcome();
    let figures = &step.figures;
    let emphasis = outcome.emphasis.map(|emphasis| {
        view! {
            <span class="tj-stairs__lead">
                <TextPart report text=emphasis.lead figures/>
            </span>
            <strong class="tj-stairs__strong">{emphasis.strong}</strong>
            <span class="tj-stairs__comma">{emphasis.comma}</span>
        }
    });
    view! {
        <p>
            {emphasis}
            <span class="tj-stairs__rest">
                <TextPart report text=outcome.rest figures/>
            </span>
        </p>
    }
}
