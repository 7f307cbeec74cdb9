//! What was done: groups of points side by side.

use crate::components::section::points;
use crate::components::words::heading;
use crate::report::{Measures, Report};
use leptos::prelude::*;

/// The groups under one heading.
pub fn measures(report: &Report, measures: &Measures) -> AnyView {
    let groups: Vec<_> = measures
        .groups
        .iter()
        .map(|group| {
            let id = group.id.0.clone();
            view! {
                <section class="tj-columns__item" id=id>
                    <h4 class="tj-columns__heading">{heading(report, &group.heading)}</h4>
                    {points(report, &group.points)}
                </section>
            }
        })
        .collect();
    let id = measures.id.0.clone();
    view! {
        <section class="tj-block" id=id>
            <h3 class="tj-block__heading">{heading(report, &measures.heading)}</h3>
            <div class="tj-columns">{groups}</div>
        </section>
    }
    .into_any()
}
