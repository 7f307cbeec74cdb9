//! What a report that parses must still keep to. Collects every problem.
//!
//! Runs in the browser before a report is shown, so it is compact and holds no
//! words: what is wrong is data ([`ProblemKind`]), which `explain` puts into
//! sentences. Nothing here reads or computes what is shown.
//!
//! - [`problem`]: all that can be wrong.
//! - [`location`]: where in the file a value stands.
//! - [`addresses`]: the imprint's links.
//! - [`ids`]: well-formed, unique, not the page's own.
//! - [`printable`]: texts that are there, printable and of a bearable length.
//! - [`points`]: figures and emphasis stand in the text.
//! - [`figures`]: values, qualifiers and units are the phrase's.
//! - [`graphics`]: a graphic can draw its figures.
//! - [`story`]: what tells the story names places, and words that stand there.
//! - [`hints`]: what does no harm and is worth telling.
//! - [`flows`]: flows are counted by figures, in one unit.

use self::location::{Location, root};
use super::{Advice, Chapter, Measures, Part, Report, Section};

mod addresses;
mod figures;
mod flows;
mod graphics;
mod hints;
mod ids;
mod location;
mod points;
mod printable;
mod problem;
mod story;

pub use hints::hints;
pub use problem::{Problem, ProblemKind, Within};

/// The longest text of a point, in characters.
pub const MAX_TEXT: usize = 20_000;

/// The longest heading, label or other single line, in characters.
pub const MAX_LINE: usize = 500;

/// The longest name or unit of the funnel, in characters: it is drawn, and no
/// drawing has room for more.
pub const MAX_NAME: usize = 20;

/// The longest list, in entries.
pub const MAX_ENTRIES: usize = 2_000;

/// The largest number a tally draws stroke by stroke.
pub const MAX_TALLY: f64 = 200.0;

/// Every problem of the report, in document order; none means good.
pub fn check(report: &Report) -> Vec<Problem> {
    let mut check = Check {
        report,
        problems: Vec::new(),
        anchors: Vec::new(),
        standing: vec![false; report.figures.len()],
    };
    check.report();
    check.problems
}

/// A walk through the report, and what it has met so far.
struct Check<'a> {
    report: &'a Report,
    problems: Vec<Problem>,
    /// All ids, each with its pointer.
    anchors: ids::Seen<'a>,
    /// Of each figure whether a point has named it.
    standing: Vec<bool>,
}

impl<'a> Check<'a> {
    #[cfg(not(target_os = "unknown"))]
    fn push(&mut self, place: Location, kind: ProblemKind) {
        let pointer = place.pointer();
        self.problems.push(Problem { pointer, kind });
    }

    /// A browser only asks whether there is one: what it is and where would be bytes
    /// that a reader waits for.
    #[cfg(target_os = "unknown")]
    fn push(&mut self, _: Location, _: ProblemKind) {
        let (pointer, kind) = (String::new(), ProblemKind::Hollow);
        self.problems.push(Problem { pointer, kind });
    }

    fn report(&mut self) {
        let report = self.report;
        self.title(root("title"), &report.title);
        self.point(root("preface"), &report.preface);
        self.references(root("headline"), &report.headline);
        self.topics(root("topics"), &report.topics);
        self.terms(root("terms"), &report.terms);
        self.corrections(root("corrections"), &report.corrections);
        if let Some(earlier) = &report.earlier {
            self.earlier(root("earlier"), earlier);
        }
        self.lines(root("keep"), &report.keep);

        let place = root("parts");
        self.entries(place, report.parts.len(), 1);
        for (index, part) in report.parts.iter().enumerate() {
            self.part(place.index(index), part);
        }

        let place = root("figures");
        self.entries(place, report.figures.len(), 0);
        for (index, figure) in report.figures.iter().enumerate() {
            self.figure(place.index(index), figure);
        }
        self.imprint(root("imprint"), &report.imprint);
    }

