//! Finding words in a long text, whatever their width and case.
//!
//! Knows texts as UTF-16, as browsers count them, and nothing of where they
//! stand. Each unit is folded to one unit, so a place in the folded text is the
//! same place in the text.

/// Stands between blocks: no text holds it, so nothing is found across blocks.
const APART: u16 = 0xFFFF;

/// A text in blocks, folded once for many searches.
#[derive(Debug, Default)]
pub struct Folded(Vec<u16>);

impl Folded {
    /// Adds to the last block; the place where it begins, in units.
    pub fn push(&mut self, text: &str) -> u32 {
        let at = self.length();
        self.0.extend(text.encode_utf16().map(fold));
        at
    }

    /// Ends the last block.
    pub fn part(&mut self) {
        self.0.push(APART);
    }

    /// How long the text is, in units.
    pub fn length(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// Where the words stand, in order, none inside another.
    pub fn find(&self, words: &Words) -> Vec<u32> {
        let Some((&first, rest)) = words.0.split_first() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut next = 0;
        for (at, &unit) in self.0.iter().enumerate() {
            if unit == first
                && at >= next
                && self
                    .0
                    .get(at + 1..)
                    .is_some_and(|after| after.starts_with(rest))
            {
                next = at + words.0.len();
                found.extend(u32::try_from(at));
            }
        }
        found
    }
}

/// What is searched for: folded, without white space around it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words(Vec<u16>);

impl Words {
    /// The words of a query.
    pub fn of(query: &str) -> Words {
        let units = query.encode_utf16().map(fold);
        let mut units: Vec<u16> = units.skip_while(|unit| *unit == SPACE).collect();
        while units.last() == Some(&SPACE) {
            units.pop();
        }
        Words(units)
    }

    /// How long they are, in units; 0 is nothing to search for.
    pub fn length(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }
}

const SPACE: u16 = 0x20;

/// Full width as half width, capitals as small letters, white space as a space.
/// Letters are those a Chinese report may hold: Latin, Greek and Cyrillic.
fn fold(unit: u16) -> u16 {
    let half = match unit {
        0xFF01..=0xFF5E => unit - 0xFEE0,
        0xFF61 => 0x3002,                 // ｡
        0xFF62 | 0xFF63 => unit - 0xCF56, // ｢｣
        0xFF64 => 0x3001,                 // ､
        0xFFE5 => 0xA5,                   // ￥
        0x09..=0x0D | 0xA0 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x3000 => SPACE,
        APART => 0xFFFD,
        other => other,
    };
    match half {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A9 | 0x410..=0x42F => half + 32,
        0x400..=0x40F => half + 80,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The query found in blocks, each place with the words that stand there.
    #[track_caller]
    fn check(blocks: &[&str], query: &str, expected: &[&str]) {
        let mut text = Folded::default();
        let mut whole = Vec::new();
        for block in blocks {
            assert_eq!(text.push(block) as usize, whole.len());
            text.part();
            whole.extend(block.encode_utf16().chain([0]));
        }
        let words = Words::of(query);
        let length = words.length() as usize;
        let found: Vec<String> = text
            .find(&words)
            .into_iter()
            .map(|at| String::from_utf16(&whole[at as usize..][..length]).expect("whole letters"))
            .collect();
        assert_eq!(found, expected, "{query}");
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
}
