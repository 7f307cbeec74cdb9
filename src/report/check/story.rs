//! What tells the story: it names places of the report, and words that stand there.

use std::collections::BTreeSet;

use super::location::Location;
use super::{Check, MAX_ENTRIES, ProblemKind, Within};
use crate::report::find::holds;
use crate::report::{Correction, EarlierReport, Extent, Id, Part, Sequels, Term, Topic};

/// The most entries of such a list: it is there to be looked over at once.
const MOST: usize = 60;

/// The most rings that can be told apart.
const MAX_RINGS: usize = 12;

impl<'a> Check<'a> {
    /// What readers may have come for.
    pub fn topics(&mut self, place: Location, topics: &[Topic]) {
        self.entries_up_to(place, topics.len(), 0, MOST);
        for (index, topic) in topics.iter().enumerate().take(MOST) {
            let place = place.index(index);
            self.name(place.key("word"), &topic.word);
            let heading = self.report.heading_at(&topic.at);
            if !heading.is_some_and(|heading| holds(&heading.text(), &topic.word)) {
                self.quoted(place, "word", &topic.at, &[&topic.word]);
            }
            let also = place.key("also");
            self.entries_up_to(also, topic.also.len(), 0, MOST);
            for (index, word) in topic.also.iter().enumerate().take(MOST) {
                self.name(also.index(index), word);
            }
        }
    }

    /// What was done and what came of it.
    pub fn sequels(&mut self, place: Location, sequels: &'a Sequels) {
        self.anchor(place.key("id"), &sequels.id);
        self.heading(place.key("heading"), &sequels.heading);
        let items = place.key("items");
        self.entries_up_to(items, sequels.items.len(), 1, MOST);
        for (index, item) in sequels.items.iter().enumerate().take(MOST) {
            let place = items.index(index);
            self.line(place.key("done"), &item.done);
            self.line(place.key("came"), &item.came);
            // Of both together it can't be told which is wrong.
            let key = match self.report.quoted(&item.at, &[&item.done]) {
                Some(_) => "came",
                None => "done",
            };
            let words = [item.done.as_str(), item.came.as_str()];
            let told = if key == "came" {
                &words[..]
            } else {
                &words[..1]
            };
            self.quoted(place, key, &item.at, told);
            let share = place.key("share");
            self.references(share, &item.share);
            if !item.share.is_empty() {
                self.share(share, &item.share);
            }
        }
    }

    /// How far the work reaches.
    pub fn reach(&mut self, place: Location, reach: &'a Extent) {
        self.anchor(place.key("id"), &reach.id);
        self.heading(place.key("heading"), &reach.heading);
        let rings = place.key("rings");
        self.entries_up_to(rings, reach.rings.len(), 2, MAX_RINGS);
        for (index, ring) in reach.rings.iter().enumerate().take(MAX_RINGS) {
            let place = rings.index(index);
            self.line(place.key("phrase"), &ring.phrase);
            self.name(place.key("name"), &ring.name);
            if !holds(&ring.phrase, &ring.name) {
                let (found, within) = (ring.name.clone(), Within::Text);
                self.push(place.key("name"), ProblemKind::NotIn { found, within });
            }
            self.quoted(place, "phrase", &ring.at, &[&ring.phrase]);
        }
    }

    /// What takes up what.
    pub fn pairs(&mut self, place: Location, part: &Part) {
        self.entries_up_to(place, part.pairs.len(), 0, MOST);
        for (index, pairing) in part.pairs.iter().enumerate().take(MOST) {
            let place = place.index(index);
            let report = self.report;
            let mut chapters = report.chapters();
            let chapter = chapters.find(|(_, chapter)| chapter.id == pairing.chapter);
            let Some((_, chapter)) = chapter else {
                let found = pairing.chapter.0.clone();
                self.push(place.key("chapter"), ProblemKind::PlaceUnknown { found });
                continue;
            };
            let list = place.key("words");
            self.entries_up_to(list, pairing.words.len(), 1, MOST);
            let heading = chapter.heading.text();
            for (index, words) in pairing.words.iter().enumerate().take(MOST) {
                self.excerpt(list.index(index), words, &heading, Within::Heading);
            }
            if part.paired(pairing).is_none() {
                let (found, within) = (pairing.words.concat(), Within::Outcome);
                self.push(list, ProblemKind::NotIn { found, within });
            }
        }
    }

    /// What words mean.
    pub fn terms(&mut self, place: Location, terms: &'a [Term]) {
        self.entries_up_to(place, terms.len(), 0, MOST);
        let report = self.report;
        for (index, term) in terms.iter().enumerate().take(MOST) {
            let place = place.index(index);
            self.anchor(place.key("id"), &term.id);
            self.name(place.key("word"), &term.word);
            let texts = report.parts.iter().flat_map(|part| part.texts());
            let mut texts = texts.chain([report.preface.text.as_str()]);
            if !texts.any(|text| holds(text, &term.word)) {
                let (found, within) = (term.word.clone(), Within::Report);
                self.push(place.key("word"), ProblemKind::NotIn { found, within });
            }
            self.text(place.key("text"), &term.text);
            self.line(place.key("source"), &term.source);
        }
    }

    /// What was wrong.
    pub fn corrections(&mut self, place: Location, corrections: &[Correction]) {
        self.entries_up_to(place, corrections.len(), 0, MOST);
        for (index, correction) in corrections.iter().enumerate().take(MOST) {
            let place = place.index(index);
            if !correction.is_dated() {
                let found = correction.date.clone();
                self.push(place.key("date"), ProblemKind::DateMalformed { found });
            }
            self.text(place.key("text"), &correction.text);
        }
    }

    /// The numbers of an earlier report are those of figures here.
    pub fn earlier(&mut self, place: Location, earlier: &EarlierReport) {
        self.name(place.key("name"), &earlier.name);
        self.line(place.key("title"), &earlier.title);
        self.line(place.key("source"), &earlier.source);
        let figures = place.key("figures");
        self.entries(figures, earlier.figures.len(), 1);
        let mut seen = BTreeSet::new();
        for (index, before) in earlier.figures.iter().enumerate().take(MAX_ENTRIES) {
            let place = figures.index(index);
            self.reference(place.key("figure"), &before.figure);
            if !seen.insert(&before.figure) {
                let found = before.figure.0.clone();
                self.push(place.key("figure"), ProblemKind::FigureRepeated { found });
            }
            self.line(place.key("phrase"), &before.phrase);
        }
    }

    /// The place `at` of an entry, and words that stand there in one text and in this
    /// order; where they do not, the field `key` is told.
    pub fn quoted(&mut self, place: Location, key: &'static str, at: &Id, words: &[&str]) {
        let report = self.report;
        if report.heading_at(at).is_none() {
            let found = at.0.clone();
            self.push(place.key("at"), ProblemKind::PlaceUnknown { found });
        } else if report.quoted(at, words).is_none() {
            let (found, within) = (words.concat(), Within::Place);
            self.push(place.key(key), ProblemKind::NotIn { found, within });
        }
    }
}
