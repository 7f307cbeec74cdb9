//! The small graphics of a chapter, by the kind that the data asks for.
//!
//! A kind is a file: its `lines`, what each says and what is drawn of it, and its
//! `note`, how that is read. [`lines`] and [`note`] here choose by the kind.

use crate::layout::panel::Arrangement;
use crate::page::display::words;
use crate::page::figure::{Number, Spoken, text_of};
use crate::page::numbers::Numbers;
use crate::report::export::Spreadsheet;
use crate::report::{Figure, Graphic, GraphicKind, Report};
use leptos::either::{Either, EitherOf4};
use leptos::prelude::*;

pub mod change;
pub mod graphic_line;
pub mod length;
pub mod pair;
pub mod parts;
pub mod percentage;
pub mod ratio;
pub mod tally;
pub mod unit_chart;

use super::link::CopyLink;
use change::ChangeColumn;
use graphic_line::{Drawing, GraphicLine};
use length::LengthBar;
use tally::Ticks;
use unit_chart::UnitMarks;

/// The graphic, as a figure with its title and how to read it.
#[component]
pub fn GraphicFigure<'a>(
    /// Where the graphic's figures are found.
    report: &'a Report,
    /// The graphic.
    graphic: &'a Graphic,
) -> impl IntoView {
    let figures = graphic.drawn(report);
    let note = note(graphic.kind, &figures);
    let class = ["tj-graphic ", class(graphic.kind)].concat();
    let rows = match graphic.kind {
        GraphicKind::Tally if tally::is_long(&figures) => "tj-graphic__rows tj-tally__rows--long",
        _ => "tj-graphic__rows",
    };
    let lines = lines(graphic.kind, &figures).into_iter();
    let lines: Vec<_> = lines
        .map(|line| view! { <GraphicRow report line/> })
        .collect();
    view! {
        <figure class=class id=graphic.id.0.as_str()>
            <figcaption class="tj-graphic__caption">
                <span class="tj-graphic__title">
                    {words(report, &graphic.title)}
                </span>
                <span class="tj-graphic__note">{note}</span>
            </figcaption>
            <CopyLink id=&graphic.id/>
            <ul class=rows>{lines}</ul>
            <Numbers sheet=Spreadsheet::of_figures(&graphic.title, &figures)/>
        </figure>
    }
}

/// A line of the graphic; that of a figure leads to its text.
#[component]
fn GraphicRow<'a>(report: &'a Report, line: GraphicLine<'a>) -> impl IntoView {
    let drawing = line.drawing.map(|drawing| {
        view! {
            <span class="tj-graphic__drawing" aria-hidden="true">
                <LineDrawing drawing/>
            </span>
        }
    });
    let row = match line.figure {
        Some(figure) => Either::Left(view! {
            <a
                class="tj-graphic__row"
                data-figure=figure.id.0.as_str()
                href=text_of(report, figure)
            >
                <Spoken report figure/>
                <span class="tj-graphic__name" aria-hidden="true" hidden="">
                    {words(report, &figure.label)}
                </span>
                {drawing}
                <Number figure/>
            </a>
        }),
        None => Either::Right(view! {
            <span class="tj-graphic__row">
                <span class="tj-graphic__name">{line.name}</span>
                {drawing}
                <span class="tj-graphic__derived">{line.phrase}</span>
            </span>
        }),
    };
    view! { <li class="tj-graphic__item">{row}</li> }
}

/// The drawing of a line.
#[component]
pub fn LineDrawing(
    /// What is drawn.
    drawing: Drawing,
) -> impl IntoView {
    match drawing {
        Drawing::Ticks(tally, width) => EitherOf4::A(view! { <Ticks tally width/> }),
        Drawing::Length(bar, role) => EitherOf4::B(view! { <LengthBar bar role/> }),
        Drawing::Change(bar, scale) => EitherOf4::C(view! { <ChangeColumn bar scale/> }),
        Drawing::Units(row) => EitherOf4::D(view! { <UnitMarks row/> }),
    }
}

/// The block of a kind's style.
fn class(kind: GraphicKind) -> &'static str {
    match kind {
        GraphicKind::Tally => "tj-tally",
        GraphicKind::Share => "tj-share",
        GraphicKind::Pair => "tj-pair",
        GraphicKind::Change => "tj-change",
        GraphicKind::Parts => "tj-parts",
        GraphicKind::Percent => "tj-percent",
        GraphicKind::Units => "tj-units",
    }
}

/// What a graphic of that kind shows of these figures, in order.
pub fn lines<'a>(kind: GraphicKind, figures: &[&'a Figure]) -> Vec<GraphicLine<'a>> {
    match kind {
        GraphicKind::Tally => tally::lines(figures),
        GraphicKind::Share => ratio::lines(figures),
        GraphicKind::Pair => pair::lines(figures),
        GraphicKind::Change => change::lines(figures),
        GraphicKind::Parts => parts::lines(figures),
        GraphicKind::Percent => percentage::lines(figures),
        GraphicKind::Units => unit_chart::lines(figures),
    }
}

/// How its lines stand to each other.
pub fn arrangement(kind: GraphicKind) -> Arrangement {
    match kind {
        GraphicKind::Change => Arrangement::Columns,
        _ => Arrangement::Rows,
    }
}

/// How the drawing is read.
pub fn note(kind: GraphicKind, figures: &[&Figure]) -> String {
    let note = match kind {
        GraphicKind::Tally => tally::note(figures),
        GraphicKind::Share => ratio::note(figures),
        GraphicKind::Pair => pair::note(),
        GraphicKind::Change => change::note(figures),
        GraphicKind::Parts => parts::note(figures),
        GraphicKind::Percent => percentage::note(),
        GraphicKind::Units => unit_chart::note(figures),
    };
    [note, graphic_line::fading(figures)].concat()
}
