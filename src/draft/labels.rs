//! The figures of a report: every number phrase of its texts, with a label out of its
//! own clause.
//!
//! - [`figure_label`]: what a number is called; [`respective`]: one of a list of names.
//! - [`clause_sides`]: the words around a number; [`label_words`],
//!   [`grammar_words`]: which of them are a name.

use std::collections::HashMap;
use std::ops::Range;

use self::figure_label::figure_labels;
use super::doubt::{Doubt, DoubtKind};
use super::naming::Naming;
use crate::report::check::MAX_ENTRIES;
use crate::report::number::{self, Found, NumberKind};
use crate::report::{Figure, Id, Point};

mod clause_sides;
mod figure_label;
mod grammar_words;
mod label_words;
mod respective;

pub use figure_label::{FigureLabel, labels};

/// A figure where it stands in a text.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// In bytes.
    pub range: Range<usize>,
    /// Which figure.
    pub id: Id,
}

/// The figures of a report while they are found.
#[derive(Debug, Default)]
pub struct Figures {
    /// All of them, in order.
    pub all: Vec<Figure>,
    /// By phrase and label, and exact counts of many digits by phrase alone.
    known: HashMap<String, Id>,
    /// How many phrases found no room.
    pub left_out: usize,
    /// The labels that no clause tells for sure, in order.
    unsure: Vec<String>,
}

impl Figures {
    /// The figures of a text, each in its place; the point names them.
    pub fn of(&mut self, point: &mut Point, naming: &mut Naming) -> Vec<Occurrence> {
        let mut places: Vec<Occurrence> = Vec::new();
        if self.all.len() >= MAX_ENTRIES {
            return places;
        }
        let text = point.text.clone();
        let found = number::find(&text);
        let labels = figure_labels(&text, &found);
        for (found, label) in found.iter().zip(labels) {
            let Some(phrase) = text.get(found.range.clone()) else {
                continue;
            };
            if self.all.len() >= MAX_ENTRIES || point.figures.len() >= MAX_ENTRIES {
                self.left_out += 1;
                continue;
            }
            let id = self.figure(phrase, label, found, naming);
            if !point.figures.contains(&id) {
                point.figures.push(id.clone());
            }
            places.push(Occurrence {
                range: found.range.clone(),
                id,
            });
        }
        // Where one phrase stands in another, the longer one has its place first.
        let length = |id: &Id| {
            places
                .iter()
                .find(|place| place.id == *id)
                .map_or(0, |place| place.range.len())
        };
        point
            .figures
            .sort_by_key(|id| std::cmp::Reverse(length(id)));
        places
    }

    fn figure(
        &mut self,
        phrase: &str,
        label: FigureLabel,
        found: &Found,
        naming: &mut Naming,
    ) -> Id {
        let digits = phrase.chars().filter(char::is_ascii_digit).count();
        let exact = match &found.reading.kind {
            NumberKind::Quantity(quantity) => quantity.whole().is_some() && digits > 3,
            _ => false,
        };
        // One count of many digits is one fact wherever it stands.
        let key = if exact {
            phrase.to_owned()
        } else {
            [phrase, "\n", label.words].concat()
        };
        if let Some(id) = self.known.get(&key) {
            return id.clone();
        }
        if !label.sure {
            self.unsure.push(label.words.to_owned());
        }
        let id = naming.id("figure", label.words);
        self.known.insert(key, id.clone());
        self.all.push(Figure {
            id: id.clone(),
            label: label.words.to_owned(),
            phrase: phrase.to_owned(),
            value: None,
            qualifier: None,
            unit: None,
        });
        id
    }

    /// One doubt for all labels that are unsure: an editor who goes through the figures
    /// meets each of them anyway.
    pub fn doubt(&self) -> Option<Doubt> {
        let first = self.unsure.first()?;
        let count = self.unsure.len();
        let reason = format!("有 {count} 个数字叫什么，原文分不清，这是第一个");
        let choices = ["暂用", "改正"];
        Some(Doubt::new(DoubtKind::Figure, 10, first, reason, &choices))
    }
}
