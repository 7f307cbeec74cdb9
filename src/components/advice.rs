//! What is advised: short sentences side by side.

use crate::components::words::heading;
use crate::report::{Advice, Report};
use leptos::prelude::*;

/// The sentences under one heading.
pub fn advice(report: &Report, advice: &Advice) -> AnyView {
    let items: Vec<_> = advice
        .items
        .iter()
        .map(|item| view! { <li class="tj-columns__item">{heading(report, item)}</li> })
        .collect();
    let id = advice.id.0.clone();
    view! {
        <section class="tj-block" id=id>
            <h3 class="tj-block__heading">{heading(report, &advice.heading)}</h3>
            <ul class="tj-columns tj-columns--advice">{items}</ul>
        </section>
    }
    .into_any()
}
