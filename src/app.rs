//! The page, composed: a pure function of the report.
//!
//! - [`stamp`]: by which the app knows the page that it would write.

use crate::components::arc::drawing;
use crate::components::credit::credit;
use crate::components::element::{Element, el};
use crate::components::footer::{self, footer};
use crate::components::hero::{self, headline, hero};
use crate::components::nav::{bar, rail, stops};
use crate::components::part::part;
use crate::report::Report;

pub mod stamp;

/// Where the drawings stand that are made at build time and adopted by the
/// app, by class.
pub const ART: [&str; 2] = [hero::ART, footer::ART];

/// The drawings that are made at build time; the app has none of its own.
#[derive(Default)]
pub struct Art {
    /// The landscape of the first screen.
    pub hero: Option<Element>,
    /// The water scene of the foot.
    pub footer: Option<Element>,
}

/// Everything inside `#app`. The toolbar's place is kept free, so that nothing
/// moves when the app brings one.
pub fn page(report: &Report, art: Art) -> Element {
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
                .child(
                    drawing("tj-masthead__arcs", "0 0 26 14").child(el("path").attr(
                        "d",
                        "M1 14a12 12 0 0 1 24 0M5 14a8 8 0 0 1 16 0M9 14a4 4 0 0 1 8 0",
                    )),
                )
                .child(report.title.short.as_str()),
        )
        .child(el("div").class("tj-toolbar"));
    let body = el("div")
        .class("tj-body")
        .child(rail(report))
        .child(bar(report))
        .child(el("div").class("tj-parts").children(parts));
    let main = el("main")
        .attr("id", "main")
        .child(hero(report, art.hero))
        .children(headline(report))
        .child(body);
    el("div")
        .class("tj-page")
        .child(skip)
        .child(masthead)
        .child(main)
        .child(credit(report))
        .child(footer(report, art.footer))
}

/// The page as the HTML that is served.
#[cfg(not(target_arch = "wasm32"))]
pub fn render(report: &Report) -> String {
    use crate::components::landscape;

    let sections = stops(report).len();
    let art = Art {
        hero: Some(landscape::hero(sections)),
        footer: Some(landscape::footer(sections)),
    };
    page(report, art).html()
}
