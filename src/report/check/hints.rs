//! What does no harm and is worth telling: values written beside a phrase that says
//! them already, and where the source contradicts itself.

use super::location::{Location, root};
use super::{Problem, ProblemKind, check};
use crate::report::flow::discrepancy::{Discrepancy, DiscrepancyKind};
use crate::report::{Figure, Flow, Id, Report, SplitPart};

/// Every hint, in document order; none for a report that `check` refuses.
pub fn hints(report: &Report) -> Vec<Problem> {
    if !check(report).is_empty() {
        return Vec::new();
    }
    let mut hints = Vec::new();
    let parts = root("parts");
    for (index, part) in report.parts.iter().enumerate() {
        let place = parts.index(index);
        let place = place.key("flows");
        for (index, flow) in part.flows.iter().enumerate() {
            let place = place.index(index);
            for found in flow.counted(report).discrepancies() {
                let sentence = found.sentence();
                let kind = ProblemKind::Contradiction { sentence };
                let pointer = pointer(place, flow, &found);
                hints.push(Problem { pointer, kind });
            }
        }
    }
    let place = root("figures");
    for (index, figure) in report.figures.iter().enumerate() {
        copies(place.index(index), figure, &mut hints);
    }
    hints
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