    fn part(&mut self, place: Location, part: &'a Part) {
        self.anchor(place.key("id"), &part.id);
        self.heading(place.key("heading"), &part.heading);
        if let Some(nav) = &part.nav {
            self.nav(place.key("nav"), nav, &part.heading);
        }
        if let Some(text) = &part.text {
            self.point(place.key("text"), text);
        }
        let chapters = place.key("chapters");
        self.entries(chapters, part.chapters.len(), 0);
        for (index, chapter) in part.chapters.iter().enumerate() {
            self.chapter(chapters.index(index), chapter);
        }
        if let Some(sequels) = &part.sequels {
            self.sequels(place.key("sequels"), sequels);
        }
        if let Some(reach) = &part.reach {
            self.reach(place.key("reach"), reach);
        }
        self.points(place.key("stairs"), &part.stairs, 0);
        self.pairs(place.key("pairs"), part);
        self.flows(place.key("flows"), part);
        if let Some(measures) = &part.measures {
            self.measures(place.key("measures"), measures);
        }
        if let Some(advice) = &part.advice {
            self.advice(place.key("advice"), advice);
        }
        let lists = part.chapters.is_empty() && part.stairs.is_empty();
        let blocks = part.flows.is_empty() && part.measures.is_none() && part.advice.is_none();
        if lists && blocks && part.text.is_none() {
            self.push(place, ProblemKind::Hollow);
        }
    }

    fn chapter(&mut self, place: Location, chapter: &'a Chapter) {
        self.anchor(place.key("id"), &chapter.id);
        self.heading(place.key("heading"), &chapter.heading);
        self.nav(place.key("nav"), &chapter.nav, &chapter.heading);
        self.strip(place.key("strip"), chapter);
        if let Some(text) = &chapter.text {
            self.point(place.key("text"), text);
        }
        let graphics = place.key("graphics");
        self.entries(graphics, chapter.graphics.len(), 0);
        for (index, graphic) in chapter.graphics.iter().enumerate() {
            self.graphic(graphics.index(index), graphic);
        }
        self.sections(place.key("sections"), &chapter.sections, 0);
        if chapter.text.is_none() && chapter.graphics.is_empty() && chapter.sections.is_empty() {
            self.push(place, ProblemKind::Hollow);
        }
    }

    fn sections(&mut self, place: Location, sections: &'a [Section], least: usize) {
        self.entries(place, sections.len(), least);
        for (index, section) in sections.iter().enumerate() {
            let place = place.index(index);
            self.anchor(place.key("id"), &section.id);
            self.heading(place.key("heading"), &section.heading);
            self.points(place.key("points"), &section.points, 1);
        }
    }

    fn measures(&mut self, place: Location, measures: &'a Measures) {
        self.anchor(place.key("id"), &measures.id);
        self.heading(place.key("heading"), &measures.heading);
        self.sections(place.key("groups"), &measures.groups, 1);
    }

    fn advice(&mut self, place: Location, advice: &'a Advice) {
        self.anchor(place.key("id"), &advice.id);
        self.heading(place.key("heading"), &advice.heading);
        let items = place.key("items");
        self.entries(items, advice.items.len(), 1);
        for (index, item) in advice.items.iter().enumerate() {
            self.heading(items.index(index), item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        serde_json::from_str(include_str!("../../public/data/report.json")).expect("a report")
    }

    #[test]
    fn the_report_is_good() {
        assert_eq!(check(&report()), []);
    }

    #[test]
    fn all_problems_are_told_in_document_order() {
        let mut report = report();
        report.title.short = "另一份".into();
        report.parts[0].chapters[3].id.0 = "funnel".into();
        report.figures[1].value = Some(22.0);
        let problems = check(&report);
        let pointers: Vec<_> = problems.iter().map(|problem| &*problem.pointer).collect();
        let expected = ["/title/short", "/parts/0/chapters/3/id", "/figures/1/value"];
        assert_eq!(pointers, expected);
    }
}
