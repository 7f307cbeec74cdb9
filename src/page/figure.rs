//! A figure of the report, large and with its label or small in a text.

use super::display::words;
use crate::report::number::{Piece, read};
use crate::report::{Figure, Report};
use leptos::either::Either;
use leptos::prelude::*;

#[cfg(target_os = "unknown")]
pub mod roll;

/// A key figure: the phrase large, the label beside it. Its accessible text
/// stands in one piece; what is seen is hidden from assistive technology, so
/// that it may roll, and shown by the style alone.
#[component]
pub fn KeyFigure<'a>(
    /// Where the figure's text is found.
    report: &'a Report,
    /// The figure.
    figure: &'a Figure,
) -> impl IntoView {
    let before = report.before(figure).map(|before| {
        view! { <span class="tj-figure__before" aria-hidden="true" hidden="">{before}</span> }
    });
    view! {
        <a
            class="tj-figure"
            data-figure=figure.id.0.as_str()
            href=text_of(report, figure)
        >
            <Spoken report figure/>
            <Number figure/>
            <span class="tj-figure__label" aria-hidden="true" hidden="">
                {words(report, &figure.label)}
            </span>
            {before}
        </a>
    }
}

/// The address of the text in which a figure stands.
pub fn text_of(report: &Report, figure: &Figure) -> String {
    format!("#{}", report.origin(&figure.id).unwrap_or("main"))
}

/// What a reader hears: the label and the source's own phrase, and what it was before.
#[component]
pub fn Spoken<'a>(
    /// Where it is found what the figure was before.
    report: &'a Report,
    /// The figure.
    figure: &'a Figure,
) -> impl IntoView {
    let before = report.before(figure).map(|before| ["，", &before].concat());
    let words = format!("{} {}", figure.label, figure.phrase);
    view! { <span class="tj-spoken">{words} {before}</span> }
}

/// The phrase, set large; hidden from assistive technology.
#[component]
pub fn Number<'a>(
    /// The figure.
    figure: &'a Figure,
) -> impl IntoView {
    view! {
        <span class="tj-figure__number" aria-hidden="true" hidden="">
            <Pieces phrase=&figure.phrase/>
        </span>
    }
}

/// A phrase in the pieces it is set in; joined they are the phrase.
#[component]
pub fn Pieces<'a>(
    /// The phrase, as printed.
    phrase: &'a str,
    /// Whether it stands in a text, where its words are set as the text is.
    #[prop(optional)]
    in_text: bool,
) -> impl IntoView {
    let Some(reading) = read(phrase) else {
        return Either::Left(phrase);
    };
    let pieces = reading.pieces.into_iter().map(|piece| match piece {
        Piece::Word(words) if in_text => Either::Left(words),
        piece => Either::Right(set(piece)),
    });
    Either::Right(pieces.collect_view())
}

/// A piece that is set in its own way.
fn set(piece: Piece<'_>) -> impl IntoView + use<'_> {
    let (class, words) = match piece {
        Piece::Digits(words) => ("tj-digits", words),
        Piece::Scale(words) => ("tj-scale", words),
        Piece::Word(words) => ("tj-unit", words),
    };
    view! { <span class=class>{words}</span> }
}
