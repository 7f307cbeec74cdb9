//! The words on both sides of a number, as far as its clause goes.
//!
//! Knows marks, and no words: what stands between quotation marks or in brackets goes with
//! the words around it, and a list that 、 joins is one name unless a number stands in it.

use crate::report::number::Found;

/// The words around a number.
#[derive(Clone, Copy, Debug)]
pub struct ClauseSides<'a> {
    /// Before it, behind the number before.
    pub left: &'a str,
    /// Behind it, before the number that follows.
    pub right: &'a str,
    /// Whether the next number follows these words without a mark.
    pub cut: bool,
}

/// Words farther away than this are no part of a label.
const FAR: usize = 90;

/// Marks between clauses.
pub const CLAUSE_ENDS: [char; 12] = [
    '，', '。', '；', '：', '！', '？', '\u{3000}', '\t', '\n', ',', ';', '…',
];

/// Marks that stand around words.
const PAIRS: [(char, char); 9] = [
    ('“', '”'),
    ('‘', '’'),
    ('《', '》'),
    ('（', '）'),
    ('(', ')'),
    ('［', '］'),
    ('[', ']'),
    ('〔', '〕'),
    ('【', '】'),
];

impl<'a> ClauseSides<'a> {
    /// Around the number at a place of the list.
    pub fn of(text: &'a str, found: &[Found], at: usize) -> Option<Self> {
        let one = found.get(at)?;
        let before = at.checked_sub(1).and_then(|at| found.get(at));
        let start = before.map_or(0, |before| before.range.end);
        let gap = last_letters(text.get(start..one.range.start)?);
        let mark = outside(gap).into_iter().rfind(|(_, letter)| ends(*letter));
        let mut left = mark.map_or(gap, |(at, letter)| {
            gap.get(at + letter.len_utf8()..).unwrap_or_default()
        });
        let attached = before.is_some() && mark.is_none();
        // 建成5座桥、修路12公里: what stands before the list's mark is the other number's.
        if attached && let Some(at) = list_marks(left).first() {
            left = left.get(at + '、'.len_utf8()..).unwrap_or_default();
        }
        let next = found.get(at + 1);
        let end = next.map_or(text.len(), |next| next.range.start);
        let gap = first_letters(text.get(one.range.end..end)?);
        let mark = outside(gap).into_iter().find(|(_, letter)| ends(*letter));
        let mut right = mark.map_or(gap, |(at, _)| gap.get(..at).unwrap_or_default());
        let mut cut = next.is_some() && mark.is_none() && gap.len() + one.range.end == end;
        // 5座桥、12公里路: so is what stands behind it.
        if cut && let Some(at) = list_marks(right).first() {
            right = right.get(..*at).unwrap_or_default();
            cut = false;
        }
        Some(Self { left, right, cut })
    }
}

fn ends(letter: char) -> bool {
    let side = |(open, close): &(char, char)| *open == letter || *close == letter;
    CLAUSE_ENDS.contains(&letter) || PAIRS.iter().any(side)
}

/// The letters that stand in no pair of marks; a mark whose other one is not there is
/// among them.
pub fn outside(text: &str) -> Vec<(usize, char)> {
    let mut letters = Vec::new();
    let mut after = 0;
    for (at, letter) in text.char_indices() {
        if at < after {
            continue;
        }
        let close = PAIRS.iter().find(|(open, _)| *open == letter);
        let rest = text.get(at..).unwrap_or_default();
        let end = close.and_then(|(_, close)| Some(rest.find(*close)? + close.len_utf8()));
        match end {
            Some(end) => after = at + end,
            None => letters.push((at, letter)),
        }
    }
    letters
}

/// Where the marks of a list stand that are in no pair of marks.
pub fn list_marks(text: &str) -> Vec<usize> {
    let marks = outside(text).into_iter();
    marks
        .filter_map(|(at, letter)| (letter == '、').then_some(at))
        .collect()
}

/// Whether the letter at a byte stands in a pair of marks.
pub fn is_inside(text: &str, place: usize) -> bool {
    !outside(text).iter().any(|(at, _)| *at == place)
}

/// The last letters of a text, as many as may be part of a label.
pub fn last_letters(text: &str) -> &str {
    let start = text.char_indices().rev().nth(FAR).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or(text)
}

/// The first letters of a text, as many as may be part of a label.
pub fn first_letters(text: &str) -> &str {
    let end = text.char_indices().nth(FAR);
    let end = end.map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}
