//! The first screen: title, preface and the headline figures, over the
//! landscape.

use crate::components::element::{Element, el};
use crate::components::figure::key_figure;
use crate::report::{Heading, Report};

/// Where the landscape stands. It is drawn once, at build time; the app adopts
/// the served drawing.
pub const ART: &str = "tj-hero__art";

/// The first screen, without its figures; `art` is the landscape.
pub fn hero(report: &Report, art: Option<Element>) -> Element {
    let sample = report.sample.then(|| {
        el("p")
            .class("tj-hero__sample")
            .child("示例数据，并非真实报告")
    });
    let eyebrow = report
        .opening()
        .map(|part| el("p").class("tj-hero__eyebrow").child(part.heading.text()));
    let head = el("div")
        .class("tj-hero__words")
        .children(sample)
        .children(eyebrow)
        .child(title(report));
    let lead = el("p").class("tj-hero__lead").text(report, &report.preface);
    // In the order of a phone: what arrives later moves nothing that is there.
    el("div")
        .class("tj-hero")
        .child(head)
        .child(el("div").class(ART).hidden().children(art))
        .child(el("div").class("tj-hero__words").child(lead))
}

/// The headline figures, where there are some.
pub fn headline(report: &Report) -> Option<Element> {
    let figures = report
        .headline
        .iter()
        .filter_map(|id| report.figure(id))
        .map(|figure| el("li").child(key_figure(report, figure)));
    (!report.headline.is_empty()).then(|| {
        el("ul")
            .class("tj-headline")
            .attr("id", "figures")
            .attr("aria-label", "关键数字")
            .children(figures)
    })
}

/// The title, its last word as a seal where the data says so.
fn title(report: &Report) -> Element {
    let title = &report.title;
    let sealed = title.seal.as_ref().and_then(|seal| {
        let before = title.text.0.strip_suffix(seal.as_str())?;
        Some((Heading(before.to_owned()), seal))
    });
    let heading = el("h1").class("tj-hero__title");
    match sealed {
        Some((before, seal)) => heading
            .heading(report, &before)
            .child(el("span").class("tj-hero__seal").child(seal.as_str())),
        None => heading.heading(report, &title.text),
    }
}
