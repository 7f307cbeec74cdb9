//! 江流漏斗: the stages as one river, whose width at each station is its count.
//!
//! `Counts → River`: [`Counts`] is data (件, and the width of words in em),
//! [`River`] is the drawing, all of it, in u of its own view box, so that
//! components do no arithmetic. In between lies flow space (u along, v across;
//! `flow`), planned by `plan` from the reference drawing. One factor k turns
//! every count into a width.
//!
//! Horizontal, the flow runs to the right and labels stand above; vertical, it
//! runs down and labels stand to the right.

mod band;
mod counts;
mod course;
mod curve;
mod fit;
mod flow;
mod fork;
mod gauge;
mod label;
mod measures;
mod passage;
mod plan;
#[cfg(test)]
mod tests;
mod widths;

pub use counts::{Counts, SourceCount, StageCount};
pub use fit::{Fit, Spot, spot};
pub use gauge::{Gauge, Scale, step};
pub use label::{Anchor, Lettering};
pub use passage::Passage;

use super::path::Path;
use super::point::{Position, at};
use crate::report::flow::counted::Counted;
use crate::report::flow::item::{Item, ItemKind};
use band::Bend;
use curve::{Cubic, back};
use plan::Plan;

/// Which way the river runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// To the right: wide screens, 1120 × 540 for the reference.
    Horizontal,
    /// Down: phones, 342 × 1060 for the reference.
    Vertical,
}

/// What leaves the river, by its place in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outflow {
    /// What is lost on the way to this stage.
    Loss(usize),
    /// This source of the last stage.
    Source(usize),
}

/// The drawing. Coordinates and lengths in u.
#[derive(Clone, Debug, PartialEq)]
pub struct River {
    pub orientation: Orientation,
    /// The view box, from 0 0. Source and mouths run off its edges: let it overflow.
    pub width: f64,
    pub height: f64,
    /// u for each one counted; 0 when there is nothing to draw.
    pub k: f64,
    /// What a gauge's ticks count by: 1, 2 or 5 times a power of ten.
    pub step: f64,
    /// The size of the stations' numerals: 46 (vertical 38), less where they are long.
    pub numeral: f64,
    /// The river itself, with its main mouth, closed.
    pub body: Path,
    /// Along the body from its source to its end: for its colours and fades.
    pub axis: Axis,
    /// Where on `axis` the body has faded in and begins to fade out, 0 to 1.
    pub fade: (f64, f64),
    /// Where on `axis`, between the two, its colour has become rv1.
    pub shade: f64,
    /// Lines in the river: along the flow, to the main mouth.
    pub streams: Vec<Path>,
    /// One for each stage.
    pub stations: Vec<Station>,
    /// The way to each stage but the first; `None` where the river is too
    /// narrow for words, which the station's own rates repeat.
    pub passages: Vec<Option<Passage>>,
    /// Everything that leaves: losses, and sources after the first, in order of
    /// the flow. Paint them after the body.
    pub branches: Vec<Branch>,
    /// The words of the first source, at the main mouth; `None` without sources.
    pub mouth: Option<Mouth>,
    /// How wide one `step` is; not in the vertical drawing.
    pub scale: Option<Scale>,
}

/// A straight line across the drawing, for gradients in user space.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Axis {
    pub from: Position,
    pub to: Position,
}

/// A stage's place on the river.
#[derive(Clone, Debug, PartialEq)]
pub struct Station {
    pub gauge: Gauge,
    pub words: Lettering,
    /// The upper left corner of its card: 214 wide, vertical 172.
    pub card: Position,
}

/// A strand that leaves the river.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    pub kind: Outflow,
    /// Its area, closed; begun inside the body.
    pub band: Path,
    /// A line along a loss from the source of the river on.
    pub stream: Option<Path>,
    /// From its fork to its end, for its colours.
    pub axis: Axis,
    pub words: Lettering,
}

/// The words of the main mouth.
#[derive(Clone, Debug, PartialEq)]
pub struct Mouth {
    pub words: Lettering,
    pub ground: Ground,
}

/// What words stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// In the river: light text.
    River,
    /// Beside it: dark text.
    Paper,
}

/// The reference's first source, of its last stage: the lines stay within it.
const MAIN: f64 = 4512.0 / 5286.0;
/// Where the body's colour has become rv1, of the drawing's length.
const SHADE: f64 = 0.62;
/// The width in u below which lines would run together.
const CROWDED: f64 = 36.0;

impl River {
    /// Whether the drawing shows an item of the flow.
    pub fn shows(counted: &Counted<'_>, item: &Item<'_>) -> bool {
        let drawn = counted
            .stages
            .iter()
            .flat_map(|stage| &stage.splits)
            .take(1);
        let mut drawn = drawn.flat_map(|split| &split.parts);
        match item.kind {
            ItemKind::Stage(..) | ItemKind::Exit(..) => true,
            ItemKind::Part(part) => drawn.any(|one| one.part.id == part.id),
            ItemKind::Rest(_) | ItemKind::Beside(_) => false,
        }
    }

