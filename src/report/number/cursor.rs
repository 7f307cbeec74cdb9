//! A place in a text, and what of the number was read up to it.
//!
//! Knows letters and words, and no grammar.

use super::Piece;
use std::ops::Range;

/// How long the unit is with which a text begins; 0 where it begins with none.
pub type UnitLength = fn(&str) -> usize;

/// A place in a text.
#[derive(Clone)]
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// Where digits and scale words stand.
    marks: Vec<Span>,
    /// What counts as a unit here.
    pub unit: UnitLength,
    /// Whether the text is the phrase, or goes on behind it.
    pub alone: bool,
}

#[derive(Clone)]
struct Span {
    range: Range<usize>,
    scale: bool,
}

impl<'a> Cursor<'a> {
    /// At a byte of the text.
    pub fn new(text: &'a str, at: usize, unit: UnitLength, alone: bool) -> Self {
        let marks = Vec::new();
        Self {
            text,
            at,
            marks,
            unit,
            alone,
        }
    }

    /// The byte where it is.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What is still to be read.
    pub fn left(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next letter.
    pub fn next(&self) -> Option<char> {
        self.left().chars().next()
    }

    /// Whether everything is read.
    pub fn ended(&self) -> bool {
        self.at == self.text.len()
    }

    /// What was read from a place on.
    pub fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Whether a word stands before what was read from a place on.
    pub fn follows(&self, start: usize, word: &str) -> bool {
        let before = self.text.get(..start);
        before.is_some_and(|before| before.ends_with(word))
    }

    /// Goes on by so many bytes; what it passed.
    pub fn pass(&mut self, bytes: usize) -> &'a str {
        let start = self.at;
        self.at = start.saturating_add(bytes).min(self.text.len());
        self.since(start)
    }

    /// Takes the next letter if it is wanted.
    pub fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let letter = self.next().filter(|&letter| wanted(letter))?;
        self.at += letter.len_utf8();
        Some(letter)
    }

    /// Takes the first of the words that stands here.
    pub fn take_one(&mut self, words: &[&str]) -> Option<&'a str> {
        let left = self.left();
        let word = words.iter().find(|&&word| left.starts_with(word))?;
        Some(self.pass(word.len()))
    }

    /// Takes a space, of which documents hold many kinds.
    pub fn take_space(&mut self) {
        self.take(|letter| matches!(letter, ' ' | '\u{A0}' | '\u{2009}' | '\u{3000}'));
    }

    /// What the reading takes, or nothing: where it fails, all is as before.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let (at, marks) = (self.at, self.marks.len());
        let taken = read(self);
        if taken.is_none() {
            self.at = at;
            self.marks.truncate(marks);
        }
        taken
    }

    /// Marks what was read since a place as digits.
    pub fn digits(&mut self, start: usize) {
        self.mark(start, false);
    }

    /// Marks what was read since a place as a scale word.
    pub fn scale(&mut self, start: usize) {
        self.mark(start, true);
    }

    fn mark(&mut self, start: usize, scale: bool) {
        if start < self.at {
            let range = start..self.at;
            self.marks.push(Span { range, scale });
        }
    }

    /// What was read from a place on, in pieces: what is not marked is words.
    pub fn pieces(&self, start: usize) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut done = start;
        let words = |from: usize, to: usize, pieces: &mut Vec<Piece<'a>>| {
            if let Some(words) = self.text.get(from..to).filter(|words| !words.is_empty()) {
                pieces.push(Piece::Word(words));
            }
        };
        for Span { range, scale } in &self.marks {
            words(done, range.start, &mut pieces);
            let text = self.text.get(range.clone()).unwrap_or_default();
            pieces.push(if *scale {
                Piece::Scale(text)
            } else {
                Piece::Digits(text)
            });
            done = range.end;
        }
        words(done, self.at, &mut pieces);
        pieces
    }
}

/// Whether a letter goes on with a word: neither a mark nor the end.
pub fn in_a_word(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_ascii_alphanumeric() || is_letter(letter))
}

/// A letter beyond ASCII that is no punctuation. (The standard library's tables of
/// all scripts are too large for a first visit.)
fn is_letter(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9FFF}' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '℃' | '㎡'..='㎥' | '²' | '³')
}
