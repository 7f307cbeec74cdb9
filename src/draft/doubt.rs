//! What is unsure about a draft: what was done, why it may be wrong, and what else could
//! be done.

use serde::Serialize;

/// One doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// What it is about.
    pub kind: DoubtKind,
    /// How much depends on it: 100 the whole report, 1 a single word.
    pub weight: u8,
    /// The JSON pointer of the value in the draft; empty where it is about the whole.
    pub pointer: String,
    /// The source's words.
    pub words: String,
    /// What was done and why that may be wrong.
    pub reason: String,
    /// What can be done; the first was done.
    pub choices: Vec<String>,
}

/// What a doubt is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtKind {
    /// The whole is more than a page can hold.
    Size,
    /// Which words are the title.
    Title,
    /// Where the preface is.
    Preface,
    /// Which chapter a section belongs to.
    Membership,
    /// Whether words are a heading, and of which level.
    Heading,
    /// Whether lines belong together.
    Line,
    /// Paragraphs that were put together or have no place of their own.
    Paragraph,
    /// What became of proposals.
    Flow,
    /// What tells the story: what came of it, how far it reaches, what is taken up.
    Story,
    /// What a number says.
    Figure,
    /// What was left out.
    LeftOut,
    /// What the file is encoded in.
    Charset,
}

impl Doubt {
    /// A doubt that is not yet placed.
    pub fn new(
        kind: DoubtKind,
        weight: u8,
        words: impl Into<String>,
        reason: impl Into<String>,
        choices: &[&str],
    ) -> Self {
        Self {
            kind,
            weight,
            pointer: String::new(),
            words: shortened(&words.into()),
            reason: reason.into(),
            choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        }
    }

    /// In one line.
    pub fn sentence(&self) -> String {
        let words = match self.words.as_str() {
            "" => String::new(),
            words => format!("“{words}”："),
        };
        let choices = self.choices.join("；");
        let choices = match choices.as_str() {
            "" => choices,
            _ => format!("（可选：{choices}）"),
        };
        [words.as_str(), &self.reason, &choices].concat()
    }
}

/// The beginning of words that are long.
fn shortened(words: &str) -> String {
    const MOST: usize = 40;
    match words.char_indices().nth(MOST) {
        Some((at, _)) => [words.get(..at).unwrap_or_default(), "…"].concat(),
        None => words.to_owned(),
    }
}

/// The weightiest first; of one weight in the order in which they came up.
pub fn sorted(mut doubts: Vec<Doubt>) -> Vec<Doubt> {
    doubts.sort_by_key(|doubt| std::cmp::Reverse(doubt.weight));
    doubts
}
