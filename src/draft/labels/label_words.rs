//! Which words of a clause are the name of what a number tells of.
//!
//! Knows how long a label is. A clause that is longer is cut where a word of grammar
//! stands and nowhere else.

use super::clause_sides::{is_inside, list_marks};
use super::grammar_words::{
    HOW, JOINS, NO_LEADS, NO_NAMES, bare, begins_with_verb, behind_time, is_time, letters, one_of,
    verbs, without_joins, without_time,
};

/// The most letters of a label.
pub const LONGEST: usize = 20;

/// The most letters of a list that is one name.
pub const LONGEST_LIST: usize = 24;

/// The most letters of such a list behind a number, where another clause may begin in it.
const LONGEST_LIST_BEHIND: usize = 14;

/// Whether words say anything: more than one letter, and more than what joins them.
fn is_name(words: &str) -> bool {
    let told = words
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count();
    told > 1 && one_of(JOINS, |join| join == words).is_none()
}

/// Whether the words before a number end in 从 or 由, with or without a year: what
/// follows is where something came from.
pub fn is_origin(left: &str) -> bool {
    let left = left.trim_end();
    let left = left.strip_suffix('的').unwrap_or(left);
    let left = without_time(left).unwrap_or(left);
    left.ends_with(['从', '由', '自']) && one_of(NO_LEADS, |word| left.ends_with(word)).is_none()
}

/// Whether the words between two numbers only say what became of the first:
/// 提升至2035年的, ，增加到.
pub fn is_change(between: &str) -> bool {
    let words = between.trim_matches(['，', '、', ' ']);
    let words = words.strip_suffix('的').unwrap_or(words);
    let words = without_time(words).unwrap_or(words);
    let ended = one_of("到 至 为 成", |word| words.ends_with(word));
    words.is_empty() || ended.is_some() && letters(words) < 9
}

/// The name that ends where a number begins: 森林覆盖率从2030年的 is 森林覆盖率. Tells too
/// whether it is sure to be whole.
pub fn name_before(left: &str) -> Option<(&str, bool)> {
    let words = bare(left);
    let marks = list_marks(words);
    // 改造学校、新建医院: the last of two things that were done.
    let last = marks
        .last()
        .and_then(|at| words.get(at + '、'.len_utf8()..));
    let words = last
        .filter(|last| begins_with_verb(last) && letters(last) > 3)
        .unwrap_or(words);
    if !is_name(words) {
        return None;
    }
    let room = if marks.is_empty() {
        LONGEST
    } else {
        LONGEST_LIST
    };
    if letters(words) <= room {
        return (!is_time(words)).then_some((words, true));
    }
    if let Some(rest) = behind_time(words).filter(|rest| letters(rest) <= room) {
        return is_name(rest).then_some((rest, true));
    }
    let after = words.match_indices(['的', '了']).filter_map(|(at, word)| {
        let known = words.get(..at + word.len())?;
        let known = one_of(NO_LEADS, |word| known.ends_with(word)).is_some();
        (!known && !is_inside(words, at)).then_some(at + word.len())
    });
    let mut cuts: Vec<usize> = verbs(words).into_iter().chain(after).collect();
    cuts.sort_unstable();
    let cut = cuts.into_iter().filter_map(|at| words.get(at..));
    let cut = cut.filter(|rest| letters(rest) > 3 && letters(rest) <= room);
    if let Some(rest) = cut.map(without_joins).next() {
        return Some((rest, true));
    }
    let last = last.filter(|last| letters(last) > 3 && letters(last) <= LONGEST)?;
    Some((last, false))
}

/// The name that begins where a number ends. Where the next number follows at once, it
/// ends before what is done.
pub fn name_behind(right: &str, cut: bool) -> Option<(&str, bool)> {
    let words = right.trim();
    let words = words.strip_prefix('的').unwrap_or(words);
    if one_of(NO_NAMES, |word| words.starts_with(word)).is_some() {
        return None;
    }
    if cut && is_change(words) {
        return None;
    }
    let marks = list_marks(words);
    let mut sure = true;
    let mut name = words;
    // What is said of more than the first of them is a name only where it is short.
    if letters(name) > LONGEST_LIST_BEHIND
        && let Some(at) = marks.first()
    {
        name = name.get(..*at).unwrap_or_default();
        sure = false;
    }
    if cut || letters(name) > LONGEST {
        let with = name.match_indices('与').filter_map(|(at, _)| {
            let known = name.get(..at + '与'.len_utf8())?;
            (!known.ends_with("参与") && !is_inside(name, at)).then_some(at)
        });
        let mut cuts: Vec<usize> = verbs(name).into_iter().chain(with).collect();
        cuts.sort_unstable();
        // 举行和参加……: what was done, and not to what.
        sure &= cut || !begins_with_verb(name);
        let least = if begins_with_verb(name) { 4 } else { 2 };
        let shorter = cuts.into_iter().filter_map(|at| name.get(..at));
        let shorter = shorter.map(without_how);
        name = shorter
            .into_iter()
            .find(|words| letters(words) >= least)
            .unwrap_or(name);
    }
    let name = name.trim_end_matches(['和', '及', '与', '并', '的', '、', ' ']);
    let held = letters(name) <= LONGEST && name.chars().any(char::is_alphabetic);
    // 2个大型、5个中型港口: what is large comes behind another number.
    let kind = letters(words) < 5 && name.ends_with(['级', '型', '类']);
    held.then_some((name, sure && !kind))
}

/// Whether words behind a number may name what is counted, and are too long for it.
pub fn is_long(right: &str) -> bool {
    let begun = one_of(NO_NAMES, |word| right.starts_with(word)).is_some();
    !begun && letters(right) > LONGEST
}

/// The first words of a clause, as far as they can be told to be whole.
pub fn first_words(clause: &str) -> Option<&str> {
    let words = bare(clause);
    if letters(words) <= LONGEST {
        return is_name(words).then_some(words);
    }
    name_behind(words, true).map(|(words, _)| words)
}

/// Without a word at the end that says how something is done.
fn without_how(words: &str) -> &str {
    let how = one_of(HOW, |how| words.ends_with(how));
    how.and_then(|how| words.strip_suffix(how)).unwrap_or(words)
}

/// What is so many times something else: of 产值为“十五五”时期的, 产值.
pub fn compared(left: &str) -> Option<&str> {
    left.trim_end().strip_suffix('的')?;
    let is = left.match_indices(['为', '是']).rev().find(|(at, word)| {
        let known = left.get(..at + word.len()).unwrap_or_default();
        let known = one_of(NO_LEADS, |word| known.ends_with(word)).is_some();
        !known && !is_inside(left, *at)
    });
    left.get(..is?.0)
}
