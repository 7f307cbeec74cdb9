//! The paragraphs of a part of a Word file.

use std::collections::HashMap;

use super::numbering::Numbering;
use super::styles::{Styles, is_on, number};
use super::xml::{Element, Tag, attribute, elements};
use crate::draft::document::{Paragraph, ParagraphPlace};
use crate::draft::reader::visible;
use crate::draft::refusal::Refusal;

/// Elements that are not shown: what was deleted or moved away, how it looked before,
/// codes of fields, readings over letters, and the second telling of a text box for old
/// programs.
const UNSHOWN: [&str; 11] = [
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "rt",
    "Fallback",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "sectPrChange",
];

/// The most paragraphs of a part: far more than 10 MB of text has, and as many as can be
/// held.
const MOST: usize = 250_000;

/// Reads the paragraphs of a part. Those of a text box come before the paragraph
/// that it hangs on.
pub fn paragraphs(
    xml: &str,
    styles: &Styles,
    numbering: &Numbering,
    hidden: &mut usize,
) -> Result<Vec<Paragraph>, Refusal> {
    let mut reading = WordReading {
        styles,
        numbering,
        hidden,
        open: Vec::new(),
        row: None,
        found: Vec::new(),
        unshown: 0,
        above: Vec::new(),
    };
    for element in elements(xml) {
        match element {
            Element::Open(tag) => reading.open(&tag),
            Element::Close(name) => reading.close(&name),
            Element::Words(words) => reading.words(&words),
            Element::Broken => return Err(Refusal::Broken),
        }
        if reading.found.len() > MOST {
            return Err(Refusal::Bomb);
        }
    }
    Ok(reading.ended())
}

/// A paragraph while it is read.
#[derive(Default)]
struct BegunParagraph {
    text: String,
    style: String,
    list: Option<String>,
    list_level: Option<u8>,
    outline: Option<u8>,
    middle: Option<bool>,
    /// Whether the mark of its end was deleted: the next one goes on with it.
    goes_on: bool,
    /// The run that is read: bold, size, hidden.
    bold: Option<bool>,
    size: Option<u32>,
    vanish: bool,
    /// Letters and what they weigh together, letters that are bold, and those of them
    /// that no other stands before.
    letters: u32,
    sizes: u64,
    bolds: u32,
    lead: usize,
    page: bool,
}

struct WordReading<'a> {
    styles: &'a Styles,
    numbering: &'a Numbering,
    hidden: &'a mut usize,
    /// Paragraphs that are open: one, or more in text boxes.
    open: Vec<BegunParagraph>,
    /// The cells of the row that is open.
    row: Option<Vec<String>>,
    found: Vec<Paragraph>,
    /// How deep inside what is not shown.
    unshown: usize,
    /// The names of all open elements.
    above: Vec<String>,
}

