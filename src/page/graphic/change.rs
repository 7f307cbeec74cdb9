//! 增减: up and down from one line.

use super::graphic_line::{Drawing, GraphicLine, valued};
use crate::layout::bars::BarPiece;
use crate::layout::growth::{ACROSS, ChangeBar, ChangeScale, HEIGHT, WIDE};
use crate::layout::path::number;
use crate::report::Figure;
use leptos::prelude::*;

/// A bar for each figure, all from one line and on one scale.
pub fn lines<'a>(figures: &[&'a Figure]) -> Vec<GraphicLine<'a>> {
    let changes = valued(figures);
    let scale = ChangeScale::of(&changes);
    let lines = figures.iter().zip(changes);
    let lines = lines.map(|(figure, change)| {
        GraphicLine::of(figure, Drawing::Change(scale.place(change), scale))
    });
    lines.collect()
}

/// How the bars are read.
pub fn note(figures: &[&Figure]) -> String {
    let falls = valued(figures).iter().any(|(value, _)| *value < 0.0);
    match falls {
        true => "同一比例，横线以上为升，以下为降",
        false => "同一比例，都从横线起",
    }
    .to_owned()
}

/// A bar at the line.
#[component]
pub fn ChangeColumn(
    /// The bar.
    bar: ChangeBar,
    /// The scale of all of them.
    scale: ChangeScale,
) -> impl IntoView {
    let class = match bar.falls {
        true => "tj-change__fall",
        false => "tj-change__rise",
    };
    let pieces = bar.pieces.into_iter().map(|piece| {
        let BarPiece {
            from,
            length,
            solid,
        } = piece;
        let solid = (solid < 1.0).then(|| number(solid));
        view! {
            <rect
                class=class
                y=number(from)
                width=number(WIDE)
                height=number(length)
                fill-opacity=solid
            ></rect>
        }
    });
    let pieces: Vec<_> = pieces.collect();
    let line = ["M0 ", &number(scale.zero), "h", &number(ACROSS)].concat();
    view! {
        <svg
            display="none"
            viewBox=format!("0 0 {} {}", number(ACROSS), number(HEIGHT))
            preserveAspectRatio="none"
            focusable="false"
        >
            {pieces}
            <path class="tj-change__line" d=line></path>
        </svg>
    }
}
