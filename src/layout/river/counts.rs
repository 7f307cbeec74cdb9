//! Data space: what of a flow is drawn, how many that is, and the words about it.

use crate::report::ExitKind;
use crate::report::flow::counted::{Counted, CountedPart, CountedSplit, sum};
use crate::report::flow::item::{Item, ItemKind};

/// What the river is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// Tells this flow's drawings from those of others on a page.
    pub name: String,
    /// What the first stage is made of, where that is counted: it flows together.
    pub inflows: Vec<Amount>,
    /// The stages, in order of the flow.
    pub stages: Vec<StageAmount>,
    /// What the last stage is made of, where that is counted: the river parts.
    pub mouths: Vec<Amount>,
}

/// So many of something, in its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amount {
    pub count: f64,
    /// Whether it is what the source's parts leave of their whole, and says nothing of.
    pub unstated: bool,
    pub words: Words,
}

/// A stage, and what left on the way to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageAmount {
    pub amount: Amount,
    pub exits: Vec<(ExitKind, Amount)>,
}

/// What stands beside a place in the river.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    pub label: String,
    pub number: String,
    pub unit: String,
    /// What it is a share of (`占立案`), and the share.
    pub rates: Vec<(String, String)>,
    /// What became of it, where it left.
    pub fate: Option<String>,
}

/// What is drawn, by its place in [`Counts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Inflow(usize),
    Stage(usize),
    /// On the way to a stage, and its place among those.
    Exit(usize, usize),
    Mouth(usize),
}

impl Counts {
    /// The counts and words of a flow.
    pub fn of(counted: &Counted<'_>) -> Counts {
        let mut counts = Counts {
            name: counted.flow.id.0.clone(),
            ..Counts::default()
        };
        let (inflow, mouth) = drawn(counted);
        for item in counted.items() {
            let amount = Amount {
                count: item.count.map_or(0.0, |count| count.value as f64),
                words: words(&item),
                unstated: false,
            };
            match item.kind {
                ItemKind::Stage(..) => counts.stages.push(StageAmount {
                    amount,
                    exits: Vec::new(),
                }),
                ItemKind::Part(_) if among(inflow, &item) => counts.inflows.push(amount),
                ItemKind::Part(_) if among(mouth, &item) => counts.mouths.push(amount),
                _ => {}
            }
        }
        let unit = counted.flow.unit.as_str();
        counts.inflows.extend(rest(inflow, unit));
        counts.mouths.extend(rest(mouth, unit));
        // Exits are told before the stage that they do not reach.
        for item in counted.items() {
            if let ItemKind::Exit(stage, _, kind, ..) = item.kind
                && let Some(stage) = counts.stages.get_mut(stage)
            {
                let count = item.count.map_or(0.0, |count| count.value as f64);
                let amount = Amount {
                    count,
                    words: words(&item),
                    unstated: false,
                };
                stage.exits.push((kind, amount));
            }
        }
        counts
    }

    /// Where the drawing shows an item; none where it does not: parts of other
    /// splits, parts of parts, and what has a base of its own.
    pub fn place(counted: &Counted<'_>, item: &Item<'_>) -> Option<Place> {
        let (inflow, mouth) = drawn(counted);
        match item.kind {
            ItemKind::Stage(index, _) => Some(Place::Stage(index)),
            ItemKind::Exit(stage, index, ..) => Some(Place::Exit(stage, index)),
            ItemKind::Part(_) => {
                let inflow = position(inflow, item).map(Place::Inflow);
                inflow.or_else(|| position(mouth, item).map(Place::Mouth))
            }
            ItemKind::Rest(_) | ItemKind::Beside(_) => None,
        }
    }

    /// Whether the drawing shows an item, or the split that an unexplained rest is of.
    pub fn shows(counted: &Counted<'_>, item: &Item<'_>) -> bool {
        let ItemKind::Rest(last) = item.kind else {
            return Counts::place(counted, item).is_some();
        };
        let items = counted.items();
        let mut parts = items.iter();
        let part = parts.find(|one| matches!(one.kind, ItemKind::Part(part) if part.id == last.id));
        part.is_some_and(|part| Counts::place(counted, part).is_some())
    }

