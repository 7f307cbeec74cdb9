//! A part of the report: whatever it holds, in reading order.

use crate::components::advice::advice;
use crate::components::chapter::chapter;
use crate::components::funnel::funnel;
use crate::components::measures::measures;
use crate::components::stairs::stairs;
use crate::components::words::{heading, text};
use crate::report::{Part, Report};
use leptos::prelude::*;

/// A part as a section. `before` chapters stand in earlier parts; `of` is how
/// many arcs the whole report draws.
pub fn part(report: &Report, part: &Part, before: usize, of: usize) -> AnyView {
    let id = part.id.0.clone();
    let class = if part.chapters.is_empty() {
        "tj-part"
    } else {
        "tj-part tj-part--chapters"
    };
    let lead = part
        .text
        .as_ref()
        .map(|point| view! { <p class="tj-part__text">{text(report, point)}</p> });
    let chapters: Vec<_> = part
        .chapters
        .iter()
        .enumerate()
        .map(|(index, inner)| chapter(report, inner, before + index + 1, of))
        .collect();
    view! {
        <section class=class id=id>
            <h2 class="tj-part__heading">{heading(report, &part.heading)}</h2>
            {lead}
            {chapters}
            {stairs(report, &part.stairs, of)}
            {part.funnel.as_ref().map(funnel)}
            {part.measures.as_ref().map(|inner| measures(report, inner))}
            {part.advice.as_ref().map(|inner| advice(report, inner))}
        </section>
    }
    .into_any()
}
