//! Lines of a text file, plain or with the marks of Markdown.

use super::visible;
use crate::draft::document::{Document, DocumentFormat, Paragraph, ParagraphPlace};
use crate::draft::sign::Sign;

/// Reads the lines; line ends of all systems count, mixed or not.
pub fn read(text: &str, format: DocumentFormat) -> Document {
    let text = text.replace("\r\n", "\n");
    let mut hidden = 0;
    let mut paragraphs = Vec::new();
    let (mut apart, mut page) = (true, true);
    for line in text.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{B}']) {
        for (place, piece) in line.split('\u{C}').enumerate() {
            page |= place > 0;
            let shown = visible(piece, &mut hidden);
            if shown.trim().is_empty() {
                apart = true;
                continue;
            }
            // A text frame of a PDF file begins with one space.
            let spaces = shown.len() - shown.trim_start_matches(' ').len();
            let mut paragraph = Paragraph {
                apart,
                framed: page || spaces == 1,
                ..Paragraph::new(shown.trim_end())
            };
            if format == DocumentFormat::Markdown {
                markdown(&mut paragraph);
            }
            let links = match format {
                DocumentFormat::Markdown => unlinked(&mut paragraph),
                _ => Vec::new(),
            };
            paragraphs.push(paragraph);
            paragraphs.extend(links);
            (apart, page) = (false, false);
        }
    }
    Document {
        format,
        charset: None,
        paragraphs,
        hidden,
        pictures: 0,
    }
}

/// `[words](address)`: leaves the words, and gives each address as a line of its own.
fn unlinked(paragraph: &mut Paragraph) -> Vec<Paragraph> {
    let mut links = Vec::new();
    let link = |text: &str| {
        let middle = text.find("](")?;
        let start = text.get(..middle)?.rfind('[')?;
        let end = middle + text.get(middle..)?.find(')')?;
        Some((start, middle, end))
    };
    while let Some((start, middle, end)) = link(&paragraph.text) {
        let address = paragraph.text.get(middle + 2..end).unwrap_or_default();
        links.push(Paragraph {
            place: ParagraphPlace::Web,
            ..Paragraph::new(address)
        });
        paragraph.text.replace_range(middle..=end, "");
        paragraph.text.replace_range(start..=start, "");
        paragraph.lead = 0;
    }
    links
}

/// Takes the marks of Markdown off, and what they say.
fn markdown(paragraph: &mut Paragraph) {
    let text = paragraph.text.trim();
    let text = text.trim_start_matches('>').trim_start().to_owned();
    paragraph.text.clone_from(&text);
    let level = text.len() - text.trim_start_matches('#').len();
    let rest = text.get(level..).unwrap_or_default();
    if (1..=6).contains(&level) && rest.starts_with([' ', '\u{3000}']) {
        paragraph.level = u8::try_from(level).ok();
        paragraph.text = rest.trim().trim_end_matches('#').trim_end().to_owned();
        return;
    }
    for (mark, sign) in [
        ("- ", Sign::Bullet),
        ("* ", Sign::Bullet),
        ("+ ", Sign::Bullet),
    ] {
        if let Some(rest) = text.strip_prefix(mark) {
            paragraph.sign = Some(sign);
            paragraph.text = rest.trim().to_owned();
        }
    }
    for mark in ["**", "__"] {
        let bold = paragraph.text.trim().strip_prefix(mark);
        let Some((lead, rest)) = bold.and_then(|text| text.split_once(mark)) else {
            continue;
        };
        let (lead, rest) = (lead.to_owned(), rest.replace(mark, ""));
        if rest.is_empty() {
            paragraph.weight = 2;
        } else {
            paragraph.lead = lead.len();
        }
        paragraph.text = lead + &rest;
    }
    for mark in ["**", "__", "`"] {
        if paragraph.text.matches(mark).count() % 2 == 0 && paragraph.lead == 0 {
            paragraph.text = paragraph.text.replace(mark, "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, format: DocumentFormat) -> Vec<(String, Option<u8>, bool)> {
        let document = read(text, format);
        let paragraphs = document.paragraphs.into_iter();
        paragraphs
            .map(|one| (one.text, one.level, one.apart))
            .collect()
    }

    #[test]
    fn line_ends_of_all_systems_count() {
        let expected: Vec<_> = [("一", true), ("二", false), ("三", true)]
            .map(|(text, apart)| (text.to_owned(), None, apart))
            .into();
        assert_eq!(
            texts("一\r\n二\r\n\r\n三\r\n", DocumentFormat::Plain),
            expected
        );
        assert_eq!(texts("一\n二\r\r三", DocumentFormat::Plain), expected);
        assert_eq!(
            texts("\u{FEFF}一\0\n二\n\n三", DocumentFormat::Plain),
            expected
        );
    }

    #[test]
    fn markdown_says_what_a_heading_is() {
        let found = texts(
            "# 报告\n## 回顾\n- 一件\n**二件**\n",
            DocumentFormat::Markdown,
        );
        let levels: Vec<_> = found
            .iter()
            .map(|(text, level, _)| (&**text, *level))
            .collect();
        assert_eq!(
            levels,
            [
                ("报告", Some(1)),
                ("回顾", Some(2)),
                ("一件", None),
                ("二件", None)
            ]
        );
    }
}
