//! 同心圆: how far the work reaches. A row for each ring, at whose foot its phrase
//! stands; the rings have one centre, above the first row.
//!
//! Each row draws its own ring in units of a row's height, so that the rings stay round
//! and end at their rows whatever the words need.

use super::display::words_part;
use super::link::CopyLink;
use super::wording::Phrases;
use crate::layout::arcs::{quarter, ring_radius};
use crate::layout::path::number;
use crate::report::find::around;
use crate::report::{self, Report};
use leptos::prelude::*;

/// The rings as a graphic with its own link.
#[component]
pub fn ReachFigure<'a>(
    /// Where the unbreakable words are found.
    report: &'a Report,
    /// The rings.
    reach: &'a report::Extent,
) -> impl IntoView {
    let last = reach.rings.len().saturating_sub(1);
    let rows = reach.rings.iter().enumerate();
    let rows: Vec<_> = rows
        .map(|(index, ring)| view! { <RingRow report ring index outermost=index == last/> })
        .collect();
    view! {
        <figure class="tj-graphic tj-reach" data-far="" id=reach.id.0.as_str()>
            <figcaption class="tj-graphic__caption">
                <h3 class="tj-sequels__heading">
                    <Phrases report heading=&reach.heading.0/>
                </h3>
                <span class="tj-graphic__note">
                    "一圈一个范围，从近到远；圈不表示数量"
                </span>
            </figcaption>
            <CopyLink id=&reach.id/>
            <ol class="tj-reach__rings">{rows}</ol>
        </figure>
    }
}

/// A ring's row: its words lead to where they stand.
#[component]
fn RingRow<'a>(
    report: &'a Report,
    ring: &'a report::Ring,
    /// Its place, from 0, the innermost.
    index: usize,
    outermost: bool,
) -> impl IntoView {
    let text = ring.phrase.as_str();
    let (before, _) = around(text, &ring.name).unwrap_or_default();
    let (name, end) = (before.len(), before.len() + ring.name.len());
    let name = name..end;
    view! {
        <li class="tj-reach__row">
            <RingArc index outermost/>
            <a
                class="tj-reach__link"
                href=format!("#{}", ring.at.0)
                data-words=ring.phrase.as_str()
            >
                <span>
                    {words_part(report, text, 0..name.start)}
                    <strong class="tj-reach__name">
                        {words_part(report, text, name.clone())}
                    </strong>
                    {words_part(report, text, name.end..text.len())}
                </span>
            </a>
        </li>
    }
}

/// A quarter of a ring that ends at the middle of its row, in rows of 100.
#[component]
pub fn RingArc(
    /// The ring's place, from 0, the innermost.
    index: usize,
    /// Whether it is the last.
    outermost: bool,
) -> impl IntoView {
    let class = match outermost {
        true => "tj-reach__ring tj-reach__ring--last",
        false => "tj-reach__ring",
    };
    let radius = ring_radius(index);
    view! {
        <svg
            display="none"
            class=class
            viewBox="-1 0 1 100"
            preserveAspectRatio="xMaxYMid meet"
            width="1"
            height="100"
            focusable="false"
            aria-hidden="true"
        >
            <path d=quarter(radius).d() pathLength="1"></path>
            <circle cx="0" cy="50" r=number(4.0)></circle>
        </svg>
    }
}
