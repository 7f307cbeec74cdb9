//! A flow with its numbers: what the figures count, and what follows from them.

use crate::report::{Beside, Exit, ExitKind, Figure, Flow, Id, Report, Split, SplitPart, Stage};

/// A flow whose counts are known as far as the source tells them.
#[derive(Clone, Debug)]
pub struct Counted<'a> {
    pub flow: &'a Flow,
    /// In order of the flow.
    pub stages: Vec<CountedStage<'a>>,
    /// What has a base of its own.
    pub beside: Vec<CountedBeside<'a>>,
}

/// A stage with what left before it and what it is made of.
#[derive(Clone, Debug)]
pub struct CountedStage<'a> {
    pub stage: &'a Stage,
    pub count: Count<'a>,
    /// What left between the stage before and this one, in the source's order; last,
    /// without an exit of the data, what the source leaves unexplained.
    pub exits: Vec<CountedExit<'a>>,
    pub splits: Vec<CountedSplit<'a>>,
}

/// What left on the way to a stage.
#[derive(Clone, Debug)]
pub struct CountedExit<'a> {
    /// None for what the source leaves unexplained.
    pub exit: Option<&'a Exit>,
    pub kind: ExitKind,
    pub count: Count<'a>,
}

/// One way of splitting a stage.
#[derive(Clone, Debug)]
pub struct CountedSplit<'a> {
    pub split: &'a Split,
    pub parts: Vec<CountedPart<'a>>,
    /// What the parts leave of the whole, where all of them are counted: the source
    /// says nothing of it.
    pub rest: u64,
    /// By how much the parts exceed the whole: the source contradicts itself.
    pub excess: u64,
}

/// A part of a stage, or a part of such a part.
#[derive(Clone, Debug)]
pub struct CountedPart<'a> {
    pub part: &'a SplitPart,
    /// None where the source prints a share alone.
    pub count: Option<Count<'a>>,
    pub parts: Vec<CountedPart<'a>>,
}

/// What is counted apart from the stream.
#[derive(Clone, Debug)]
pub struct CountedBeside<'a> {
    pub beside: &'a Beside,
    pub figure: Option<&'a Figure>,
    /// None where the source prints a share alone.
    pub count: Option<Count<'a>>,
    pub parts: Vec<CountedPart<'a>>,
}

/// How many, and whose number that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count<'a> {
    pub value: u64,
    /// The figure that says so; none where the number follows from others.
    pub figure: Option<&'a Figure>,
}

impl Count<'_> {
    /// Whether the number is computed and not the source's.
    pub fn is_derived(&self) -> bool {
        self.figure.is_none()
    }
}

impl Flow {
    /// The flow with its numbers. Of what the data gets wrong the numbers are 0:
    /// `check` refuses it before anyone sees it.
    pub fn counted<'a>(&'a self, report: &'a Report) -> Counted<'a> {
        let mut before = None;
        let stages = self.stages.iter().map(|stage| {
            let counted = counted_stage(report, stage, before);
            before = Some(counted.count.value);
            counted
        });
        Counted {
            flow: self,
            stages: stages.collect(),
            beside: self
                .beside
                .iter()
                .map(|beside| {
                    let figure = figure(report, beside.figure.as_ref());
                    CountedBeside {
                        beside,
                        figure,
                        count: figure.and_then(of_figure),
                        parts: parts(report, &beside.parts),
                    }
                })
                .collect(),
        }
    }
}

fn counted_stage<'a>(
    report: &'a Report,
    stage: &'a Stage,
    before: Option<u64>,
) -> CountedStage<'a> {
    let told: Vec<_> = stage
        .exits
        .iter()
        .map(|exit| (exit, counted(report, exit.figure.as_ref())))
        .collect();
    let told_sum = told.iter().filter_map(|(_, count)| *count);
    let told_sum = told_sum.fold(0_u64, |sum, count| sum.saturating_add(count.value));
    let rest = before.unwrap_or_default().saturating_sub(told_sum);
    let count = counted(report, stage.figure.as_ref()).unwrap_or(derived(rest));
    // What neither arrives nor is told to have left.
    let mut left = rest.saturating_sub(count.value);
    let mut exits = Vec::new();
    for (exit, known) in told {
        let count = known.unwrap_or(derived(left));
        if known.is_none() {
            left = 0;
        }
        exits.push(CountedExit {
            exit: Some(exit),
            kind: exit.kind,
            count,
        });
    }
    if left > 0 {
        exits.push(CountedExit {
            exit: None,
            kind: ExitKind::Unstated,
            count: derived(left),
        });
    }
    CountedStage {
        stage,
        count,
        exits,
        splits: stage
            .splits
            .iter()
            .map(|split| counted_split(report, split, count.value))
            .collect(),
    }
}

fn counted_split<'a>(report: &'a Report, split: &'a Split, whole: u64) -> CountedSplit<'a> {
    let parts = parts(report, &split.parts);
    let sum = sum(&parts);
    CountedSplit {
        split,
        rest: sum.map_or(0, |sum| whole.saturating_sub(sum)),
        excess: sum.map_or(0, |sum| sum.saturating_sub(whole)),
        parts,
    }
}

/// How many all parts count together; none where one of them is not counted.
pub fn sum(parts: &[CountedPart<'_>]) -> Option<u64> {
    let mut counts = parts.iter().map(|part| part.count);
    counts.try_fold(0_u64, |sum, count| Some(sum.saturating_add(count?.value)))
}

fn parts<'a>(report: &'a Report, parts: &'a [SplitPart]) -> Vec<CountedPart<'a>> {
    let counted_part = |part: &'a SplitPart| CountedPart {
        part,
        count: counted(report, part.figure.as_ref()),
        parts: self::parts(report, &part.parts),
    };
    parts.iter().map(counted_part).collect()
}

