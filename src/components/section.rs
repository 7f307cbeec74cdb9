//! A section of a chapter: its heading opens and closes its points.

use crate::components::element::{Element, el};
use crate::components::link::link;
use crate::report::{Point, Report, Section};

/// How many figures a closed section shows beside its heading.
const PREVIEW: usize = 3;

/// A section as `<details>`, open from the start where `open`.
pub fn section(report: &Report, section: &Section, open: bool) -> Element {
    let figures = section
        .points
        .iter()
        .flat_map(|point| &point.figures)
        .filter_map(|id| report.figure(id))
        .take(PREVIEW)
        .map(|figure| el("span").child(figure.phrase.as_str()));
    let preview = el("span")
        .class("tj-section__preview")
        .hidden()
        .children(figures);
    let summary = el("summary")
        .class("tj-section__summary")
        .child(
            el("h4")
                .class("tj-section__heading")
                .heading(report, &section.heading),
        )
        .child(preview)
        .child(el("span").class("tj-section__mark").hidden());
    let details = el("details")
        .class("tj-section")
        .attr("id", section.id.0.clone())
        .child(summary)
        .child(link(&section.id, &section.heading))
        .child(points(report, &section.points));
    if open {
        details.attr("open", "")
    } else {
        details
    }
}

/// The points as a list.
pub fn points(report: &Report, points: &[Point]) -> Element {
    el("ul")
        .class("tj-points")
        .children(points.iter().map(|point| el("li").text(report, point)))
}
