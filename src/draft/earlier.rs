//! An earlier report beside a new draft: what an editor called things there they are
//! called here, where the words are the same.

use std::collections::HashMap;

use super::naming::Naming;
use crate::report::earlier_report::EarlierFigure;
use crate::report::{EarlierReport, Figure, Id, Report};

/// What stands before its numbers, until the editor says whether it is last year's or
/// the last term's.
const BEFORE: &str = "上一份报告";

/// Figures of the earlier report by what they say: the label's words without numbers.
#[derive(Debug, Default)]
pub struct Earlier<'a> {
    /// What it is called, and where it comes from.
    title: String,
    source: String,
    figures: Vec<&'a Figure>,
    headings: HashMap<String, &'a Id>,
}

impl<'a> Earlier<'a> {
    /// What can be carried over from it.
    pub fn of(report: &'a Report) -> Self {
        let mut headings = HashMap::new();
        for part in &report.parts {
            headings.insert(part.heading.text(), &part.id);
            for chapter in &part.chapters {
                headings.insert(chapter.heading.text(), &chapter.id);
                for section in &chapter.sections {
                    headings.insert(section.heading.text(), &section.id);
                }
            }
        }
        let title = report.title.text.text();
        let source = report.imprint.source.clone();
        Self {
            source: source.unwrap_or_else(|| title.clone()),
            title,
            figures: report.figures.iter().collect(),
            headings,
        }
    }

    /// Gives the new report the ids of the old: of headings with the same words, and
    /// of figures with the same label and unit; returns how many. What these figures were
    /// in the old report stands beside them.
    pub fn carry(&self, report: &mut Report, naming: &mut Naming) -> usize {
        let mut renamed: HashMap<Id, Id> = HashMap::new();
        let mut used: Vec<&Id> = Vec::new();
        let mut figures = Vec::new();
        for figure in &mut report.figures {
            let same = |old: &&&Figure| {
                let words = old.label == figure.label || contains(&old.label, &figure.label);
                words && old.unit() == figure.unit() && !used.contains(&&old.id)
            };
            let Some(old) = self.figures.iter().find(same) else {
                continue;
            };
            if old.id != figure.id && !naming.take(&old.id) {
                continue;
            }
            used.push(&old.id);
            figures.push(EarlierFigure {
                figure: old.id.clone(),
                phrase: old.phrase.clone(),
            });
            naming.give_back(&figure.id);
            let before = std::mem::replace(&mut figure.id, old.id.clone());
            figure.label.clone_from(&old.label);
            renamed.insert(before, old.id.clone());
        }
        let carried = renamed.len();
        super::rename(report, &renamed);
        report.earlier = (!figures.is_empty()).then(|| EarlierReport {
            name: BEFORE.to_owned(),
            title: self.title.clone(),
            source: self.source.clone(),
            figures,
        });
        let mut headings = 0;
        for part in &mut report.parts {
            headings += self.heading(&part.heading.text(), &mut part.id, naming);
            for chapter in &mut part.chapters {
                headings += self.heading(&chapter.heading.text(), &mut chapter.id, naming);
                for section in &mut chapter.sections {
                    headings += self.heading(&section.heading.text(), &mut section.id, naming);
                }
            }
        }
        carried + headings
    }

    fn heading(&self, words: &str, id: &mut Id, naming: &mut Naming) -> usize {
        let Some(old) = self.headings.get(words) else {
            return 0;
        };
        if **old != *id && !naming.take(old) {
            return 0;
        }
        naming.give_back(id);
        id.clone_from(old);
        1
    }
}

/// Whether one label holds the other, and both say something.
fn contains(one: &str, other: &str) -> bool {
    let long = |text: &str| text.chars().count() >= 4;
    long(one) && long(other) && (one.contains(other) || other.contains(one))
}
