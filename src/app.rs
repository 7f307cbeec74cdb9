//! The page, composed: a pure function of the report.

use crate::components::element::{Element, el};
use crate::components::footer::{self, footer};
use crate::components::hero::{self, headline, hero};
use crate::components::nav::{nav, stops};
use crate::components::part::part;
use crate::components::toolbar::{Actions, toolbar};
use crate::report::Report;

/// The drawings that are made at build time and adopted by the app, by class.
pub const ART: [&str; 2] = [hero::ART, footer::ART];

/// Everything inside `#app`.
pub fn page(report: &Report, actions: Actions) -> Element {
    let arcs = stops(report).len();
    let mut chapters = 0;
    let parts = report.parts.iter().map(|inner| {
        let before = chapters;
        chapters += inner.chapters.len();
        part(report, inner, before, arcs)
    });
    let skip = el("a")
        .class("tj-skip")
        .attr("href", "#main")
        .child("跳到正文");
    let masthead = el("header")
        .class("tj-masthead")
        .child(
            el("p")
                .class("tj-masthead__name")
                .child(report.title.short.as_str()),
        )
        .child(toolbar(actions));
    let body = el("div")
        .class("tj-body")
        .child(nav(report))
        .child(el("div").class("tj-parts").children(parts));
    let main = el("main")
        .attr("id", "main")
        .child(hero(report))
        .children(headline(report))
        .child(body);
    el("div")
        .class("tj-page")
        .child(skip)
        .child(masthead)
        .child(main)
        .child(footer(report))
}

/// The page as the HTML that is served.
#[cfg(not(target_arch = "wasm32"))]
pub fn render(report: &Report) -> String {
    use leptos::prelude::{Owner, RenderHtml};
    let inert = Actions {
        set_all_open: |_| {},
    };
    Owner::new().with(|| page(report, inert).to_html())
}
