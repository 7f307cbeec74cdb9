//! What a search that finds nothing offers: the report's topics, those first to which
//! the data's everyday words lead from what was typed. Nothing is guessed.

use super::finder::Finder;
use crate::browser::dom::find;
use crate::page::topics::{ALSO, LINK, WORDS};
use crate::report::find::holds;
use web_sys::{Document, Element};

/// Where the offers stand, in the bar.
pub const PLACE: &str = ".tj-search__offers";

/// Offers words in the bar where the query has been found nowhere, or takes back
/// what was offered before.
pub fn offer(root: &Element, finder: &Finder, fruitless: bool) -> Option<()> {
    let place = root.query_selector(PLACE).ok()??;
    place.set_text_content(None);
    let document = root.owner_document().filter(|_| fruitless)?;
    let query = finder.query().words();
    let (mut near, mut others) = (Vec::new(), Vec::new());
    for topic in find(root, LINK) {
        let word = topic.get_attribute(WORDS)?;
        let said = topic.get_attribute(ALSO).unwrap_or_default();
        let close = said
            .split(' ')
            .any(|said| holds(said, query) || holds(query, said));
        match close {
            true => near.push(word),
            false => others.push(word),
        }
    }
    row(&document, &place, "相近的词", &near)?;
    row(&document, &place, "报告里说到", &others)
}

/// A row of words to press, where there are some.
fn row(document: &Document, place: &Element, name: &str, words: &[String]) -> Option<()> {
    if words.is_empty() {
        return Some(());
    }
    let row = document.create_element("p").ok()?;
    row.set_class_name("tj-search__row tj-search__near");
    row.set_text_content(Some(name));
    for word in words {
        let button = document.create_element("button").ok()?;
        button.set_class_name("tj-search__offer");
        button.set_text_content(Some(word));
        row.append_child(&button).ok()?;
    }
    place.append_child(&row).ok()?;
    Some(())
}
