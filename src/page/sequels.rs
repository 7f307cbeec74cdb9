//! 说了之后: what was done beside what came of it, both in the source's words.

use super::link::CopyLink;
use super::wording::{Phrases, Quoted};
use crate::report::rate::percent;
use crate::report::{self, Report};
use leptos::prelude::*;

/// The pairs as a graphic with its own link.
#[component]
pub fn SequelFigure<'a>(
    /// Where the words stand.
    report: &'a Report,
    /// What was done and what came of it.
    sequels: &'a report::Sequels,
) -> impl IntoView {
    let items = sequels.items.iter();
    let items = items
        .map(|sequel| view! { <SequelItem report sequel/> })
        .collect_view();
    view! {
        <figure class="tj-graphic tj-sequels" data-far="" id=sequels.id.0.as_str()>
            <figcaption class="tj-graphic__caption">
                <h3 class="tj-sequels__heading">
                    <Phrases report heading=&sequels.heading.0/>
                </h3>
                <span class="tj-graphic__note">
                    "先是做了什么，后是有了什么，都出自原文同一段"
                </span>
            </figcaption>
            <CopyLink id=&sequels.id/>
            <ul class="tj-sequels__list">{items}</ul>
        </figure>
    }
}

/// One pair: the words that were done lead to where they stand.
#[component]
fn SequelItem<'a>(report: &'a Report, sequel: &'a report::Sequel) -> impl IntoView {
    let (done, came) = (sequel.done.as_str(), sequel.came.as_str());
    let point = report.quoted(&sequel.at, &[done, came]);
    let figures: &[report::Id] = point.map_or(&[], |point| &point.figures);
    let share = share(report, sequel).map(|share| {
        view! { <span class="tj-sequels__rate">{share}</span> }
    });
    view! {
        <li class="tj-sequels__item">
            <a
                class="tj-sequels__done"
                href=format!("#{}", sequel.at.0)
                data-words=done
            >
                <Quoted report text=done figures/>
            </a>
            <span class="tj-spoken">"，"</span>
            <span class="tj-sequels__came">
                <Quoted report text=came figures/>
                {share}
            </span>
        </li>
    }
}

/// What share came of what was done, computed.
fn share(report: &Report, sequel: &report::Sequel) -> Option<String> {
    let [part, whole] = sequel.share.as_slice() else {
        return None;
    };
    let (part, whole) = (
        report.figure(part)?.whole()?,
        report.figure(whole)?.whole()?,
    );
    Some(["占", &percent(part, whole), "（推算）"].concat())
}
