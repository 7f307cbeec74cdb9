//! The stops on the way through the report.

use super::{Id, Report};

/// One stop of the way.
pub struct Stop<'a> {
    /// Where it leads.
    pub id: &'a Id,
    /// Its short name, words of its heading, or its heading.
    pub name: String,
    /// The chapter's number, from 1; none for what is no chapter.
    pub number: Option<usize>,
    /// Whether it is the first after chapters that is none.
    pub apart: bool,
}

impl Report {
    /// The stops in reading order: each chapter, what stands behind the chapters of its
    /// part, and each part without chapters.
    pub fn stops(&self) -> Vec<Stop<'_>> {
        let mut stops: Vec<Stop<'_>> = Vec::new();
        for part in &self.parts {
            let mut others = Vec::new();
            if part.chapters.is_empty() {
                let name = part.nav.clone().unwrap_or_else(|| part.heading.text());
                others.push((&part.id, name));
            } else {
                let sequels = part.sequels.as_ref();
                others.extend(sequels.map(|sequels| (&sequels.id, sequels.heading.text())));
                let reach = part.reach.as_ref();
                others.extend(reach.map(|reach| (&reach.id, reach.heading.text())));
            }
            stops.extend(self.chapters_of(part).map(|(number, chapter)| Stop {
                id: &chapter.id,
                name: chapter.nav.clone(),
                number: Some(number),
                apart: false,
            }));
            for (id, name) in others {
                let apart = stops.last().is_some_and(|last| last.number.is_some());
                stops.push(Stop {
                    id,
                    name,
                    number: None,
                    apart,
                });
            }
        }
        stops
    }

    /// How many chapters there are, and parts without chapters.
    pub fn sections(&self) -> usize {
        let parts = self.parts.iter();
        parts.map(|part| part.chapters.len().max(1)).sum()
    }
}
