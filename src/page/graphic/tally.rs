//! 算筹: a row of ticks for each figure.

use crate::layout::path;
use crate::layout::ticks::{self, Tally};
use crate::page::figure::{Number, Spoken, text_of};
use crate::report::{Figure, Report};
use leptos::prelude::*;

/// The longest label that fits beside the ticks without taking room from them,
/// in characters.
const SHORT: usize = 3;

/// The rows, all on one scale, in the given order.
#[component]
pub fn TallyRows<'a>(
    /// Where the figures' texts are found.
    report: &'a Report,
    /// What is counted.
    figures: Vec<&'a Figure>,
) -> impl IntoView {
    let long = |figure: &&Figure| figure.label.chars().count() > SHORT;
    let class = match figures.iter().any(long) {
        true => "tj-tally__rows tj-tally__rows--long",
        false => "tj-tally__rows",
    };
    let counts: Vec<f64> = figures
        .iter()
        .map(|figure| figure.value().unwrap_or_default())
        .collect();
    let width = ticks::width(&counts);
    let rows = figures.into_iter();
    let rows = rows.map(|figure| view! { <TallyRow report figure width/> });
    view! { <ul class=class>{rows.collect_view()}</ul> }
}

/// A row of ticks between its name and its phrase.
#[component]
fn TallyRow<'a>(
    report: &'a Report,
    figure: &'a Figure,
    /// The width of the longest row, in u.
    width: f64,
) -> impl IntoView {
    view! {
        <li class="tj-tally__item">
            <a
                class="tj-tally__row"
                data-figure=figure.id.0.as_str()
                href=text_of(report, figure)
                title="看原文"
            >
                <Spoken figure/>
                <span class="tj-tally__name" aria-hidden="true">{figure.label.as_str()}</span>
                <span class="tj-tally__ticks" aria-hidden="true"><Ticks figure width/></span>
                <Number figure/>
            </a>
        </li>
    }
}

/// One tick a time, as high as the row is.
#[component]
pub fn Ticks<'a>(
    /// What is counted.
    figure: &'a Figure,
    /// The width of the longest row, in u.
    width: f64,
) -> impl IntoView {
    let row = Tally::place(figure.value().unwrap_or_default());
    view! {
        <svg
            viewBox=format!("0 0 {} 26", path::number(width))
            preserveAspectRatio="none"
            focusable="false"
        >
            <path class="tj-tally__tick" d=row.ticks.d()></path>
            <path class="tj-tally__tenth" d=row.tenths.d()></path>
        </svg>
    }
}

/// What a tick stands for: one of each unit, those after the first in brackets.
pub fn note(figures: &[&Figure]) -> String {
    let mut units: Vec<&str> = Vec::new();
    for figure in figures {
        if !units.contains(&figure.unit()) {
            units.push(figure.unit());
        }
    }
    let units = match units.split_first() {
        Some((first, [])) => (*first).to_owned(),
        Some((first, others)) => format!("{first}（{}）", others.join("、")),
        None => String::new(),
    };
    format!("一竖一{units}，每十竖一组")
}
