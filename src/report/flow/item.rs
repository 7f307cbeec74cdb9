//! A flow told item by item, in reading order: what leaves on the way to a stage,
//! the stage, what it is made of, and at the end what is counted apart. One telling
//! for the drawing, the cards, the table, the downloads and what is read aloud.

use super::counted::{Count, Counted, CountedPart, CountedSplit, CountedStage};
use crate::report::rate::{differs, percent, percent_like};
use crate::report::{Beside, Exit, ExitKind, SplitPart, Stage};

/// One of the things that a flow tells.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    pub kind: ItemKind<'a>,
    /// Its name.
    pub label: &'a str,
    /// What it is counted in.
    pub unit: &'a str,
    /// None where the source prints a share alone.
    pub count: Option<Count<'a>>,
    /// What it is a share of, the nearest first; none for what begins a flow.
    pub rates: Vec<Rate<'a>>,
    /// How the number follows from others, where it does.
    pub derivation: Option<String>,
    /// Under what it is told: the way of splitting.
    pub group: Option<&'a str>,
    /// How deep it stands below a stage: 1 for a part, 2 for a part of a part.
    pub depth: usize,
}

/// What an item is.
#[derive(Clone, Copy, Debug)]
pub enum ItemKind<'a> {
    /// A stage, with its place among them.
    Stage(usize, &'a Stage),
    /// What leaves on the way to the stage of that place, and its own place among
    /// those. None for what the source leaves unexplained.
    Exit(usize, usize, ExitKind, Option<&'a Exit>, &'a Stage),
    /// A part of a stage, or a part of such a part.
    Part(&'a SplitPart),
    /// What the parts beside leave of their stage: the source does not explain it.
    Rest(&'a SplitPart),
    /// What has a base of its own.
    Beside(&'a Beside),
}

/// A share of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate<'a> {
    /// Of what, by its short name: 立案.
    pub of: &'a str,
    /// By the counts, in per cent with one decimal; none where nobody counted.
    pub computed: Option<String>,
    /// As the source prints it.
    pub printed: Option<&'a str>,
    /// How many it is a share of, where that is counted.
    pub whole: Option<u64>,
}

impl Rate<'_> {
    /// The share as it is shown: the source's, where it prints one.
    pub fn shown(&self) -> &str {
        self.printed
            .or(self.computed.as_deref())
            .unwrap_or_default()
    }

    /// What the counts give, where the source prints another share.
    pub fn otherwise(&self, count: u64) -> Option<String> {
        let printed = self.printed?;
        let computed = percent_like(printed, count, self.whole?)?;
        differs(printed, &computed).then_some(computed)
    }

    /// With what it is a share of: `占立案`.
    pub fn name(&self) -> String {
        ["占", self.of].concat()
    }
}

/// What an exit without a name of its own is called.
const UNSTATED: &str = "原文未说明";

impl<'a> Counted<'a> {
    /// Every item, in reading order.
    pub fn items(&self) -> Vec<Item<'a>> {
        let mut items = Vec::new();
        for (index, stage) in self.stages.iter().enumerate() {
            let before = index
                .checked_sub(1)
                .and_then(|before| self.stages.get(before));
            if let Some(before) = before {
                items.extend(self.exits(index, before, stage));
            }
            items.push(self.stage(index, stage));
            for split in &stage.splits {
                let whole = (stage.stage.short.as_str(), Some(stage.count.value));
                let by = Some(split.split.by.as_str());
                self.parts(
                    &split.parts,
                    whole,
                    self.flow.unit.as_str(),
                    by,
                    1,
                    &mut items,
                );
                items.extend(self.rest(stage, split));
            }
        }
        for beside in &self.beside {
            let unit = beside.figure.map_or("", |figure| figure.unit());
            let label = beside.beside.label.as_str();
            items.push(Item {
                kind: ItemKind::Beside(beside.beside),
                label,
                unit,
                count: beside.count,
                rates: printed_alone(beside.beside.share.as_deref()),
                derivation: None,
                group: None,
                depth: 0,
            });
            let whole = (label, beside.count.map(|count| count.value));
            self.parts(&beside.parts, whole, unit, Some(label), 1, &mut items);
        }
        items
    }

    fn stage(&self, index: usize, stage: &CountedStage<'a>) -> Item<'a> {
        let count = stage.count.value;
        let mut rates = Vec::new();
        let mut derivation = None;
        if let Some(before) = index.checked_sub(1).and_then(|at| self.stages.get(at)) {
            rates.push(Rate {
                of: &before.stage.short,
                computed: Some(percent(count, before.count.value)),
                printed: stage.stage.share.as_deref(),
                whole: Some(before.count.value),
            });
            if stage.count.is_derived() {
                let left = stage.exits.iter().filter(|exit| exit.count.value > 0);
                let left = left.map(|exit| [" − ", name(exit.exit), &number(exit.count)].concat());
                derivation = Some(named(before) + &left.collect::<String>());
            }
            // A share of the first says what became of all; where some were merged, it
            // would tell of them as if they were lost.
            let first = self.stages.first().filter(|_| index > 1);
            if let Some(first) = first.filter(|_| !self.merged_before(index)) {
                rates.push(Rate {
                    of: &first.stage.short,
                    computed: Some(percent(count, first.count.value)),
                    printed: None,
                    whole: Some(first.count.value),
                });
            }
        }
        Item {
            kind: ItemKind::Stage(index, stage.stage),
            label: &stage.stage.label,
            unit: &self.flow.unit,
            count: Some(stage.count),
            rates,
            derivation,
            group: None,
            depth: 0,
        }
    }

    /// Whether something was merged on the way to the stage of that place.
    fn merged_before(&self, index: usize) -> bool {
        let stages = self.stages.iter().take(index + 1);
        let mut exits = stages.flat_map(|stage| &stage.exits);
        exits.any(|exit| exit.kind == ExitKind::Merged && exit.count.value > 0)
    }

    fn exits(
        &self,
        index: usize,
        before: &CountedStage<'a>,
        stage: &CountedStage<'a>,
    ) -> Vec<Item<'a>> {
        let exits = stage.exits.iter().enumerate();
        let exits = exits.map(|(place, exit)| {
            let others = stage.exits.iter().filter(|other| !other.count.is_derived());
            let others =
                others.map(|other| [" − ", name(other.exit), &number(other.count)].concat());
            let derivation = exit.count.is_derived().then(|| {
                [named(before), " − ".to_owned(), named(stage)].concat()
                    + &others.collect::<String>()
            });
            Item {
                kind: ItemKind::Exit(index, place, exit.kind, exit.exit, stage.stage),
                label: name(exit.exit),
                unit: &self.flow.unit,
                count: Some(exit.count),
                rates: vec![Rate {
                    of: &before.stage.short,
                    computed: Some(percent(exit.count.value, before.count.value)),
                    printed: exit.exit.and_then(|exit| exit.share.as_deref()),
                    whole: Some(before.count.value),
                }],
                derivation,
                group: None,
                depth: 0,
            }
        });
        exits.collect()
    }

    fn rest(&self, stage: &CountedStage<'a>, split: &CountedSplit<'a>) -> Option<Item<'a>> {
        let last = split.parts.last().filter(|_| split.rest > 0)?;
        let parts = split.parts.iter().filter_map(|part| {
            let count = part.count?.value.to_string();
            Some([" − ", &part.part.label, &count].concat())
        });
        Some(Item {
            kind: ItemKind::Rest(last.part),
            label: UNSTATED,
            unit: &self.flow.unit,
            count: Some(Count {
                value: split.rest,
                figure: None,
            }),
            rates: vec![Rate {
                of: &stage.stage.short,
                computed: Some(percent(split.rest, stage.count.value)),
                printed: None,
                whole: Some(stage.count.value),
            }],
            derivation: Some(named(stage) + &parts.collect::<String>()),
            group: Some(&split.split.by),
            depth: 1,
        })
    }

    fn parts(
        &self,
        parts: &[CountedPart<'a>],
        whole: (&'a str, Option<u64>),
        unit: &'a str,
        group: Option<&'a str>,
        depth: usize,
        items: &mut Vec<Item<'a>>,
    ) {
        for part in parts {
            // Beside the stream a part may be counted in another unit than the whole.
            let own = part.count.and_then(|count| count.figure);
            let unit = own.map_or(unit, |figure| figure.unit());
            let count = part.count.map(|count| count.value);
            let computed = count.zip(whole.1).map(|(part, whole)| percent(part, whole));
            items.push(Item {
                kind: ItemKind::Part(part.part),
                label: &part.part.label,
                unit,
                count: part.count,
                rates: vec![Rate {
                    of: whole.0,
                    computed,
                    printed: part.part.share.as_deref(),
                    whole: whole.1,
                }],
                derivation: None,
                group,
                depth,
            });
            let whole = (part.part.label.as_str(), count);
            self.parts(&part.parts, whole, unit, group, depth + 1, items);
        }
    }
}

fn printed_alone(share: Option<&str>) -> Vec<Rate<'_>> {
    let rate = share.map(|share| Rate {
        of: "",
        computed: None,
        printed: Some(share),
        whole: None,
    });
    rate.into_iter().collect()
}

fn name(exit: Option<&Exit>) -> &str {
    exit.map_or(UNSTATED, |exit| &exit.label)
}

fn number(count: Count<'_>) -> String {
    count.value.to_string()
}

/// A stage's short name and its number: `立案6237`.
fn named(stage: &CountedStage<'_>) -> String {
    [stage.stage.short.as_str(), &number(stage.count)].concat()
}
