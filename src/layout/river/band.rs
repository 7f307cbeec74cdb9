//! Strands that leave the course or join it: a middle line of cubics, with banks
//! at half the width on either side.

use super::course::Course;
use super::curve::{Cubic, back, beside, cubic, follow};
use super::flow::{FlowPlace, flow};
use super::{Orientation, Position};

/// How many pieces a bank along a cubic has.
const PIECES: u32 = 5;
/// How far a strand begins inside the body, so that no seam shows, in u.
const OVERLAP: f64 = 14.0;

/// A strand's way, in the direction of the flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Bend {
    /// Its middle.
    pub line: Vec<Cubic>,
    /// Its width, in u.
    pub width: f64,
    /// Where along the course it touches the body, and how far across its middle
    /// lies there.
    pub fork: f64,
    pub d: f64,
}

impl Bend {
    /// The line at distance `d` from its middle.
    pub fn run(&self, d: f64) -> Vec<Cubic> {
        let pieces = self.line.iter().map(|piece| {
            let parts = if straight(piece) { 1 } else { PIECES };
            follow(0.0, 1.0, parts, &|t| {
                let (place, speed, change) = cubic(piece, t);
                beside(d, place, speed, change)
            })
        });
        pieces.flatten().collect()
    }

    /// The same, begun upstream inside the body.
    pub fn run_from(&self, course: &Course, d: f64) -> Vec<Cubic> {
        let mut run = course.run(self.fork - OVERLAP, self.fork, self.d + d);
        run.append(&mut self.run(d));
        run
    }

    /// The same, ended downstream inside the body.
    pub fn run_into(&self, course: &Course, d: f64) -> Vec<Cubic> {
        let mut run = self.run(d);
        run.append(&mut course.run(self.fork, self.fork + OVERLAP, self.d + d));
        run
    }

    /// Places along both banks.
    pub fn banks(&self) -> Vec<FlowPlace> {
        let half = self.width / 2.0;
        let banks = [self.run(-half), self.run(half)];
        let places = banks.iter().flatten().flat_map(|piece| {
            [0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0].map(|t| cubic(piece, t).0)
        });
        places.collect()
    }

    /// Its area, as places around it on the drawing.
    pub fn outline(&self, orientation: Orientation) -> Vec<Position> {
        let banks = self.banks();
        let (near, far) = banks.split_at(banks.len() / 2);
        let around = near.iter().chain(far.iter().rev());
        around.map(|place| place.on(orientation)).collect()
    }

    /// Moved along the flow.
    pub fn moved(&self, by: FlowPlace) -> Bend {
        let moved = |place: FlowPlace| flow(place.u + by.u, place.v + by.v);
        Bend {
            line: self.line.iter().map(|piece| piece.map(moved)).collect(),
            fork: self.fork + by.u,
            ..*self
        }
    }

    /// The other way along the flow: what left at u joins at −u.
    pub fn mirrored(&self) -> Bend {
        let turned = |place: FlowPlace| flow(-place.u, place.v);
        let line = self.line.iter().map(|piece| piece.map(turned)).collect();
        Bend {
            line: back(line),
            fork: -self.fork,
            ..*self
        }
    }
}

/// A straight line as a cubic.
pub fn line(from: FlowPlace, to: FlowPlace) -> Cubic {
    let way = flow(to.u - from.u, to.v - from.v);
    [
        from,
        from.toward(way, 1.0 / 3.0),
        from.toward(way, 2.0 / 3.0),
        to,
    ]
}

/// From a place flowing one way to a place flowing another, with arms that long.
pub fn turn(from: (FlowPlace, FlowPlace), to: (FlowPlace, FlowPlace), arm: f64) -> Cubic {
    let ends = (from.1.unit(), to.1.unit());
    [
        from.0,
        from.0.toward(ends.0, arm),
        to.0.toward(ends.1, -arm),
        to.0,
    ]
}

fn straight(piece: &Cubic) -> bool {
    let [a, b, c, d] = *piece;
    let off = |p: FlowPlace| (d.u - a.u) * (p.v - a.v) - (d.v - a.v) * (p.u - a.u);
    off(b).abs() < 1e-6 && off(c).abs() < 1e-6
}

impl Bend {
    /// The smallest radius of its middle, in u.
    pub fn tightest(&self) -> f64 {
        let mut least = f64::MAX;
        for piece in self.line.iter().filter(|piece| !straight(piece)) {
            for index in 0..=24 {
                let (_, speed, change) = cubic(piece, f64::from(index) / 24.0);
                let fast = speed.u.hypot(speed.v);
                let turn = (speed.u * change.v - speed.v * change.u).abs();
                least = least.min(fast * fast * fast / turn.max(1e-9));
            }
        }
        least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banks_keep_half_the_width_between_their_points() {
        let bend = Bend {
            line: vec![
                turn(
                    (flow(0.0, 0.0), flow(1.0, 0.0)),
                    (flow(110.0, 110.0), flow(0.16, 1.0)),
                    66.0,
                ),
                line(flow(110.0, 110.0), flow(117.0, 154.0)),
            ],
            width: 40.0,
            fork: 0.0,
            d: 0.0,
        };
        let middle: Vec<FlowPlace> = bend
            .line
            .iter()
            .flat_map(|piece| (0..=4000).map(|t| cubic(piece, f64::from(t) / 4000.0).0))
            .collect();
        for place in bend.banks() {
            let nearest = middle
                .iter()
                .map(|on| (on.u - place.u).hypot(on.v - place.v));
            let error = (nearest.fold(f64::MAX, f64::min) - 20.0).abs();
            assert!(error < 0.05, "{error} at {place:?}");
        }
        assert!(bend.tightest() > 1.4 * bend.width);
        assert_eq!(bend.mirrored().mirrored(), bend);
    }
}
