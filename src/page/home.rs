//! The way back to the site that the report stands in.

use crate::report::Report;
use leptos::either::Either;
use leptos::prelude::*;

/// A line over the page, where the imprint names the site: its name, which leads
/// there, and the column.
#[component]
pub fn Home<'a>(
    /// Whose site is named.
    report: &'a Report,
) -> impl IntoView {
    let imprint = &report.imprint;
    let home = imprint.home.as_ref()?;
    let words = home.text.as_str();
    let site = match home.link.as_deref() {
        Some(link) => Either::Left(view! { <Outward link words/> }),
        None => Either::Right(words),
    };
    let column = imprint.column.as_ref().map(|column| {
        view! { <span class="tj-home__column">{column.name.as_str()}</span> }
    });
    Some(view! {
        <nav class="tj-home" aria-label="所在网站">
            {site} {column}
        </nav>
    })
}

/// A link that leads out of the report: into a window of its own, since in a frame
/// it would take the report's place.
#[component]
pub fn Outward<'a>(
    /// The address.
    link: &'a str,
    /// What is read.
    words: &'a str,
) -> impl IntoView {
    view! { <a class="tj-outward" href=link target="_blank" rel="noopener">{words}</a> }
}
