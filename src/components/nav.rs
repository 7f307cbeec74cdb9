//! The way through the report: a link to every chapter and part.

use crate::components::arc::drawing;
use crate::components::element::{Element, el};
use crate::report::{Id, Report};

/// One stop of the way.
pub struct Stop<'a> {
    /// Where it leads.
    pub id: &'a Id,
    /// Its short name, words of its heading.
    pub name: String,
    /// The chapter's number, from 1; none for other parts.
    pub number: Option<usize>,
}

/// The stops in reading order: each chapter, and each part without chapters.
pub fn stops(report: &Report) -> Vec<Stop<'_>> {
    let mut number = 0;
    let mut stops = Vec::new();
    for part in &report.parts {
        for chapter in &part.chapters {
            number += 1;
            stops.push(Stop {
                id: &chapter.id,
                name: chapter.nav.clone(),
                number: Some(number),
            });
        }
        if part.chapters.is_empty() {
            stops.push(Stop {
                id: &part.id,
                name: part.nav.clone().unwrap_or_else(|| part.heading.text()),
                number: None,
            });
        }
    }
    stops
}

/// The rail of wide screens: a river with a node for each stop.
pub fn rail(report: &Report) -> Element {
    let title = report.opening().map(|part| {
        el("p")
            .class("tj-rail__title")
            .hidden()
            .child(part.heading.text())
    });
    let mut numbered = false;
    let items = stops(report)
        .into_iter()
        .enumerate()
        .map(|(index, stop)| {
            // Where the chapters end, the river runs a little longer.
            let apart = numbered && stop.number.is_none();
            numbered = stop.number.is_some();
            let class = if apart {
                "tj-rail__stop tj-rail__stop--apart"
            } else {
                "tj-rail__stop"
            };
            el("li")
                .class(class)
                .child(bend(index))
                .child(link(&stop, "tj-rail__link"))
        })
        .collect::<Vec<_>>();
    let list = el("ol").class("tj-rail__list").children(items);
    el("nav")
        .class("tj-rail")
        .attr("aria-label", "章节")
        .children(title)
        .child(list)
}

/// The bar of narrow screens: where the reader is; it opens onto the links.
pub fn bar(report: &Report) -> Element {
    let stops = stops(report);
    let count = stops.len().to_string();
    let half = |class| {
        el("path")
            .class(class)
            .attr("d", "M4 28a21 21 0 0 1 42 0")
            .attr("pathLength", count.clone())
    };
    let arc = drawing("tj-bar__arc", "0 0 50 30")
        .child(half("tj-bar__way").attr("stroke-dasharray", ".9 .1"))
        .child(half("tj-bar__passed").attr("stroke-dasharray", ["0 ", &count].concat()));
    let summary = el("summary")
        .class("tj-bar__summary")
        .child(arc)
        .child(el("span").class("tj-bar__name").child("目录"));
    let links = stops
        .iter()
        .map(|stop| el("li").child(link(stop, "tj-bar__link")));
    let list = el("ol").class("tj-bar__list").children(links);
    el("nav")
        .class("tj-bar")
        .attr("aria-label", "章节")
        .child(
            el("details")
                .class("tj-bar__menu")
                .child(summary)
                .child(list),
        )
        .child(el("div").class("tj-bar__progress").hidden())
}

fn link(stop: &Stop<'_>, class: &'static str) -> Element {
    let number = stop.number.map(|number| {
        el("span")
            .class("tj-nav__number")
            .child([&number.to_string(), " "].concat())
    });
    el("a")
        .class(class)
        .attr("href", ["#", &stop.id.0].concat())
        .children(number)
        .child(stop.name.as_str())
}

/// The river from the stop before to this one, and its node.
fn bend(index: usize) -> Element {
    let (d, x) = match (index, index % 2) {
        (0, _) => ("M4.5 -23V23", "4.5"),
        (_, 1) => ("M4.5 -23C4.5 0 13.5 0 13.5 23", "13.5"),
        _ => ("M13.5 -23C13.5 0 4.5 0 4.5 23", "4.5"),
    };
    let node = el("circle").attr("cx", x).attr("cy", "23").attr("r", "4");
    drawing("tj-rail__river", "0 0 18 46")
        .child(el("path").attr("d", d))
        .child(node)
}
