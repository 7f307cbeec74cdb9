//! Flow space: u runs along the flow, v across it, and the line all strands
//! keep their distance from.

use super::Orientation;
use crate::layout::point::{Point, at};

/// A place on the flow's own axes, in u.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flow {
    pub u: f64,
    pub v: f64,
}

/// `Flow { u, v }`.
pub const fn flow(u: f64, v: f64) -> Flow {
    Flow { u, v }
}

impl Flow {
    /// The place `by` u further in `direction`.
    pub fn toward(self, direction: Flow, by: f64) -> Flow {
        flow(self.u + direction.u * by, self.v + direction.v * by)
    }

    /// As a direction: of length 1.
    pub fn unit(self) -> Flow {
        let unit = at(self.u, self.v).unit();
        flow(unit.x, unit.y)
    }

    /// As a direction: turned a quarter, from along to across.
    pub fn normal(self) -> Flow {
        flow(-self.v, self.u)
    }

    /// On the page.
    pub fn on(self, orientation: Orientation) -> Point {
        match orientation {
            Orientation::Horizontal => at(self.u, self.v),
            Orientation::Vertical => at(self.v, self.u),
        }
    }
}

/// The middle of the last stage's strand, through nodes and flat at each:
/// with t = (u−u₀)/(u₁−u₀), r = v₀ + (v₁−v₀)(3t²−2t³).
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// In order of u.
    pub nodes: Vec<Flow>,
}

impl Course {
    /// r and its slope at `u`; level beyond the ends.
    pub fn at(&self, u: f64) -> (f64, f64) {
        let mut from = match self.nodes.first() {
            Some(&first) if u > first.u => first,
            Some(&first) => return (first.v, 0.0),
            None => return (0.0, 0.0),
        };
        for &to in &self.nodes {
            let length = to.u - from.u;
            if u < to.u && length > 0.0 {
                let t = (u - from.u) / length;
                let rise = to.v - from.v;
                return (
                    from.v + rise * t * t * (3.0 - 2.0 * t),
                    rise * 6.0 * t * (1.0 - t) / length,
                );
            }
            from = to;
        }
        (from.v, 0.0)
    }

    /// The direction of the flow at `u`.
    pub fn direction(&self, u: f64) -> Flow {
        flow(1.0, self.at(u).1).unit()
    }

    /// The place `d` across from the line: (u, r) + d·n, n = (−r′, 1)/√(1+r′²).
    pub fn offset(&self, u: f64, d: f64) -> Flow {
        flow(u, self.at(u).0).toward(self.direction(u).normal(), d)
    }

    /// The line at distance `d` from `from` to `to`, either way, at least every `step` u.
    pub fn run(&self, from: f64, to: f64, d: f64, step: f64) -> Vec<Flow> {
        let parts = ((to - from).abs() / step).ceil().clamp(1.0, 2000.0) as u32;
        (0..=parts)
            .map(|part| {
                let u = from + (to - from) * f64::from(part) / f64::from(parts);
                self.offset(u, d)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let run = course().run(100.0, 76.0, 0.0, 12.0);
        assert_eq!(run.len(), 3);
        assert_eq!(run.first().map(|place| place.u), Some(100.0));
        assert_eq!(run.last().map(|place| place.u), Some(76.0));
    }
}
