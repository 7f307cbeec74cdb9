//! 占比: a part of a whole.

use crate::layout::proportion::share_bar;
use crate::page::figure::KeyFigure;
use crate::report::{Figure, Report};
use leptos::prelude::*;

/// The first figure as a part of the second, over both; nothing where one is
/// missing.
#[component]
pub fn Share<'a>(
    /// Where the figures' texts are found.
    report: &'a Report,
    /// The part and the whole.
    figures: Vec<&'a Figure>,
) -> impl IntoView {
    let mut figures = figures.into_iter();
    let both = figures.next().zip(figures.next());
    both.map(|(part, whole)| {
        view! {
            <div>
                <ShareBar part whole/>
                <div class="tj-share__ends">
                    <KeyFigure report figure=part/>
                    <KeyFigure report figure=whole/>
                </div>
            </div>
        }
    })
}

/// The whole as a bar, and the part as a part of its length.
#[component]
pub fn ShareBar<'a>(
    /// The part.
    part: &'a Figure,
    /// The whole.
    whole: &'a Figure,
) -> impl IntoView {
    view! {
        <svg
            class="tj-share__bar"
            viewBox="0 0 1000 14"
            focusable="false"
            aria-hidden="true"
            preserveAspectRatio="none"
        >
            <rect class="tj-share__whole" y="4" width="1000" height="6"></rect>
            <rect
                class="tj-share__part"
                y="0"
                width=share_bar(part.value().unwrap_or_default(), whole.value().unwrap_or_default())
                height="14"
            ></rect>
        </svg>
    }
}
