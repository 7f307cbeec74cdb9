//! Where a number stands with all that no line may part from it: what leads to it, its
//! scale and its unit. Any number is meant, be it a figure or a year: `2000余人次`,
//! `近2千条`, `2035年`, `第3批`, `5月20日`.

use super::unit::known;
use std::ops::Range;

/// What says of a number that it is about so much, or which it is.
const BEFORE: &str = "第近约超逾达";

/// What stands between digits and unit.
const SCALE: &str = "余多来几半十百千万亿";

/// The numbers of a text, in bytes, in order and apart.
pub fn unbroken(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|left| left.chars().next()) {
        let next = at + letter.len_utf8();
        if !letter.is_ascii_digit() && !('０'..='９').contains(&letter) {
            at = next;
            continue;
        }
        let end = end(text, at);
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let before = before.filter(|letter| BEFORE.contains(*letter));
        let start = at - before.map_or(0, char::len_utf8);
        match found.last_mut() {
            // A date goes on.
            Some(last) if last.end == start && is_date(text, last) => last.end = end,
            _ => found.push(start..end),
        }
        at = end;
    }
    found
}

fn is_date(text: &str, number: &Range<usize>) -> bool {
    let written = text.get(number.clone()).unwrap_or_default();
    written.ends_with(['年', '月', '日'])
}

/// Where the number ends whose digits begin there.
fn end(text: &str, start: usize) -> usize {
    let left = |at: usize| text.get(at..).unwrap_or_default();
    let length = |at: usize, part: &dyn Fn(char) -> bool| {
        let left = left(at);
        left.find(|letter| !part(letter)).unwrap_or(left.len())
    };
    let sign = |letter: char| ".．,%％‰+-—–~～/:：".contains(letter);
    let digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    let run = length(start, &|letter| digit(letter) || sign(letter));
    // A sign at the end belongs to what follows, unless it is a percent sign.
    let run = left(start).get(..run).unwrap_or_default();
    let at = start
        + run
            .trim_end_matches(|letter| sign(letter) && !"%％‰".contains(letter))
            .len();
    let at = at + length(at, &|letter| SCALE.contains(letter));
    match (known(left(at)), left(at).chars().next()) {
        (0, Some('周')) if left(at).starts_with("周年") => at + "周年".len(),
        (0, Some(letter)) if letter.is_alphabetic() => at + letter.len_utf8(),
        (unit, _) => at + unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expected: &str) {
        let text = expected.replace(['[', ']'], "");
        let mut shown = String::new();
        let mut at = 0;
        for range in unbroken(&text) {
            shown += &format!("{}[{}]", &text[at..range.start], &text[range.clone()]);
            at = range.end;
        }
        shown += &text[at..];
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_number_takes_its_unit_along() {
        check("调研[2000余人次]，提出建议[800余条]");
        check("[近2千条]、[11.3%]、[第3批]、[5G]网络");
        check("建党[100周年]，[2035年]远景，提案工作[70年]");
        check("自[2022年5月20日]起");
        check("[6方面][22条]建议");
    }
}
