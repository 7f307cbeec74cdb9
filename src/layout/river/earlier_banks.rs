//! The flow of an earlier report: the banks that its stages had, at the same scale.

use super::{Orientation, Place, River};
use crate::layout::path::Path;
use crate::layout::point::{Position, at};

/// An earlier river that is so many times as wide as this one has no room in its drawing.
const WIDEST: f64 = 1.5;

impl River {
    /// The earlier counts of the stages, where they are known, as an outline around the
    /// same middle: across each station, and from one to the next. Nothing where it has
    /// no room.
    pub fn outline(&self, before: &[Option<f64>]) -> Path {
        let banks: Vec<[Position; 2]> = before
            .iter()
            .enumerate()
            .filter_map(|(stage, count)| self.banks(stage, (*count)?))
            .collect();
        let most = before
            .iter()
            .flatten()
            .fold(0.0, |most, one| f64::max(most, *one));
        let mut outline = Path::fine();
        if most * self.k > WIDEST * self.widest() {
            return outline;
        }
        for [near, far] in &banks {
            outline.move_to(*near);
            outline.line_to(*far);
        }
        for side in 0..2 {
            for (index, bank) in banks.iter().enumerate() {
                match index {
                    0 => outline.move_to(bank[side]),
                    _ => outline.line_to(bank[side]),
                }
            }
        }
        outline
    }

    /// Where the banks of so many lie at a stage.
    fn banks(&self, stage: usize, count: f64) -> Option<[Position; 2]> {
        let gauge = self.item(Place::Stage(stage))?.gauge.as_ref()?;
        let (x, y) = (
            (gauge.shore.x + gauge.foot.x) / 2.0,
            (gauge.shore.y + gauge.foot.y) / 2.0,
        );
        let half = count * self.k / 2.0;
        Some(match self.orientation {
            Orientation::Horizontal => [at(x, y - half), at(x, y + half)],
            Orientation::Vertical => [at(x - half, y), at(x + half, y)],
        })
    }

    /// How wide the river is where it is widest.
    fn widest(&self) -> f64 {
        let gauges = self.items.iter().filter_map(|item| item.gauge.as_ref());
        gauges
            .map(|gauge| {
                f64::max(
                    (gauge.shore.x - gauge.foot.x).abs(),
                    (gauge.shore.y - gauge.foot.y).abs(),
                )
            })
            .fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Amount, Counts, StageAmount};
    use super::*;

    fn river(orientation: Orientation) -> River {
        let stage = |count| StageAmount {
            amount: Amount {
                count,
                ..Amount::default()
            },
            ..StageAmount::default()
        };
        let counts = Counts {
            stages: vec![stage(100.0), stage(80.0)],
            ..Counts::default()
        };
        River::place(&counts, orientation)
    }

    #[test]
    fn earlier_banks_are_as_far_apart_as_their_count_at_the_same_scale() {
        for orientation in [Orientation::Horizontal, Orientation::Vertical] {
            let river = river(orientation);
            let [near, far] = river.banks(0, 120.0).expect("a station");
            let apart = (far.x - near.x).hypot(far.y - near.y);
            assert!((apart - 120.0 * river.k).abs() < 1e-9, "{apart}");
            let now = river.items[0].gauge.as_ref().expect("a gauge");
            let middle = (now.shore.x + now.foot.x) / 2.0;
            assert!(((near.x + far.x) / 2.0 - middle).abs() < 1e-9);
        }
    }

    #[test]
    fn what_is_not_known_or_has_no_room_is_not_drawn() {
        let river = river(Orientation::Horizontal);
        assert!(river.outline(&[None, None]).is_empty());
        assert!(river.outline(&[Some(1000.0), Some(80.0)]).is_empty());
        assert!(!river.outline(&[None, Some(90.0)]).is_empty());
    }
}
