//! What was done and what is advised: columns side by side.

use crate::components::element::{Element, el};
use crate::components::link::link;
use crate::components::section::points;
use crate::report::{Advice, Heading, Id, Measures, Report};

/// Groups of points under one heading.
pub fn measures(report: &Report, measures: &Measures) -> Element {
    let groups = measures.groups.iter().map(|group| {
        el("section")
            .class("tj-columns__item")
            .attr("id", group.id.0.clone())
            .child(
                el("h4")
                    .class("tj-columns__heading")
                    .heading(report, &group.heading),
            )
            .child(link(&group.id, &group.heading))
            .child(points(report, &group.points))
    });
    let columns = el("div").class("tj-columns").children(groups);
    block(report, &measures.id, &measures.heading).child(columns)
}

/// Short sentences under one heading.
pub fn advice(report: &Report, advice: &Advice) -> Element {
    let items = advice.items.iter().map(|item| {
        el("li")
            .class("tj-columns__item tj-columns__advice")
            .heading(report, item)
    });
    let columns = el("ul").class("tj-columns").children(items);
    block(report, &advice.id, &advice.heading).child(columns)
}

fn block(report: &Report, id: &Id, heading: &Heading) -> Element {
    el("section")
        .class("tj-block")
        .attr("id", id.0.clone())
        .child(el("h3").class("tj-block__heading").heading(report, heading))
        .child(link(id, heading))
}
