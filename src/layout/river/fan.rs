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
}

impl Fan {
    /// As long as it needs to be, and at least `level`, for no arm to bend at less
    /// than 1.4 of its widths; its end moves with that.
    pub fn gentle(mut self) -> Fan {
        for _ in 0..40 {
            let tight = |bend: &Bend| bend.tightest() < 1.42 * bend.width;
            if !self.bends().iter().any(tight) {
                break;
            }
            self.level += 8.0;
            self.end += 8.0;
        }
        self
    }

    /// The arms, the nearest first.
    pub fn bends(&self) -> Vec<Bend> {
        let mut d = 0.0;
        let arms = self.widths.iter().zip(&self.near);
        let arms = arms.map(|(&width, near)| {
            let middle = d + width / 2.0;
            d += width;
            let along = flow(1.0, 0.0);
            let level = flow(self.level, near + width / 2.0);
            let start = (flow(0.0, middle), along);
            let mut way = vec![turn(start, (level, along), self.level / 2.0)];
            if self.end > self.level {
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
