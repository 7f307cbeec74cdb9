//! Where lines of what is not running text may break: between words. Whoever makes a site
//! finds the places and writes them into the served data; page and writer only read them.

use super::{Heading, Report, SplitPart, phrases};

/// Stands where a line may break.
pub const MARK: char = '|';

impl Report {
    /// Where the lines of a text may break, in bytes and in order; nowhere, where nobody
    /// has looked.
    pub fn breaks_of(&self, text: &str) -> Vec<usize> {
        let (marked, _) = self.marked();
        let order = |marked: &String| words(marked).cmp(text.bytes());
        let found = marked.binary_search_by(order).ok();
        let found = found.and_then(|index| marked.get(index));
        found.map(|marked| places(marked)).unwrap_or_default()
    }

    /// What is never broken, wherever it stands: numbers with their units.
    pub fn whole(&self) -> &[String] {
        self.marked().1
    }

    /// The texts with marks, in the order of their words, and those without behind them.
    fn marked(&self) -> (&[String], &[String]) {
        let end = self.breaks.partition_point(|text| text.contains(MARK));
        self.breaks.split_at(end)
    }

    /// The pieces of a text between which its lines may break; joined they are the text.
    pub fn units<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let mut breaks = self.breaks_of(text);
        breaks.push(text.len());
        let mut from = 0;
        let units = breaks.into_iter().filter_map(|to| {
            let unit = text.get(from..to);
            from = to;
            unit
        });
        units.collect()
    }

    /// Every text, not running, whose lines may have to break, once each.
    pub fn displayed(&self) -> Vec<&str> {
        let mut shown: Vec<&str> = Vec::new();
        shown.extend(phrases(self.title.sealed().0));
        shown.extend(self.headings().flat_map(Heading::phrases));
        shown.extend(self.figures.iter().map(|figure| figure.label.as_str()));
        for part in &self.parts {
            shown.extend(part.nav.as_deref());
            for chapter in &part.chapters {
                shown.push(&chapter.nav);
                let graphics = chapter.graphics.iter();
                shown.extend(graphics.map(|graphic| graphic.title.as_str()));
            }
            let sequels = part.sequels.iter().flat_map(|sequels| &sequels.items);
            shown.extend(sequels.flat_map(|sequel| [sequel.done.as_str(), &sequel.came]));
            let rings = part.reach.iter().flat_map(|reach| &reach.rings);
            shown.extend(rings.map(|ring| ring.phrase.as_str()));
            for step in &part.stairs {
                let outcome = step.outcome();
                let emphasis = outcome.emphasis.map(|told| [told.lead, told.strong]);
                shown.extend(emphasis.into_iter().flatten());
                shown.push(outcome.rest);
            }
            for flow in &part.flows {
                shown.push(&flow.title);
                for stage in &flow.stages {
                    shown.push(&stage.label);
                    shown.extend(stage.exits.iter().map(|exit| exit.label.as_str()));
                    shown.extend(stage.exits.iter().filter_map(|exit| exit.to.as_deref()));
                    let splits = stage.splits.iter();
                    labels(splits.flat_map(|split| &split.parts), &mut shown);
                }
                for beside in &flow.beside {
                    shown.push(&beside.label);
                    labels(beside.parts.iter(), &mut shown);
                }
            }
        }
        shown.sort_unstable();
        shown.dedup();
        shown
    }

    /// Every heading below the title.
    fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.parts.iter().flat_map(|part| {
            let chapters = part.chapters.iter().flat_map(|chapter| {
                let sections = chapter.sections.iter().map(|section| &section.heading);
                [&chapter.heading].into_iter().chain(sections)
            });
            let measures = part.measures.iter().flat_map(|measures| {
                let groups = measures.groups.iter().map(|group| &group.heading);
                [&measures.heading].into_iter().chain(groups)
            });
            let advice = part.advice.iter();
            let advice =
                advice.flat_map(|advice| [&advice.heading].into_iter().chain(&advice.items));
            let sequels = part.sequels.iter().map(|sequels| &sequels.heading);
            let reach = part.reach.iter().map(|reach| &reach.heading);
            let own = [&part.heading].into_iter().chain(chapters).chain(measures);
            own.chain(advice).chain(sequels).chain(reach)
        })
    }
}

fn labels<'a>(parts: impl Iterator<Item = &'a SplitPart>, shown: &mut Vec<&'a str>) {
    for part in parts {
        shown.push(&part.label);
        labels(part.parts.iter(), shown);
    }
}

/// The words without their marks, in bytes.
fn words(marked: &str) -> impl Iterator<Item = u8> {
    marked.bytes().filter(|byte| *byte != MARK as u8)
}

/// Where the marks stand, in bytes of the words.
fn places(marked: &str) -> Vec<usize> {
    let marks = marked.match_indices(MARK).enumerate();
    marks.map(|(before, (at, _))| at - before).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_places_of_their_own_text_alone() {
        let report: Report = serde_json::from_value(serde_json::json!({
            "title": {"text": "题", "short": "题"},
            "preface": {"text": "序"},
            "parts": [],
            "breaks": ["提案|办理", "提案|办理|工作", "8件"],
        }))
        .unwrap();
        assert_eq!(report.breaks_of("提案办理工作"), [6, 12]);
        assert_eq!(report.breaks_of("提案办理"), [6]);
        assert_eq!(report.breaks_of("提案"), [0; 0]);
        assert_eq!(report.breaks_of("8件"), [0; 0]);
        assert_eq!(report.units("提案办理工作"), ["提案", "办理", "工作"]);
        assert_eq!(report.whole(), ["8件"]);
    }
}
