//! A figure of the report, large and with its label or small in a text.

use crate::report::Figure;
use crate::report::number::{Piece, read};
use leptos::prelude::*;

/// A key figure: the phrase large, the label beside it. Its accessible text
/// stands in one piece; what is seen is hidden from assistive technology, so
/// that it may roll.
pub fn key_figure(figure: &Figure) -> AnyView {
    let (id, label) = (figure.id.0.clone(), figure.label.clone());
    let spoken = spoken(figure);
    view! {
        <div class="tj-figure" data-figure=id>
            <span class="tj-spoken">{spoken}</span>
            <span class="tj-figure__number" aria-hidden="true">{pieces(figure)}</span>
            <span class="tj-figure__label" aria-hidden="true">{label}</span>
        </div>
    }
    .into_any()
}

/// What a reader hears: the label and the source's own phrase.
pub fn spoken(figure: &Figure) -> String {
    [figure.label.as_str(), figure.phrase.as_str()].join(" ")
}

/// The phrase in the pieces it is set in; joined they are the phrase.
pub fn pieces(figure: &Figure) -> AnyView {
    let Some(reading) = read(&figure.phrase) else {
        return figure.phrase.clone().into_any();
    };
    reading
        .pieces
        .into_iter()
        .map(|piece| {
            let (class, text) = match piece {
                Piece::Digits(text) => ("tj-digits", text),
                Piece::Scale(text) => ("tj-scale", text),
                Piece::Word(text) => ("tj-unit", text),
            };
            let text = text.to_owned();
            view! { <span class=class>{text}</span> }
        })
        .collect::<Vec<_>>()
        .into_any()
}
