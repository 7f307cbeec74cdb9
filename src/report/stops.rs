//! The stops on the way through the report.

use super::{Id, Report};

/// One stop of the way.
pub struct Stop<'a> {
    /// Where it leads.
    pub id: &'a Id,
    /// Its short name, words of its heading.
    pub name: String,
    /// The chapter's number, from 1; none for other parts.
    pub number: Option<usize>,
    /// Whether it is the first after chapters that is none.
    pub apart: bool,
}

impl Report {
    /// The stops in reading order: each chapter, and each part without chapters.
    pub fn stops(&self) -> Vec<Stop<'_>> {
        let mut stops: Vec<Stop<'_>> = Vec::new();
        for part in &self.parts {
            if part.chapters.is_empty() {
                stops.push(Stop {
                    id: &part.id,
                    name: part.nav.clone().unwrap_or_else(|| part.heading.text()),
                    number: None,
                    apart: stops.last().is_some_and(|last| last.number.is_some()),
                });
            }
            stops.extend(self.chapters_of(part).map(|(number, chapter)| Stop {
                id: &chapter.id,
                name: chapter.nav.clone(),
                number: Some(number),
                apart: false,
            }));
        }
        stops
    }

    /// How many stops there are.
    pub fn sections(&self) -> usize {
        let parts = self.parts.iter();
        parts.map(|part| part.chapters.len().max(1)).sum()
    }
}
