//! Counts of proposals in a text, and what each tells of.

use std::ops::Range;

use super::ToldText;
use crate::report::number::{self, NumberKind};
use crate::report::rate::percent_like;
use crate::report::{ExitKind, Figure, Id};

/// What a count tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountSense {
    /// 提交, 收到
    Submitted,
    /// 立案
    Filed,
    /// 交办
    Assigned,
    /// 办结
    Concluded,
    /// Those that go another way.
    Left(ExitKind),
    /// A part of a split of [`SPLITS`].
    Part(usize),
    /// The sum of the counts before.
    Total,
}

/// Ways to split a stage: words for what it is split by, the last of which stands in
/// the names of the parts; and the words of the parts.
pub const SPLITS: [(&[&str], &[&str]); 6] = [
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
    (
        &["内容", "领域", "类别"],
        &[
            "经济建设",
            "政治建设",
            "文化建设",
            "社会建设",
            "生态文明",
            "生态建设",
            "经济方面",
            "政治方面",
            "文化方面",
            "社会方面",
            "生态方面",
            "其他方面",
        ],
    ),
];

/// The split that feedback is; it has a base of its own.
pub const FEEDBACK: usize = 4;

/// Marks between clauses.
const ENDS: [char; 10] = [
    '，', '。', '；', '：', '、', '（', '）', '！', '\u{3000}', ',',
];

/// Whether a text counts proposals on their way.
pub fn tells(text: &str) -> bool {
    let words = ["立案", "交办", "办结", "办复", "提交", "收到", "并案"];
    let stages = words.iter().filter(|word| text.contains(*word)).count();
    stages >= 2 && text.contains("提案") && text.chars().any(|letter| letter.is_ascii_digit())
}

/// A count with its clause.
pub struct ToldCount<'a> {
    /// What it tells of.
    pub sense: CountSense,
    /// Its figure.
    pub id: Id,
    /// How many.
    pub value: u64,
    /// Of what: 件.
    pub unit: &'a str,
    /// The clause without the number.
    pub words: &'a str,
    /// The clause with the number.
    pub quote: &'a str,
    /// The clause before.
    pub before: &'a str,
    /// A share that is printed with it.
    pub share: Option<String>,
}
/// The exact counts of a text that tell of proposals.
pub fn counts<'a>(told: &ToldText<'a>, figures: &'a [Figure]) -> Vec<ToldCount<'a>> {
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
    let whole = words.trim().trim_end_matches(['为', '有']);
    if matches!(whole, "合计" | "共计" | "总计" | "总共" | "一共") {
        return Some(CountSense::Total);
    }
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
