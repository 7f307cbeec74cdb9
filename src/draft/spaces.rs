//! Spaces that stand between letters to make a line wider, and belong to no word.

use super::document::Paragraph;
use super::letter_width::is_wide;

/// Whether spaces stand between most letters, to make a line as wide as the others.
pub fn is_spaced(text: &str) -> bool {
    let letters: Vec<char> = text.trim().chars().collect();
    let wide = letters.iter().filter(|letter| is_wide(**letter)).count();
    let spaces = letters
        .iter()
        .filter(|letter| letter.is_whitespace())
        .count();
    wide >= 2 && spaces * 2 >= wide && letters.len() - spaces - wide <= wide / 4
}

/// A paragraph whose letters stood apart, without the spaces; any other without those
/// before its first letter and beside its digits.
pub fn unspaced(mut paragraph: Paragraph) -> Paragraph {
    let indent = paragraph.text.len() - paragraph.text.trim_start().len();
    paragraph.text.drain(..indent);
    paragraph.lead = paragraph.lead.saturating_sub(indent);
    if paragraph.lead == 0 {
        paragraph.text = beside_digits(&paragraph.text);
    }
    let words = paragraph.text.split_whitespace();
    let single = words
        .clone()
        .filter(|word| word.chars().count() == 1)
        .count();
    if is_spaced(&paragraph.text) && single * 2 >= words.count() {
        paragraph.text = paragraph.text.split_whitespace().collect();
        paragraph.lead = 0;
    }
    paragraph
}

/// 提案 1286 件: without the single spaces between digits and Chinese letters.
fn beside_digits(text: &str) -> String {
    let letters: Vec<char> = text.trim_end().chars().collect();
    let digit = |letter: &char| letter.is_ascii_digit() || matches!(letter, '%' | '％');
    let kept = letters.iter().enumerate().filter(|&(at, letter)| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let (Some(before), Some(after)) = (before, letters.get(at + 1)) else {
            return true;
        };
        let han = |letter: &char| is_wide(*letter) && letter.is_alphabetic();
        let beside = digit(before) && han(after) || han(before) && digit(after);
        *letter != ' ' || !beside
    });
    kept.map(|(_, letter)| *letter).collect()
}

/// Without the spaces beside Chinese letters.
pub fn without_spaces(text: &str) -> String {
    let letters: Vec<char> = text.trim().chars().collect();
    let kept = letters.iter().enumerate().filter(|&(at, letter)| {
        let before = letters
            .get(..at)
            .and_then(|before| before.iter().rev().find(|letter| !letter.is_whitespace()));
        let after = letters
            .get(at..)
            .and_then(|after| after.iter().find(|letter| !letter.is_whitespace()));
        let beside = |letter: Option<&char>| letter.is_none_or(|letter| is_wide(*letter));
        !letter.is_whitespace() || !beside(before) && !beside(after)
    });
    kept.map(|(_, letter)| *letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_between_letters_are_taken_out() {
        assert_eq!(
            without_spaces("社 会 主 义 2035 年 a b"),
            "社会主义2035年a b"
        );
        assert!(is_spaced("社 会 主 义"));
        assert!(!is_spaced("省长 某某某"));
    }

    #[test]
    fn single_spaces_beside_digits_are_taken_out() {
        assert_eq!(beside_digits("提案 12 件，占 5% 多"), "提案12件，占5%多");
        assert_eq!(beside_digits("省长 某某 a 1"), "省长 某某 a 1");
    }
}
