//! One thing to tell about a file, and where it stands.

use std::fmt;

use super::lang::{Lang, Wording, said};
use super::locate::LineColumn;

/// One thing to tell about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// JSON pointer to the value; empty for the file as a whole.
    pub pointer: String,
    /// The place in an editor's words; empty for the file as a whole.
    pub place: String,
    /// Where it stands; of what is missing, where it should stand in. None
    /// where there is no text to count in.
    pub spot: Option<LineColumn>,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// How it may be put right, where that can be guessed.
    pub hint: Option<String>,
    /// The words about the place, where the pointer cannot lead there.
    pub excerpt: Option<String>,
    /// The language of all of it.
    pub lang: Lang,
}

impl Finding {
    /// A finding not yet placed.
    pub fn new(pointer: String, told: Wording, lang: Lang) -> Finding {
        Finding {
            pointer,
            place: String::new(),
            spot: None,
            found: told.found,
            expected: told.expected,
            hint: told.hint,
            excerpt: None,
            lang,
        }
    }

    /// What was found and what was expected, in one sentence.
    pub fn sentence(&self) -> String {
        let (found, expected) = (&self.found, &self.expected);
        match expected.as_str() {
            "" => found.clone(),
            _ => said!(self.lang, "{found}，{expected}", "{found}; {expected}"),
        }
    }
}

/// The place in words, or by line where there are none, the sentence, and last the
/// pointer.
impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = self.sentence();
        let place = match (self.pointer.as_str(), self.spot) {
            ("", None) => return formatter.write_str(&sentence),
            ("", Some(LineColumn { line, column })) => said!(
                self.lang,
                "第 {line} 行第 {column} 个字符",
                "line {line}, character {column}"
            ),
            (pointer, _) if self.place.is_empty() => pointer.to_owned(),
            _ => self.place.clone(),
        };
        let whole = match self.pointer.as_str() {
            pointer if pointer.is_empty() || self.place.is_empty() => {
                said!(self.lang, "{place}：{sentence}", "{place}: {sentence}")
            }
            pointer => said!(
                self.lang,
                "{place}：{sentence}（{pointer}）",
                "{place}: {sentence} ({pointer})"
            ),
        };
        formatter.write_str(&whole)
    }
}
