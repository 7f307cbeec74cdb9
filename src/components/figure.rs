//! A figure of the report, large and with its label or small in a text.

use crate::components::element::{Element, el};
use crate::report::number::{Piece, read};
use crate::report::{Figure, Report};

/// A key figure: the phrase large, the label beside it. Its accessible text
/// stands in one piece; what is seen is hidden from assistive technology, so
/// that it may roll.
pub fn key_figure(report: &Report, figure: &Figure) -> Element {
    link(report, figure)
        .class("tj-figure")
        .child(spoken(figure))
        .child(number(figure))
        .child(
            el("span")
                .class("tj-figure__label")
                .hidden()
                .child(figure.label.as_str()),
        )
}

/// A figure as a link to where it stands in the text.
pub fn link(report: &Report, figure: &Figure) -> Element {
    let origin = report.origin(&figure.id).unwrap_or("main");
    el("a")
        .attr("data-figure", figure.id.0.clone())
        .attr("href", ["#", origin].concat())
        .attr("title", "看原文")
}

/// What a reader hears: the label and the source's own phrase.
pub fn spoken(figure: &Figure) -> Element {
    el("span")
        .class("tj-spoken")
        .child([figure.label.as_str(), figure.phrase.as_str()].join(" "))
}

/// The phrase, set large; hidden from assistive technology.
pub fn number(figure: &Figure) -> Element {
    el("span")
        .class("tj-figure__number")
        .hidden()
        .children(pieces(figure))
}

/// The phrase in the pieces it is set in; joined they are the phrase.
pub fn pieces(figure: &Figure) -> Vec<Element> {
    let Some(reading) = read(&figure.phrase) else {
        return vec![el("span").child(figure.phrase.as_str())];
    };
    reading
        .pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Digits(text) => el("span").class("tj-digits").child(text),
            Piece::Scale(text) => el("span").class("tj-scale").child(text),
            Piece::Word(text) => el("span").class("tj-unit").child(text),
        })
        .collect()
}
