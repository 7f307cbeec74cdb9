//! The first screen: the title, what the report found and the headline figures, over
//! the landscape; then what a reader may look for, and the preface.

use super::figure::KeyFigure;
use super::flow::small::SmallFlow;
use super::landscape::HeroArt;
use super::terms::Corrected;
use super::topics::Topics;
use super::wording::{Phrases, Text};
use crate::report::Report;
use leptos::either::Either;
use leptos::prelude::*;

/// The first screen, without its figures. In the order of a phone: what arrives
/// later moves nothing that is there.
#[component]
pub fn Hero<'a>(
    /// Whose title and preface are shown.
    report: &'a Report,
) -> impl IntoView {
    let sample = report.sample.then(|| {
        view! { <p class="tj-hero__sample">"示例数据，并非真实报告"</p> }
    });
    let eyebrow = report.opening().map(|part| {
        view! { <p class="tj-hero__eyebrow">{part.heading.text()}</p> }
    });
    let (before, seal) = report.title.sealed();
    let seal = seal.map(|seal| view! { <span class="tj-hero__seal">{seal}</span> });
    let finding = match report.flows().next() {
        Some(_) => Either::Left(view! { <SmallFlow report/> }),
        None => Either::Right(view! { <Preface report/> }),
    };
    view! {
        <div class="tj-hero" data-scenery=report.scenery.name()>
            <div class="tj-hero__words">
                {sample} {eyebrow}
                <h1 class="tj-hero__title"><Phrases report heading=before/> {seal}</h1>
                <Corrected report/>
                {finding}
            </div>
            <HeroArt report/>
        </div>
    }
}

/// The preface, whole.
#[component]
pub fn Preface<'a>(
    /// Whose preface it is.
    report: &'a Report,
) -> impl IntoView {
    view! { <p class="tj-hero__lead"><Text report point=&report.preface/></p> }
}

/// What follows the numbers: what a reader may have come for, and the preface, where a
/// finding has its place on the first screen.
#[component]
pub fn Opening<'a>(
    /// Whose topics and preface are shown.
    report: &'a Report,
) -> impl IntoView {
    let preface = report.flows().next();
    let preface = preface.map(|_| view! { <Preface report/> });
    (preface.is_some() || !report.topics.is_empty()).then(|| {
        view! { <div class="tj-opening"><Topics report/> {preface}</div> }
    })
}

/// The headline figures, where there are some.
#[component]
pub fn Headline<'a>(
    /// Whose figures are shown.
    report: &'a Report,
) -> impl IntoView {
    let figures = report.headline.iter().filter_map(|id| report.figure(id));
    let figures = figures
        .map(|figure| view! { <li><KeyFigure report figure/></li> })
        .collect_view();
    (!report.headline.is_empty()).then(|| {
        view! { <ul class="tj-headline" id="figures" aria-label="关键数字">{figures}</ul> }
    })
}
