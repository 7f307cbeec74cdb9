//! What is hoped for: outcomes side by side, all of one rank, each with the chapter
//! whose words it takes up.

use super::display::{words, words_row};
use super::wording::TextPart;
use crate::report::{Chapter, Part, Point, Report};
use leptos::prelude::*;

/// The outcomes of a part, at least one.
#[component]
pub fn Outcomes<'a>(
    /// Where the outcomes' figures and the chapters are found.
    report: &'a Report,
    /// The part.
    part: &'a Part,
) -> impl IntoView {
    let items = part.stairs.iter().enumerate();
    let items = items
        .map(|(index, step)| view! { <Outcome report part index step/> })
        .collect_view();
    view! { <ul class="tj-outcomes">{items}</ul> }
}

/// The outcome in three lines: what leads to it, the emphasised words, the
/// rest. The comma between the last two is where a line ends.
#[component]
fn Outcome<'a>(
    report: &'a Report,
    part: &'a Part,
    /// The outcome's place, from 0.
    index: usize,
    step: &'a Point,
) -> impl IntoView {
    let taken: Vec<_> = report.taken_up(part, index).collect();
    let shared: Vec<String> = taken
        .iter()
        .flat_map(|(.., words)| words.to_vec())
        .collect();
    let outcome = step.outcome();
    let figures = &step.figures;
    let emphasis = outcome.emphasis.map(|emphasis| {
        view! {
            <span class="tj-outcomes__lead">
                <TextPart report text=emphasis.lead figures shared=shared.clone()/>
            </span>
            <strong class="tj-outcomes__strong">
                {words(report, emphasis.strong)}
            </strong>
            <span class="tj-outcomes__comma">{emphasis.comma}</span>
        }
    });
    let rest = view! { <TextPart report text=outcome.rest figures shared/> };
    let links: Vec<_> = taken
        .iter()
        .map(|(number, chapter, _)| {
            let number = format!("接第 {number} 章 ");
            view! {
                <a class="tj-outcomes__back" href=format!("#{}", chapter.id.0)>
                    <span>{number} {words(report, &chapter.nav)}</span>
                </a>
            }
        })
        .collect();
    view! {
        <li class="tj-outcomes__item" id=part.step_id(index)>
            <p>{emphasis} <span class="tj-outcomes__rest">{rest}</span></p>
            {links}
        </li>
    }
}

/// Below a chapter: the outcomes that take it up.
#[component]
pub fn Onward<'a>(
    /// Where the outcomes are found.
    report: &'a Report,
    /// The chapter.
    chapter: &'a Chapter,
) -> impl IntoView {
    let links = report.onward(chapter).map(|onward| {
        let outcome = onward.step.outcome();
        let words = match outcome.emphasis {
            Some(emphasis) => vec![emphasis.lead, emphasis.strong],
            None => vec![outcome.rest],
        };
        let name = onward.part.nav.clone();
        let name = name.unwrap_or_else(|| onward.part.heading.text());
        let href = ["#", &onward.part.step_id(onward.index)].concat();
        view! {
            <p class="tj-onward">
                <span class="tj-onward__name">{name}</span>
                <a href=href>
                    <span>
                        {words_row(report, words)}
                    </span>
                </a>
            </p>
        }
    });
    links.collect_view()
}
