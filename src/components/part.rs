//! A part of the report: whatever it holds, in reading order.

use crate::components::chapter::{FAR, chapter};
use crate::components::columns::{advice, measures};
use crate::components::element::{Element, el};
use crate::components::funnel::funnel;
use crate::components::link::link;
use crate::components::stairs::stairs;
use crate::report::{Part, Report};

/// A part as a section. `before` chapters stand in earlier parts; `of` is how
/// many arcs the whole report draws.
pub fn part(report: &Report, part: &Part, before: usize, of: usize) -> Element {
    let class = if !part.chapters.is_empty() {
        "tj-part tj-part--chapters"
    } else if !part.stairs.is_empty() {
        "tj-part tj-part--outlook"
    } else {
        "tj-part"
    };
    let lead = part
        .text
        .as_ref()
        .map(|point| el("p").class("tj-part__text").text(report, point));
    let chapters = part
        .chapters
        .iter()
        .enumerate()
        .map(|(index, inner)| chapter(report, inner, before + index + 1, of));
    let section = el("section").class(class);
    let section = match part.chapters.is_empty() {
        true => section.attr(FAR, ""),
        false => section,
    };
    section
        .attr("id", part.id.0.clone())
        .child(
            el("h2")
                .class("tj-part__heading")
                .heading(report, &part.heading),
        )
        .children(
            part.chapters
                .is_empty()
                .then(|| link(&part.id, &part.heading)),
        )
        .children(lead)
        .children(chapters)
        .children(stairs(report, &part.stairs, of))
        .children(part.funnel.as_ref().map(funnel))
        .children(part.measures.as_ref().map(|inner| measures(report, inner)))
        .children(part.advice.as_ref().map(|inner| advice(report, inner)))
}
