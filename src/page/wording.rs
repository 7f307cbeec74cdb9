//! The report's own words: texts with their figures, and headings that break
//! only where the data allows.

use super::display::{broken, shown};
use super::figure::Pieces;
use super::terms::Explained;
use crate::report::runs::{Run, RunKind, part_runs, runs, shared_runs};
use crate::report::{Id, Point, Report, phrases};
use leptos::either::{Either, EitherOf5};
use leptos::prelude::*;

/// A text with its figures, unbreakable words and emphasis.
#[component]
pub fn Text<'a>(
    /// Where the figures and the unbreakable words are found.
    report: &'a Report,
    /// The text.
    point: &'a Point,
) -> impl IntoView {
    stretches(runs(report, point), &[], false)
}

/// Words of a text, quoted elsewhere: set as there, and no place of their figures.
#[component]
pub fn Quoted<'a>(
    /// Where the figures and the unbreakable words are found.
    report: &'a Report,
    /// The words.
    text: &'a str,
    /// The figures of the whole text.
    figures: &'a [Id],
) -> impl IntoView {
    let runs = part_runs(report, text, figures);
    stretches(runs, &report.breaks_of(text), true)
}

/// A piece of a text with its figures and unbreakable words.
#[component]
pub fn TextPart<'a>(
    /// Where the figures and the unbreakable words are found.
    report: &'a Report,
    /// The piece.
    text: &'a str,
    /// The figures of the whole text.
    figures: &'a [Id],
    /// Words that another place of the report says, too.
    shared: Vec<String>,
) -> impl IntoView {
    let runs = shared_runs(report, text, figures, &shared);
    stretches(runs, &report.breaks_of(text), false)
}

/// The longest phrase, in letters, that needs no break of its own on the narrowest screen.
const SHORT: usize = 6;

/// A heading: each phrase in one piece where the line has room for it. In a `<summary>`
/// they stand in the line, since a screen reader presents its first box only.
#[component]
pub fn Phrases<'a>(
    /// Where the unbreakable words are found.
    report: &'a Report,
    /// The heading, with its marks for line breaks.
    heading: &'a str,
    /// Words in it that another place of the report says, too.
    #[prop(optional)]
    shared: Vec<String>,
) -> impl IntoView {
    phrases(heading)
        .enumerate()
        .map(|(index, phrase)| {
            let runs = shared_runs(report, phrase, &[], &shared);
            let breaks = match phrase.chars().count() {
                ..=SHORT => Vec::new(),
                _ => report.breaks_of(phrase),
            };
            let between = (index > 0).then(|| view! { <wbr aria-hidden="true"/> });
            view! { {between} <span class="tj-phrase">{stretches(runs, &breaks, false)}</span> }
        })
        .collect_view()
}

/// Words in runs, with the places where their lines may break; if they are quoted, they
/// stand elsewhere.
pub fn stretches<'a>(
    runs: Vec<Run<'a>>,
    breaks: &[usize],
    quoted: bool,
) -> impl IntoView + use<'a> {
    let mut end = 0;
    let mut after_whole = false;
    let stretches = runs.into_iter().map(|run| {
        let start = end;
        end += run.text.len();
        // Plain words tell of the breaks at their ends; between two wholes nobody else does.
        let whole = !matches!(run.kind, RunKind::Plain | RunKind::Shared);
        let between = after_whole && whole && breaks.contains(&start);
        after_whole = whole;
        let between = between.then(|| view! { <wbr aria-hidden="true"/> });
        (between, stretch(run, start, breaks, quoted))
    });
    stretches.collect::<Vec<_>>()
}

/// Words that are set in one way and begin at `start`; if they are quoted, they stand
/// elsewhere.
fn stretch<'a>(
    run: Run<'a>,
    start: usize,
    breaks: &[usize],
    quoted: bool,
) -> impl IntoView + use<'a> {
    let words = match run.kind {
        RunKind::Plain => EitherOf5::A(shown(broken(run.text, start, breaks))),
        RunKind::Keep => EitherOf5::B(view! { <span class="tj-keep">{run.text}</span> }),
        RunKind::Figure(figure) => EitherOf5::C(view! {
            <span class="tj-mention" data-mention=(!quoted).then_some(figure.id.0.as_str())>
                <Pieces phrase=&figure.phrase in_text=true/>
            </span>
        }),
        RunKind::Shared => {
            let words = shown(broken(run.text, start, breaks));
            EitherOf5::E(view! { <span class="tj-shared">{words}</span> })
        }
        RunKind::Term(term) => EitherOf5::D(view! { <Explained term/> }),
    };
    // A screen reader presents a `<strong>` apart from the words around it.
    match run.strong {
        true => Either::Left(view! { <b>{words}</b> }),
        false => Either::Right(words),
    }
}
