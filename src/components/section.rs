//! A section of a chapter: its heading opens and closes its points.

use crate::components::words::{heading, text};
use crate::report::{Point, Report, Section};
use leptos::prelude::*;

/// How many figures a closed section shows beside its heading.
const PREVIEW: usize = 3;

/// A section as `<details>`, open from the start where `open`.
pub fn section(report: &Report, section: &Section, open: bool) -> AnyView {
    let id = section.id.0.clone();
    let preview: Vec<_> = section
        .points
        .iter()
        .flat_map(|point| &point.figures)
        .filter_map(|id| report.figure(id))
        .take(PREVIEW)
        .map(|figure| {
            let phrase = figure.phrase.clone();
            view! { <span>{phrase}</span> }
        })
        .collect();
    view! {
        <details class="tj-section" id=id open=open>
            <summary class="tj-section__summary">
                <h4 class="tj-section__heading">{heading(report, &section.heading)}</h4>
                <span class="tj-section__preview" aria-hidden="true">{preview}</span>
                <span class="tj-section__mark" aria-hidden="true"></span>
            </summary>
            {points(report, &section.points)}
        </details>
    }
    .into_any()
}

/// The points as a list.
pub fn points(report: &Report, points: &[Point]) -> AnyView {
    let items: Vec<_> = points
        .iter()
        .map(|point| view! { <li>{text(report, point)}</li> })
        .collect();
    view! { <ul class="tj-points">{items}</ul> }.into_any()
}
