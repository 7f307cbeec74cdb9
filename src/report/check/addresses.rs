//! The imprint: its lines are lines, and its links lead to the web or go on from
//! the page.

use super::location::Location;
use super::{Check, ProblemKind};
use crate::report::imprint::{Imprint, LinkedText, is_address};

impl Check<'_> {
    /// Where the report comes from, and what its site says of itself.
    pub fn imprint(&mut self, place: Location, imprint: &Imprint) {
        let lines = [
            ("source", &imprint.source),
            ("published", &imprint.published),
            ("publisher", &imprint.publisher),
            ("operator", &imprint.operator),
            ("author", &imprint.author),
            ("editor", &imprint.editor),
        ];
        for (key, line) in lines {
            if let Some(line) = line {
                self.line(place.key(key), line);
            }
        }
        let linked = [
            ("contact", &imprint.contact),
            ("icp", &imprint.icp),
            ("police", &imprint.police),
            ("code", &imprint.code),
            ("home", &imprint.home),
        ];
        for (key, words) in linked {
            if let Some(words) = words {
                self.linked(place.key(key), words);
            }
        }
        if let Some(column) = &imprint.column {
            let place = place.key("column");
            self.line(place.key("name"), &column.name);
            if let Some(kind) = &column.kind {
                self.line(place.key("kind"), kind);
            }
        }
        self.lines(place.key("keywords"), &imprint.keywords);
    }

    fn linked(&mut self, place: Location, words: &LinkedText) {
        self.line(place.key("text"), &words.text);
        if let Some(link) = &words.link {
            let place = place.key("link");
            self.line(place, link);
            if !link.trim().is_empty() && !is_address(link) {
                let found = link.clone();
                self.push(place, ProblemKind::LinkMalformed { found });
            }
        }
    }
}
