//! Words that are no running text, in pieces between which their lines may break.

use crate::report::Report;
use leptos::either::Either;
use leptos::prelude::*;
use std::ops::Range;

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
pub fn broken<'a>(piece: &'a str, start: usize, breaks: &[usize]) -> Vec<Option<&'a str>> {
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
