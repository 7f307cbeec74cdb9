//! 甲、乙分别增长1%、2%: as many names as numbers, each in the place of the other.

use super::clause_sides::{list_marks, outside};
use super::grammar_words::{bare, letters};
use super::label_words::{LONGEST, LONGEST_LIST, name_before};
use crate::report::number::{Found, NumberKind, Piece};

/// What ends the name of something that can be measured.
const MEASURES: &str = "率额值量数入出款资价费度次积龄期";

/// Which of a list of numbers one is: the places of the first and the last.
fn list(text: &str, found: &[Found], at: usize) -> (usize, usize) {
    let listed = |one: usize| {
        let (Some(one), Some(next)) = (found.get(one), found.get(one + 1)) else {
            return false;
        };
        let between = text.get(one.range.end..next.range.start);
        between
            .is_some_and(|between| matches!(between, "、" | "和" | "，" | "及" | "、增长" | "与"))
    };
    let (mut first, mut last) = (at, at);
    while first > 0 && listed(first - 1) {
        first -= 1;
    }
    while listed(last) {
        last += 1;
    }
    (first, last)
}

/// The name in the same place of the list, where each is a name of its own; otherwise
/// the whole list. Tells too whether that is sure to be a name.
pub fn respective<'a>(text: &'a str, found: &[Found], at: usize) -> Option<(&'a str, bool)> {
    let (first, last) = list(text, found, at);
    let count = last - first + 1;
    if count < 2 {
        return None;
    }
    let range = found.get(first)?.range.clone();
    let start = text
        .get(..range.start)?
        .rfind(['。', '；', '，', '：'])
        .map_or(0, |end| end + '，'.len_utf8());
    let whole = text.get(start..range.end)?;
    let told = whole.split_once("分别").map(|(names, _)| names);
    let words = told.or_else(|| text.get(start..range.start))?;
    let earlier = first.checked_sub(1).and_then(|at| found.get(at));
    if earlier.is_some_and(|earlier| earlier.range.end > start) {
        return None;
    }
    let words = bare(words);
    let mut breaks: Vec<(usize, char)> = outside(words)
        .into_iter()
        .filter(|(at, letter)| {
            let rest = words.get(*at..).unwrap_or_default();
            let before = words.get(..*at).unwrap_or_default();
            let word = ["和谐", "与会", "及时"]
                .iter()
                .any(|word| rest.starts_with(word));
            let word = word || before.ends_with(['参', '以', '普', '涉']);
            matches!(letter, '、' | '和' | '与' | '及') && !word
        })
        .collect();
    let exact = breaks.len() + 1 == count;
    let told = told.is_some() || exact && unsaid(found, first, last);
    if !told || breaks.len() + 1 < count {
        return None;
    }
    // More breaks than numbers: the marks of the list alone.
    if !exact {
        let marks = list_marks(words);
        let fitting = marks.len() + 1 >= count;
        breaks.retain(|(_, letter)| !fitting || *letter == '、');
    }
    let mut names: Vec<&str> = Vec::new();
    let mut begin = 0;
    for (at, letter) in &breaks {
        names.push(words.get(begin..*at)?);
        begin = at + letter.len_utf8();
    }
    names.push(words.get(begin..)?);
    let skip = names.len().checked_sub(count)?;
    let names = names.get(skip..)?;
    let start = skip.checked_sub(1).and_then(|last| breaks.get(last));
    let whole = words.get(start.map_or(0, |(at, letter)| at + letter.len_utf8())..)?;
    let end = names.last()?.chars().next_back()?;
    let complete = |name: &&str| {
        letters(name) > 2 && name.ends_with(|letter| letter == end || MEASURES.contains(letter))
    };
    let own = name_before(names.get(at - first)?);
    // 每千人护士、医生数: both are of a thousand.
    let shared = whole.starts_with('每') || whole.starts_with("人均");
    if names.iter().all(complete) && !shared {
        return own;
    }
    let whole = bare(whole);
    if letters(whole) <= LONGEST_LIST {
        return Some((whole, true));
    }
    own.filter(|(name, _)| letters(name) <= LONGEST)
        .map(|(name, _)| (name, false))
}

/// Whether only the first number says how it moved.
fn unsaid(found: &[Found], first: usize, last: usize) -> bool {
    let rest = found.get(first + 1..=last).unwrap_or_default();
    let moves = |one: &Found| {
        let first = one.reading.pieces.first();
        let said = matches!(first, Some(Piece::Word(_)));
        said || matches!(one.reading.kind, NumberKind::Change { .. })
    };
    !rest.iter().any(moves)
}
