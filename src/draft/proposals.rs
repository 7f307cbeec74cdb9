//! What became of proposals: from counts in a text to a flow.
//!
//! Knows the field's words (提交, 立案, 并案, 交办, 办结 …). Every name of a stage, an
//! exit or a part is taken from the text; counts that the text does not give are left to
//! follow from the others.

use std::ops::Range;

use super::doubt::{Doubt, DoubtKind};
use super::labels::Occurrence;
use super::naming::Naming;
use crate::report::number::{self, NumberKind};
use crate::report::rate::percent_like;
use crate::report::{Beside, Exit, ExitKind, Figure, Flow, Id, Split, SplitPart, Stage};

/// A text with the figures in it.
pub struct ToldText<'a> {
    /// The text.
    pub text: &'a str,
    /// Its figures.
    pub places: &'a [Occurrence],
}

/// What a count tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CountSense {
    Submitted,
    Filed,
    Assigned,
    Concluded,
    Left(ExitKind),
    Part(usize),
}

/// Ways to split a stage: words for what it is split by, the last of which stands in
/// the names of the parts; and the words of the parts.
const SPLITS: [(&[&str], &[&str]); 5] = [
    (
        &["提案者", "提出者", "提案人", "提案", "委员", "集体"],
        &[
            "委员提案",
            "集体提案",
            "党派提案",
            "委员联名",
            "个人提案",
            "界别提案",
            "团体提案",
            "专委会提案",
        ],
    ),
    (
        &["会议期间", "会议", "大会", "平时"],
        &[
            "大会提案",
            "平时提案",
            "会议期间",
            "大会期间",
            "全会期间",
            "闭会期间",
            "平时",
        ],
    ),
    (
        &["类别", "分类", "类"],
        &["A类", "B类", "C类", "Ａ类", "Ｂ类", "Ｃ类"],
    ),
    (
        &["办理结果", "结果", "办理", "解决", "采纳", "列入", "参考"],
        &["解决", "采纳", "列入", "拟采纳", "参考", "留作", "留待"],
    ),
    (
        &["反馈", "满意率", "满意度", "满意", "理解"],
        &["基本满意", "不满意", "满意", "理解", "未反馈"],
    ),
];

/// The split that feedback is; it has a base of its own.
const FEEDBACK: usize = 4;

/// Marks between clauses.
const ENDS: [char; 10] = [
    '，', '。', '；', '：', '、', '（', '）', '！', '\u{3000}', ',',
];

/// The longest name of a stage, in letters.
const NAME: usize = 20;

/// Whether a text counts proposals on their way.
pub fn tells(text: &str) -> bool {
    let words = ["立案", "交办", "办结", "办复", "提交", "收到", "并案"];
    let stages = words.iter().filter(|word| text.contains(*word)).count();
    stages >= 2 && text.contains("提案") && text.chars().any(|letter| letter.is_ascii_digit())
}

/// A count with its clause.
struct ToldCount<'a> {
    sense: CountSense,
    id: Id,
    value: u64,
    unit: &'a str,
    /// The clause without the number.
    words: &'a str,
    /// The clause with the number.
    quote: &'a str,
    /// The clause before.
    before: &'a str,
    /// A share that is printed with it.
    share: Option<String>,
}

/// The flows of a part, read from its texts.
pub fn flows(
    told: &[ToldText],
    figures: &[Figure],
    title: &str,
    naming: &mut Naming,
    doubts: &mut Vec<Doubt>,
) -> Vec<Flow> {
    let mut flows = Vec::new();
    for told in told.iter().filter(|told| tells(told.text)) {
        let mut reading = FlowReading {
            naming,
            doubts,
            text: told.text,
            flow: None,
            found: Vec::new(),
            last: None,
        };
        for count in counts(told, figures) {
            reading.count(count);
        }
        reading.concluded();
        reading.finish(title);
        flows.append(&mut reading.found);
    }
    flows.truncate(20);
    flows
}

