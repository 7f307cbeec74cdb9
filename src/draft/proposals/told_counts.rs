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
    /// A rate of its own, without a count: 办复率99.8%.
    Rate,
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
        &[
            "办理结果",
            "落实情况",
            "结果",
            "办理",
            "解决",
            "落实",
            "采纳",
            "列入",
            "参考",
        ],
        &[
            "解决",
            "落实",
            "采纳",
            "列入",
            "拟采纳",
            "参考",
            "留作",
            "留待",
        ],
    ),
    (
        &["反馈", "满意率", "满意度", "满意", "理解"],
        &["基本满意", "不满意", "满意", "理解", "未反馈"],
    ),
    (
        &["内容", "领域", "类别", "方面", "建设"],
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

/// The splits by who proposes, by when, by class, by result; and that which feedback is,
/// with a base of its own.
pub const PROPOSER: usize = 0;
pub const WHEN: usize = 1;
const CLASS: usize = 2;
pub const RESULT: usize = 3;
pub const FEEDBACK: usize = 4;

/// Words that say how proposals ended.
pub const ENDED: [&str; 6] = ["办结", "办复", "答复", "办理完毕", "办理答复", "办毕"];

/// The name of a part of a split in some words.
pub fn part_name(split: usize, words: &str) -> Option<&'static str> {
    let (_, names) = SPLITS.get(split)?;
    names.iter().copied().find(|name| words.contains(name))
}

/// Marks between clauses.
const ENDS: [char; 10] = [
    '，', '。', '；', '：', '、', '（', '）', '！', '\u{3000}', ',',
];

/// Whether a text counts proposals on their way.
pub fn tells(text: &str) -> bool {
    let words = ["立案", "交办", "办结", "办复", "提交", "收到", "并案"];
    counts_two(text, &words)
}

/// The same by more words, where nothing but a flow follows from it.
pub fn may_begin(text: &str) -> bool {
    let words = [
        "立案", "交办", "交由", "提交", "收到", "提出", "并案", "承办",
    ];
    let ended = ENDED.iter().find(|word| text.contains(**word));
    tells(text)
        || counts_two(
            text,
            &[&words[..], ended.map_or(&[], std::slice::from_ref)].concat(),
        )
}

fn counts_two(text: &str, words: &[&str]) -> bool {
    let stages = words.iter().filter(|word| text.contains(*word)).count();
    stages >= 2 && text.contains("提案") && text.chars().any(|letter| letter.is_ascii_digit())
}

