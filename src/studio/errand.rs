//! What the desk asks of the press, and what it is answered.
//!
//! Either is a message: a line of JSON, and behind it pieces of bytes, whose lengths the
//! line tells.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "errand")]
pub enum Errand {
    /// What every preview shares. Pieces: the site. Answered by [`Shell`].
    Shell,
    /// A draft of a document, or a report. Pieces: the file, and an earlier report's.
    /// Answered by [`Opened`].
    Open {
        /// The file's name.
        name: String,
        /// Whether messages are English.
        english: bool,
    },
    /// What is wrong with a report, and its page. Pieces: the report. Answered by [`Look`].
    Look {
        /// Whether messages are English.
        english: bool,
        /// Whether the places where lines may break are found, as in what is published.
        #[serde(default)]
        breaks: bool,
    },
    /// The pictures of a report as SVG. Pieces: the report. Answered by pieces alone: the
    /// long one and the card.
    Pictures {
        /// The address the site will have; empty where nobody knows.
        base: String,
    },
    /// The site of a report, as a zip. Pieces: the site, the report, and the long picture
    /// and the card where there are any. Answered by a piece.
    Site {
        /// When the site is made, in seconds since 1970.
        mark: u64,
        /// The address the site will have; empty where nobody knows.
        base: String,
    },
}

/// What every preview shares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shell {
    /// The style of the page.
    pub style: String,
    /// The report that the site shows, to try things with.
    pub sample: String,
    /// The data format, as JSON Schema.
    pub schema: String,
    /// Which tujie made the site.
    pub version: String,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The report's data file; none where there is none to work with.
    pub report: Option<String>,
    /// Why there is none, or what is lost in it.
    pub message: String,
    /// What is unsure, of a draft.
    pub doubts: Vec<OpenDoubt>,
}

/// A doubt about a draft, for the editor to settle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenDoubt {
    /// What it is about: `heading`, `flow`, `figure` …
    pub kind: String,
    /// How much depends on it.
    pub weight: u8,
    /// JSON pointer to what it is about, as drafted; empty where it is about the whole.
    #[serde(default)]
    pub pointer: String,
    /// The source's words.
    pub words: String,
    /// What was done, and why that may be wrong.
    pub reason: String,
    /// What can be done; the first was done.
    pub choices: Vec<String>,
    /// The reason and the choices in English.
    #[serde(default)]
    pub english: (String, Vec<String>),
}

/// What is wrong with a report. A piece behind it is what stands in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// What must be put right.
    pub problems: Vec<Remark>,
    /// What does no harm but is hardly meant.
    pub hints: Vec<Remark>,
}

/// One thing to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Remark {
    /// JSON pointer to what it is about.
    pub pointer: String,
    /// The place in an editor's words.
    pub place: String,
    /// What was found and what was expected.
    pub sentence: String,
    /// How it may be put right.
    pub advice: Option<String>,
}

/// The line before the pieces.
#[derive(Serialize, Deserialize)]
struct Head<T> {
    pieces: Vec<usize>,
    told: T,
}

/// A message of these words and pieces.
pub fn packed<T: Serialize>(told: T, pieces: &[&[u8]]) -> Vec<u8> {
    let lengths = pieces.iter().map(|piece| piece.len()).collect();
    let head = Head {
        pieces: lengths,
        told,
    };
    let mut message = serde_json::to_vec(&head).unwrap_or_default();
    message.push(b'\n');
    message.extend(pieces.iter().copied().flatten());
    message
}

/// The words and the pieces of a message; none where it is none.
pub fn unpacked<T: DeserializeOwned>(message: &[u8]) -> Option<(T, Vec<&[u8]>)> {
    let end = message.iter().position(|byte| *byte == b'\n')?;
    let (line, rest) = message.split_at_checked(end)?;
    let head: Head<T> = serde_json::from_slice(line).ok()?;
    let mut rest = rest.get(1..)?;
    let mut pieces = Vec::with_capacity(head.pieces.len());
    for length in head.pieces {
        let (piece, after) = rest.split_at_checked(length)?;
        pieces.push(piece);
        rest = after;
    }
    rest.is_empty().then_some((head.told, pieces))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_as_it_was_written() {
        let told = Errand::Site {
            mark: 7,
            base: String::new(),
        };
        let message = packed(&told, &[b"a\nb", b"", b"c"]);
        let (read, pieces): (Errand, _) = unpacked(&message).unwrap();
        assert_eq!(read, told);
        assert_eq!(pieces, [&b"a\nb"[..], b"", b"c"]);
        assert!(unpacked::<Errand>(&message[..message.len() - 1]).is_none());
    }
}
