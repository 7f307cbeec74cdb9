//! Points: their figures and their emphasis stand in their text.

use super::location::Location;
use super::{Check, MAX_ENTRIES, MAX_TEXT, ProblemKind, Within};
use crate::report::find::holds;
use crate::report::runs::{RunKind, runs};
use crate::report::{Chapter, Id, Point};

impl Check<'_> {
    /// A list of points, at least `least`.
    pub fn points(&mut self, place: Location, points: &[Point], least: usize) {
        self.entries(place, points.len(), least);
        for (index, point) in points.iter().enumerate() {
            self.point(place.index(index), point);
        }
    }

    /// A text with its figures and its emphasis.
    pub fn point(&mut self, place: Location, point: &Point) {
        self.text(place.key("text"), &point.text);
        self.references(place.key("figures"), &point.figures);
        for id in point.figures.iter().take(MAX_ENTRIES) {
            if let Some(standing) = self.standing(id) {
                *standing = true;
            }
        }
        self.phrases(place.key("figures"), point);

        let strong = place.key("strong");
        self.entries(strong, point.strong.len(), 0);
        for (index, words) in point.strong.iter().enumerate() {
            let place = strong.index(index);
            self.text(place, words);
            if !holds(&point.text, words) {
                let (found, within) = (words.clone(), Within::Text);
                self.push(place, ProblemKind::NotIn { found, within });
            }
        }
    }

    /// Whether a point has named the figure of that id.
    pub fn standing(&mut self, id: &Id) -> Option<&mut bool> {
        let mut figures = self.report.figures.iter();
        let at = figures.position(|figure| figure.id == *id)?;
        self.standing.get_mut(at)
    }

    /// A list of references to figures.
    pub fn references(&mut self, place: Location, ids: &[Id]) {
        self.entries(place, ids.len(), 0);
        // Each is held against all before it: a list without end ends here.
        for (index, id) in ids.iter().enumerate().take(MAX_ENTRIES) {
            self.reference(place.index(index), id);
            if ids.iter().take(index).any(|other| other == id) {
                let found = id.0.clone();
                self.push(place.index(index), ProblemKind::FigureRepeated { found });
            }
        }
    }

    /// A reference to a figure.
    pub fn reference(&mut self, place: Location, id: &Id) {
        if self.report.figure(id).is_none() {
            let found = id.0.clone();
            self.push(place, ProblemKind::FigureUnknown { found });
        }
    }

    /// The figures under a chapter's heading, which must be the chapter's.
    pub fn strip(&mut self, place: Location, chapter: &Chapter) {
        self.references(place, &chapter.strip);
        for (index, id) in chapter.strip.iter().enumerate() {
            let known = self.report.figure(id).is_some();
            if known && !names(chapter_points(chapter), id) {
                let found = id.0.clone();
                self.push(place.index(index), ProblemKind::FigureElsewhere { found });
            }
        }
    }

    /// Whether each figure is found where the page will look for it: what is
    /// asked is what will set the text, so both always agree.
    fn phrases(&mut self, place: Location, point: &Point) {
        // Nobody reads a text of this length, and cutting it up takes long.
        if point.text.len() > MAX_TEXT * 4 || point.figures.len() > MAX_ENTRIES {
            return;
        }
        let report = self.report;
        let runs = runs(report, point);
        for (index, id) in point.figures.iter().enumerate() {
            let Some(figure) = report.figure(id) else {
                continue;
            };
            let set = runs
                .iter()
                .any(|run| matches!(run.kind, RunKind::Figure(other) if other.id == *id));
            // An empty phrase is told where it stands.
            if set || figure.phrase.is_empty() {
                continue;
            }
            let phrase = figure.phrase.clone();
            let kind = if holds(&point.text, &phrase) {
                ProblemKind::PhraseCovered { phrase }
            } else {
                ProblemKind::PhraseAbsent { phrase }
            };
            self.push(place.index(index), kind);
        }
    }
}

/// Whether one of the points names the figure.
fn names<'a>(mut points: impl Iterator<Item = &'a Point>, id: &Id) -> bool {
    points.any(|point| point.figures.contains(id))
}

fn chapter_points(chapter: &Chapter) -> impl Iterator<Item = &Point> {
    let sections = chapter.sections.iter().flat_map(|section| &section.points);
    chapter.text.iter().chain(sections)
}
