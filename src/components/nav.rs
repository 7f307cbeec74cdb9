//! The way through the report: a link to every chapter and part.

use crate::components::element::{Element, el};
use crate::report::{Id, Report};

/// One stop of the way.
pub struct Stop<'a> {
    /// Where it leads.
    pub id: &'a Id,
    /// Its short name, words of its heading.
    pub name: &'a str,
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
                name: &chapter.nav,
                number: Some(number),
            });
        }
        if part.chapters.is_empty() {
            stops.push(Stop {
                id: &part.id,
                name: part.nav.as_deref().unwrap_or(&part.heading.0),
                number: None,
            });
        }
    }
    stops
}

/// The links, as a list.
pub fn nav(report: &Report) -> Element {
    let links = stops(report).into_iter().map(|stop| {
        let number = stop.number.map(|number| {
            el("span")
                .class("tj-nav__number")
                .child([&number.to_string(), " "].concat())
        });
        let link = el("a")
            .class("tj-nav__link")
            .attr("href", ["#", &stop.id.0].concat())
            .children(number)
            .child(stop.name);
        el("li").child(link)
    });
    el("nav")
        .class("tj-nav")
        .attr("aria-label", "章节")
        .child(el("ol").class("tj-nav__list").children(links))
}
