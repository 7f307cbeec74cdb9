//! The report's first flow in small, for the first screen: its finding, its numbers,
//! and the way to the whole.

use crate::layout::path::number;
use crate::layout::stepped::{COLUMN, Column, HEIGHT, Stepped};
use crate::page::display::words;
use crate::page::figure::Pieces;
use crate::report::flow::counted::{Counted, CountedStage};
use crate::report::{ExitKind, Report};
use leptos::either::Either;
use leptos::prelude::*;

/// The most stages that stand side by side on a phone.
const MOST: usize = 4;

/// The flow in small; nothing where the report has none.
#[component]
pub fn SmallFlow<'a>(
    /// Whose first flow is shown.
    report: &'a Report,
) -> impl IntoView {
    let (_, flow) = report.flows().next()?;
    let counted = flow.counted(report);
    let shown = shown(&counted);
    let columns: Vec<Column> = shown.iter().map(|(_, column)| *column).collect();
    let stages: Vec<_> = shown
        .iter()
        .map(|(stage, _)| {
            // What the source does not count has no number: there the way on stands.
            let count = match stage.count.figure {
                Some(figure) => Either::Left(view! {
                    <span class="tj-small__number">
                        <Pieces phrase=&figure.phrase/>
                    </span>
                }),
                None => Either::Right(view! { <span class="tj-small__more">"看全图"</span> }),
            };
            view! {
                " "
                <span class="tj-small__stage">
                    <span class="tj-small__label">
                        {words(report, &stage.stage.label)}
                    </span>
                    " "
                    {count}
                </span>
            }
        })
        .collect();
    Some(view! {
        <a class="tj-small" href="#funnel">
            <strong class="tj-small__finding">
                {words(report, &flow.title)}
            </strong>
            <Band columns/>
            <span class="tj-small__stages">{stages}</span>
        </a>
    })
}

/// The stages that there is room for, the first and the last, each with what did not
/// come along from the one shown before.
fn shown<'a, 'c>(counted: &'c Counted<'a>) -> Vec<(&'c CountedStage<'a>, Column)> {
    let stages = counted.stages.as_slice();
    let left_out = stages.len().saturating_sub(MOST);
    let mut shown = Vec::new();
    let (mut merged, mut left) = (0_u64, 0_u64);
    for (index, stage) in stages.iter().enumerate() {
        for exit in &stage.exits {
            let sum = match exit.kind {
                ExitKind::Merged => &mut merged,
                _ => &mut left,
            };
            *sum = sum.saturating_add(exit.count.value);
        }
        if index < MOST / 2 || index >= MOST / 2 + left_out {
            let count = stage.count.value;
            shown.push((
                stage,
                Column {
                    count,
                    merged,
                    left,
                },
            ));
            (merged, left) = (0, 0);
        }
    }
    shown
}

/// The band, stretched over the columns.
#[component]
pub fn Band(
    /// What arrives in each column.
    columns: Vec<Column>,
) -> impl IntoView {
    let drawn = Stepped::place(&columns);
    let merged = drawn.merged.iter();
    let merged: Vec<_> = merged
        .map(|strip| view! { <path class="tj-small__merged" d=strip.d()></path> })
        .collect();
    let left = drawn.left.iter();
    let left: Vec<_> = left
        .map(|tail| view! { <path class="tj-small__left" d=tail.d()></path> })
        .collect();
    view! {
        <svg
            class="tj-small__band"
            display="none"
            viewBox=format!("0 0 {} {}", number(drawn.width), number(HEIGHT))
            width=number(drawn.width)
            height=number(HEIGHT)
            preserveAspectRatio="none"
            focusable="false"
            aria-hidden="true"
        >
            <defs>
                <linearGradient id="river-small-body">
                    <stop class="tj-small__source" offset="0"></stop>
                    <stop class="tj-small__mouth" offset="1"></stop>
                </linearGradient>
                <linearGradient id="river-small-along">
                    <stop class="tj-small__strand" offset="0"></stop>
                    <stop class="tj-small__strand" offset="1" stop-opacity=".12"></stop>
                </linearGradient>
                <linearGradient id="river-small-away">
                    <stop class="tj-small__strand" offset=".2"></stop>
                    <stop class="tj-small__strand" offset="1" stop-opacity="0"></stop>
                </linearGradient>
            </defs>
            {merged}
            {left}
            <path fill="url(#river-small-body)" d=drawn.body.d()></path>
            <rect
                class="tj-small__end"
                x=number(drawn.width - COLUMN / 25.0)
                width=number(COLUMN / 25.0)
                height=number(drawn.end)
            ></rect>
        </svg>
    }
}
