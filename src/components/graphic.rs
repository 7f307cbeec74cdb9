//! The small graphics of a chapter, by the kind that the data asks for.

use crate::components::figure::{key_figure, pieces, spoken};
use crate::layout::arcs::bows;
use crate::layout::share::share;
use crate::layout::tally::{self, Tally};
use crate::report::{Figure, Graphic, GraphicKind, Report};
use leptos::prelude::*;

/// The graphic, as a figure with its title and how to read it.
pub fn graphic(report: &Report, graphic: &Graphic) -> AnyView {
    let figures: Vec<&Figure> = graphic
        .figures
        .iter()
        .filter_map(|id| report.figure(id))
        .collect();
    let (class, note, drawing) = match graphic.kind {
        GraphicKind::Tally => (
            "tj-graphic tj-tally",
            "一竖一次（项），每十竖一组",
            rows(&figures),
        ),
        GraphicKind::Linked => (
            "tj-graphic tj-linked",
            "弧线只作连接，不表示数量",
            linked(&figures),
        ),
        GraphicKind::Share => (
            "tj-graphic tj-share",
            "细条全长为后一数，朱色段为前一数",
            bar(&figures),
        ),
    };
    let title = graphic.title.clone();
    view! {
        <figure class=class>
            <figcaption class="tj-graphic__caption">
                <span class="tj-graphic__title">{title}</span>
                <span class="tj-graphic__note">{note}</span>
            </figcaption>
            {drawing}
        </figure>
    }
    .into_any()
}

/// 算筹: a row of ticks for each figure, all on one scale, in the given order.
fn rows(figures: &[&Figure]) -> AnyView {
    let counts: Vec<f64> = figures.iter().map(|figure| figure.value).collect();
    let width = tally::width(&counts);
    let view_box = ["0 0 ", &crate::layout::path::number(width), " 26"].concat();
    let rows: Vec<_> = figures
        .iter()
        .map(|figure| {
            let row = Tally::place(figure.value);
            let (id, label, spoken) = (figure.id.0.clone(), figure.label.clone(), spoken(figure));
            view! {
                <li class="tj-tally__row" data-figure=id>
                    <span class="tj-spoken">{spoken}</span>
                    <span class="tj-tally__name" aria-hidden="true">{label}</span>
                    <svg class="tj-tally__ticks" viewBox=view_box.clone() preserveAspectRatio="none" aria-hidden="true" focusable="false">
                        <path class="tj-tally__tick" d=row.ticks.d()/>
                        <path class="tj-tally__tenth" d=row.tenths.d()/>
                    </svg>
                    <span class="tj-figure__number" aria-hidden="true">{pieces(figure)}</span>
                </li>
            }
        })
        .collect();
    view! { <ul class="tj-tally__rows">{rows}</ul> }.into_any()
}

/// Figures side by side, joined by one more arc each time.
fn linked(figures: &[&Figure]) -> AnyView {
    let items: Vec<_> = figures
        .iter()
        .enumerate()
        .map(|(index, figure)| {
            let d = bows(index + 1).d();
            view! {
                <li class="tj-linked__item">
                    {key_figure(figure)}
                    <svg class="tj-linked__bows" viewBox="-2 -1 52 98" aria-hidden="true" focusable="false">
                        <path d=d pathLength="1"/>
                    </svg>
                </li>
            }
        })
        .collect();
    view! { <ul class="tj-linked__row">{items}</ul> }.into_any()
}

/// A part of a whole: the first figure of the second.
fn bar(figures: &[&Figure]) -> AnyView {
    let (Some(part), Some(whole)) = (figures.first(), figures.get(1)) else {
        return ().into_any();
    };
    let width = crate::layout::path::number(share(part.value, whole.value) * 1000.0);
    view! {
        <svg class="tj-share__bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="tj-share__whole" x="0" y="4" width="1000" height="6"/>
            <rect class="tj-share__part" x="0" y="0" width=width height="14"/>
        </svg>
        <div class="tj-share__ends">{key_figure(part)}{key_figure(whole)}</div>
    }
    .into_any()
}
