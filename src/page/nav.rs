//! The way through the report: a link to every chapter and part.

use super::display::broken;
use crate::layout::path::number;
use crate::layout::rail::Reach;
use crate::report::Report;
use crate::report::stops::Stop;
use leptos::either::Either;
use leptos::prelude::*;

#[cfg(target_os = "unknown")]
pub mod current;

/// The rail of wide screens: a river with a node for each stop.
#[component]
pub fn Rail<'a>(
    /// Whose stops are shown.
    report: &'a Report,
) -> impl IntoView {
    let title = report.opening().map(|part| {
        view! { <p class="tj-rail__title" aria-hidden="true">{part.heading.text()}</p> }
    });
    let stops = report.stops().into_iter().enumerate();
    let stops = stops.map(|(index, stop)| {
        // Where the chapters end, the river runs a little longer.
        let class = match stop.apart {
            true => "tj-rail__stop tj-rail__stop--apart",
            false => "tj-rail__stop",
        };
        view! {
            <li class=class>
                <RailBend index/>
                <StopLink report stop class="tj-rail__link"/>
            </li>
        }
    });
    view! {
        <nav class="tj-rail" role="navigation" aria-label="章节">
            {title}
            <ol class="tj-rail__list">{stops.collect_view()}</ol>
        </nav>
    }
}

/// 目录, in the bar that stays at the top: where the reader is; it opens onto the links.
#[component]
pub fn Bar<'a>(
    /// Whose stops are shown.
    report: &'a Report,
) -> impl IntoView {
    const ARC: &str = "M4 28a21 21 0 0 1 42 0";
    let stops = report.stops();
    let count = stops.len();
    let stops = stops.into_iter();
    let links = stops
        .map(|stop| view! { <li><StopLink report stop class="tj-bar__link"/></li> })
        .collect_view();
    view! {
        <nav class="tj-bar" aria-label="目录">
            <details class="tj-bar__menu">
                <summary class="tj-bar__summary">
                    <svg class="tj-bar__arc" display="none" viewBox="0 0 50 30" focusable="false" aria-hidden="true">
                        <path
                            class="tj-bar__way"
                            d=ARC
                            pathLength=count.to_string()
                            stroke-dasharray=".9 .1"
                        ></path>
                        <path
                            class="tj-bar__passed"
                            d=ARC
                            pathLength=count.to_string()
                            stroke-dasharray=format!("0 {count}")
                        ></path>
                    </svg>
                    <span class="tj-bar__name">"目录"</span>
                </summary>
                <ol class="tj-bar__list">{links}</ol>
            </details>
            <div class="tj-bar__progress" aria-hidden="true"></div>
        </nav>
    }
}

/// A link to a stop.
#[component]
fn StopLink<'a>(report: &'a Report, stop: Stop<'a>, class: &'static str) -> impl IntoView {
    let number = stop.number.map(|number| {
        view! { <span class="tj-nav__number">{format!("{number} ")}</span> }
    });
    let pieces = broken(&stop.name, 0, &report.breaks_of(&stop.name)).into_iter();
    let pieces = pieces.map(|piece| match piece {
        Some(words) => Either::Right(words.to_owned()),
        None => Either::Left(view! { <wbr aria-hidden="true"/> }),
    });
    let name = pieces.collect_view();
    view! { <a class=class href=format!("#{}", stop.id.0)>{number} <span>{name}</span></a> }
}

/// The river from the stop before to this one, and its node.
#[component]
pub fn RailBend(
    /// Which stop this is, from 0.
    index: usize,
) -> impl IntoView {
    let reach = Reach::to(index);
    view! {
        <svg class="tj-rail__river" display="none" viewBox="0 0 18 46" focusable="false" aria-hidden="true">
            <path d=reach.way></path>
            <circle cx=number(reach.node.x) cy=number(reach.node.y) r="4"></circle>
        </svg>
    }
}
