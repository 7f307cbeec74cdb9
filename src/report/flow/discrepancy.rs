//! Where a source contradicts itself: numbers that do not add up, printed shares
//! that the counts do not give. It is told and shown as it stands, and never mended.

use super::counted::{Counted, CountedPart};
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
        /// The way of splitting; none for the parts of a part.
        by: Option<&'a str>,
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
                let by = by.map_or_else(String::new, |by| format!("按{by}分，"));
                format!("{of}共{whole}，{by}各部分合计{sum}，多于总数。")
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
                let (by, whole) = (Some(split.split.by.as_str()), Some(stage.count.value));
                of_parts(&split.parts, by, short, whole, &mut found);
            }
        }
        for beside in &self.beside {
            let (of, whole) = (beside.beside.label.as_str(), beside.count);
            let whole = whole.map(|count| count.value);
            of_parts(&beside.parts, None, of, whole, &mut found);
        }
        found
    }
}

fn of_parts<'a>(
    parts: &[CountedPart<'a>],
    by: Option<&'a str>,
    of: &'a str,
    whole: Option<u64>,
    found: &mut Vec<Discrepancy<'a>>,
) {
    let counts = parts.iter().filter_map(|part| part.count);
    let sum = counts.fold(0_u64, |sum, count| sum.saturating_add(count.value));
    if let (Some(whole), Some(first)) = (whole.filter(|&whole| sum > whole), parts.first()) {
        let id = &first.part.id;
        let kind = DiscrepancyKind::Parts { of, by, sum, whole };
        found.push(Discrepancy { id, kind });
    }
    for part in parts {
        let (id, label) = (&part.part.id, part.part.label.as_str());
        let share = part.part.share.as_deref();
        let count = part.count.map(|count| count.value);
        if let (Some(count), Some(whole)) = (count, whole) {
            found.extend(of_share(id, label, of, share, count, whole));
        }
        of_parts(&part.parts, None, label, count, found);
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
