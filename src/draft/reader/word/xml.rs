//! The elements of an XML file, by Word's own names.

use std::collections::HashMap;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// A tag with its attributes, of the names of Word alone.
pub struct Tag {
    /// Its name without prefix; empty where it is none of Word's.
    pub name: String,
    attributes: HashMap<String, String>,
}

/// What an XML file is made of.
pub enum Element {
    /// The beginning of an element; of an empty one the end follows.
    Open(Tag),
    /// Its end, by its name.
    Close(String),
    /// Letters.
    Words(String),
    /// The file is broken here.
    Broken,
}

/// The attribute of that name, without prefix.
pub fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attributes.get(name).map(String::as_str)
}

/// The elements of an XML file, in order.
pub fn elements(xml: &str) -> impl Iterator<Item = Element> {
    let mut reader = Reader::from_str(xml);
    let mut prefix: Option<String> = None;
    let mut closing = None;
    let mut ended = false;
    std::iter::from_fn(move || {
        if let Some(name) = closing.take() {
            return Some(Element::Close(name));
        }
        while !ended {
            match reader.read_event() {
                Ok(Event::Start(tag)) => return Some(Element::Open(read(&tag, &mut prefix))),
                Ok(Event::Empty(tag)) => {
                    let tag = read(&tag, &mut prefix);
                    closing = Some(tag.name.clone());
                    return Some(Element::Open(tag));
                }
                Ok(Event::End(tag)) => {
                    return Some(Element::Close(named(tag.name().0, &prefix)));
                }
                Ok(Event::Text(words)) => {
                    return Some(Element::Words(words.xml10_content().into()));
                }
                Ok(Event::CData(words)) => {
                    return Some(Element::Words(words.xml10_content().into()));
                }
                Ok(Event::GeneralRef(reference)) => {
                    let letter = reference.resolve_char_ref().ok().flatten();
                    let known =
                        || resolve_predefined_entity(&reference.xml10_content()).map(str::to_owned);
                    let words = letter.map(String::from).or_else(known);
                    return Some(Element::Words(words.unwrap_or_default()));
                }
                Ok(Event::Eof) => ended = true,
                Ok(_) => {}
                Err(_) => {
                    ended = true;
                    return Some(Element::Broken);
                }
            }
        }
        None
    })
}

fn read(tag: &BytesStart, prefix: &mut Option<String>) -> Tag {
    let full = tag.name().0;
    let own = || full.split_once(':').map_or("", |(own, _)| own).to_owned();
    prefix.get_or_insert_with(own);
    let attributes = tag.attributes().flatten().filter_map(|attribute| {
        let key = attribute.key.local_name().as_ref().to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some((key, value.into_owned()))
    });
    Tag {
        name: named(full, prefix),
        attributes: attributes.collect(),
    }
}

/// The name without Word's prefix; that of another prefix only where it matters.
fn named(full: &str, prefix: &Option<String>) -> String {
    let (of, name) = full.split_once(':').unwrap_or(("", full));
    let ours = prefix.as_deref().is_none_or(|prefix| prefix == of);
    if ours || name == "Fallback" {
        name.to_owned()
    } else {
        String::new()
    }
}