    /// The whole drawing; total, whatever the counts.
    pub fn place(counts: &Counts, orientation: Orientation) -> River {
        let counts = &counts.drawable();
        let plan = &Plan::new(counts, orientation);
        let first = counts.stages.first().map_or(0.0, |stage| stage.count);
        let k = if first > 0.0 { plan.total / first } else { 0.0 };
        let step = gauge::step(first);
        let numeral = label::numeral(counts, plan, orientation);
        let length = plan.length();
        let (width, height) = match orientation {
            Orientation::Horizontal => (length, plan.fall + 40.0),
            Orientation::Vertical => (342.0, length),
        };
        let (source, end) = (plan.source(), plan.mouth.end.u);
        let fade = (
            plan.table.fade.0 / (end - source),
            1.0 - plan.table.fade.1 / (end - source),
        );
        River {
            orientation,
            width,
            height,
            k,
            step,
            numeral,
            body: body(plan, orientation),
            axis: Axis {
                from: flow::flow(source, 0.0).on(orientation),
                to: flow::flow(end, 0.0).on(orientation),
            },
            fade,
            shade: ((SHADE * length - source) / (end - source))
                .max(fade.0)
                .min(fade.1),
            streams: streams(plan, orientation),
            stations: label::stations(counts, plan, orientation, k, step, numeral),
            passages: passage::passages(counts, plan, orientation, k),
            branches: plan
                .branches
                .iter()
                .map(|(kind, bend)| branch(*kind, bend, counts, plan, orientation))
                .collect(),
            mouth: label::mouth(counts, plan, orientation),
            scale: gauge::scale(k, step, orientation),
        }
    }

    /// The `viewBox` attribute.
    pub fn view_box(&self) -> String {
        let mut text = String::from("0 0 ");
        text.push_str(&super::path::number(self.width));
        text.push(' ');
        text.push_str(&super::path::number(self.height));
        text
    }
}

/// The body with its main mouth: the near bank from source to end, the mouth's
/// far bank back, then the far bank, which steps out at each fork.
fn body(plan: &Plan, orientation: Orientation) -> Path {
    let mut path = Path::fine();
    if plan.total <= 0.0 {
        return path;
    }
    let (source, near, mouth) = (plan.source(), -plan.half, &plan.mouth);
    path.along(&laid(
        &plan.course.run(source, mouth.fork, near),
        orientation,
    ));
    let bank = mouth.run(&plan.course, -mouth.width / 2.0);
    path.along(&laid(&bank, orientation));
    let bank = mouth.run(&plan.course, mouth.width / 2.0);
    path.along(&laid(&back(bank), orientation));
    let mut width = mouth.width;
    let mut from = mouth.fork;
    for (_, bend) in plan.branches.iter().rev() {
        if bend.fork < from {
            let bank = plan.course.run(from, bend.fork, near + width);
            path.along(&laid(&bank, orientation));
            from = bend.fork;
        }
        width += bend.width;
    }
    let bank = plan.course.run(from, source, near + width);
    path.along(&laid(&bank, orientation));
    path.close();
    path
}

fn streams(plan: &Plan, orientation: Orientation) -> Vec<Path> {
    let whole = plan.half * 2.0;
    if whole < CROWDED {
        return Vec::new();
    }
    let narrow = (plan.mouth.width / whole / MAIN).min(1.0);
    // Where they would run together, one is enough.
    let fewer = if narrow * whole < CROWDED { 6 } else { 1 };
    let streams = plan.table.streams;
    let streams = streams.iter().skip(fewer / 2);
    streams
        .step_by(fewer)
        .map(|part| {
            let d = (part + 0.5) * narrow * whole - plan.half;
            line(plan, &plan.mouth, d, orientation)
        })
        .collect()
}

/// A line at distance `d` from the course to the fork, and on along the bend.
fn line(plan: &Plan, bend: &Bend, d: f64, orientation: Orientation) -> Path {
    let mut path = Path::new();
    let run = plan.course.run(plan.source(), bend.fork, d);
    path.along(&laid(&run, orientation));
    path.along(&laid(&bend.run(&plan.course, d - bend.d), orientation));
    path
}

fn branch(
    kind: Outflow,
    bend: &Bend,
    counts: &Counts,
    plan: &Plan,
    orientation: Orientation,
) -> Branch {
    let mut band = Path::fine();
    let far = bend.run_from_body(&plan.course, bend.width / 2.0);
    let near = bend.run_from_body(&plan.course, -bend.width / 2.0);
    band.along(&laid(&near, orientation));
    band.along(&laid(&back(far), orientation));
    band.close();
    let start = plan.course.offset(bend.fork, bend.d);
    Branch {
        kind,
        band,
        stream: matches!(kind, Outflow::Loss(_)).then(|| line(plan, bend, bend.d, orientation)),
        axis: Axis {
            from: start.on(orientation),
            to: bend.end.on(orientation),
        },
        words: label::branch(kind, bend, counts, plan, orientation),
    }
}

fn laid(run: &[Cubic], orientation: Orientation) -> Vec<[Position; 4]> {
    run.iter()
        .map(|piece| piece.map(|place| place.on(orientation)))
        .collect()
}
