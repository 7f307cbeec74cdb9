//! Which marks a Word file's lists show.

use std::collections::HashMap;

use super::styles::number;
use super::xml::{Element, attribute, elements};
use crate::draft::sign::Sign;

/// The kinds of marks of all lists, level by level.
#[derive(Debug, Default)]
pub struct Numbering {
    /// By the id of a list: the id of its pattern.
    lists: HashMap<String, String>,
    /// By the id of a pattern and a level.
    signs: HashMap<(String, u8), Option<Sign>>,
}

impl Numbering {
    /// Reads `numbering.xml`; what is broken says nothing.
    pub fn read(xml: &str) -> Self {
        let mut numbering = Self::default();
        let (mut pattern, mut list, mut level) = (None, None, 0);
        let mut format = String::new();
        for element in elements(xml) {
            let Element::Open(tag) = element else {
                continue;
            };
            let value = attribute(&tag, "val");
            match (tag.name.as_str(), value) {
                ("abstractNum", _) => {
                    pattern = attribute(&tag, "abstractNumId").map(str::to_owned);
                    list = None;
                }
                ("num", _) => list = attribute(&tag, "numId").map(str::to_owned),
                ("abstractNumId", Some(of)) => {
                    if let Some(list) = list.take() {
                        numbering.lists.insert(list, of.to_owned());
                    }
                }
                ("lvl", _) => {
                    level = number(attribute(&tag, "ilvl")).unwrap_or(0);
                    format.clear();
                }
                ("numFmt", Some(value)) => value.clone_into(&mut format),
                ("lvlText", Some(text)) => {
                    if let Some(pattern) = &pattern {
                        let sign = sign(&format, text);
                        numbering.signs.insert((pattern.clone(), level), sign);
                    }
                }
                _ => {}
            }
        }
        numbering
    }

    /// The mark before a paragraph of that list and level.
    pub fn sign(&self, list: &str, level: u8) -> Option<Sign> {
        let pattern = self.lists.get(list)?;
        *self.signs.get(&(pattern.clone(), level))?
    }
}

/// The kind of mark that a pattern such as `（%1）` with such numbers makes.
fn sign(format: &str, text: &str) -> Option<Sign> {
    let paren = text.contains(['（', '(', '）', ')']);
    let terms = text.matches('%').count();
    match format {
        "none" => None,
        "bullet" if text.starts_with('—') => Some(Sign::Dash),
        "bullet" => Some(Sign::Bullet),
        _ if text.is_empty() => None,
        _ if text.contains('章') || text.contains("部分") => Some(Sign::Chapter),
        _ if text.contains('节') => Some(Sign::Section),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Some(Sign::Circled),
        _ if format.contains("hinese")
            || format.contains("ideograph")
            || format.contains("japanese") =>
        {
            Some(if paren { Sign::HanParen } else { Sign::Han })
        }
        _ if paren => Some(Sign::ArabicParen),
        _ if terms > 1 => Some(Sign::Dotted),
        _ => Some(Sign::Arabic),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_shows_the_marks_of_its_pattern() {
        let numbering = Numbering::read(
            r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
            <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
            <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
            </w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#,
        );
        let signs: Vec<_> = (0..5).map(|level| numbering.sign("2", level)).collect();
        let expected = [Sign::Han, Sign::HanParen, Sign::Arabic, Sign::Bullet];
        assert_eq!(signs[..4], expected.map(Some));
        assert_eq!(signs[4], None);
        assert_eq!(numbering.sign("1", 0), None);
    }
}
