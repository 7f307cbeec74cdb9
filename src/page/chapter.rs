//! A chapter: its summary with arc, heading and key figures; its text,
//! graphics and sections.

use super::again::Again;
use super::figure::KeyFigure;
use super::graphic::GraphicFigure;
use super::link::CopyLink;
use super::outlook::Onward;
use super::wording::{Phrases, Text};
use crate::report::{Chapter, Report};
use leptos::prelude::*;

pub mod glyph;
pub mod section;

use glyph::Glyph;
use section::SectionDetails;

/// A chapter as `<details>`, open from the start.
#[component]
pub fn ChapterDetails<'a>(
    /// Where the chapter's figures are found.
    report: &'a Report,
    /// The chapter.
    chapter: &'a Chapter,
    /// The chapter's number, from 1.
    number: usize,
) -> impl IntoView {
    let strip = (!chapter.strip.is_empty()).then(|| view! { <Strip report chapter/> });
    let lead = chapter.text.as_ref().map(|point| {
        view! {
            <p class="tj-chapter__text">
                <Text report point/>
                <Again report point/>
            </p>
        }
    });
    let graphics = chapter.graphics.iter();
    let graphics = graphics
        .map(|graphic| view! { <GraphicFigure report graphic/> })
        .collect_view();
    let sections = chapter.sections.iter().enumerate();
    let sections = sections
        .map(|(index, section)| view! { <SectionDetails report section open=index == 0/> })
        .collect_view();
    let shared = report
        .onward(chapter)
        .flat_map(|onward| onward.words.to_vec());
    let shared: Vec<String> = shared.collect();
    view! {
        <details
            class="tj-chapter"
            id=chapter.id.0.as_str()
            open=true
            data-far=""
        >
            <summary class="tj-chapter__summary">
                <Glyph number of=report.chapters().count()/>
                <span class="tj-chapter__toggle" aria-hidden="true"></span>
                // Not in the heading: it would be all that a screen reader presents of that.
                <span class="tj-spoken">{format!("{number} ")}</span>
                <h3 class="tj-chapter__heading">
                    <Phrases report heading=&chapter.heading.0 shared/>
                </h3>
                <Preview report chapter/>
            </summary>
            <CopyLink id=&chapter.id/>
            <div class="tj-chapter__body">
                {strip}
                <div class="tj-chapter__content">{lead} {graphics} {sections}
                    <Onward report chapter/></div>
            </div>
        </details>
    }
}

/// What a closed chapter shows below its heading: its first two figures, and what its
/// sections are called.
#[component]
fn Preview<'a>(report: &'a Report, chapter: &'a Chapter) -> impl IntoView {
    let figures = chapter.strip.iter().filter_map(|id| report.figure(id));
    let figures = figures.take(2).map(|figure| {
        let label = format!(" {} ", figure.label.replace('|', ""));
        view! { <b>{figure.phrase.as_str()}</b> {label} }
    });
    let sections = chapter.sections.iter();
    let sections: Vec<_> = sections.map(|section| section.heading.text()).collect();
    view! {
        <span class="tj-preview tj-preview--figures" aria-hidden="true" hidden="">{figures.collect_view()}</span>
        <span class="tj-preview tj-preview--sections" aria-hidden="true" hidden="">{sections.join("\u{a0}· ")}</span>
    }
}

/// The key figures below a chapter's heading.
#[component]
fn Strip<'a>(report: &'a Report, chapter: &'a Chapter) -> impl IntoView {
    let figures = chapter.strip.iter().filter_map(|id| report.figure(id));
    let figures = figures
        .map(|figure| view! { <li><KeyFigure report figure/></li> })
        .collect_view();
    view! { <ul class="tj-chapter__strip">{figures}</ul> }
}

/// Marks what lies below the first screens, and may wait to be laid out.
pub const FAR: &str = "data-far";
