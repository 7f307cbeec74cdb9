//! Which figures are shown large, and which are drawn side by side.

use super::labels::Occurrence;
use super::naming::Naming;
use crate::report::check::MAX_TALLY;
use crate::report::number::{self, NumberKind, Quantity};
use crate::report::{Figure, Graphic, GraphicKind, Id};

/// A figure's quantity, where it counts something.
fn quantity(figure: &Figure) -> Option<Quantity<'_>> {
    match number::read(&figure.phrase)?.kind {
        NumberKind::Quantity(quantity) if !matches!(quantity.unit, "%" | "‰" | "") => {
            Some(quantity)
        }
        _ => None,
    }
}

/// How much the eye is drawn to a figure: a large count of people or things.
fn weight(figure: &Figure) -> f64 {
    let Some(quantity) = quantity(figure) else {
        return 0.0;
    };
    let years = matches!(quantity.unit, "年" | "岁" | "天" | "个月" | "周年");
    let value = quantity.value.to_f64();
    if years { 0.0 } else { value.max(0.0) }
}

/// The weightiest of these, in their own order.
pub fn weightiest(ids: &[Id], figures: &[Figure], most: usize) -> Vec<Id> {
    let mut found: Vec<(usize, &Id, f64)> = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        let figure = figures.iter().find(|figure| figure.id == *id);
        let weight = figure.map_or(0.0, weight);
        if weight > 0.0 && found.iter().all(|(_, other, _)| *other != id) {
            found.push((at, id, weight));
        }
    }
    found.sort_by(|one, other| other.2.total_cmp(&one.2));
    found.truncate(most);
    found.sort_by_key(|(at, ..)| *at);
    found.into_iter().map(|(_, id, _)| id.clone()).collect()
}

/// The graphics that a text asks for.
pub fn graphics(
    text: &str,
    places: &[Occurrence],
    figures: &[Figure],
    heading: &str,
    naming: &mut Naming,
) -> Vec<Graphic> {
    let known = |place: &Occurrence| {
        let figure = figures.iter().find(|figure| figure.id == place.id)?;
        Some((place.clone(), quantity(figure)?))
    };
    let told: Vec<(Occurrence, Quantity)> = places.iter().filter_map(known).collect();
    let mut graphics = Vec::new();
    if let Some(list) = listed(text, &told) {
        let ids = distinct(list);
        let title = title(text, list).unwrap_or(heading);
        if ids.len() >= 3 {
            graphics.push(graphic(GraphicKind::Tally, title, ids, naming));
        }
    }
    for pair in told.windows(2) {
        let [(whole, of), (part, count)] = pair else {
            continue;
        };
        let between = text
            .get(whole.range.end..part.range.start)
            .unwrap_or_default();
        let of_it = ["，被", "，其中", "（其中", "，获", "，有"]
            .iter()
            .any(|word| between.starts_with(word));
        let less = of.unit == count.unit && count.value < of.value && whole.id != part.id;
        // What is itself a part is no whole of what follows.
        let lead = text.get(..whole.range.start).unwrap_or_default();
        let clause = lead
            .rsplit(['，', '。', '；', '（'])
            .next()
            .unwrap_or_default();
        let of_it = of_it && !clause.trim_start().starts_with(['被', '获']);
        if of_it && less && between.chars().count() <= 16 {
            let clause = text.get(..whole.range.start).unwrap_or_default();
            let clause = clause
                .rsplit(['，', '。', '；'])
                .next()
                .unwrap_or_default()
                .trim();
            let title = if clause.is_empty() { heading } else { clause };
            let ids = vec![part.id.clone(), whole.id.clone()];
            graphics.push(graphic(GraphicKind::Share, title, ids, naming));
        }
    }
    graphics.extend(moved(text, places, figures).map(|(title, ids)| {
        let title = if title.is_empty() { heading } else { title };
        graphic(GraphicKind::Pair, title, ids, naming)
    }));
    graphics
}

/// 从4成提升到9成: what a number was, and what it has become, with the words before.
fn moved<'a>(
    text: &'a str,
    places: &'a [Occurrence],
    figures: &'a [Figure],
) -> impl Iterator<Item = (&'a str, Vec<Id>)> {
    let unit = |place: &Occurrence| {
        let figure = figures.iter().find(|figure| figure.id == place.id)?;
        Some(figure.unit().to_owned())
    };
    places.windows(2).filter_map(move |pair| {
        let [before, now] = pair else { return None };
        let lead = text.get(..before.range.start)?;
        let clause = lead.rsplit(['，', '。', '；', '、']).next()?;
        let (subject, year) = clause.rsplit_once(['从', '由'])?;
        let between = text.get(before.range.end..now.range.end)?;
        let reached = ["到", "至"].iter().any(|word| between.contains(word));
        let near = !between.contains(['，', '。', '；', '、']) && year.chars().count() <= 8;
        let same = unit(before) == unit(now) && before.id != now.id;
        let ids = vec![before.id.clone(), now.id.clone()];
        (reached && near && same).then(|| (subject.trim(), ids))
    })
}

fn graphic(kind: GraphicKind, title: &str, figures: Vec<Id>, naming: &mut Naming) -> Graphic {
    Graphic {
        id: naming.id("graphic", title),
        kind,
        title: title.to_owned(),
        figures,
    }
}

fn distinct(list: &[(Occurrence, Quantity)]) -> Vec<Id> {
    let mut ids: Vec<Id> = Vec::new();
    for (place, _) in list {
        if !ids.contains(&place.id) {
            ids.push(place.id.clone());
        }
    }
    ids
}

/// 开会3次、走访8户、写信5封: at least three small whole counts, each behind a short
/// word, with list marks between.
fn listed<'a, 'b>(
    text: &str,
    told: &'a [(Occurrence, Quantity<'b>)],
) -> Option<&'a [(Occurrence, Quantity<'b>)]> {
    let small = |quantity: &Quantity| {
        let value = quantity.value.to_f64();
        quantity.whole().is_some() && (1.0..=MAX_TALLY).contains(&value)
    };
    let follows = |one: &(Occurrence, Quantity), next: &(Occurrence, Quantity)| {
        let between = text
            .get(one.0.range.end..next.0.range.start)
            .unwrap_or_default();
        let word = between.strip_prefix('、').unwrap_or_default();
        small(&one.1) && small(&next.1) && (2..=6).contains(&word.chars().count())
    };
    let mut start = 0;
    while start < told.len() {
        let mut end = start;
        while let (Some(one), Some(next)) = (told.get(end), told.get(end + 1)) {
            if !follows(one, next) {
                break;
            }
            end += 1;
        }
        if end - start >= 2 {
            return told.get(start..=end);
        }
        start = end + 1;
    }
    None
}

/// The clause before the list.
fn title<'a>(text: &'a str, list: &[(Occurrence, Quantity)]) -> Option<&'a str> {
    let before = text.get(..list.first()?.0.range.start)?;
    let (before, _) = before.rsplit_once(['，', '。', '；'])?;
    let clause = before.rsplit(['，', '。', '；']).next()?.trim();
    ((2..=30).contains(&clause.chars().count())).then_some(clause)
}
