//! What does no harm and is worth telling: values written beside a phrase that says
//! them already, and where the source contradicts itself.

use super::location::{Location, root};
use super::{Problem, ProblemKind, check};
use crate::report::composition::Composition;
use crate::report::{Figure, Graphic, GraphicKind, Report};

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
            for found in flow.counted(report).discrepancies() {
                let sentence = found.sentence();
                let kind = ProblemKind::Contradiction { sentence };
                hints.push(problem(place.index(index), kind));
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
                if let Some(sentence) = excess(report, graphic) {
                    let kind = ProblemKind::Contradiction { sentence };
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

/// That a graphic's parts are more than their whole.
fn excess(report: &Report, graphic: &Graphic) -> Option<String> {
    let parts = graphic.kind == GraphicKind::Parts;
    let composition = Composition::of(&graphic.drawn(report)).filter(|_| parts)?;
    composition.excess()
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

fn problem(place: Location, kind: ProblemKind) -> Problem {
    let pointer = place.pointer();
    Problem { pointer, kind }
}