/// The exact counts of a text that tell of proposals.
fn counts<'a>(told: &ToldText<'a>, figures: &'a [Figure]) -> Vec<ToldCount<'a>> {
    let mut counts: Vec<ToldCount> = Vec::new();
    let text = told.text;
    for place in told.places {
        let Some(figure) = figures.iter().find(|figure| figure.id == place.id) else {
            continue;
        };
        let Some(reading) = number::read(&figure.phrase) else {
            continue;
        };
        let clause = around(text, place.range.clone());
        let quote = text.get(clause.clone()).unwrap_or_default();
        let words = text
            .get(clause.start..place.range.start)
            .unwrap_or_default();
        let NumberKind::Quantity(quantity) = reading.kind else {
            continue;
        };
        if quantity.unit == "%" {
            let share = share(text.get(place.range.clone()).unwrap_or_default());
            if let Some(count) = counts.last_mut().filter(|_| is_share(words)) {
                count.share = count.share.take().or(share);
            }
            continue;
        }
        let Some(value) = figure
            .whole()
            .filter(|_| matches!(quantity.unit, "件" | "份" | "条" | "篇" | ""))
        else {
            continue;
        };
        let start = text
            .get(..clause.start)
            .unwrap_or_default()
            .trim_end_matches(ENDS);
        let before = start.rsplit(ENDS).next().unwrap_or_default();
        let behind = text.get(place.range.end..clause.end).unwrap_or_default();
        let Some(sense) = sense(words).or_else(|| sense(behind)) else {
            continue;
        };
        counts.push(ToldCount {
            sense,
            id: figure.id.clone(),
            value,
            unit: quantity.unit,
            words: if words.trim().is_empty() {
                behind
            } else {
                words
            },
            quote,
            before,
            share: None,
        });
    }
    counts
}

/// The clause in which something stands.
fn around(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let start = before.len() - before.rsplit(ENDS).next().unwrap_or_default().len();
    let end = range.end + after.split(ENDS).next().unwrap_or_default().len();
    start..end
}

/// Whether a clause says a share of the count before.
fn is_share(words: &str) -> bool {
    let words = words.trim_matches(['（', '(', ' ']);
    words.is_empty()
        || words.starts_with('占')
        || words.ends_with("立案率")
        || words.ends_with("占比")
}

/// The share as it is printed: `87.2%` of `占87.2%`.
fn share(phrase: &str) -> Option<String> {
    let start = phrase.find(|letter: char| letter.is_ascii_digit())?;
    let share = phrase.get(start..)?;
    percent_like(share, 0, 1).map(|_| share.to_owned())
}

/// What the words before a count say it is.
fn sense(words: &str) -> Option<CountSense> {
    let holds = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let merged = holds(&["并案", "合并"]);
    if holds(&[
        "不予立案",
        "不立案",
        "未立案",
        "未予立案",
        "不予受理",
        "撤案",
    ]) {
        return Some(CountSense::Left(ExitKind::Rejected));
    }
    if holds(&[
        "转为",
        "转作",
        "转有关",
        "转送",
        "转交",
        "作为意见",
        "转部门",
    ]) {
        return Some(CountSense::Left(ExitKind::Transferred));
    }
    // 其中 parts of a whole are named more narrowly than stages are.
    let split = SPLITS
        .iter()
        .position(|(_, parts)| parts.iter().any(|part| words.contains(part)));
    if let Some(split) = split.filter(|_| !holds(&["提交", "收到", "交办", "立案"])) {
        return Some(CountSense::Part(split));
    }
    if holds(&["交办", "承办", "分办"]) {
        return Some(CountSense::Assigned);
    }
    if merged && !words.contains('后') {
        return Some(CountSense::Left(ExitKind::Merged));
    }
    if words.contains("立案") {
        return Some(CountSense::Filed);
    }
    if holds(&["办结", "办复", "办理完毕"]) {
        return Some(CountSense::Concluded);
    }
    let submitted = holds(&["提交", "收到", "征集", "提出", "接收"]) && !words.contains("建议");
    submitted.then_some(CountSense::Submitted)
}

