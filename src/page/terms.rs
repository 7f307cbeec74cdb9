//! What words mean, in place and in a list at the end, and what was corrected. From the
//! data alone: nothing of it is there where the data says nothing.
//!
//! In place an explanation opens when its word has the focus, by touch or by keyboard,
//! which no script is needed for.

use crate::report::{Correction, Report, Term};
use leptos::prelude::*;

/// A word of a text with its explanation, which is shown while the word has the focus.
#[component]
pub fn Explained<'a>(
    /// The word, and what it means.
    term: &'a Term,
) -> impl IntoView {
    view! {
        <dfn class="tj-term" tabindex="0" aria-describedby=term.id.0.as_str()>
            {term.word.as_str()}
        </dfn>
        <span class="tj-term__note" aria-hidden="true">
            {term.text.as_str()} <span class="tj-term__source">{source(term)}</span>
        </span>
    }
}

/// All explanations, where there are some.
#[component]
pub fn Terms<'a>(
    /// Whose terms are explained.
    report: &'a Report,
) -> impl IntoView {
    let rows = report.terms.iter();
    let rows: Vec<_> = rows
        .map(|term| {
            view! {
                <li class="tj-terms__item">
                    <strong class="tj-terms__word">{term.word.as_str()}</strong>
                    <span id=term.id.0.as_str()>
                        {term.text.as_str()} <span class="tj-term__source">{source(term)}</span>
                    </span>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="tj-terms" id="terms">
                <h2 class="tj-terms__heading">"名词解释"</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}

fn source(term: &Term) -> String {
    ["（出处：", &term.source, "）"].concat()
}

/// All corrections, where there are some.
#[component]
pub fn Corrections<'a>(
    /// What was corrected.
    report: &'a Report,
) -> impl IntoView {
    let rows: Vec<_> = report.corrections.iter().map(dated).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="tj-terms" id="corrections">
                <h2 class="tj-terms__heading">"更正"</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}

/// The newest correction, for the top of the page, and the way to the others.
#[component]
pub fn Corrected<'a>(
    /// What was corrected.
    report: &'a Report,
) -> impl IntoView {
    let count = report.corrections.len();
    let newest = report.corrections.first();
    newest.map(|newest| {
        let others = (count > 1).then(|| {
            view! { <a href="#corrections">{format!("共 {count} 处更正")}</a> }
        });
        view! { <ul class="tj-corrected">{dated(newest)} {others.map(|link| view! { <li>{link}</li> })}</ul> }
    })
}

fn dated(correction: &Correction) -> impl IntoView + use<> {
    let words = ["更正：", &correction.text].concat();
    let date = correction.date.clone();
    view! {
        <li class="tj-terms__item">
            <time class="tj-terms__word" datetime=date.clone()>
                {date.clone()}
            </time>
            {words}
        </li>
    }
}
