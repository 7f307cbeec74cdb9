//! A chapter: its summary with arc, heading and key figures; its text,
//! graphics and sections.

use crate::components::arc::glyph;
use crate::components::figure::key_figure;
use crate::components::graphic::graphic;
use crate::components::section::section;
use crate::components::words::{heading, text};
use crate::report::{Chapter, Report};
use leptos::prelude::*;

/// A chapter as `<details>`, open from the start. `number` counts from 1;
/// `of` is how many arcs the whole report draws.
pub fn chapter(report: &Report, chapter: &Chapter, number: usize, of: usize) -> AnyView {
    let id = chapter.id.0.clone();
    let strip: Vec<_> = chapter
        .strip
        .iter()
        .filter_map(|id| report.figure(id))
        .map(|figure| view! { <li>{key_figure(figure)}</li> })
        .collect();
    let strip = (!strip.is_empty()).then(|| view! { <ul class="tj-chapter__strip">{strip}</ul> });
    let lead = chapter
        .text
        .as_ref()
        .map(|point| view! { <p class="tj-chapter__text">{text(report, point)}</p> });
    let graphics: Vec<_> = chapter
        .graphics
        .iter()
        .map(|asked| graphic(report, asked))
        .collect();
    let sections: Vec<_> = chapter
        .sections
        .iter()
        .enumerate()
        .map(|(index, inner)| section(report, inner, index == 0))
        .collect();
    view! {
        <details class="tj-chapter" id=id open>
            <summary class="tj-chapter__summary">
                {glyph(number, of)}
                <span class="tj-chapter__toggle" aria-hidden="true"></span>
                <h3 class="tj-chapter__heading">
                    <span class="tj-spoken">{number}" "</span>
                    {heading(report, &chapter.heading)}
                </h3>
            </summary>
            <div class="tj-chapter__body">
                {strip}
                <div class="tj-chapter__content">{lead}{graphics}{sections}</div>
            </div>
        </details>
    }
    .into_any()
}