fn counted<'a>(report: &'a Report, id: Option<&Id>) -> Option<Count<'a>> {
    figure(report, id).and_then(of_figure)
}

fn figure<'a>(report: &'a Report, id: Option<&Id>) -> Option<&'a Figure> {
    report.figure(id?)
}

fn of_figure(figure: &Figure) -> Option<Count<'_>> {
    Some(Count {
        value: figure.whole()?,
        figure: Some(figure),
    })
}

fn derived<'a>(value: u64) -> Count<'a> {
    Count {
        value,
        figure: None,
    }
}

#[cfg(test)]
pub mod tests {
    use serde_json::json;

    use super::*;

    /// A report of one flow, counted by figures that are called as they count: `a7`
    /// is seven.
    pub fn report(stages: serde_json::Value) -> Report {
        let text = stages.to_string();
        let names = text.split("\"figure\":\"").skip(1);
        let names = names.filter_map(|rest| rest.split('"').next());
        let figures: Vec<_> = names
            .map(|name| {
                let phrase = [&name[1..], "件"].concat();
                json!({"id": name, "label": name, "phrase": phrase})
            })
            .collect();
        let flow = json!({"id": "flow", "title": "流程", "unit": "件", "stages": stages});
        let file = json!({
            "title": {"text": "题", "short": "题"}, "preface": {"text": "序"},
            "parts": [{"id": "part", "heading": "部分", "flows": [flow]}], "figures": figures,
        });
        serde_json::from_value(file).expect("a report")
    }

    fn exit(figure: Option<&str>) -> serde_json::Value {
        json!({"id": "exit", "kind": "merged", "label": "并案", "figure": figure})
    }

    fn stage(figure: Option<&str>, exits: &[serde_json::Value]) -> serde_json::Value {
        json!({"id": "stage", "label": "环节", "short": "环节", "figure": figure, "exits": exits})
    }

    /// Each stage as what left before it and its count; what is derived in brackets,
    /// what the source does not explain with a question mark.
    #[track_caller]
    fn check(stages: &[serde_json::Value], expected: &str) {
        let report = report(json!(stages));
        let (_, flow) = report.flows().next().expect("a flow");
        let shown = |count: Count<'_>| match count.is_derived() {
            true => format!("({})", count.value),
            false => count.value.to_string(),
        };
        let mut told = String::new();
        for stage in flow.counted(&report).stages {
            for exit in stage.exits {
                let unstated = if exit.exit.is_none() { "?" } else { "" };
                told += &format!(" −{}{unstated}", shown(exit.count));
            }
            told += &format!(" {}", shown(stage.count));
        }
        assert_eq!(told.trim_start(), expected);
    }

    #[test]
    fn what_is_not_counted_follows_from_what_is() {
        let first = || stage(Some("a10"), &[]);
        let with = |figure: Option<&str>, exits: &[serde_json::Value], expected: &str| {
            check(&[first(), stage(figure, exits)], expected);
        };
        with(Some("b7"), &[], "10 −(3)? 7");
        with(Some("b7"), &[exit(None)], "10 −(3) 7");
        with(Some("b7"), &[exit(Some("c2"))], "10 −2 −(1)? 7");
        with(Some("b7"), &[exit(Some("c2")), exit(None)], "10 −2 −(1) 7");
        with(Some("b10"), &[], "10 10");
        with(None, &[], "10 (10)");
        with(None, &[exit(Some("c4"))], "10 −4 (6)");
        let third = stage(Some("d6"), &[exit(None)]);
        check(
            &[first(), stage(None, &[exit(Some("c3"))]), third],
            "10 −3 (7) −(1) 6",
        );
    }

    /// What contradicts itself is counted as it is printed, and never below nothing.
    #[test]
    fn no_count_is_below_nothing() {
        let first = || stage(Some("a10"), &[]);
        check(
            &[first(), stage(Some("b7"), &[exit(Some("c5"))])],
            "10 −5 7",
        );
        check(&[first(), stage(Some("b12"), &[exit(None)])], "10 −(0) 12");
        check(&[first(), stage(None, &[exit(Some("c12"))])], "10 −12 (0)");
    }

    fn split(parts: &[serde_json::Value]) -> (Option<u64>, u64, u64) {
        let split = json!([{"by": "来源", "parts": parts}]);
        let report = report(json!([{
            "id": "stage", "label": "环节", "short": "环节", "figure": "a10", "splits": split,
        }]));
        let (_, flow) = report.flows().next().expect("a flow");
        let counted = flow.counted(&report);
        let split = &counted.stages[0].splits[0];
        (sum(&split.parts), split.rest, split.excess)
    }

    #[test]
    fn parts_may_stay_below_their_whole_or_exceed_it() {
        let part = |figure: &str| json!({"id": "part", "label": "部分", "figure": figure});
        let share = json!({"id": "share", "label": "部分", "share": "30%"});
        assert_eq!(split(&[part("b6"), part("c4")]), (Some(10), 0, 0));
        assert_eq!(split(&[part("b6"), part("c3")]), (Some(9), 1, 0));
        assert_eq!(split(&[part("b6"), part("c5")]), (Some(11), 0, 1));
        // What is not counted might be all the rest.
        assert_eq!(split(&[part("b6"), share]), (None, 0, 0));
    }
}
