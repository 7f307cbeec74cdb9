//! A fact that stands twice: a word below its text, and the way to the other place.

use super::display::words_row;
use crate::report::{Point, Report};
use leptos::prelude::*;

/// Where else the text's figures stand; nothing where they stand only here.
#[component]
pub fn Again<'a>(
    /// Where the figures are found.
    report: &'a Report,
    /// The text.
    point: &'a Point,
) -> impl IntoView {
    let repeats = report.repeats(point).into_iter();
    let repeats: Vec<_> = repeats
        .map(|repeat| {
            view! {
                <a
                    class="tj-again"
                    href=format!("#{}", repeat.at.0)
                    data-words=repeat.figure.phrase.as_str()
                >
                    {format!("{}：同一事实，又见“", repeat.figure.phrase)}
                    {words_row(report, repeat.heading.phrases().collect())}
                    "”"
                </a>
            }
        })
        .collect();
    repeats
}
