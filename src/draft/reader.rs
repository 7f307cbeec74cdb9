//! From the bytes of a file to its paragraphs, or why there are none.
//!
//! What a file is, its bytes say; its name only tells Markdown from plain text.
//! A reader knows its format alone and nothing of reports.

use super::document::{Document, DocumentFormat};
use super::refusal::Refusal;
use crate::charset::decode;

mod html_page;
mod lines_of_text;
mod signature;
mod word;

/// Reads a document.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(refusal) = signature::refused(bytes) {
        return Err(refusal);
    }
    if bytes.starts_with(b"PK") {
        return word::read(bytes);
    }
    let Some((text, charset)) = decode(bytes) else {
        return Err(Refusal::NoText);
    };
    if let Some(refusal) = signature::refused_text(&text) {
        return Err(refusal);
    }
    let name = name.to_ascii_lowercase();
    let mut document = if signature::is_html(&text, &name) {
        html_page::read(&text)
    } else {
        let markdown = name.ends_with(".md") || name.ends_with(".markdown");
        lines_of_text::read(
            &text,
            if markdown {
                DocumentFormat::Markdown
            } else {
                DocumentFormat::Plain
            },
        )
    };
    document.charset = Some(charset);
    Ok(document)
}

/// A text without what nobody sees: controls, letters without width, marks that turn
/// the direction. Spaces of all kinds become one kind. Adds how many were left out.
pub fn visible(text: &str, hidden: &mut usize) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\t' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => shown.push(' '),
            '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{FFFD}'
            | '\u{AD}' => *hidden += 1,
            letter if letter.is_control() => *hidden += 1,
            letter => shown.push(letter),
        }
    }
    shown
}
