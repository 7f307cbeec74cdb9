//! The flow's numbers as a table.

use crate::page::display::{broken, shown, words_row};
use crate::report::Report;
use crate::report::flow::counted::Counted;
use crate::report::flow::item::{Item, ItemKind};
use leptos::prelude::*;

/// A name without breaks that has more letters than this breaks anywhere.
const LONG: usize = 8;

/// A row for each stage, each exit and each part, with counts and shares.
#[component]
pub fn FlowTable<'a>(
    /// Where it is found where lines may break.
    report: &'a Report,
    /// The flow.
    counted: Counted<'a>,
) -> impl IntoView {
    let mut group = None;
    let rows = counted.items().into_iter().map(|item| {
        let begins = item.group.filter(|_| group != item.group);
        group = item.group;
        let heading = begins.map(|by| view! { <Heading by/> });
        view! { {heading} <Row report item/> }
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
fn Row<'a>(report: &'a Report, item: Item<'a>) -> impl IntoView {
    let class = match (item.kind, item.depth) {
        (ItemKind::Stage(..) | ItemKind::Beside(_), _) => "tj-table__stage",
        (ItemKind::Exit(..), _) => "tj-table__exit",
        (ItemKind::Rest(_), _) => "tj-table__part tj-table__part--rest",
        (ItemKind::Part(_), 0 | 1) => "tj-table__part",
        (ItemKind::Part(_), _) => "tj-table__part tj-table__part--nested",
    };
    let nested = matches!(item.kind, ItemKind::Part(_)) && item.depth > 1;
    let fate = item.fate().filter(|fate| fate.concat() != item.label);
    let fate = fate.filter(|_| matches!(item.kind, ItemKind::Exit(..)));
    let fate = fate.map(|[how, whither]| {
        let whither = broken(whither, 0, &report.breaks_of(whither));
        let before = [None, Some("（"), Some(how), None].into_iter();
        shown(before.chain(whither).chain([Some("）")]).collect())
    });
    let prefix = if nested { "其中 " } else { "" };
    let label = words_row(report, vec![prefix, item.label]);
    let count = item.count.map(|count| {
        let derived = count.is_derived().then(|| {
            view! { <span class="tj-table__derived">"推算"</span> }
        });
        let other = item.unit;
        view! { {count.value.to_string()} <span class="tj-table__unit">{other.to_owned()}</span> {derived} }
    });
    let before = item
        .figure()
        .and_then(|id| report.before(report.figure(id)?));
    let before = before.map(|before| view! { <span class="tj-table__before">{before}</span> });
    let rates: Vec<_> = item
        .rates
        .iter()
        .map(|rate| {
            let name = if rate.of.is_empty() {
                String::new()
            } else {
                [&rate.name(), " "].concat()
            };
            let class = match name.chars().count() > LONG {
                true => "tj-table__rate tj-table__rate--long",
                false => "tj-table__rate",
            };
            view! { <span class=class>{name} {rate.shown().to_owned()}</span> }
        })
        .collect();
    let long = report.breaks_of(item.label).is_empty() && item.label.chars().count() > LONG;
    let wide = long.then_some("tj-table__item--long");
    view! { <tr class=class><th scope="row" class=wide>{label} {fate}</th><td>{count} {before}</td><td>{rates}</td></tr> }
}
