//! What the card tells.

use crate::components::element::{Element, el};
use crate::report::items::{Item, ItemKind as Kind};
use crate::report::{Funnel, Part, Report};

/// The id of what describes an item besides its name.
pub const MORE: &str = "funnel-card-more";

/// Label with the item's address beside it, count and named rates; then what
/// else there is to tell, and the source's own words, which lead to where they
/// stand.
pub fn content(report: &Report, part: &Part, funnel: &Funnel, item: &Item<'_>) -> Element {
    let count = el("p")
        .class("tj-card__count")
        .child(item.count.to_string())
        .child(
            el("span")
                .class("tj-card__unit")
                .child(funnel.unit.as_str()),
        );
    let rates = item
        .rates()
        .into_iter()
        .map(|(of, rate)| row(of, rate.to_owned()));
    let rates: Vec<_> = rates.collect();
    let facts = item
        .facts(&funnel.unit)
        .into_iter()
        .map(|(name, fact)| row(name, fact));
    let facts: Vec<_> = facts.collect();
    let facts = (!facts.is_empty()).then(|| el("dl").children(facts));
    let quote = item.quote(report, part).map(|quote| {
        let figure = item.figure().map_or("", |figure| &figure.0);
        let link = el("a")
            .class("tj-card__quote")
            .attr("href", ["#", &part.id.0].concat())
            .attr("data-quote", quote.to_owned())
            .attr("data-of", figure.to_owned())
            .child(quote);
        el("p").class("tj-card__source").child("原文：").child(link)
    });
    let id = &item.name().1.0;
    let id = match item.kind {
        Kind::Loss(..) => ["loss-", id].concat(),
        _ => id.clone(),
    };
    let address = el("a")
        .class("tj-card__address")
        .attr("href", ["#", &id].concat())
        .attr("data-link", id)
        .child("复制链接");
    el("div")
        .class("tj-card__body")
        .child(el("p").class("tj-card__label").child(item.label))
        .child(address)
        .child(count)
        .child(el("dl").children(rates))
        .child(el("div").attr("id", MORE).children(facts).children(quote))
}

fn row(name: String, value: String) -> Element {
    el("div")
        .class("tj-card__row")
        .child(el("dt").child(name))
        .child(el("dd").child(value))
}