    /// The same with counts that can be drawn: finite, none negative, no stage above
    /// the one before, and together no more than what they are taken from.
    pub(super) fn drawable(&self) -> Counts {
        let mut counts = self.clone();
        let mut most = MOST;
        for (index, stage) in counts.stages.iter_mut().enumerate() {
            stage.amount.count = within(stage.amount.count, most);
            let mut left = if index == 0 {
                stage.exits.clear();
                0.0
            } else {
                most - stage.amount.count
            };
            for (_, exit) in &mut stage.exits {
                exit.count = within(exit.count, left);
                left -= exit.count;
            }
            most = stage.amount.count;
        }
        let first = counts
            .stages
            .first()
            .map_or(0.0, |stage| stage.amount.count);
        let last = counts.stages.last().map_or(0.0, |stage| stage.amount.count);
        share_out(&mut counts.inflows, first);
        share_out(&mut counts.mouths, last);
        counts
    }
}

fn share_out(parts: &mut [Amount], whole: f64) {
    let mut left = within(whole, MOST);
    for part in parts {
        part.count = within(part.count, left);
        left -= part.count;
    }
}

/// Where a count stops being one: integers are exact up to here.
const MOST: f64 = 9e15;
/// What is less is nothing: no finite factor would make a width of it.
const LEAST: f64 = 1e-9;

fn within(value: f64, most: f64) -> f64 {
    if value.is_finite() && value >= LEAST {
        value.clamp(0.0, most.max(0.0))
    } else {
        0.0
    }
}

/// What the parts of a split leave of their whole.
fn rest(split: Drawn<'_, '_>, unit: &str) -> Option<Amount> {
    let rest = split?.rest;
    (rest > 0).then(|| Amount {
        count: rest as f64,
        words: Words {
            label: "原文未说明".to_owned(),
            number: rest.to_string(),
            unit: unit.to_owned(),
            ..Words::default()
        },
        unstated: true,
    })
}

fn words(item: &Item<'_>) -> Words {
    let number = item.count.map(|count| count.value.to_string());
    let rates = item.rates.iter();
    Words {
        label: item.label.to_owned(),
        number: number.unwrap_or_default(),
        unit: item.unit.to_owned(),
        rates: rates
            .map(|rate| (rate.name(), rate.shown().to_owned()))
            .collect(),
        fate: item.fate().map(|fate| fate.concat()),
    }
}

/// The splits that are drawn: how the first stage comes together and how the last,
/// or one that is as many, parts. All of their parts are counted and are together
/// no more than their whole.
type Drawn<'a, 'b> = Option<&'b CountedSplit<'a>>;

fn drawn<'a, 'b>(counted: &'b Counted<'a>) -> (Drawn<'a, 'b>, Drawn<'a, 'b>) {
    let last = counted.stages.last().map(|stage| stage.count.value);
    let as_many = |value: u64| Some(value) == last;
    let ends = counted.stages.iter().rev();
    let mut ends = ends.take_while(|stage| as_many(stage.count.value));
    let mouth = ends.find_map(|stage| stage.splits.iter().rev().find(|split| drawable(split)));
    let first = counted.stages.first();
    let inflow = first.and_then(|stage| {
        let mut splits = stage.splits.iter().filter(|split| drawable(split));
        splits.find(|split| mouth.is_none_or(|mouth| !std::ptr::eq(*split, mouth)))
    });
    (inflow, mouth)
}

fn drawable(split: &CountedSplit<'_>) -> bool {
    split.parts.len() > 1 && split.excess == 0 && sum(&split.parts).is_some_and(|sum| sum > 0)
}

fn position(split: Drawn<'_, '_>, item: &Item<'_>) -> Option<usize> {
    let ItemKind::Part(part) = item.kind else {
        return None;
    };
    let is = |counted: &CountedPart<'_>| std::ptr::eq(counted.part, part);
    split?.parts.iter().position(is)
}

fn among(split: Drawn<'_, '_>, item: &Item<'_>) -> bool {
    position(split, item).is_some()
}
