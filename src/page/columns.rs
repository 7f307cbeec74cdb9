//! What was done and what is advised: columns side by side.

use super::chapter::section::Points;
use super::link::CopyLink;
use super::wording::Phrases;
use crate::report::{Advice, Heading, Id, Measures, Report};
use leptos::prelude::*;

/// Groups of points under one heading.
#[component]
pub fn MeasureColumns<'a>(
    /// Where the points' figures are found.
    report: &'a Report,
    /// The measures.
    measures: &'a Measures,
) -> impl IntoView {
    let groups = measures.groups.iter().map(|group| {
        view! {
            <section class="tj-columns__item" id=group.id.0.as_str()>
                <h4 class="tj-columns__heading">
                    <Phrases report heading=&group.heading.0/>
                </h4>
                <CopyLink id=&group.id/>
                <Points report points=&group.points/>
            </section>
        }
    });
    let columns = view! { <div class="tj-columns">{groups.collect_view()}</div> };
    view! { <Block report id=&measures.id heading=&measures.heading columns/> }
}

/// Short sentences under one heading.
#[component]
pub fn AdviceColumns<'a>(
    /// Where the unbreakable words are found.
    report: &'a Report,
    /// The advice.
    advice: &'a Advice,
) -> impl IntoView {
    let items = advice.items.iter().map(|heading| {
        view! {
            <li class="tj-columns__item tj-columns__advice">
                <Phrases report heading=&heading.0/>
            </li>
        }
    });
    let columns = view! { <ul class="tj-columns">{items.collect_view()}</ul> };
    view! { <Block report id=&advice.id heading=&advice.heading columns/> }
}

/// A heading over its columns.
#[component]
fn Block<'a, C: IntoView>(
    report: &'a Report,
    id: &'a Id,
    heading: &'a Heading,
    columns: C,
) -> impl IntoView {
    view! {
        <section class="tj-block" id=id.0.as_str()>
            <h3 class="tj-block__heading">
                <Phrases report heading=&heading.0/>
            </h3>
            <CopyLink id/>
            {columns}
        </section>
    }
}
