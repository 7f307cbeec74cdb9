//! What a stage is made of, and what is counted apart from the stream: a bar for
//! each part, all of one split on one scale.

use crate::layout::proportion::share_bar;
use crate::page::display::words_row;
use crate::report::Report;
use crate::report::flow::item::{Item, ItemKind};
use crate::report::rate::printed_value;
use leptos::prelude::*;

/// The splits that the river does not show, and what has a base of its own.
#[component]
pub fn Splits<'a>(
    /// Where it is found where lines may break.
    report: &'a Report,
    /// Items in reading order.
    items: Vec<Item<'a>>,
) -> impl IntoView {
    let mut groups: Vec<Vec<Item<'a>>> = Vec::new();
    for item in items {
        match groups.last_mut().filter(|group| is_of(group, &item)) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    let groups = groups.into_iter();
    let groups: Vec<_> = groups
        .map(|items| view! { <Split report items/> })
        .collect();
    (!groups.is_empty()).then(|| view! { <div class="tj-splits">{groups}</div> })
}

/// Whether an item goes on with what these tell.
fn is_of(group: &[Item<'_>], item: &Item<'_>) -> bool {
    let Some(first) = group.first() else {
        return false;
    };
    match (first.kind, item.kind) {
        (ItemKind::Beside(_), ItemKind::Beside(_)) => false,
        (ItemKind::Beside(_), _) => item.group == Some(first.label),
        (_, ItemKind::Beside(_)) => false,
        _ => item.depth > 1 || (first.group == item.group && whole(first) == whole(item)),
    }
}

/// What an item is a share of.
fn whole<'a>(item: &Item<'a>) -> Option<&'a str> {
    item.rates.first().map(|rate| rate.of)
}

/// One way of splitting.
#[component]
fn Split<'a>(report: &'a Report, items: Vec<Item<'a>>) -> impl IntoView {
    let mut items = items;
    let beside = items
        .first()
        .is_some_and(|first| matches!(first.kind, ItemKind::Beside(_)) && items.len() > 1);
    // What has a base of its own and parts is the heading over them.
    let base = beside.then(|| items.remove(0));
    let heading = match (&base, items.first()) {
        (Some(base), _) => base.sentence(),
        (None, Some(first)) => match (first.group, whole(first)) {
            (Some(by), Some(of)) => [of, "按", by, "分"].concat(),
            _ => first.label.to_owned(),
        },
        (None, None) => String::new(),
    };
    let mut all = None;
    // What parts of a part are drawn on.
    let mut part = None;
    let rows: Vec<_> = items
        .into_iter()
        .map(|item| {
            let rate = item.rates.first();
            if item.depth < 2 {
                all = rate.and_then(|rate| rate.whole);
            }
            let counted = item.count.zip(all);
            let counted = counted.map(|(count, all)| (count.value as f64, all as f64));
            let printed = rate.and_then(|rate| printed_value(rate.printed?));
            let bar = counted.or(printed.map(|share| (share, 100.0)));
            if item.depth < 2 {
                part = counted;
            }
            let track = part.filter(|_| item.depth == 2 && counted.is_some());
            view! { <SplitRow report item bar track/> }
        })
        .collect();
    view! {
        <section class="tj-split">
            <h4 class="tj-split__heading">{heading}</h4>
            <ul class="tj-split__rows">{rows}</ul>
        </section>
    }
}

/// A part: its name, its number, its share, and the bar.
#[component]
fn SplitRow<'a>(
    report: &'a Report,
    item: Item<'a>,
    /// The part and the whole of the bar, where both are known.
    bar: Option<(f64, f64)>,
    /// The part that it is a part of and that one's whole.
    track: Option<(f64, f64)>,
) -> impl IntoView {
    let class = match (item.kind, item.depth) {
        (ItemKind::Rest(_), _) => "tj-split__row tj-split__row--rest",
        (_, 2) => "tj-split__row tj-split__row--nested",
        _ => "tj-split__row",
    };
    let prefix = if item.depth == 2 { "其中 " } else { "" };
    let label = words_row(report, vec![prefix, item.label]);
    let count = item.count.map(|count| {
        let unit = item.unit.to_owned();
        view! {
            <b class="tj-split__count">{count.value.to_string()}</b>
            <span class="tj-split__unit">{unit}</span>
        }
    });
    let share = item.rates.first().map(|rate| {
        // Not of what the rows above are shares of.
        let of = if item.depth == 2 { "占其" } else { "" };
        let shown = [of, rate.shown()].concat();
        view! { <span class="tj-split__share">{shown}</span> }
    });
    let track = track.map_or_else(|| "1000".to_owned(), |(part, whole)| share_bar(part, whole));
    let bar = bar.map(|(part, whole)| {
        view! {
            <svg
                class="tj-split__bar"
                display="none"
                viewBox="0 0 1000 6"
                focusable="false"
                aria-hidden="true"
                preserveAspectRatio="none"
            >
                <rect class="tj-split__whole" width=track height="6"></rect>
                <rect class="tj-split__part" width=share_bar(part, whole) height="6"></rect>
            </svg>
        }
    });
    let (_, id) = item.name();
    view! {
        <li class=class data-part=id>
            <span class="tj-split__label">{label}</span>
            <span class="tj-split__number">{count} {share}</span>
            {bar}
        </li>
    }
}
