//! The flow's numbers as a table.

use crate::report::flow::counted::Counted;
use crate::report::flow::item::{Item, ItemKind};
use leptos::prelude::*;

/// A row for each stage, each exit and each part, with counts and shares.
#[component]
pub fn FlowTable<'a>(
    /// The flow.
    counted: Counted<'a>,
) -> impl IntoView {
    let mut group = None;
    let rows = counted.items().into_iter().map(|item| {
        let begins = item.group.filter(|_| group != item.group);
        group = item.group;
        let heading = begins.map(|by| view! { <Heading by/> });
        view! { {heading} <Row item/> }
    });
    view! {
        <table class="tj-table">
            <caption class="tj-spoken">"各环节、去向和构成的数目和比例"</caption>
            <thead>
                <tr>
                    <th scope="col">"环节"</th>
                    <th scope="col">{format!("{}数", counted.flow.unit)}</th>
                    <th scope="col">"比例"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// What the rows below are parts by.
#[component]
fn Heading<'a>(by: &'a str) -> impl IntoView {
    view! {
        <tr class="tj-table__group">
            <th scope="rowgroup" colspan="3">{["按", by].concat()}</th>
        </tr>
    }
}

#[component]
fn Row<'a>(item: Item<'a>) -> impl IntoView {
    let class = match (item.kind, item.depth) {
        (ItemKind::Stage(..) | ItemKind::Beside(_), _) => "tj-table__stage",
        (ItemKind::Exit(..), _) => "tj-table__exit",
        (ItemKind::Rest(_), _) => "tj-table__part tj-table__part--rest",
        (ItemKind::Part(_), 0 | 1) => "tj-table__part",
        (ItemKind::Part(_), _) => "tj-table__part tj-table__part--nested",
    };
    let fate = item.fate().filter(|fate| fate != item.label);
    let label = match (item.kind, fate) {
        (ItemKind::Exit(..), Some(fate)) => format!("{}（{fate}）", item.label),
        (ItemKind::Part(_), _) if item.depth > 1 => ["其中 ", item.label].concat(),
        _ => item.label.to_owned(),
    };
    let count = item.count.map(|count| {
        let derived = count.is_derived().then(|| {
            view! { <span class="tj-table__derived">"推算"</span> }
        });
        let other = item.unit;
        view! { {count.value.to_string()} <span class="tj-table__unit">{other.to_owned()}</span> {derived} }
    });
    let rates: Vec<_> = item
        .rates
        .iter()
        .map(|rate| {
            let name = if rate.of.is_empty() {
                String::new()
            } else {
                [&rate.name(), " "].concat()
            };
            view! { <span class="tj-table__rate">{name} {rate.shown().to_owned()}</span> }
        })
        .collect();
    view! { <tr class=class><th scope="row">{label}</th><td>{count}</td><td>{rates}</td></tr> }
}