/// A flow while it is read.
struct FlowReading<'a, 'b> {
    naming: &'b mut Naming,
    doubts: &'b mut Vec<Doubt>,
    text: &'a str,
    flow: Option<BegunFlow>,
    found: Vec<Flow>,
    /// The split that the count before was a part of.
    last: Option<usize>,
}

/// The stages with their senses and counts.
struct BegunFlow {
    flow: Flow,
    stages: Vec<(CountSense, u64)>,
    /// What is told to have left, waiting for the stage that it left before.
    left: Vec<Exit>,
    /// How many are told to have left, by the ids of exits.
    counts: Vec<(Id, u64)>,
}

impl BegunFlow {
    /// Takes out exits without a count where those with one are all that left.
    fn complete(&mut self) {
        let pairs = self.stages.iter().zip(self.stages.iter().skip(1));
        let differences: Vec<u64> = pairs
            .map(|((_, before), (_, count))| before.saturating_sub(*count))
            .collect();
        for (stage, difference) in self.flow.stages.iter_mut().skip(1).zip(differences) {
            let told = |exit: &Exit| {
                let count = self.counts.iter().find(|(id, _)| *id == exit.id);
                count.map_or(0, |(_, count)| *count)
            };
            let sum: u64 = stage.exits.iter().map(told).sum();
            let all = sum >= difference;
            stage.exits.retain(|exit| exit.figure.is_some() || !all);
        }
    }
}

