//! What does no harm and is worth telling: numbers that no figure takes, values
//! written beside a phrase that says them already, and where the source contradicts
//! itself.

use super::location::{Location, root};
use super::{Problem, ProblemKind, check};
use crate::report::composition::{Balance, Composition};
use crate::report::find::whole;
use crate::report::flow::discrepancy::{Discrepancy, DiscrepancyKind};
use crate::report::number::find;
use crate::report::runs::{RunKind, runs};
use crate::report::{
    Figure, Flow, Graphic, GraphicKind, Id, Part, Point, Report, Section, SplitPart,
};
use std::ops::Range;

/// Every hint, in document order; none for a report that `check` refuses.
pub fn hints(report: &Report) -> Vec<Problem> {
    if !check(report).is_empty() {
        return Vec::new();
    }
    let mut hints = Vec::new();
    unclaimed(root("preface"), report, &report.preface, &[], &mut hints);
    let parts = root("parts");
    for (index, part) in report.parts.iter().enumerate() {
        let place = parts.index(index);
        texts(place, report, part, &mut hints);
        let place = place.key("flows");
        for (index, flow) in part.flows.iter().enumerate() {
            let place = place.index(index);
            for found in flow.counted(report).discrepancies() {
                let pointer = pointer(place, flow, &found);
                let kind = ProblemKind::Contradiction { found: found.kind };
                hints.push(Problem { pointer, kind });
            }
        }
    }
    for (index, part) in report.parts.iter().enumerate() {
        let place = parts.index(index);
        let place = place.key("chapters");
        for (index, chapter) in part.chapters.iter().enumerate() {
            let place = place.index(index);
            let place = place.key("graphics");
            for (index, graphic) in chapter.graphics.iter().enumerate() {
                if let Some(kind) = excess(report, graphic) {
                    hints.push(problem(place.index(index), kind));
                }
            }
        }
    }
    let place = root("figures");
    for (index, figure) in report.figures.iter().enumerate() {
        copies(place.index(index), figure, &mut hints);
    }
    hints
}

fn texts(place: Location, report: &Report, part: &Part, hints: &mut Vec<Problem>) {
    let shares = &shares(part);
    if let Some(text) = &part.text {
        unclaimed(place.key("text"), report, text, shares, hints);
    }
    let chapters = place.key("chapters");
    for (index, chapter) in part.chapters.iter().enumerate() {
        let place = chapters.index(index);
        if let Some(text) = &chapter.text {
            unclaimed(place.key("text"), report, text, shares, hints);
        }
        sections(
            place.key("sections"),
            report,
            &chapter.sections,
            shares,
            hints,
        );
    }
    points(place.key("stairs"), report, &part.stairs, shares, hints);
    if let Some(measures) = &part.measures {
        let place = place.key("measures");
        sections(place.key("groups"), report, &measures.groups, shares, hints);
    }
}

fn sections(
    place: Location,
    report: &Report,
    sections: &[Section],
    shares: &[&str],
    hints: &mut Vec<Problem>,
) {
    for (index, section) in sections.iter().enumerate() {
        let place = place.index(index);
        points(place.key("points"), report, &section.points, shares, hints);
    }
}

fn points(
    place: Location,
    report: &Report,
    points: &[Point],
    shares: &[&str],
    hints: &mut Vec<Problem>,
) {
    for (index, point) in points.iter().enumerate() {
        unclaimed(place.index(index), report, point, shares, hints);
    }
}

/// The shares that a part's flows take as its texts print them.
fn shares(part: &Part) -> Vec<&str> {
    fn of_parts<'a>(parts: &'a [SplitPart], shares: &mut Vec<&'a str>) {
        for part in parts {
            shares.extend(part.share.as_deref());
            of_parts(&part.parts, shares);
        }
    }
    let mut shares = Vec::new();
    for flow in &part.flows {
        for stage in &flow.stages {
            shares.extend(stage.share.as_deref());
            shares.extend(stage.exits.iter().filter_map(|exit| exit.share.as_deref()));
            for split in &stage.splits {
                of_parts(&split.parts, &mut shares);
            }
        }
        for beside in &flow.beside {
            shares.extend(beside.share.as_deref());
            of_parts(&beside.parts, &mut shares);
        }
    }
    shares
}

