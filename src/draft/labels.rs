//! The figures of a report: every number phrase of its texts, with a label out of its
//! own clause.

use std::collections::HashMap;
use std::ops::Range;

use super::letter_width::is_wide;
use super::naming::Naming;
use crate::report::check::MAX_ENTRIES;
use crate::report::number::{self, Found, NumberKind};
use crate::report::{Figure, Id, Point};

/// A figure where it stands in a text.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// In bytes.
    pub range: Range<usize>,
    /// Which figure.
    pub id: Id,
}

/// The figures of a report while they are found.
#[derive(Debug, Default)]
pub struct Figures {
    /// All of them, in order.
    pub all: Vec<Figure>,
    /// By phrase and label, and exact counts of many digits by phrase alone.
    known: HashMap<String, Id>,
    /// How many phrases found no room.
    pub left_out: usize,
}

/// The most letters of a label.
const LONGEST: usize = 16;

/// Marks between clauses.
const ENDS: [char; 20] = [
    '，', '。', '；', '：', '！', '？', '、', '（', '）', '\u{3000}', ',', ';', '(', ')', '“', '”',
    ']', '］', '〕', '】',
];

impl Figures {
    /// The figures of a text, each in its place; the point names them.
    pub fn of(&mut self, point: &mut Point, naming: &mut Naming) -> Vec<Occurrence> {
        let mut places: Vec<Occurrence> = Vec::new();
        if self.all.len() >= MAX_ENTRIES {
            return places;
        }
        let text = point.text.clone();
        let found = number::find(&text);
        let labels = labels(&text, &found);
        for (found, label) in found.iter().zip(labels) {
            let Some(phrase) = text.get(found.range.clone()) else {
                continue;
            };
            if self.all.len() >= MAX_ENTRIES || point.figures.len() >= MAX_ENTRIES {
                self.left_out += 1;
                continue;
            }
            let id = self.figure(phrase, label, found, naming);
            if !point.figures.contains(&id) {
                point.figures.push(id.clone());
            }
            places.push(Occurrence {
                range: found.range.clone(),
                id,
            });
        }
        // Where one phrase stands in another, the longer one has its place first.
        let length = |id: &Id| {
            places
                .iter()
                .find(|place| place.id == *id)
                .map_or(0, |place| place.range.len())
        };
        point
            .figures
            .sort_by_key(|id| std::cmp::Reverse(length(id)));
        places
    }

    fn figure(&mut self, phrase: &str, label: &str, found: &Found, naming: &mut Naming) -> Id {
        let digits = phrase.chars().filter(char::is_ascii_digit).count();
        let exact = match &found.reading.kind {
            NumberKind::Quantity(quantity) => quantity.whole().is_some() && digits > 3,
            _ => false,
        };
        // One count of many digits is one fact wherever it stands.
        let key = if exact {
            phrase.to_owned()
        } else {
            [phrase, "\n", label].concat()
        };
        if let Some(id) = self.known.get(&key) {
            return id.clone();
        }
        let id = naming.id("figure", label);
        self.known.insert(key, id.clone());
        self.all.push(Figure {
            id: id.clone(),
            label: label.to_owned(),
            phrase: phrase.to_owned(),
            value: None,
            qualifier: None,
            unit: None,
        });
        id
    }
}

/// A label for each phrase, out of the text.
pub fn labels<'a>(text: &'a str, found: &[Found]) -> Vec<&'a str> {
    let mut labels: Vec<&str> = Vec::new();
    for (at, one) in found.iter().enumerate() {
        let label = respective(text, found, at)
            .or_else(|| own(text, one, at.checked_sub(1).and_then(|at| found.get(at))))
            .or_else(|| labels.last().copied())
            .unwrap_or_else(|| clause(text, one));
        labels.push(label);
    }
    labels
}

/// 甲、乙分别增长1%、2%: the name in the same place of the list.
fn respective<'a>(text: &'a str, found: &[Found], at: usize) -> Option<&'a str> {
    // The first of the numbers: what stands between them are marks of a list.
    let listed = |one: &Found, next: &Found| {
        let between = text.get(one.range.end..next.range.start);
        between
            .is_some_and(|between| matches!(between, "、" | "和" | "，" | "及" | "、增长" | "与"))
    };
    let mut first = at;
    while first > 0 && listed(found.get(first - 1)?, found.get(first)?) {
        first -= 1;
    }
    let mut last = at;
    while let (Some(one), Some(next)) = (found.get(last), found.get(last + 1)) {
        if !listed(one, next) {
            break;
        }
        last += 1;
    }
    let count = last - first + 1;
    let begins = found.get(first)?.range.start;
    let ends = found.get(first)?.range.end;
    let sentence = text
        .get(..begins)?
        .rfind(['。', '；', '，'])
        .map_or(0, |end| end + '，'.len_utf8());
    let whole = text.get(sentence..ends)?;
    let (names, _) = whole.split_once("分别")?;
    let names = ["年均", "同比", "各"].iter().fold(names, |names, word| {
        names.strip_suffix(word).unwrap_or(names)
    });
    let names: Vec<&str> = names.split(['、', '和', '与', '及']).collect();
    if count < 2 || names.len() < count {
        return None;
    }
    let name = names.get(names.len() - count + at - first)?;
    trimmed(name)
}