impl<'a> FlowReading<'a, '_> {
    fn count(&mut self, count: ToldCount<'a>) {
        match count.sense {
            CountSense::Part(split) => self.part(split, &count),
            CountSense::Left(kind) => self.left(kind, &count),
            sense => self.stage(sense, &count),
        }
        self.last = match count.sense {
            CountSense::Part(split) => Some(split),
            _ => None,
        };
    }

    fn stage(&mut self, sense: CountSense, count: &ToldCount<'a>) {
        let again = self.flow.as_ref().is_some_and(|begun| {
            let told = begun.stages.iter().any(|(other, _)| *other == sense);
            told || sense == CountSense::Submitted && !begun.stages.is_empty()
        });
        if again && sense == CountSense::Submitted {
            self.concluded();
            self.finish("");
        } else if again {
            return;
        }
        let grows = self
            .flow
            .as_ref()
            .and_then(|begun| begun.stages.last())
            .filter(|(_, before)| *before < count.value);
        if grows.is_some() {
            let reason = "这个数比前一环节还多，没有列入流程";
            let choices = ["不列入", "另计"];
            self.doubts.push(Doubt::new(
                DoubtKind::Flow,
                60,
                count.quote,
                reason,
                &choices,
            ));
            return;
        }
        let (label, short) = named(sense, count.words);
        let id = self.naming.id("stage", &label);
        let exits = self.exits(sense, count);
        let stage = Stage {
            id,
            label,
            short,
            figure: Some(count.id.clone()),
            quote: Some(count.quote.trim().to_owned()).filter(|quote| !quote.is_empty()),
            share: count.share.clone(),
            exits,
            splits: Vec::new(),
        };
        let begun = self.flow.get_or_insert_with(|| BegunFlow {
            flow: Flow {
                id: Id(String::new()),
                title: String::new(),
                unit: count.unit.to_owned(),
                stages: Vec::new(),
                beside: Vec::new(),
            },
            stages: Vec::new(),
            left: Vec::new(),
            counts: Vec::new(),
        });
        if begun.flow.unit != count.unit {
            return;
        }
        let mut stage = stage;
        if begun.flow.stages.is_empty() {
            (stage.share, stage.exits) = (None, Vec::new());
        } else if !begun.left.is_empty() {
            stage.exits = std::mem::take(&mut begun.left);
        }
        begun.flow.stages.push(stage);
        begun.stages.push((sense, count.value));
    }

    /// What left before a stage, where the words tell of it without a count.
    fn exits(&mut self, sense: CountSense, count: &ToldCount<'a>) -> Vec<Exit> {
        let before = self.flow.as_ref().and_then(|begun| begun.stages.last());
        let Some((_, before)) = before.filter(|(_, before)| *before > count.value) else {
            return Vec::new();
        };
        let missing = before - count.value;
        let merged = ["并案", "合并"]
            .into_iter()
            .find(|word| count.words.contains(word));
        let examined = ["审查", "审核", "审议"]
            .iter()
            .any(|word| count.before.contains(word) || count.words.contains(word));
        let (kind, label) = match (sense, merged) {
            (_, Some(word)) => (ExitKind::Merged, word.to_owned()),
            (CountSense::Filed, None) if examined => {
                let words = if count.before.is_empty() {
                    count.words
                } else {
                    count.before
                };
                (ExitKind::Rejected, fitting(words))
            }
            _ => return Vec::new(),
        };
        let reason = format!("比前一环节少{missing}件，原文没有写件数，由相减得出");
        let choices: &[&str] = match kind {
            ExitKind::Merged => &["并入同类提案", "原文未说明"],
            _ => &["未予立案", "原文未说明"],
        };
        self.doubts.push(Doubt::new(
            DoubtKind::Flow,
            50,
            count.quote,
            reason,
            choices,
        ));
        vec![self.exit(kind, label, None)]
    }

    fn exit(&mut self, kind: ExitKind, label: String, count: Option<&ToldCount<'a>>) -> Exit {
        Exit {
            id: self.naming.id("exit", &label),
            kind,
            label,
            figure: count.map(|count| count.id.clone()),
            to: None,
            reason: None,
            share: count.and_then(|count| count.share.clone()),
        }
    }

    /// What left with a count: before the stage that follows, or the one that was told.
    fn left(&mut self, kind: ExitKind, count: &ToldCount<'a>) {
        let Some(begun) = &self.flow else { return };
        if begun.flow.unit != count.unit {
            return;
        }
        let filed = begun
            .stages
            .iter()
            .position(|(sense, _)| *sense == CountSense::Filed);
        let assigned = begun
            .stages
            .iter()
            .position(|(sense, _)| *sense == CountSense::Assigned);
        let mut exit = self.exit(kind, fitting(count.words), Some(count));
        if kind == ExitKind::Transferred {
            let to = ["转为", "转作", "转送", "转交", "转"]
                .iter()
                .find_map(|word| count.words.split_once(word));
            exit.to = to
                .map(|(_, to)| fitting(to))
                .filter(|to| to.chars().count() > 1);
        }
        let Some(begun) = &mut self.flow else { return };
        begun.counts.push((exit.id.clone(), count.value));
        match filed
            .or(assigned)
            .filter(|at| *at > 0)
            .and_then(|at| begun.flow.stages.get_mut(at))
        {
            Some(stage) => {
                // What is counted needs no derived twin.
                stage
                    .exits
                    .retain(|other| other.figure.is_some() || other.kind != kind);
                stage.exits.push(exit);
            }
            None => begun.left.push(exit),
        }
    }

    fn part(&mut self, split: usize, count: &ToldCount<'a>) {
        let label = fitting(count.words);
        let Some((by, _)) = SPLITS.get(split) else {
            return;
        };
        let Some(by) = by.iter().find(|word| self.text.contains(**word)) else {
            return;
        };
        let part = SplitPart {
            id: self.naming.id("part", &label),
            label,
            figure: Some(count.id.clone()),
            share: count.share.clone(),
            parts: Vec::new(),
        };
        let Some(begun) = &mut self.flow else { return };
        if split == FEEDBACK {
            let goes_on = self.last == Some(split);
            match begun.flow.beside.last_mut().filter(|_| goes_on) {
                Some(beside) => beside.parts.push(part),
                None => begun.flow.beside.push(Beside {
                    id: self.naming.id("beside", by),
                    label: (*by).to_owned(),
                    figure: None,
                    share: None,
                    parts: vec![part],
                }),
            }
            return;
        }
        if begun.flow.unit != count.unit {
            return;
        }
        let Some(stage) = begun.flow.stages.last_mut() else {
            return;
        };
        match stage.splits.iter_mut().find(|other| other.by == **by) {
            Some(split) => split.parts.push(part),
            None => stage.splits.push(Split {
                by: (*by).to_owned(),
                parts: vec![part],
            }),
        }
    }

    /// 全部办结: the last stage where it is told without a count.
    fn concluded(&mut self) {
        let Some(begun) = &self.flow else { return };
        let told = begun
            .stages
            .iter()
            .any(|(sense, _)| *sense == CountSense::Concluded);
        if told || begun.stages.is_empty() {
            return;
        }
        let all = |clause: &&str| {
            let all = ["所有", "全部", "均已", "均按", "都已", "100%", "100％"]
                .iter()
                .any(|word| clause.contains(word));
            all && ["办结", "办复", "办理完毕"]
                .iter()
                .any(|word| clause.contains(word))
        };
        let Some(quote) = self.text.split(['，', '。', '；']).map(str::trim).find(all) else {
            return;
        };
        let (label, short) = named(CountSense::Concluded, quote);
        let id = self.naming.id("stage", &label);
        if let Some(begun) = &mut self.flow {
            begun.stages.push((CountSense::Concluded, 0));
            begun.flow.stages.push(Stage {
                id,
                label,
                short,
                figure: None,
                quote: Some(quote.to_owned()),
                share: None,
                exits: Vec::new(),
                splits: Vec::new(),
            });
        }
    }

    /// Keeps the flow, if it is one.
    fn finish(&mut self, title: &str) {
        let Some(mut begun) = self.flow.take() else {
            return;
        };
        if begun.flow.stages.len() < 2 {
            return;
        }
        begun.complete();
        let last = begun
            .flow
            .stages
            .last()
            .and_then(|stage| stage.quote.clone());
        let named = last.filter(|_| {
            title.is_empty()
                || begun
                    .flow
                    .stages
                    .last()
                    .is_some_and(|stage| stage.figure.is_none())
        });
        begun.flow.title = named.unwrap_or_else(|| title.to_owned());
        begun.flow.id = self.naming.id("flow", &begun.flow.title);
        let stages: Vec<&str> = begun
            .flow
            .stages
            .iter()
            .map(|stage| stage.short.as_str())
            .collect();
        let reason = format!("从这段文字读出流程：{}", stages.join("→"));
        self.doubts.push(Doubt::new(
            DoubtKind::Flow,
            45,
            self.text,
            reason,
            &["是", "改正", "不画流程"],
        ));
        self.found.push(begun.flow);
    }
}

