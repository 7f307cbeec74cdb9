//! The way through the report: a link to every chapter and part.

use crate::report::{Id, Report};
use leptos::prelude::*;

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
pub fn nav(report: &Report) -> AnyView {
    let links: Vec<_> = stops(report)
        .into_iter()
        .map(|stop| {
            let href = ["#", &stop.id.0].concat();
            let name = stop.name.to_owned();
            let number = stop
                .number
                .map(|number| view! { <span class="tj-nav__number">{number}" "</span> });
            view! { <li><a class="tj-nav__link" href=href>{number}{name}</a></li> }
        })
        .collect();
    view! {
        <nav class="tj-nav" aria-label="章节">
            <ol class="tj-nav__list">{links}</ol>
        </nav>
    }
    .into_any()
}
