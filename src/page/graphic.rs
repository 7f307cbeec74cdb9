//! The small graphics of a chapter, by the kind that the data asks for.

use crate::page::numbers::Numbers;
use crate::report::export::Spreadsheet;
use crate::report::{Figure, Graphic, GraphicKind, Report};
use leptos::either::EitherOf3;
use leptos::prelude::*;

pub mod linked;
pub mod ratio;
pub mod tally;

use linked::Linked;
use ratio::Share;
use tally::TallyRows;

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
    let numbers = (graphic.kind == GraphicKind::Tally).then(|| {
        view! { <Numbers sheet=Spreadsheet::of_figures(&graphic.title, &figures)/> }
    });
    let (class, drawing) = match graphic.kind {
        GraphicKind::Tally => (
            "tj-graphic tj-tally",
            EitherOf3::A(view! { <TallyRows report figures/> }),
        ),
        GraphicKind::Linked => (
            "tj-graphic tj-linked",
            EitherOf3::B(view! { <Linked report figures/> }),
        ),
        GraphicKind::Share => (
            "tj-graphic tj-share",
            EitherOf3::C(view! { <Share report figures/> }),
        ),
    };
    view! {
        <figure class=class id=graphic.id.0.as_str()>
            <figcaption class="tj-graphic__caption">
                <span class="tj-graphic__title">{graphic.title.as_str()}</span>
                <span class="tj-graphic__note">{note}</span>
            </figcaption>
            {drawing} {numbers}
        </figure>
    }
}

/// How the drawing is read.
pub fn note(kind: GraphicKind, figures: &[&Figure]) -> String {
    match (kind, figures) {
        (GraphicKind::Tally, _) => tally::note(figures),
        (GraphicKind::Share, [part, whole]) => format!(
            "细条全长为{}{}数，朱色段为{}{}数",
            whole.label,
            whole.unit(),
            part.label,
            part.unit()
        ),
        _ => "弧线只作连接，不表示数量".to_owned(),
    }
}
