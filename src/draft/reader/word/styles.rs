//! What the styles of a Word file say: heading levels, the size and weight of letters.

use std::collections::HashMap;

use super::xml::{Element, attribute, elements};

/// All paragraph styles by their ids.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, ParagraphStyle>,
    /// The size of letters where nothing else is said, in half points.
    pub size: u32,
}

/// What a style says itself.
#[derive(Clone, Debug, Default)]
pub struct ParagraphStyle {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    /// Half points.
    pub size: Option<u32>,
    /// Whether its letters are bold.
    pub bold: Option<bool>,
    /// Whether its lines stand in the middle.
    pub middle: Option<bool>,
    /// Its list and the level in it.
    pub list: Option<(String, u8)>,
}

/// The most styles that are based on each other: a circle has no end.
const DEPTH: usize = 16;

impl Styles {
    /// Reads `styles.xml`; what is broken says nothing.
    pub fn read(xml: &str) -> Self {
        let mut styles = Self {
            size: 21,
            ..Self::default()
        };
        let mut style: Option<(String, ParagraphStyle)> = None;
        let mut defaults = false;
        for element in elements(xml) {
            let Element::Open(tag) = element else {
                let Element::Close(name) = element else {
                    continue;
                };
                match name.as_str() {
                    "docDefaults" => defaults = false,
                    "style" => styles.by_id.extend(style.take()),
                    _ => {}
                }
                continue;
            };
            let value = attribute(&tag, "val");
            if tag.name == "docDefaults" {
                defaults = true;
            }
            if tag.name == "style" {
                let id = attribute(&tag, "styleId").unwrap_or_default();
                style = Some((id.to_owned(), ParagraphStyle::default()));
            }
            if defaults && tag.name == "sz" {
                styles.size = number(value).unwrap_or(styles.size);
            }
            let Some((_, style)) = &mut style else {
                continue;
            };
            match (tag.name.as_str(), value) {
                ("name", Some(name)) => style.name = name.to_lowercase(),
                ("basedOn", Some(other)) => style.based_on = Some(other.to_owned()),
                ("outlineLvl", value) => style.outline = number(value).filter(|level| *level < 9),
                ("sz", value) => style.size = number(value),
                ("b", value) => style.bold = Some(is_on(value)),
                ("jc", value) => style.middle = Some(value == Some("center")),
                ("numId", Some(list)) => {
                    let level = style.list.as_ref().map_or(0, |(_, level)| *level);
                    style.list = Some((list.to_owned(), level));
                }
                ("ilvl", value) => {
                    let list = style.list.take().unwrap_or_default().0;
                    style.list = Some((list, number(value).unwrap_or(0)));
                }
                _ => {}
            }
        }
        styles
    }

    /// A style and those that it is based on, the nearest first.
    fn chain(&self, id: &str) -> impl Iterator<Item = &ParagraphStyle> {
        let first = self.by_id.get(id);
        let next = |style: &&ParagraphStyle| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(DEPTH)
    }

    /// What the style says or those that it is based on.
    pub fn said<T>(&self, id: &str, what: impl Fn(&ParagraphStyle) -> Option<T>) -> Option<T> {
        self.chain(id).find_map(what)
    }

    /// The heading level of a style: 0 of a title.
    pub fn level(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| {
            let name = style.name.as_str();
            if matches!(name, "title" | "标题") {
                return Some(0);
            }
            let level = ["heading ", "标题 ", "标题"]
                .iter()
                .find_map(|word| name.strip_prefix(word)?.parse().ok());
            let outline = style.outline.map(|level| level + 1);
            level.filter(|level| (1..=9).contains(level)).or(outline)
        })
    }

    /// Whether paragraphs of the style are of that kind: `toc`, `caption`.
    pub fn is(&self, id: &str, kind: &str) -> bool {
        self.chain(id).any(|style| style.name.starts_with(kind))
    }
}

/// A number in an attribute.
pub fn number<T: std::str::FromStr>(value: Option<&str>) -> Option<T> {
    value?.parse().ok()
}

/// Whether a switch is on: it is where nothing is said.
pub fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off" | "none"))
}