/// The words of its own clause: behind the phrase where it counts them, before it where
/// it tells how much they are.
fn own<'a>(text: &'a str, one: &Found, before: Option<&Found>) -> Option<&'a str> {
    let start = before.map_or(0, |before| before.range.end);
    let left = text.get(start..one.range.start)?;
    let left = left.rsplit(ENDS).next().unwrap_or_default();
    let right = text.get(one.range.end..)?;
    let right = right.split(ENDS).next().unwrap_or_default();
    let counts = match &one.reading.kind {
        NumberKind::Quantity(quantity) => !matches!(quantity.unit, "%" | "‰" | "" | "倍" | "元"),
        _ => false,
    };
    let right = number::find(right).first().map_or(right, |next| {
        right.get(..next.range.start).unwrap_or_default()
    });
    let behind = trimmed_end(right).filter(|_| counts);
    let ahead = trimmed(left);
    match (ahead, behind) {
        // 邀请委员300人次参加: what is done says less than who does it.
        (Some(ahead), Some("参加" | "参与" | "出席" | "受益" | "出行" | "参会")) => {
            Some(ahead)
        }
        (ahead, Some(behind)) if behind.chars().count() > 1 => Some(behind).or(ahead),
        (Some(ahead), _) => Some(ahead),
        (None, behind) => behind.or_else(|| whole_clause(text, one)),
    }
}

/// 其中，委员提案: the words before a comma where nothing else says what is counted.
fn whole_clause<'a>(text: &'a str, one: &Found) -> Option<&'a str> {
    let before = text.get(..one.range.start)?;
    let before = before.trim_end_matches(ENDS);
    let clause = before.rsplit(ENDS).next().unwrap_or_default();
    trimmed(clause)
        .filter(|words| number::find(words).is_empty() && before.len() + 4 > one.range.start)
}

/// The sentence, from its beginning; of a table's row, what its first cell says.
fn clause<'a>(text: &'a str, one: &Found) -> &'a str {
    let before = text.get(..one.range.start).unwrap_or_default();
    let start = before.rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let sentence = text.get(start..).unwrap_or(text).trim_start();
    let cell = sentence.split(['\u{3000}', '\t']).next();
    let sentence = cell.unwrap_or(sentence);
    let end = sentence
        .char_indices()
        .nth(LONGEST)
        .map_or(sentence.len(), |(at, _)| at);
    let words = sentence.get(..end).unwrap_or_default().trim_matches(ENDS);
    match words.trim() {
        "" => text,
        words => words,
    }
}

/// Words that join a clause to the one before.
const JOINS: [&str; 18] = [
    "其中", "包括", "已经", "并", "和", "及", "与", "以及", "共", "从", "由", "则", "也", "还",
    "又", "均", "已", "较",
];

/// The last words before a number, without those that join.
fn trimmed(words: &str) -> Option<&str> {
    let mut words = words.trim();
    while let Some(rest) = JOINS.iter().find_map(|join| words.strip_prefix(join)) {
        // 并案 is what was done.
        if rest.chars().count() < 2 || words.starts_with("并案") {
            break;
        }
        words = rest;
    }
    let ends = [
        "的", "为", "是", "达", "从", "了", "由", "至", "到", "超", "约",
    ];
    while let Some(rest) = ends.iter().find_map(|end| words.strip_suffix(end)) {
        words = rest;
    }
    let count = words.chars().count();
    let skip = count.saturating_sub(LONGEST);
    let start = words.char_indices().nth(skip).map_or(0, |(at, _)| at);
    let words = words.get(start..)?.trim();
    (words.chars().count() > 1 && words.chars().any(is_wide)).then_some(words)
}

/// The first words behind a number.
fn trimmed_end(words: &str) -> Option<&str> {
    let end = words
        .char_indices()
        .nth(LONGEST)
        .map_or(words.len(), |(at, _)| at);
    let words = words.get(..end)?.trim();
    let begins = ["以上", "以下", "左右", "和", "及", "的", "与"]
        .iter()
        .any(|word| words.starts_with(word));
    let words = words.trim_end_matches(['和', '及', '与', '并', '的']);
    (!begins && !words.is_empty() && words.chars().any(is_wide)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = number::find(text);
        assert_eq!(labels(text, &found), expected);
    }

    #[test]
    fn a_label_is_out_of_the_clause() {
        check("全年植树300棵，修路12公里", &["全年植树", "修路"]);
        check("建成5个公园", &["公园"]);
        check("种花、种草面积分别增长4%、10%", &["种花", "种草面积"]);
        check("森林面积占比达65%。", &["森林面积"]);
        check("并案后交办503件，并走访27家", &["并案后交办", "走访"]);
        check("[1] 包括专题座谈5次", &["专题座谈"]);
        check("市园林局　　38　　97.4%", &["市园林局"]);
    }
}
