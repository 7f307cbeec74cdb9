//! What joins the river, leaves it or lies along it, as areas to paint.

use super::band::Bend;
use super::brief::Brief;
use super::course::Course;
use super::curve::{Cubic, back};
use super::flow::flow;
use super::leave::{head, tail};
use super::{Axis, Orientation, Path, Place, Position};
use crate::report::ExitKind;

/// What became of it, as it is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Left: fades into the paper.
    Rejected,
    /// Lies along the body, and fades in opacity.
    Merged,
    /// Ends at a bank.
    Transferred,
    /// Ends at a line that is still open.
    Pending,
    /// Hatched.
    Unstated,
    /// An arm of the mouth or of the source, in one of two colours.
    Second,
    Third,
}

/// An area of water beside the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Strand {
    pub place: Place,
    pub paint: Paint,
    /// Closed; begun, or ended, inside the body.
    pub band: Path,
    /// The same without what lies close to the body, where that part is hatched.
    pub apart: Option<Path>,
    /// A line along it, where it is wide enough.
    pub stream: Option<Path>,
    /// From the body to where it has its own colour; and its end, where it fades.
    pub tint: Axis,
    pub end: Axis,
    /// What it ends at: a named bank, a line that is still open.
    pub bank: Option<Path>,
    pub width: f64,
}

/// The narrowest strand with a line along it, in u.
const LINED: f64 = 12.0;

/// What leaves.
pub fn exit(
    brief: &Brief<'_>,
    course: &Course,
    place: Place,
    kind: ExitKind,
    bend: &Bend,
) -> Strand {
    let paint = match kind {
        ExitKind::Rejected => Paint::Rejected,
        ExitKind::Merged => Paint::Merged,
        ExitKind::Transferred => Paint::Transferred,
        ExitKind::Pending => Paint::Pending,
        ExitKind::Unstated => Paint::Unstated,
    };
    let half = bend.width / 2.0;
    let (from, to) = tail(bend);
    let start = head(bend);
    let orientation = brief.orientation;
    let axis = |from: super::flow::FlowPlace, to: super::flow::FlowPlace| Axis {
        from: from.on(orientation),
        to: to.on(orientation),
    };
    let mut bank = None;
    if matches!(paint, Paint::Transferred | Paint::Pending) {
        let across = flow(to.u - from.u, to.v - from.v).unit().normal();
        let mut line = Path::new();
        line.move_to(to.toward(across, half + 6.0).on(orientation));
        line.line_to(to.toward(across, -half - 6.0).on(orientation));
        bank = Some(line);
    }
    let merged = paint == Paint::Merged;
    let (near, far) = (bend.run_from(course, -half), bend.run_from(course, half));
    Strand {
        apart: (paint == Paint::Unstated).then(|| apart(bend, orientation)),
        place,
        paint,
        band: closed(&near, far, orientation),
        stream: (!merged && bend.width >= LINED).then(|| {
            let mut run = course.run(
                course.nodes.first().map_or(0.0, |node| node.u),
                bend.fork,
                bend.d,
            );
            run.append(&mut bend.run(0.0));
            open(&run, orientation)
        }),
        tint: if merged {
            axis(start, to)
        } else {
            axis(start, from)
        },
        end: if merged {
            axis(start, to)
        } else {
            axis(from, to)
        },
        bank,
        width: bend.width,
    }
}

/// An arm of the source or of the mouth.
pub fn arm(brief: &Brief<'_>, course: &Course, place: Place, bend: &Bend) -> Strand {
    let half = bend.width / 2.0;
    let orientation = brief.orientation;
    let (inflow, index) = match place {
        Place::Inflow(index) => (true, index),
        Place::Mouth(index) => (false, index),
        _ => (false, 0),
    };
    let parts = if inflow {
        &brief.counts.inflows
    } else {
        &brief.counts.mouths
    };
    let paint = match parts.get(index) {
        Some(part) if part.unstated => Paint::Unstated,
        _ if index % 2 == 1 => Paint::Second,
        _ => Paint::Third,
    };
    let (near, far) = if inflow {
        (bend.run_into(course, -half), bend.run_into(course, half))
    } else {
        (bend.run_from(course, -half), bend.run_from(course, half))
    };
    let ends = (
        head(bend),
        bend.line.last().map_or(head(bend), |piece| piece[3]),
    );
    let (body, far_end) = if inflow { (ends.1, ends.0) } else { ends };
    let length = (far_end.u - body.u) * brief.table.fade.1 / (far_end.u - body.u).abs().max(1.0);
    let from = flow(far_end.u - length, far_end.v);
    let axis = |from: super::flow::FlowPlace, to: super::flow::FlowPlace| Axis {
        from: from.on(orientation),
        to: to.on(orientation),
    };
    Strand {
        place,
        paint,
        band: closed(&near, far, orientation),
        stream: None,
        tint: axis(body, flow(body.u + 0.6 * (far_end.u - body.u), body.v)),
        end: axis(from, far_end),
        bank: None,
        apart: (paint == Paint::Unstated).then(|| apart(bend, orientation)),
        width: bend.width,
    }
}

/// The area of a bend but for its beginning.
fn apart(bend: &Bend, orientation: Orientation) -> Path {
    let half = bend.width / 2.0;
    let bank = |d: f64| -> Vec<Cubic> { bend.run(d).into_iter().skip(2).collect() };
    closed(&bank(-half), bank(half), orientation)
}

/// The area between two banks.
fn closed(near: &[Cubic], far: Vec<Cubic>, orientation: Orientation) -> Path {
    let mut band = Path::fine();
    band.along(&laid(near, orientation));
    band.along(&laid(&back(far), orientation));
    band.close();
    band
}

/// A line.
pub fn open(run: &[Cubic], orientation: Orientation) -> Path {
    let mut path = Path::new();
    path.along(&laid(run, orientation));
    path
}

/// On the page.
pub fn laid(run: &[Cubic], orientation: Orientation) -> Vec<[Position; 4]> {
    let pieces = run.iter();
    pieces
        .map(|piece| piece.map(|place| place.on(orientation)))
        .collect()
}
