//! Strands that leave the course: a Bézier centreline with banks at half the
//! width on either side.

use super::course::Course;
use super::curve::{Cubic, beside, cubic, follow};
use super::flow::Flow;

/// How many pieces a line along a bend has.
const PIECES: u32 = 7;
/// How far upstream of the fork a tributary begins, inside the body, in u.
const OVERLAP: f64 = 14.0;

/// A strand's way from its fork to where it leaves the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bend {
    /// Where along the course it leaves.
    pub fork: f64,
    /// How far across from the course its middle lies there.
    pub d: f64,
    /// Its width, in u.
    pub width: f64,
    /// Where its middle ends.
    pub end: Flow,
    /// The direction in which it ends.
    pub direction: Flow,
    /// How far the controls lie from the fork and from the end, in u.
    pub arms: (f64, f64),
}

impl Bend {
    /// P0 = the offset point at the fork, P1 = P0 + a·tangent, P2 = E − b·d̂, P3 = E.
    fn controls(&self, course: &Course) -> Cubic {
        let start = course.offset(self.fork, self.d);
        let direction = self.direction.unit();
        [
            start,
            start.toward(course.direction(self.fork), self.arms.0),
            self.end.toward(direction, -self.arms.1),
            self.end,
        ]
    }

    /// The line at distance `d` from its middle, from the fork to the end.
    pub fn run(&self, course: &Course, d: f64) -> Vec<Cubic> {
        let controls = self.controls(course);
        follow(0.0, 1.0, PIECES, &|t| {
            let (place, speed, change) = cubic(&controls, t);
            beside(d, place, speed, change)
        })
    }

    /// The same, begun upstream inside the body so that no seam shows.
    pub fn run_from_body(&self, course: &Course, d: f64) -> Vec<Cubic> {
        let mut run = course.run(self.fork - OVERLAP, self.fork, self.d + d);
        run.append(&mut self.run(course, d));
        run
    }
}

#[cfg(test)]
impl Bend {
    /// The smallest radius of its middle, in u.
    pub(super) fn tightest(&self, course: &Course) -> f64 {
        let controls = self.controls(course);
        (0..200)
            .map(|index| {
                let t = f64::from(index) / 200.0;
                let ((_, one, _), (_, two, _)) = (cubic(&controls, t), cubic(&controls, t + 0.005));
                let turn = one.unit().u * two.unit().v - one.unit().v * two.unit().u;
                let way = (one.u * one.u + one.v * one.v).sqrt() * 0.005;
                way / turn.abs().max(1e-12)
            })
            .fold(f64::MAX, f64::min)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Orientation, counts::Counts, plan::Plan};
    use super::*;

    /// How far the bank strays from half the width, against the nearest of the
    /// middle line.
    #[track_caller]
    fn check(counts: &Counts, orientation: Orientation) {
        let plan = Plan::new(counts, orientation);
        for (kind, bend) in &plan.branches {
            let controls = bend.controls(&plan.course);
            let line: Vec<Flow> = (0..=8000)
                .map(|index| cubic(&controls, f64::from(index) / 8000.0).0)
                .collect();
            let bank = bend.run(&plan.course, bend.width / 2.0);
            for piece in &bank {
                for part in 0..=10 {
                    let (place, ..) = cubic(piece, f64::from(part) / 10.0);
                    let nearest = line
                        .iter()
                        .map(|on| (on.u - place.u).hypot(on.v - place.v))
                        .fold(f64::MAX, f64::min);
                    let error = (nearest - bend.width / 2.0).abs();
                    assert!(error < 0.05, "{error} of {kind:?} {orientation:?}");
                }
            }
        }
    }

    #[test]
    fn banks_keep_half_the_width_between_their_points() {
        for orientation in [Orientation::Horizontal, Orientation::Vertical] {
            check(&Counts::reference(), orientation);
            check(
                &Counts::sample(&[100.0, 60.0, 20.0], &[10.0, 10.0]),
                orientation,
            );
        }
    }
}
