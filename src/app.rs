//! The page, composed: a pure function of the report.

use crate::components::footer::footer;
use crate::components::hero::hero;
use crate::components::nav::{nav, stops};
use crate::components::part::part;
use crate::components::toolbar::{Actions, toolbar};
use crate::report::Report;
use leptos::prelude::*;

/// Everything inside `#app`.
pub fn page(report: &Report, actions: Actions) -> AnyView {
    let arcs = stops(report).len();
    let mut chapters = 0;
    let parts: Vec<_> = report
        .parts
        .iter()
        .map(|inner| {
            let view = part(report, inner, chapters, arcs);
            chapters += inner.chapters.len();
            view
        })
        .collect();
    let short = report.title.short.clone();
    view! {
        <a class="tj-skip" href="#main">"跳到正文"</a>
        <header class="tj-masthead">
            <p class="tj-masthead__name">{short}</p>
            {toolbar(actions)}
        </header>
        <main id="main">
            {hero(report)}
            <div class="tj-body">
                {nav(report)}
                <div class="tj-parts">{parts}</div>
            </div>
        </main>
        {footer(report)}
    }
    .into_any()
}

/// The page as the HTML that is served.
#[cfg(not(target_arch = "wasm32"))]
pub fn render(report: &Report) -> String {
    let inert = Actions {
        set_all_open: |_| {},
    };
    Owner::new().with(|| page(report, inert).to_html())
}

/// The drawings that are made at build time and adopted by the app, by class.
pub const ART: [&str; 2] = [crate::components::hero::ART, crate::components::footer::ART];
