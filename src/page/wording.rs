//! The report's own words: texts with their figures, and headings that break
//! only where the data allows.

use super::figure::Pieces;
use super::terms::Explained;
use crate::report::runs::{Run, RunKind, part_runs, runs, shared_runs};
use crate::report::{Id, Point, Report, phrases};
use leptos::either::{Either, EitherOf5};
use leptos::prelude::*;
use std::ops::Range;

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

/// A heading: each phrase in one piece where the line has room for it.
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
        .map(|phrase| {
            let runs = shared_runs(report, phrase, &[], &shared);
            let breaks = report.breaks_of(phrase);
            view! { <span class="tj-phrase">{stretches(runs, &breaks, false)}</span> }
        })
        .collect_view()
}

/// Words that are no running text: their lines break between words, where the data says so.
pub fn words<'a>(report: &Report, text: &'a str) -> impl IntoView + use<'a> {
    shown(broken(text, 0, &report.breaks_of(text)))
}

/// Those of such words that stand in this range, in bytes.
pub fn words_part<'a>(
    report: &Report,
    text: &'a str,
    range: Range<usize>,
) -> impl IntoView + use<'a> {
    let part = text.get(range.clone()).unwrap_or_default();
    shown(broken(part, range.start, &report.breaks_of(text)))
}

/// Several such words in a row; a line may break between two of them.
pub fn words_row<'a>(report: &Report, texts: Vec<&'a str>) -> impl IntoView + use<'a> {
    let mut row = Vec::new();
    for text in texts.into_iter().filter(|text| !text.is_empty()) {
        if !row.is_empty() {
            row.push(None);
        }
        row.extend(broken(text, 0, &report.breaks_of(text)));
    }
    shown(row)
}

/// Pieces of words; between two with none between them a line may break. Nobody hears that.
pub fn shown<'a>(pieces: Vec<Option<&'a str>>) -> impl IntoView + use<'a> {
    let pieces = pieces.into_iter().map(|piece| match piece {
        Some(words) => Either::Right(words),
        None => Either::Left(view! { <wbr aria-hidden="true"/> }),
    });
    pieces.collect::<Vec<_>>()
}

/// A piece of a text that begins at `start`, with the places of the whole where its lines
/// may break.
fn broken<'a>(piece: &'a str, start: usize, breaks: &[usize]) -> Vec<Option<&'a str>> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let inside = breaks.iter().filter_map(|at| at.checked_sub(start));
    for at in inside.filter(|at| *at <= piece.len()) {
        pieces.push(piece.get(from..at));
        pieces.push(None);
        from = at;
    }
    pieces.push(piece.get(from..));
    pieces.retain(|piece| piece.is_none_or(|words| !words.is_empty()));
    pieces
}

fn stretches<'a>(runs: Vec<Run<'a>>, breaks: &[usize], quoted: bool) -> impl IntoView + use<'a> {
    let mut end = 0;
    let stretches = runs.into_iter().map(|run| {
        let start = end;
        end += run.text.len();
        stretch(run, start, breaks, quoted)
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
                <Pieces phrase=&figure.phrase/>
            </span>
        }),
        RunKind::Shared => {
            let words = shown(broken(run.text, start, breaks));
            EitherOf5::E(view! { <span class="tj-shared">{words}</span> })
        }
        RunKind::Term(term) => EitherOf5::D(view! { <Explained term/> }),
    };
    match run.strong {
        true => Either::Left(view! { <strong>{words}</strong> }),
        false => Either::Right(words),
    }
}
