//! Where the river parts at its mouth; mirrored, where it flows together.

use super::band::{Bend, line, turn};
use super::flow::flow;

/// Arms side by side, from where they part at u = 0 on; v from the near bank there.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// The width of each.
    pub widths: Vec<f64>,
    /// The near bank of each, once apart.
    pub near: Vec<f64>,
    /// From there on they run straight, and there they end.
    pub level: f64,
    pub end: f64,
    /// How much sooner each turns off than the one before it, so that none lies over
    /// another.
    pub sooner: f64,
}

/// What part of its length is tried next, in addition.
const MORE: f64 = 0.12;
/// No drawing has room for longer arms, in u.
const LONGEST: f64 = 900.0;

impl Fan {
    /// As long as it needs to be, and at least `level`, for no arm to bend at less
    /// than 1.4 of its widths nor to lie over another; its end moves with that.
    pub fn gentle(mut self) -> Fan {
        let others = self.widths.len().saturating_sub(1) as f64;
        while self.level < LONGEST {
            let bends = self.bends();
            let more = MORE * self.level;
            let sooner = more / others.max(1.0);
            let tight = bends.iter().any(|bend| bend.tightest() < 1.42 * bend.width);
            let next = bends.iter().zip(bends.iter().skip(1));
            let crossed = next.clone().any(|(one, other)| crosses(one, other));
            if crossed {
                self.sooner += sooner;
            }
            let longer = match (tight, crossed) {
                (false, false) => break,
                (true, true) => 2.0 * more,
                (true, false) | (false, true) => more,
            };
            self.level += longer;
            self.end += longer;
        }
        self
    }

    /// The arms, the nearest first.
    pub fn bends(&self) -> Vec<Bend> {
        let mut d = 0.0;
        let arms = (1..).zip(self.widths.iter().zip(&self.near));
        let arms = arms.map(|(place, (&width, near))| {
            let middle = d + width / 2.0;
            d += width;
            let along = flow(1.0, 0.0);
            let later = self.sooner * (self.widths.len() - place) as f64;
            let level = self.level - self.sooner * f64::from(place as u32 - 1);
            let (off, level) = (flow(later, middle), flow(level, near + width / 2.0));
            let mut way = Vec::new();
            if later > 0.0 {
                way.push(line(flow(0.0, middle), off));
            }
            way.push(turn((off, along), (level, along), (level.u - off.u) / 2.0));
            if self.end > level.u {
                way.push(line(level, flow(self.end, level.v)));
            }
            Bend {
                line: way,
                width,
                fork: 0.0,
                d: middle,
            }
        });
        arms.collect()
    }
}

/// Whether the next arm lies over this one.
fn crosses(one: &Bend, other: &Bend) -> bool {
    if one.width <= 0.0 || other.width <= 0.0 {
        return false;
    }
    let bank = |bend: &Bend, d: f64| -> Vec<_> {
        let run = bend.run(d);
        let places = run
            .iter()
            .flat_map(|piece| [0.0, 0.25, 0.5, 0.75].map(|t| super::curve::cubic(piece, t).0));
        places.collect()
    };
    let (far, near) = (bank(one, one.width / 2.0), bank(other, -other.width / 2.0));
    // Where the one's far bank is at a place of the other's near bank.
    let at = |u: f64| {
        let ends = far.iter().zip(far.iter().skip(1));
        let mut ends = ends.filter(|(from, to)| from.u <= u && u < to.u);
        let (from, to) = ends.next()?;
        Some(from.v + (to.v - from.v) * (u - from.u) / (to.u - from.u))
    };
    near.iter()
        .any(|place| at(place.u).is_some_and(|v| v > place.v + 1.0))
}