impl WordReading<'_> {
    fn inside(&self, name: &str) -> bool {
        self.above.iter().any(|one| one == name)
    }

    fn open(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        let in_properties = self.inside("rPr");
        let own = self.inside("pPr");
        let outer = self.above.iter().rev().take(2).any(|one| one == "tbl");
        self.above.push(name.to_owned());
        let value = attribute(tag, "val");
        // In the properties of a paragraph's end, `del` tells of the end alone.
        let end_deleted = in_properties && name == "del";
        if UNSHOWN.contains(&name) && !end_deleted {
            self.unshown += 1;
        }
        if self.unshown > 0 {
            return;
        }
        if in_properties {
            if let Some(begun) = self.open.last_mut() {
                match name {
                    "del" if own => begun.goes_on = true,
                    "b" if !own => begun.bold = Some(is_on(value)),
                    "sz" if !own => begun.size = number(value),
                    "vanish" if !own => begun.vanish = is_on(value),
                    _ => {}
                }
            }
            return;
        }
        match name {
            "p" => {
                let begun = match self.open.pop() {
                    Some(begun) if begun.goes_on && self.open.is_empty() => BegunParagraph {
                        goes_on: false,
                        ..begun
                    },
                    Some(begun) => {
                        self.open.push(begun);
                        BegunParagraph::default()
                    }
                    None => BegunParagraph::default(),
                };
                self.open.push(begun);
            }
            "tr" if outer && self.row.is_none() => self.row = Some(Vec::new()),
            "tc" => {
                if let Some(row) = self.row.as_mut().filter(|_| self.open.is_empty()) {
                    row.push(String::new());
                }
            }
            _ => self.property(name, value, tag),
        }
    }

    fn property(&mut self, name: &str, value: Option<&str>, tag: &Tag) {
        let Some(begun) = self.open.last_mut() else {
            return;
        };
        match name {
            "r" => (begun.bold, begun.size, begun.vanish) = (None, None, false),
            "pStyle" => value.unwrap_or_default().clone_into(&mut begun.style),
            "numId" => begun.list = value.map(str::to_owned),
            "ilvl" => begun.list_level = number(value),
            "outlineLvl" => begun.outline = number(value).filter(|level| *level < 9),
            "jc" => begun.middle = Some(value == Some("center")),
            "tab" if self.above.iter().any(|one| one == "r") => begun.text.push(' '),
            "br" | "cr" if attribute(tag, "type") == Some("page") => begun.page = true,
            "br" | "cr" => begun.text.push('\n'),
            "noBreakHyphen" => begun.text.push('-'),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        // The reader has seen to it that elements close as they opened.
        self.above.pop();
        if name == "del" && self.inside("rPr") {
            return;
        }
        if UNSHOWN.contains(&name) {
            self.unshown = self.unshown.saturating_sub(1);
            return;
        }
        if self.unshown > 0 {
            return;
        }
        match name {
            "p" if self
                .open
                .last()
                .is_some_and(|begun| begun.goes_on && self.open.len() == 1) => {}
            "p" => {
                if let Some(begun) = self.open.pop() {
                    self.finish(begun);
                }
            }
            "tr" if self.open.is_empty() && !self.in_a_row() => self.end_row(),
            _ => {}
        }
    }

    /// Whether the row that is open goes on around what closed.
    fn in_a_row(&self) -> bool {
        self.inside("tr")
    }

    fn end_row(&mut self) {
        let cells = self.row.take().unwrap_or_default();
        let cells: Vec<_> = cells.iter().map(|cell| cell.trim()).collect();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let text = cells.join("\u{3000}");
        let place = if filled > 1 {
            ParagraphPlace::Table
        } else {
            ParagraphPlace::Body
        };
        self.push(Paragraph {
            place,
            ..Paragraph::new(text)
        });
    }

    fn words(&mut self, words: &str) {
        let shown = self.unshown == 0 && self.above.last().is_some_and(|name| name == "t");
        let Some(begun) = self.open.last_mut().filter(|_| shown) else {
            return;
        };
        if begun.vanish {
            *self.hidden += words.chars().count();
            return;
        }
        let styled = self.styles.said(&begun.style, |style| style.bold);
        let bold = begun.bold.or(styled).unwrap_or(false);
        let styled = self.styles.said(&begun.style, |style| style.size);
        let size = begun.size.or(styled).unwrap_or(self.styles.size);
        let count = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
        let mut unseen = 0;
        let words = visible(words, &mut unseen);
        *self.hidden += unseen;
        if bold && begun.bolds == begun.letters {
            begun.lead += words.len();
        }
        begun.letters = begun.letters.saturating_add(count);
        begun.bolds = begun.bolds.saturating_add(if bold { count } else { 0 });
        begun.sizes += u64::from(size) * u64::from(count);
        begun.text.push_str(&words);
    }

    fn finish(&mut self, begun: BegunParagraph) {
        let styles = self.styles;
        let all_bold = begun.letters > 0 && begun.bolds == begun.letters;
        let size = begun
            .sizes
            .checked_div(u64::from(begun.letters))
            .unwrap_or(0);
        let centred = styles.said(&begun.style, |style| style.middle);
        let middle = begun.middle.or(centred).unwrap_or(false);
        let weight = u32::try_from(size).unwrap_or(0);
        let weight = weight + u32::from(all_bold) * 2 + u32::from(middle) * 2;
        let own = begun.outline.map(|level| level + 1);
        let level = own.or_else(|| styles.level(&begun.style));
        let styled = styles.said(&begun.style, |style| style.list.clone());
        let list = begun.list.or(styled.as_ref().map(|(list, _)| list.clone()));
        let list_level = begun.list_level.or(styled.map(|(_, level)| level));
        let sign = list.and_then(|list| self.numbering.sign(&list, list_level.unwrap_or(0)));
        let place = if styles.is(&begun.style, "toc") {
            ParagraphPlace::Contents
        } else if styles.is(&begun.style, "caption") {
            ParagraphPlace::Caption
        } else {
            ParagraphPlace::Body
        };
        if let Some(cell) = self.row.as_mut().and_then(|row| row.last_mut()) {
            if !cell.is_empty() && !begun.text.trim().is_empty() {
                cell.push('\u{3000}');
            }
            cell.push_str(&begun.text.replace('\n', "\u{3000}"));
            return;
        }
        let lead = if all_bold { 0 } else { begun.lead };
        // A heading may run over lines; elsewhere a line is a paragraph.
        let joined = level.is_some() || middle;
        let text = if joined {
            begun.text.replace('\n', "")
        } else {
            begun.text
        };
        for (at, line) in text.split('\n').enumerate() {
            self.push(Paragraph {
                level,
                sign: sign.filter(|_| at == 0),
                weight,
                lead: if at == 0 { lead } else { 0 },
                apart: true,
                framed: begun.page,
                place,
                ..Paragraph::new(line)
            });
        }
    }

    fn push(&mut self, paragraph: Paragraph) {
        let cut = paragraph.text.len() - paragraph.text.trim_start().len();
        let text = paragraph.text.trim().to_owned();
        if !text.is_empty() {
            self.found.push(Paragraph {
                text,
                lead: paragraph.lead.saturating_sub(cut),
                ..paragraph
            });
        }
    }

    /// All paragraphs. Their weights are told against that of the body: the size of
    /// most letters.
    fn ended(mut self) -> Vec<Paragraph> {
        while let Some(begun) = self.open.pop() {
            self.finish(begun);
        }
        let mut letters: HashMap<u32, usize> = HashMap::new();
        for one in &self.found {
            *letters.entry(one.weight).or_default() += one.text.len();
        }
        let body = letters
            .into_iter()
            .max_by_key(|&(weight, count)| (count, weight));
        let body = body.map_or(0, |(weight, _)| weight);
        for one in &mut self.found {
            one.weight = one.weight.saturating_sub(body);
        }
        self.found
    }
}
