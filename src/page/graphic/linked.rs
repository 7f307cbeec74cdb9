//! 连弧: figures side by side, joined by one more arc each time.

use crate::layout::arcs::bows;
use crate::page::figure::KeyFigure;
use crate::report::{Figure, Report};
use leptos::prelude::*;

/// The figures with the arcs that join each to what follows.
#[component]
pub fn Linked<'a>(
    /// Where the figures' texts are found.
    report: &'a Report,
    /// The figures, in reading order.
    figures: Vec<&'a Figure>,
) -> impl IntoView {
    let items = (1..).zip(figures).map(|(count, figure)| {
        view! {
            <li class="tj-linked__item">
                <KeyFigure report figure/>
                <Bows count/>
            </li>
        }
    });
    view! { <ul class="tj-linked__row">{items.collect_view()}</ul> }
}

/// Arcs side by side.
#[component]
pub fn Bows(
    /// How many.
    count: usize,
) -> impl IntoView {
    view! {
        <svg class="tj-linked__bows" viewBox="-2 -1 52 98" focusable="false" aria-hidden="true">
            <path d=bows(count).d() pathLength="1"></path>
        </svg>
    }
}
