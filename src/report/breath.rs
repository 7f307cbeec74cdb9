//! A text in pieces that a voice says in one breath: sentences, clauses, or what stands
//! between two words.

use super::speech::{is_in, spoken_as};

/// The longest piece that is said at once, in characters: some engines fall
/// silent after a quarter of a minute.
const BREATH: usize = 60;

/// Marks that end a sentence, and marks that may stand after them.
const ENDS: &str = "。；！？";
const CLOSING: &str = "”’」』）》";

/// A text in sentences, and long sentences in clauses; joined they are the text.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (at, letter) in text.char_indices() {
        if ended && !is_in(CLOSING, letter) && !is_in(ENDS, letter) {
            clauses(text.get(start..at).unwrap_or_default(), &mut pieces);
            start = at;
        }
        ended = is_in(ENDS, letter) || ended && is_in(CLOSING, letter);
    }
    clauses(text.get(start..).unwrap_or_default(), &mut pieces);
    pieces
}

/// Adds a sentence, cut where it is too long for a breath.
fn clauses<'a>(sentence: &'a str, pieces: &mut Vec<&'a str>) {
    let mut rest = sentence;
    while let Some((piece, after)) = cut(rest).and_then(|at| rest.split_at_checked(at)) {
        pieces.push(piece);
        rest = after;
    }
    if rest.chars().any(|letter| letter > ' ') {
        pieces.push(rest);
    }
}

/// Where the first breath of a text ends, in bytes: after its last comma, or else before a
/// letter that continues no number and no word of another script, or else anywhere. None
/// where all of it is one breath.
fn cut(text: &str) -> Option<usize> {
    let counts = |letter: char| {
        letter.is_ascii_graphic() || spoken_as(letter) != letter || is_in(SCALES, letter)
    };
    let (mut comma, mut gap, mut before) = (None, None, '0');
    for (length, (at, letter)) in text.char_indices().enumerate() {
        if !counts(before) {
            gap = Some(at);
        }
        if length == BREATH {
            return comma.or(gap).or(Some(at));
        }
        if matches!(letter, '，' | '、' | '：') {
            comma = Some(at + letter.len_utf8());
        }
        before = letter;
    }
    None
}

/// What belongs to the number before it, and to what is counted after it.
const SCALES: &str = "十百千万亿余多近约";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_sentences(text: &str, expected: &[&str]) {
        let found = sentences(text);
        assert_eq!(found, expected);
        assert_eq!(found.concat(), text);
    }

    #[test]
    fn sentences_end_with_their_marks() {
        check_sentences("一。二；“三。”四", &["一。", "二；", "“三。”", "四"]);
        check_sentences("", &[]);
        check_sentences("真的？！好", &["真的？！", "好"]);
    }

    #[test]
    fn long_sentences_are_cut_after_commas() {
        let clause = "认真落实市委工作部署，";
        let text = clause.repeat(12);
        let pieces = sentences(&text);
        assert_eq!(pieces.concat(), text);
        assert!(pieces.iter().all(|piece| piece.chars().count() <= BREATH));
        assert_eq!(pieces.len(), 3);
    }

    /// A list of names without a comma was given to the voice as one sentence of 210
    /// characters, in the midst of which some fall silent for good.
    #[test]
    fn sentences_without_commas_are_cut_between_words() {
        for text in [
            "字".repeat(210),
            "字".repeat(55) + "1234567余件" + &"字".repeat(60),
            "字".repeat(52) + "WebAssembly" + &"字".repeat(60),
        ] {
            let pieces = sentences(&text);
            assert_eq!(pieces.concat(), text);
            assert!(
                pieces.iter().all(|piece| piece.chars().count() <= BREATH),
                "{pieces:?}"
            );
        }
        let number = "字".repeat(55) + "1234567余件好" + &"字".repeat(20);
        assert!(sentences(&number)[1].starts_with("1234567余件"));
    }
}