/// The name of a stage and its short name, out of the words that tell of it.
fn named(sense: CountSense, words: &str) -> (String, String) {
    let list: &[(&str, &str)] = match sense {
        CountSense::Submitted => &[
            ("提交提案", "提交"),
            ("收到提案", "收到"),
            ("提出提案", "提出"),
            ("征集提案", "征集"),
            ("提交", "提交"),
            ("收到", "收到"),
            ("征集", "征集"),
            ("提出", "提出"),
            ("接收", "接收"),
        ],
        CountSense::Filed => &[("立案", "立案")],
        CountSense::Assigned => &[
            ("并案后交办", "交办"),
            ("合并后交办", "交办"),
            ("交办", "交办"),
            ("承办", "承办"),
            ("分办", "分办"),
        ],
        _ => &[
            ("全部按时办结", "办结"),
            ("全部按期办结", "办结"),
            ("全部办结", "办结"),
            ("全部办复", "办复"),
            ("按时办结", "办结"),
            ("按期办结", "办结"),
            ("办结", "办结"),
            ("办复", "办复"),
            ("办理完毕", "办理完毕"),
        ],
    };
    let found = list.iter().find(|(word, _)| words.contains(word));
    let whole = || (fitting(words), fitting(words));
    found.map_or_else(whole, |(label, short)| {
        ((*label).to_owned(), (*short).to_owned())
    })
}

/// Words that fit into a drawing: the last of them, without what joins them to others.
fn fitting(words: &str) -> String {
    let words = words
        .trim()
        .trim_start_matches("其中")
        .trim_start_matches(['有', '，']);
    let words = words.trim_end_matches(['的', '有', '为']);
    let skip = words.chars().count().saturating_sub(NAME);
    words.chars().skip(skip).collect()
}
