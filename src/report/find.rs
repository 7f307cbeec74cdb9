//! Where words stand in a text.
//!
//! The texts are short and so are the words. The library's search for words is
//! made for others: it prepares itself for each, and with what it would say if
//! it were asked to cut a character in two it is 4 KB of the WASM.

/// Where the words stand in the text, as byte offsets in order. No words stand
/// nowhere.
pub fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> {
    let first = words.chars().next();
    first
        .into_iter()
        .flat_map(|first| text.match_indices(first))
        .map(|(at, _)| at)
        .filter(move |&at| text.get(at..).is_some_and(|rest| rest.starts_with(words)))
}

/// Whether the words stand in the text. No words stand in any.
pub fn holds(text: &str, words: &str) -> bool {
    words.is_empty() || places(text, words).next().is_some()
}

/// What stands before and after the words where they stand first.
pub fn around<'a>(text: &'a str, words: &str) -> Option<(&'a str, &'a str)> {
    let at = places(text, words).next()?;
    Some((text.get(..at)?, text.get(at + words.len()..)?))
}

/// Where the words stand first without being the end of a longer number: `5%` does
/// not stand in `75%` or `7.5%`.
pub fn whole(text: &str, words: &str) -> Option<usize> {
    let digit = |letter: char| letter.is_ascii_digit();
    places(text, words).find(|&at| {
        let before = text.get(..at).unwrap_or_default();
        // A point or a separator is a number's only between digits.
        let before = before.strip_suffix(['.', ',']).unwrap_or(before);
        !(words.starts_with(digit) && before.ends_with(digit))
    })
}

/// The clause in which the words stand first: what lies between two marks of
/// punctuation. A number does not stand in a longer one.
pub fn clause<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    clause_at(text, whole(text, words)?, words.len())
}

/// The clause about a place of that many bytes.
pub fn clause_at(text: &str, at: usize, length: usize) -> Option<&str> {
    const ENDS: [char; 8] = ['，', '。', '；', '：', '！', '？', '、', '\n'];
    let (before, rest) = (text.get(..at)?, text.get(at..)?);
    let after = rest.get(length..)?;
    let start = before.rsplit(ENDS).next()?.len();
    let end = after.split(ENDS).next()?.len();
    text.get(at - start..at + length + end)
}

#[cfg(test)]
mod tests {
    use super::{around, clause, holds, places, whole};

    #[track_caller]
    fn check(text: &str, words: &str, expected: &[usize]) {
        let found: Vec<_> = places(text, words).collect();
        assert_eq!(found, expected);
        assert_eq!(holds(text, words), text.contains(words));
        if !words.is_empty() {
            assert_eq!(around(text, words), text.split_once(words));
        }
    }

    #[test]
    fn words_stand_where_all_of_them_stand() {
        check("提案和提案人", "提案", &[0, 9]);
        check("提案和提案人", "提案人", &[9]);
        check("提案", "提案人", &[]);
        check("", "提案", &[]);
        check("11省市111", "11", &[0, 8, 9]);
    }

    #[test]
    fn no_words_stand_nowhere_and_are_held_by_any_text() {
        check("提案", "", &[]);
        check("", "", &[]);
    }

    #[test]
    fn a_clause_lies_between_two_marks() {
        let text = "其中，委员提案4512件，集体提案12件。";
        assert_eq!(clause(text, "4512件"), Some("委员提案4512件"));
        assert_eq!(clause(text, "12件"), Some("集体提案12件"));
        assert_eq!(clause(text, "其中"), Some("其中"));
        assert_eq!(clause(text, "512件"), None);
    }

    #[test]
    fn a_number_does_not_stand_in_a_longer_one() {
        assert_eq!(whole("占75%、7.5%、1,005%，又占5%", "5%"), Some(31));
        assert_eq!(whole("占75%", "5%"), None);
        assert_eq!(whole("见表1.5%", "5%"), None);
        assert_eq!(whole("其一.5%", "5%"), Some(7));
        assert_eq!(whole("立案率81.31%", "81.31%"), Some(9));
        assert_eq!(whole("第1件", "件"), Some(4));
    }
}
