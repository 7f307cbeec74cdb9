//! What a reader gives: the paragraphs of a document, with all that the file itself
//! says about them.
//!
//! Knows no file format and no structure.

use super::sign::Sign;
use crate::charset::Charset;

/// A document that was read.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the file is.
    pub format: DocumentFormat,
    /// What its text is encoded in, where it is a text file.
    pub charset: Option<Charset>,
    /// Its paragraphs, or its lines, in the file's order.
    pub paragraphs: Vec<Paragraph>,
    /// How many characters were left out that nobody can see.
    pub hidden: usize,
    /// How many pictures it holds.
    pub pictures: usize,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFormat {
    /// A Word file.
    Docx,
    /// Lines of text.
    Plain,
    /// Text with the marks of Markdown.
    Markdown,
    /// A web page.
    Html,
}

/// A paragraph, or a line that may be a part of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// Its words.
    pub text: String,
    /// The heading level that its style says: 0 the title, 1 and on the headings.
    pub level: Option<u8>,
    /// The mark that the program shows before it and that is not in the text.
    pub sign: Option<Sign>,
    /// Which of its kind the mark is; 0 where it does not count.
    pub number: u32,
    /// How much more it catches the eye than the body: in half points of its letters,
    /// bold letters and the middle of the line counted in.
    pub weight: u32,
    /// How many bytes of its beginning are bold where the rest is not.
    pub lead: usize,
    /// Whether a blank line stands before it.
    pub apart: bool,
    /// Whether a new frame or page begins with it.
    pub framed: bool,
    /// Where it stands.
    pub place: ParagraphPlace,
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphPlace {
    /// In the text.
    #[default]
    Body,
    /// In a row of a table; its cells are parted by wide spaces.
    Table,
    /// At the head or foot of every page.
    Margin,
    /// In a list of contents.
    Contents,
    /// Below a page or at the end.
    Note,
    /// Under a picture or over a table.
    Caption,
    /// Around the text of a web page: menus, buttons, links.
    Web,
}

impl Paragraph {
    /// A paragraph of the body.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            text,
            ..Self::default()
        }
    }
}
