//! The list over many reports of one site: read and followed, with no scripts.

use crate::report::Report;
use leptos::prelude::*;

/// How many of a report's headline figures are told in the list.
const FIGURES: usize = 3;

/// A title, and below it the reports.
#[component]
pub fn Listing<'a>(
    /// What the list is called.
    title: &'a str,
    /// Each report with the way to its page.
    reports: Vec<(String, &'a Report)>,
) -> impl IntoView {
    let reports: Vec<_> = reports
        .into_iter()
        .map(|(link, report)| view! { <Listed link report/> })
        .collect();
    view! {
        <main class="tj-listing">
            <h1 class="tj-listing__title">{title}</h1>
            <ul class="tj-listing__reports">{reports}</ul>
        </main>
    }
}

/// One report: its title, which leads to it, its date and its first figures.
#[component]
fn Listed<'a>(
    /// The way to its page.
    link: String,
    /// The report.
    report: &'a Report,
) -> impl IntoView {
    let sample = report.sample.then(|| {
        view! { <p class="tj-listing__note">"示例数据，并非真实报告"</p> }
    });
    let published = report.imprint.published.as_deref().map(|published| {
        view! { <p class="tj-listing__note">{published}</p> }
    });
    let figures = report.headline.iter().filter_map(|id| report.figure(id));
    let figures: Vec<_> = figures
        .take(FIGURES)
        .map(|figure| {
            view! {
                <div class="tj-listing__figure">
                    <dt>{figure.label.as_str()}</dt>
                    <dd>{figure.phrase.as_str()}</dd>
                </div>
            }
        })
        .collect();
    let figures = (!figures.is_empty()).then(|| {
        view! { <dl class="tj-listing__figures">{figures}</dl> }
    });
    view! {
        <li class="tj-listing__report">
            <h2 class="tj-listing__name">
                <a class="tj-outward" href=link>{report.title.text.text()}</a>
            </h2>
            {sample} {published} {figures}
        </li>
    }
}
