//! The report's own words: texts with their figures, and headings that break
//! only where the data allows.

use crate::components::figure::pieces;
use crate::report::runs::{Run, RunKind, runs, words};
use crate::report::{Heading, Point, Report};
use leptos::prelude::*;

/// A text with its figures, unbreakable words and emphasis.
pub fn text(report: &Report, point: &Point) -> AnyView {
    runs(report, point)
        .into_iter()
        .map(run)
        .collect::<Vec<_>>()
        .into_any()
}

/// A heading: each phrase in one piece where the line has room for it.
pub fn heading(report: &Report, heading: &Heading) -> AnyView {
    heading
        .phrases()
        .map(|phrase| {
            let words: Vec<_> = words(report, phrase).into_iter().map(run).collect();
            view! { <span class="tj-phrase">{words}</span> }
        })
        .collect::<Vec<_>>()
        .into_any()
}

fn run(run: Run<'_>) -> AnyView {
    let words = run.text.to_owned();
    let view = match run.kind {
        RunKind::Plain => words.into_any(),
        RunKind::Keep => view! { <span class="tj-keep">{words}</span> }.into_any(),
        RunKind::Figure(figure) => {
            let id = figure.id.0.clone();
            view! { <span class="tj-mention" data-mention=id>{pieces(figure)}</span> }.into_any()
        }
    };
    if run.strong {
        view! { <strong>{view}</strong> }.into_any()
    } else {
        view
    }
}
