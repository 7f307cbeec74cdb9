//! The first screen: title, preface and the headline figures, over the
//! landscape.

use crate::components::figure::key_figure;
use crate::components::words::{heading, text};
use crate::report::{Heading, Report};
use leptos::prelude::*;

/// Where the landscape stands. It is drawn once, at build time; the app adopts
/// the served drawing.
pub const ART: &str = "tj-hero__art";

/// The first screen.
pub fn hero(report: &Report) -> AnyView {
    let eyebrow = report.parts.first().map(|part| {
        let name = part.heading.text();
        view! { <p class="tj-hero__eyebrow">{name}</p> }
    });
    let sample = report
        .sample
        .then(|| view! { <p class="tj-hero__sample">"示例数据，并非真实报告"</p> });
    let figures: Vec<_> = report
        .headline
        .iter()
        .filter_map(|id| report.figure(id))
        .map(|figure| view! { <li>{key_figure(figure)}</li> })
        .collect();
    let figures = (!figures.is_empty()).then(|| {
        view! { <ul class="tj-headline" id="figures" aria-label="关键数字">{figures}</ul> }
    });
    view! {
        <div class="tj-hero">
            <div class=ART aria-hidden="true"></div>
            <div class="tj-hero__words">
                {sample}
                {eyebrow}
                {title(report)}
                <p class="tj-hero__lead">{text(report, &report.preface)}</p>
            </div>
        </div>
        {figures}
    }
    .into_any()
}

/// The title, its last word as a seal where the data says so.
fn title(report: &Report) -> AnyView {
    let title = &report.title;
    let (before, seal) = match &title.seal {
        Some(seal) => match title.text.0.strip_suffix(seal.as_str()) {
            Some(before) => (Heading(before.to_owned()), Some(seal.clone())),
            None => (title.text.clone(), None),
        },
        None => (title.text.clone(), None),
    };
    let seal = seal.map(|word| view! { <span class="tj-hero__seal">{word}</span> });
    view! { <h1 class="tj-hero__title">{heading(report, &before)}{seal}</h1> }.into_any()
}