/// A count with its clause.
pub struct ToldCount<'a> {
    /// What it tells of.
    pub sense: CountSense,
    /// Where in the text its clause begins.
    pub at: usize,
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
        let mut words = text
            .get(clause.start..place.range.start)
            .unwrap_or_default();
        let behind = text.get(place.range.end..clause.end).unwrap_or_default();
        let NumberKind::Quantity(quantity) = reading.kind else {
            continue;
        };
        if quantity.unit == "%" {
            let share = share(text.get(place.range.clone()).unwrap_or_default());
            if let Some(count) = owner(&mut counts, words, behind) {
                count.share = count.share.take().or(share);
            } else if let Some(name) = rate(words, behind).filter(|_| share.is_some()) {
                counts.push(ToldCount {
                    sense: CountSense::Rate,
                    at: clause.start,
                    id: figure.id.clone(),
                    value: 0,
                    unit: "%",
                    words: name,
                    quote,
                    before: "",
                    share,
                });
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
        if words.trim().is_empty() {
            words = bracketed(text.get(..clause.start).unwrap_or_default());
        }
        let own = sense(words).map(|sense| (sense, words));
        let Some((sense, words)) = own.or_else(|| Some((sense(behind)?, behind))) else {
            continue;
        };
        counts.push(ToldCount {
            sense,
            at: clause.start,
            id: figure.id.clone(),
            value,
            unit: quantity.unit,
            words,
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
    let mut start = before.len() - before.rsplit(ENDS).next().unwrap_or_default().len();
    // 界别、小组提案190件 is counted once: a list of names without counts is one name.
    while let Some(rest) = before.get(..start).and_then(|rest| rest.strip_suffix('、')) {
        let name = rest.rsplit(ENDS).next().unwrap_or_default();
        if name.is_empty() || name.chars().any(|letter| letter.is_ascii_digit()) {
            break;
        }
        start = rest.len() - name.len();
    }
    let end = range.end + after.split(ENDS).next().unwrap_or_default().len();
    start..end
}

/// What stands before a count that follows a bracket: the class of 已经解决的（A类）22件, or
/// else the clause before the bracket.
fn bracketed(before: &str) -> &str {
    let Some(open) = before.strip_suffix(['）', ')']) else {
        return "";
    };
    let Some((outside, inside)) = open.rsplit_once(['（', '(']) else {
        return "";
    };
    match part_name(CLASS, inside) {
        Some(_) => inside,
        None => outside.rsplit(ENDS).next().unwrap_or_default(),
    }
}

/// The count that a share is of: the one before, or the one that the rate is named after.
fn owner<'a, 'b>(
    counts: &'b mut [ToldCount<'a>],
    words: &str,
    behind: &str,
) -> Option<&'b mut ToldCount<'a>> {
    let words = words.trim_matches(['（', '(', ' ']);
    let alone = words.is_empty() && behind.trim().is_empty();
    if alone || words.starts_with('占') || words.ends_with("占比") {
        return counts.last_mut();
    }
    let filed = |count: &&mut ToldCount| count.sense == CountSense::Filed;
    counts
        .iter_mut()
        .rev()
        .find(filed)
        .filter(|_| words.contains("立案率"))
}

/// The name of a rate that no count goes with: 办复率, 满意率; 已经办复 of 99.2%已经办复.
fn rate<'a>(words: &'a str, behind: &'a str) -> Option<&'a str> {
    let names = ["办结率", "办复率", "答复率", "满意率", "满意度"];
    let named = names.iter().find_map(|name| {
        let at = words.find(name)?;
        words.get(at..at + name.len())
    });
    let ended = || {
        let behind = behind.trim();
        let short = behind.chars().count() <= 8;
        let ended = words.trim().is_empty() && ENDED.iter().any(|word| behind.contains(word));
        Some(behind).filter(|_| short && ended)
    };
    named.or_else(ended)
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
        "撤回",
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
        "作意见",
        "来信",
        "转部门",
        "转社情民意",
        "作为社情民意",
    ]) {
        return Some(CountSense::Left(ExitKind::Transferred));
    }
    // 其中 parts of a whole are named more narrowly than stages are.
    let split = SPLITS
        .iter()
        .position(|(_, parts)| parts.iter().any(|part| words.contains(part)));
    if let Some(split) = split.filter(|_| !holds(&["提交", "收到", "交办", "交由", "立案"]))
    {
        return Some(CountSense::Part(split));
    }
    if holds(&["交办", "承办", "分办"]) || words.contains("交由") && words.contains("办理")
    {
        return Some(CountSense::Assigned);
    }
    if merged && !words.contains('后') {
        return Some(CountSense::Left(ExitKind::Merged));
    }
    if words.contains("立案") {
        return Some(CountSense::Filed);
    }
    if holds(&ENDED) {
        return Some(CountSense::Concluded);
    }
    let submitted = holds(&["提交", "收到", "征集", "提出", "接收"]) && !words.contains("建议");
    // A name that ends in 提案 is told of those who proposed: 人民团体提案26件.
    let whole = words.trim().trim_end_matches(['有', '共']);
    let proposers = whole.ends_with("提案") && whole != "提案" && !holds(&["重点", "督办", "优秀"]);
    match submitted {
        true => Some(CountSense::Submitted),
        false => proposers.then_some(CountSense::Part(PROPOSER)),
    }
}