/// Tells the number phrases of a text that neither a figure nor a flow takes.
fn unclaimed(
    place: Location,
    report: &Report,
    point: &Point,
    shares: &[&str],
    hints: &mut Vec<Problem>,
) {
    let mut at = 0;
    let mut taken = Vec::new();
    for run in runs(report, point) {
        let end = at + run.text.len();
        if let RunKind::Figure(_) = run.kind {
            taken.push(at..end);
        }
        at = end;
    }
    for found in find(&point.text) {
        let meets =
            |range: &Range<usize>| range.start < found.range.end && found.range.start < range.end;
        if let Some(phrase) = point.text.get(found.range.clone())
            && !taken.iter().any(meets)
            && !shares.iter().any(|share| whole(phrase, share).is_some())
        {
            let phrase = phrase.to_owned();
            hints.push(problem(
                place.key("text"),
                ProblemKind::NumberUnclaimed { phrase },
            ));
        }
    }
}

/// That a graphic's parts are more than their whole.
fn excess(report: &Report, graphic: &Graphic) -> Option<ProblemKind> {
    let parts = graphic.kind == GraphicKind::Parts;
    let composition = Composition::of(&graphic.drawn(report)).filter(|_| parts)?;
    let whole = composition.whole_words();
    match composition.balance {
        Balance::Over { words } => Some(ProblemKind::Excess { whole, by: words }),
        Balance::Whole | Balance::Short { .. } => None,
    }
}

fn copies(place: Location, figure: &Figure, hints: &mut Vec<Problem>) {
    if crate::report::number::read(&figure.phrase).is_none() {
        return;
    }
    for (name, written) in [
        ("value", figure.value.is_some()),
        ("qualifier", figure.qualifier.is_some()),
        ("unit", figure.unit.is_some()),
    ] {
        if written {
            let phrase = figure.phrase.clone();
            hints.push(problem(
                place.key(name),
                ProblemKind::CopyNeedless { phrase },
            ));
        }
    }
}

/// Where the contradiction is written: the share, or the list that does not add up.
fn pointer(flow: Location, data: &Flow, found: &Discrepancy<'_>) -> String {
    let is = |id: &Id| id == found.id;
    let field = |place: Location, list: Location| match found.kind {
        DiscrepancyKind::Share { .. } => place.key("share").pointer(),
        DiscrepancyKind::Parts { .. } => list.pointer(),
        DiscrepancyKind::Exits { .. } => place.key("exits").pointer(),
    };
    let stages = flow.key("stages");
    for (index, stage) in data.stages.iter().enumerate() {
        let place = stages.index(index);
        if is(&stage.id) {
            return field(place, place);
        }
        let exits = place.key("exits");
        if let Some(at) = stage.exits.iter().position(|exit| is(&exit.id)) {
            return field(exits.index(at), exits);
        }
        let splits = place.key("splits");
        for (index, split) in stage.splits.iter().enumerate() {
            let place = splits.index(index);
            if let Some(pointer) = in_parts(place.key("parts"), &split.parts, is, field) {
                return pointer;
            }
        }
    }
    let beside = flow.key("beside");
    let mut lists = data.beside.iter().enumerate();
    let found = lists.find_map(|(index, beside_one)| {
        let place = beside.index(index);
        in_parts(place.key("parts"), &beside_one.parts, is, field)
    });
    found.unwrap_or_else(|| flow.pointer())
}

/// The same below a list of parts.
fn in_parts(
    list: Location,
    parts: &[SplitPart],
    is: impl Fn(&Id) -> bool + Copy,
    field: impl Fn(Location, Location) -> String + Copy,
) -> Option<String> {
    parts.iter().enumerate().find_map(|(index, part)| {
        let place = list.index(index);
        if is(&part.id) {
            return Some(field(place, list));
        }
        if part.parts.is_empty() {
            return None;
        }
        in_parts(place.key("parts"), &part.parts, is, field)
    })
}

fn problem(place: Location, kind: ProblemKind) -> Problem {
    let pointer = place.pointer();
    Problem { pointer, kind }
}
