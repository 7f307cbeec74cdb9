//! What the card of an item tells: served with the page, shown by the app.

use crate::layout::river::Counts;
use crate::page::display::words;
use crate::report::flow::counted::Counted;
use crate::report::flow::item::Item;
use crate::report::{Part, Report};
use leptos::prelude::*;

/// How the id ends of what describes an item besides its name, while its card is
/// shown.
pub const MORE: &str = "-more";

/// The cards of a flow, which nobody sees until the app shows one.
#[component]
pub fn Cards<'a>(
    /// Where the source's words are found.
    report: &'a Report,
    /// The part that the flow stands in.
    part: &'a Part,
    /// The flow.
    counted: Counted<'a>,
) -> impl IntoView {
    let items = counted.items().into_iter();
    let items = items.filter(|item| Counts::shows(&counted, item));
    let cards = items.map(|item| {
        let (_, id) = item.name();
        view! {
            <template data-card=id>
                <Card report part item/>
            </template>
        }
    });
    cards.collect_view()
}

/// Label with the item's address beside it, count and named rates; then what
/// else there is to tell, and the source's own words, which lead to where they
/// stand.
#[component]
pub fn Card<'a>(
    /// Where the source's words are found.
    report: &'a Report,
    /// The part that the flow stands in.
    part: &'a Part,
    /// What the card tells of.
    item: Item<'a>,
) -> impl IntoView {
    let (_, address) = item.name();
    let rates = item.rates.iter();
    let rates = rates
        .map(|rate| view! { <Row name=rate.name() value=rate.shown().to_owned()/> })
        .collect_view();
    let before = item
        .figure()
        .and_then(|id| report.before(report.figure(id)?));
    let before = before.map(|before| ("比较", before));
    let facts = before.into_iter().chain(item.facts());
    let facts: Vec<_> = facts.collect();
    let facts = (!facts.is_empty()).then(|| {
        let facts = facts.into_iter();
        let facts = facts.map(|(name, value)| view! { <Row name=name.to_owned() value/> });
        view! { <dl>{facts.collect_view()}</dl> }
    });
    let quote = item.quote(report, part).map(|quote| {
        view! {
            <p class="tj-card__source">
                "原文："
                <a
                    class="tj-card__quote"
                    href=format!("#{}", part.id.0)
                    data-quote=quote
                    data-of=item.figure().map_or("", |figure| figure.0.as_str())
                >
                    {quote}
                </a>
            </p>
        }
        .into_owned()
    });
    let more = [&address, MORE].concat();
    view! {
        <div class="tj-card" role="group" aria-label=item.label>
        <div class="tj-card__body">
            <p class="tj-card__label">
                {words(report, item.label)}
            </p>
            <a class="tj-card__address" href=format!("#{address}") data-link=address>
                "复制链接"
            </a>
            <p class="tj-card__count">
                {item.count.map(|count| count.value.to_string())}
                <span class="tj-card__unit">{item.unit}</span>
            </p>
            <dl>{rates}</dl>
            <div id=more>{facts} {quote}</div>
        </div>
        </div>
    }
}

/// A fact beside its name.
#[component]
fn Row(name: String, value: String) -> impl IntoView {
    view! { <div class="tj-card__row"><dt>{name}</dt><dd>{value}</dd></div> }
}
