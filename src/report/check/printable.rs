//! Words: there at all, printable, of a bearable length, and taken from where
//! the model says.

use super::location::Location;
use super::{Check, MAX_ENTRIES, MAX_LINE, MAX_NAME, MAX_TEXT, ProblemKind, Within};
use crate::report::find::holds;
use crate::report::{Heading, Title};

impl Check<'_> {
    /// A long text.
    pub fn text(&mut self, place: Location, text: &str) {
        self.words(place, text, MAX_TEXT);
    }

    /// A label or another single line.
    pub fn line(&mut self, place: Location, text: &str) {
        self.words(place, text, MAX_LINE);
    }

    /// What is written into the funnel's drawing.
    pub fn name(&mut self, place: Location, text: &str) {
        self.words(place, text, MAX_NAME);
    }

    /// A heading, with its marks for line breaks.
    pub fn heading(&mut self, place: Location, heading: &Heading) {
        self.words(place, &heading.text(), MAX_LINE);
    }

    /// A list of lines that may be empty.
    pub fn lines(&mut self, place: Location, lines: &[String]) {
        self.entries(place, lines.len(), 0);
        for (index, line) in lines.iter().enumerate() {
            self.line(place.index(index), line);
        }
    }

    /// A line that must be taken from those words.
    pub fn excerpt(&mut self, place: Location, line: &str, source: &str, within: Within) {
        self.line(place, line);
        if !holds(source, line) {
            let found = line.to_owned();
            self.push(place, ProblemKind::NotIn { found, within });
        }
    }

    /// A short name for the navigation.
    pub fn nav(&mut self, place: Location, nav: &str, heading: &Heading) {
        self.excerpt(place, nav, &heading.text(), Within::Heading);
    }

    /// The report's title, with its short form and its seal.
    pub fn title(&mut self, place: Location, title: &Title) {
        self.heading(place.key("text"), &title.text);
        let text = title.text.text();
        self.excerpt(place.key("short"), &title.short, &text, Within::Title);
        if let Some(seal) = &title.seal {
            let place = place.key("seal");
            self.line(place, seal);
            // The seal is cut off the title as it is written, marks and all.
            if !title.text.0.ends_with(seal.as_str()) {
                let (found, within) = (seal.clone(), Within::TitleEnd);
                self.push(place, ProblemKind::NotIn { found, within });
            }
        }
    }

    /// How many entries a list has; at least `least` can be shown.
    pub fn entries(&mut self, place: Location, found: usize, least: usize) {
        self.entries_up_to(place, found, least, MAX_ENTRIES);
    }

    /// A list of at most `limit` entries.
    pub fn entries_up_to(&mut self, place: Location, found: usize, least: usize, limit: usize) {
        if found < least {
            self.push(place, ProblemKind::TooFew { least, found });
        } else if found > limit {
            self.push(place, ProblemKind::TooMany { limit, found });
        }
    }

    fn words(&mut self, place: Location, text: &str, limit: usize) {
        let found = text.chars().count();
        if text.trim().is_empty() {
            self.push(place, ProblemKind::Blank);
        } else if found > limit {
            self.push(place, ProblemKind::TooLong { limit, found });
        }
        if let Some(found) = text.chars().find(|&letter| unprintable(letter)) {
            self.push(place, ProblemKind::Unprintable { found });
        }
    }
}

/// Controls; spaces without width, which break a phrase in two without a trace;
/// separators, embeddings, overrides and isolates, which move other words; and
/// the sign of a text that was once read in a wrong encoding.
fn unprintable(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FFFD}'
            | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::unprintable;

    #[test]
    fn what_moves_or_hides_words_is_unprintable() {
        assert!(
            "\0\n\t\u{7F}\u{85}\u{202A}\u{202E}\u{2066}\u{2069}\u{200B}\u{FEFF}\u{FFFD}"
                .chars()
                .all(unprintable)
        );
        assert!(!"字 a·“”《》—…\u{3000}𠮷".chars().any(unprintable));
    }
}
