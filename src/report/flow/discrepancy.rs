//! Where a source contradicts itself: numbers that do not add up, printed shares
//! that the counts do not give. It is told and shown as it stands, and never mended.

use super::counted::{Counted, CountedPart, CountedSplit, sum};
use crate::report::Id;
use crate::report::rate::{differs, percent_like};

/// One contradiction, at the item where it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy<'a> {
    /// The item's id.
    pub id: &'a Id,
    pub kind: DiscrepancyKind<'a>,
}

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiscrepancyKind<'a> {
    /// The printed share is not the one that the counts give.
    Share {
        label: &'a str,
        of: &'a str,
        printed: &'a str,
        /// Computed, with as many decimals as are printed.
        computed: String,
    },
    /// The parts count more than what they are parts of.
    Parts {
        of: &'a str,
        by: &'a str,
        sum: u64,
        whole: u64,
    },
    /// More is told to have left before a stage than the two stages differ by.
    Exits {
        before: &'a str,
        stage: &'a str,
        told: u64,
        fewer: u64,
    },
}

impl Discrepancy<'_> {
    /// The contradiction in a sentence.
    pub fn sentence(&self) -> String {
        match &self.kind {
            DiscrepancyKind::Share {
                label,
                of,
                printed,
                computed,
            } => format!("{label}占{of}：原文印作{printed}，按件数计算为{computed}。"),
            DiscrepancyKind::Parts { of, by, sum, whole } => {
                format!("{of}按{by}分，各部分合计{sum}，多于{whole}，原文如此。")
            }
            DiscrepancyKind::Exits {
                before,
                stage,
                told,
                fewer,
            } => format!("从{before}到{stage}少{fewer}，原文列出的去向合计{told}。"),
        }
    }
}

impl<'a> Counted<'a> {
    /// Every contradiction, in reading order.
    pub fn discrepancies(&self) -> Vec<Discrepancy<'a>> {
        let mut found = Vec::new();
        for (index, stage) in self.stages.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|at| self.stages.get(at));
            if let Some(before) = before {
                let whole = before.count.value;
                let short = before.stage.short.as_str();
                let fewer = whole.saturating_sub(stage.count.value);
                let told = stage.exits.iter().filter(|exit| exit.exit.is_some());
                let told = told.fold(0_u64, |told, exit| told.saturating_add(exit.count.value));
                if told > fewer {
                    let stage_name = stage.stage.short.as_str();
                    found.push(Discrepancy {
                        id: &stage.stage.id,
                        kind: DiscrepancyKind::Exits {
                            before: short,
                            stage: stage_name,
                            told,
                            fewer,
                        },
                    });
                }
                let printed = [(
                    &stage.stage.id,
                    stage.stage.label.as_str(),
                    stage.count.value,
                    stage.stage.share.as_deref(),
                )];
                let exits = stage.exits.iter().filter_map(|exit| {
                    let known = exit.exit?;
                    let share = known.share.as_deref();
                    Some((&known.id, known.label.as_str(), exit.count.value, share))
                });
                for (id, label, count, share) in exits.chain(printed) {
                    found.extend(of_share(id, label, short, share, count, whole));
                }
            }
            let short = stage.stage.short.as_str();
            for split in &stage.splits {
                of_split(split, short, stage.count.value, &mut found);
            }
        }
        for beside in &self.beside {
            if let Some(count) = beside.count {
                of_parts(&beside.parts, &beside.beside.label, count.value, &mut found);
            }
        }
        found
    }
}

fn of_split<'a>(
    split: &CountedSplit<'a>,
    of: &'a str,
    whole: u64,
    found: &mut Vec<Discrepancy<'a>>,
) {
    if let (true, Some(first)) = (split.excess > 0, split.parts.first()) {
        found.push(Discrepancy {
            id: &first.part.id,
            kind: DiscrepancyKind::Parts {
                of,
                by: &split.split.by,
                sum: sum(&split.parts).unwrap_or_default(),
                whole,
            },
        });
    }
    of_parts(&split.parts, of, whole, found);
}

fn of_parts<'a>(
    parts: &[CountedPart<'a>],
    of: &'a str,
    whole: u64,
    found: &mut Vec<Discrepancy<'a>>,
) {
    for part in parts {
        let Some(count) = part.count else { continue };
        let (id, label) = (&part.part.id, part.part.label.as_str());
        let share = part.part.share.as_deref();
        found.extend(of_share(id, label, of, share, count.value, whole));
        of_parts(&part.parts, label, count.value, found);
    }
}

fn of_share<'a>(
    id: &'a Id,
    label: &'a str,
    of: &'a str,
    printed: Option<&'a str>,
    count: u64,
    whole: u64,
) -> Option<Discrepancy<'a>> {
    let printed = printed?;
    let computed = percent_like(printed, count, whole)?;
    differs(printed, &computed).then_some(Discrepancy {
        id,
        kind: DiscrepancyKind::Share {
            label,
            of,
            printed,
            computed,
        },
    })
}
