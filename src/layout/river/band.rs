//! Strands that leave the course: a Bézier centreline with banks at half the
//! width on either side.

use super::course::{Course, Flow, flow};

/// How many normals carry the banks of a bend.
const NORMALS: u32 = 26;
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
    fn controls(&self, course: &Course) -> [Flow; 4] {
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
    pub fn run(&self, course: &Course, d: f64) -> Vec<Flow> {
        let controls = self.controls(course);
        let mut normal = course.direction(self.fork).normal();
        (0..NORMALS)
            .map(|index| {
                let t = f64::from(index) / f64::from(NORMALS - 1);
                let (place, speed) = cubic(&controls, t);
                // A strand that goes nowhere keeps its last direction.
                if speed.u.abs() + speed.v.abs() > 1e-9 {
                    normal = speed.unit().normal();
                }
                place.toward(normal, d)
            })
            .collect()
    }

    /// The same, begun upstream inside the body so that no seam shows.
    pub fn run_from_body(&self, course: &Course, d: f64) -> Vec<Flow> {
        let upstream = self.fork - OVERLAP;
        let mut run = course.run(upstream, self.fork, self.d + d, OVERLAP / 2.0);
        run.pop();
        run.append(&mut self.run(course, d));
        run
    }
}

/// The place and the speed on a cubic Bézier at `t`.
fn cubic(controls: &[Flow; 4], t: f64) -> (Flow, Flow) {
    let s = 1.0 - t;
    let place = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    let speed = [
        -3.0 * s * s,
        3.0 * s * (s - 2.0 * t),
        3.0 * t * (2.0 * s - t),
        3.0 * t * t,
    ];
    let sum = |weights: [f64; 4]| {
        controls
            .iter()
            .zip(weights)
            .fold(flow(0.0, 0.0), |sum, (&control, weight)| {
                sum.toward(control, weight)
            })
    };
    (sum(place), sum(speed))
}

#[cfg(test)]
impl Bend {
    /// The smallest radius of its middle, in u.
    pub(super) fn tightest(&self, course: &Course) -> f64 {
        let controls = self.controls(course);
        (0..200)
            .map(|index| {
                let t = f64::from(index) / 200.0;
                let ((_, one), (_, two)) = (cubic(&controls, t), cubic(&controls, t + 0.005));
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

    /// How far the written bank strays from half the width between its points:
    /// the middle of each Catmull-Rom piece against the nearest of the middle line.
    #[track_caller]
    fn check(counts: &Counts, orientation: Orientation) {
        let plan = Plan::new(counts, orientation);
        for (kind, bend) in &plan.branches {
            let controls = bend.controls(&plan.course);
            let line: Vec<Flow> = (0..=8000)
                .map(|index| cubic(&controls, f64::from(index) / 8000.0).0)
                .collect();
            let bank = bend.run(&plan.course, bend.width / 2.0);
            for four in bank.windows(4) {
                let [p0, p1, p2, p3] = four else { continue };
                let weighted = [(p0, -1.0), (p1, 9.0), (p2, 9.0), (p3, -1.0)];
                let middle = weighted
                    .iter()
                    .fold(flow(0.0, 0.0), |sum, (place, weight)| {
                        sum.toward(**place, weight / 16.0)
                    });
                let nearest = line
                    .iter()
                    .map(|place| (place.u - middle.u).hypot(place.v - middle.v))
                    .fold(f64::MAX, f64::min);
                let error = (nearest - bend.width / 2.0).abs();
                assert!(error < 0.05, "{error} of {kind:?} {orientation:?}");
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
