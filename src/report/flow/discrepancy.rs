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
    pub kind: DiscrepancyKind,
}

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiscrepancyKind {
    /// The printed share is not the one that the counts give.
    Share {
        label: String,
        of: String,
        printed: String,
        /// Computed, with as many decimals as are printed.
        computed: String,
    },
    /// The parts count more than what they are parts of.
    Parts {
        of: String,
        /// The way of splitting; none for the parts of a part.
        by: Option<String>,
        sum: u64,
        whole: u64,
    },
    /// More is told to have left before a stage than the two stages differ by.
    Exits {
        before: String,
        stage: String,
        told: u64,
        fewer: u64,
    },
}

impl DiscrepancyKind {
    /// The contradiction in a sentence, as the page says it.
    pub fn sentence(&self) -> String {
        match self {
            DiscrepancyKind::Share {
                label,
                of,
                printed,
                computed,
            } => format!("{label}占{of}：原文印作{printed}，按件数计算为{computed}。"),
            DiscrepancyKind::Parts { of, by, sum, whole } => {
                let by = by
                    .as_ref()
                    .map_or_else(String::new, |by| format!("按{by}分，"));
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
                    found.push(Discrepancy {
                        id: &stage.stage.id,
                        kind: DiscrepancyKind::Exits {
                            before: short.to_owned(),
                            stage: stage.stage.short.clone(),
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
        let kind = DiscrepancyKind::Parts {
            of: of.to_owned(),
            by: by.map(str::to_owned),
            sum,
            whole,
        };
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
            label: label.to_owned(),
            of: of.to_owned(),
            printed: printed.to_owned(),
            computed,
        },
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::report::Report;
    use crate::report::flow::counted::tests::report;

    fn sentences(report: &Report, flow: usize) -> Vec<String> {
        let (_, flow) = report.flows().nth(flow).expect("a flow");
        let found = flow.counted(report).discrepancies().into_iter();
        found
            .map(|one| [&one.id.0, " ", &one.kind.sentence()].concat())
            .collect()
    }

    #[track_caller]
    fn fixture(name: &str, expected: &[&str]) {
        let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a fixture");
        let report = serde_json::from_str(&text).expect("a report");
        assert_eq!(sentences(&report, 0), expected);
    }

    #[test]
    fn real_reports_contradict_themselves() {
        fixture(
            "chongqing",
            &[
                "part-solved 已解决和采纳占交办：原文印作77.1%，按件数计算为75.9%。",
                "part-reference 留作工作参考占交办：原文印作5.3%，按件数计算为6.5%。",
                "part-fairly 基本满意占交办：原文印作21.2%，按件数计算为21.1%。",
            ],
        );
        fixture(
            "shenzhen",
            &[
                "part-solved 已解决或采纳占单位答复：原文印作38.3%，按件数计算为38.4%。",
                "part-planned 列入计划占单位答复：原文印作46.4%，按件数计算为46.2%。",
            ],
        );
        // 81.31% and 79% are the counts' in their own decimals.
        fixture("kunming", &[]);
        fixture("national", &[]);
    }

    #[track_caller]
    fn check(second: Value, expected: &[&str]) {
        let mut stages = json!([
            {"id": "first", "label": "提交提案", "short": "提交", "figure": "a10"},
            {"id": "second", "label": "立案", "short": "立案"},
        ]);
        for (key, value) in second.as_object().expect("fields") {
            stages[1][key] = value.clone();
        }
        assert_eq!(sentences(&report(stages), 0), expected);
    }

    #[test]
    fn numbers_that_do_not_add_up_are_told_where_they_stand() {
        let exit = |figure: &str, share: Option<&str>| {
            json!([{
                "id": "exit", "kind": "merged", "label": "并案", "figure": figure, "share": share,
            }])
        };
        check(
            json!({"figure": "b7", "exits": exit("c3", Some("30%"))}),
            &[],
        );
        check(json!({"figure": "b7", "exits": exit("c2", None)}), &[]);
        check(
            json!({"figure": "b7", "exits": exit("c4", Some("30%"))}),
            &[
                "second 从提交到立案少3，原文列出的去向合计4。",
                "exit 并案占提交：原文印作30%，按件数计算为40%。",
            ],
        );
        check(
            json!({"figure": "b7", "share": "70.5%"}),
            &["second 立案占提交：原文印作70.5%，按件数计算为70.0%。"],
        );
        let split =
            |parts: Value| json!({"figure": "b7", "splits": [{"by": "来源", "parts": parts}]});
        let part = |id: &str, figure: &str| json!({"id": id, "label": id, "figure": figure});
        check(split(json!([part("one", "c4"), part("two", "d2")])), &[]);
        check(
            split(json!([part("one", "c4"), part("two", "d4")])),
            &["one 立案共7，按来源分，各部分合计8，多于总数。"],
        );
        // Even where not all are counted.
        let share = json!({"id": "share", "label": "部分", "share": "30%"});
        check(
            split(json!([part("one", "c8"), share])),
            &["one 立案共7，按来源分，各部分合计8，多于总数。"],
        );
        let mut whole = part("whole", "c4");
        whole["parts"] = json!([part("inner", "d5")]);
        check(
            split(json!([whole, part("rest", "e3")])),
            &["inner whole共4，各部分合计5，多于总数。"],
        );
    }
}
