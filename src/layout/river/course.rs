//! The river's course: the line that all strands keep their distance from.

use super::curve::{Cubic, back, beside, follow};
use super::flow::{FlowPlace, flow};

/// The longest piece of a line, in u: lines stay within .02 u of where they belong.
const PIECE: f64 = 90.0;

/// The middle of the last stage's strand, through nodes and flat at each:
/// with t = (u−u₀)/(u₁−u₀), r = v₀ + (v₁−v₀)(3t²−2t³).
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// In order of u.
    pub nodes: Vec<FlowPlace>,
}

impl Course {
    /// r and its slope at `u`; level beyond the ends.
    pub fn at(&self, u: f64) -> (f64, f64) {
        let (place, speed, _) = self.stretch(u).at(u);
        (place.v, speed.v)
    }

    /// The direction of the flow at `u`.
    pub fn direction(&self, u: f64) -> FlowPlace {
        flow(1.0, self.at(u).1).unit()
    }

    /// The place `d` across from the line: (u, r) + d·n, n = (−r′, 1)/√(1+r′²).
    pub fn offset(&self, u: f64, d: f64) -> FlowPlace {
        flow(u, self.at(u).0).toward(self.direction(u).normal(), d)
    }

    /// The line at distance `d` from `from` to `to`, either way.
    pub fn run(&self, from: f64, to: f64, d: f64) -> Vec<Cubic> {
        let (low, high) = (from.min(to), from.max(to));
        let inner = self.nodes.iter().map(|node| node.u);
        let mut run = Vec::new();
        let mut start = low;
        // The line bends anew at each node, which no piece could follow.
        for end in inner.chain([high]).filter(|&u| low < u && u <= high) {
            let stretch = self.stretch((start + end) / 2.0);
            let parts = stretch.parts(end - start);
            run.append(&mut follow(start, end, parts, &|u| {
                let (place, speed, change) = stretch.at(u);
                beside(d, place, speed, change)
            }));
            start = end;
        }
        if to < from { back(run) } else { run }
    }

    /// Where between two nodes `u` lies.
    fn stretch(&self, u: f64) -> Stretch {
        let mut from = self.nodes.first().copied().unwrap_or_default();
        for &to in &self.nodes {
            if from.u < u && u < to.u {
                return Stretch { from, to };
            }
            if to.u <= u {
                from = to;
            }
        }
        Stretch { from, to: from }
    }
}

/// The line between two nodes; level where they are one.
struct Stretch {
    from: FlowPlace,
    to: FlowPlace,
}

impl Stretch {
    /// The place at `u`, its speed and the change of its speed.
    fn at(&self, u: f64) -> (FlowPlace, FlowPlace, FlowPlace) {
        let length = (self.to.u - self.from.u).max(1e-9);
        let rise = self.to.v - self.from.v;
        let t = (u - self.from.u) / length;
        let slope = rise * 6.0 * t * (1.0 - t) / length;
        let change = rise * 6.0 * (1.0 - 2.0 * t) / (length * length);
        let v = self.from.v + rise * t * t * (3.0 - 2.0 * t);
        (flow(u, v), flow(1.0, slope), flow(0.0, change))
    }

    /// How many pieces follow `length` of it.
    fn parts(&self, length: f64) -> u32 {
        if self.from.v == self.to.v {
            return 1;
        }
        (length / PIECE).ceil().clamp(1.0, 2000.0) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::super::curve::cubic;
    use super::*;
    use crate::layout::point::at;

    fn course() -> Course {
        Course {
            nodes: vec![flow(0.0, 10.0), flow(100.0, 30.0), flow(200.0, 30.0)],
        }
    }

    #[track_caller]
    fn check(u: f64, expected: (f64, f64)) {
        assert_eq!(course().at(u), expected);
    }

    #[test]
    fn the_line_is_flat_at_nodes_and_level_beyond() {
        check(-5.0, (10.0, 0.0));
        check(0.0, (10.0, 0.0));
        check(50.0, (20.0, 0.3));
        check(100.0, (30.0, 0.0));
        check(150.0, (30.0, 0.0));
        check(900.0, (30.0, 0.0));
        assert_eq!(Course { nodes: vec![] }.at(1.0), (0.0, 0.0));
    }

    #[test]
    fn offsets_lie_square_to_the_line() {
        assert_eq!(course().offset(100.0, 7.0), flow(100.0, 37.0));
        let place = course().offset(50.0, 10.0);
        let away = at(place.u - 50.0, place.v - 20.0);
        assert!((away.length() - 10.0).abs() < 1e-9);
        assert!(
            place.u < 50.0,
            "the line falls, so its normal leans upstream"
        );
    }

    #[test]
    fn a_run_reaches_both_ends() {
        let run = course().run(150.0, -20.0, 0.0);
        assert_eq!(run.first().map(|piece| piece[0].u), Some(150.0));
        assert_eq!(run.last().map(|piece| piece[3].u), Some(-20.0));
        assert!(course().run(50.0, 50.0, 0.0).is_empty());
    }

    #[test]
    fn a_run_keeps_its_distance() {
        // As steep as the reference's steepest.
        let course = Course {
            nodes: vec![flow(0.0, 10.0), flow(250.0, 30.0), flow(400.0, 30.0)],
        };
        let line: Vec<FlowPlace> = (-4000..=44000)
            .map(|u| course.offset(f64::from(u) / 100.0, 0.0))
            .collect();
        for d in [-80.0, -20.0, 0.0, 30.0, 150.0] {
            for piece in course.run(-20.0, 420.0, d) {
                for part in 0..=10 {
                    let (place, ..) = cubic(&piece, f64::from(part) / 10.0);
                    let nearest = line
                        .iter()
                        .map(|on| (on.u - place.u).hypot(on.v - place.v))
                        .fold(f64::MAX, f64::min);
                    let error = (nearest - d.abs()).abs();
                    assert!(error < 0.02, "{error} at {place:?}, {d} away");
                }
            }
        }
    }
}
