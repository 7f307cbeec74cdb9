//! Text in which words are found whatever their width, case and white space.
//!
//! Knows texts and nothing of where they stand. What is searched is folded first,
//! letter by letter. The standard library does not fold full width (`１３` is `13` to a
//! reader), does not keep a letter's length when it makes it small (`İ` becomes two),
//! and its tables of all scripts are more than the first visit can carry. Here each
//! letter becomes one letter that is as long in UTF-16, so what browsers count in a
//! text can be counted in the folded text.

use std::ops::Range;

/// Stands between blocks: no folded text holds it, so nothing is found across blocks.
const BETWEEN: char = '\u{FFFF}';

/// A text in blocks, folded once for many searches. Places and lengths in it are in
/// bytes of the folded text.
#[derive(Debug, Default)]
pub struct Folded(String);

impl Folded {
    /// Adds to the last block; the place where it begins.
    pub fn push(&mut self, text: &str) -> usize {
        let start = self.length();
        self.0.extend(text.chars().map(fold));
        start
    }

    /// Ends the last block.
    pub fn end_block(&mut self) {
        self.0.push(BETWEEN);
    }

    /// How long the text is.
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// Where the words of a query stand, in order, none inside another. Bytes are
    /// compared, since in UTF-8 no letter begins inside another; `str`'s own search
    /// would bring tables of all letters along, for a message that nobody can cause.
    pub fn find(&self, query: &Query) -> Vec<usize> {
        let query = query.0.as_bytes();
        if query.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut next = 0;
        for (at, window) in self.0.as_bytes().windows(query.len()).enumerate() {
            if at >= next && window == query {
                next = at + query.len();
                found.push(at);
            }
        }
        found
    }

    /// The clause that a piece stands in.
    pub fn clause(&self, piece: Range<usize>) -> &str {
        let start = (0..piece.start)
            .rev()
            .find_map(|at| Some(at + self.ends(at)?));
        let end = (piece.end..self.length()).find(|at| self.ends(*at).is_some());
        let range = start.unwrap_or(0)..end.unwrap_or(self.length());
        self.0.get(range).unwrap_or_default()
    }

    /// Where a letter begins that ends a clause, its length. A comma within a number
    /// does not.
    fn ends(&self, at: usize) -> Option<usize> {
        match self.0.as_bytes().get(at..)? {
            [b',', b'0'..=b'9', ..] => None,
            [b',' | b';' | b'!' | b'?', ..] => Some(1),
            // A full stop, and what is between blocks.
            [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBF, 0xBF, ..] => Some(3),
            _ => None,
        }
    }

    /// How long a piece is in UTF-16 units, folded or not.
    pub fn units(&self, piece: Range<usize>) -> u32 {
        let letters = self.0.get(piece).unwrap_or_default().chars();
        letters.map(|letter| letter.len_utf16() as u32).sum()
    }
}

/// What is searched for: folded, without white space around it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query(String);

impl Query {
    /// What a reader typed, as a query.
    pub fn of(typed: &str) -> Query {
        let folded: String = typed.chars().map(fold).collect();
        Query(folded.trim_matches(' ').to_owned())
    }

    /// How long it is, in bytes.
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// What is searched for.
    pub fn words(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Full width as half width, capitals as small letters, white space as a space.
/// Letters are those a Chinese report may hold: Latin, Greek and Cyrillic.
fn fold(letter: char) -> char {
    let half = match letter {
        '！'..='～' => moved(letter, -0xFEE0),
        '｡' => '。',
        '｢' => '「',
        '｣' => '」',
        '､' => '、',
        '￥' => '¥',
        BETWEEN => char::REPLACEMENT_CHARACTER,
        space if space.is_whitespace() => ' ',
        other => other,
    };
    match half {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => moved(half, 32),
        'Ѐ'..='Џ' => moved(half, 80),
        other => other,
    }
}

/// The letter so many places further in Unicode.
fn moved(letter: char, by: i32) -> char {
    let place = u32::from(letter).checked_add_signed(by);
    place.and_then(char::from_u32).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The query found in blocks, each place with the words that stand there: the
    /// browser's way, by UTF-16 units.
    #[track_caller]
    fn check(blocks: &[&str], query: &str, expected: &[&str]) {
        let mut text = Folded::default();
        let mut whole = Vec::new();
        for block in blocks {
            let start = text.push(block);
            assert_eq!(text.units(0..start) as usize, whole.len());
            text.end_block();
            whole.extend(block.encode_utf16().chain([0]));
        }
        let query = Query::of(query);
        let found: Vec<String> = text
            .find(&query)
            .into_iter()
            .map(|at| {
                let start = text.units(0..at) as usize;
                let length = text.units(at..at + query.length()) as usize;
                String::from_utf16(&whole[start..][..length]).expect("whole letters")
            })
            .collect();
        assert_eq!(found, expected, "{query:?}");
    }

    #[test]
    fn chinese_words_stand_anywhere() {
        let text = ["政协委员提案，委员", "委员会"];
        check(&text, "委员", &["委员", "委员", "委员"]);
        check(&text, "协委员提", &["协委员提"]);
        check(&text, "主席", &[]);
    }

    #[test]
    fn width_and_case_do_not_matter() {
        check(&["１３＋１，13+1"], "13+1", &["１３＋１", "13+1"]);
        check(&["App与ＡＰＰ"], "ａｐｐ", &["App", "ＡＰＰ"]);
        check(&["ÀÉ Ω Дё"], "àé ω дЁ", &["ÀÉ Ω Дё"]);
        check(&["｢完｣｡￥5"], "「完」。¥5", &["｢完｣｡￥5"]);
    }

    #[test]
    fn a_hit_is_told_with_its_clause() {
        let mut text = Folded::default();
        for block in ["立案6237件，并案后交办5286件，其中", "委员提案4,512件"] {
            text.push(block);
            text.end_block();
        }
        for (query, clause) in [
            ("5286", "并案后交办5286件"),
            ("件，其", "并案后交办5286件,其中"),
            ("委员", "委员提案4,512件"),
            ("立案", "立案6237件"),
        ] {
            let query = Query::of(query);
            let at = text.find(&query)[0];
            assert_eq!(text.clause(at..at + query.length()), clause);
        }
    }

    #[test]
    fn white_space_around_the_words_does_not_matter() {
        check(&["渝事 好商量"], " \u{3000}事\u{a0}好\t\n", &["事 好"]);
        check(&["渝事 好商量"], " \u{3000}\n", &[]);
        check(&["渝事 好商量"], "", &[]);
    }

    #[test]
    fn nothing_is_found_across_blocks_or_inside_another() {
        check(&["提", "案"], "提案", &[]);
        check(&["好好好"], "好好", &["好好"]);
        check(&["提", "案"], "\u{ffff}", &[]);
        check(&["提案"], "提\u{ffff}", &[]);
    }

    #[test]
    fn letters_of_two_units_and_signs_of_direction_are_text() {
        check(&["𠮷野𠮷"], "𠮷", &["𠮷", "𠮷"]);
        check(&["<b>议</b>"], "<B>", &["<b>"]);
        check(&["提案"], "\u{202e}案提", &[]);
    }

    /// Else a browser would count other places than these.
    #[test]
    fn every_letter_keeps_its_length() {
        for letter in '\0'..=char::MAX {
            assert_eq!(fold(letter).len_utf16(), letter.len_utf16(), "{letter:?}");
            assert_eq!(fold(fold(letter)), fold(letter), "{letter:?}");
        }
    }
}
