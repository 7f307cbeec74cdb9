//! The houses of the plain, by its water.

use crate::layout::path::Path;
use crate::layout::point::at;
use crate::layout::ridge::{PLAIN, WATER};

/// A house: its left side, its width, its height to the eaves, in u.
type House = (f64, f64, f64);

/// From the left to the right: a village, and a town.
const HOUSES: [House; 20] = [
    (196.0, 20.0, 9.0),
    (220.0, 26.0, 12.0),
    (251.0, 18.0, 8.0),
    (302.0, 24.0, 10.0),
    (1096.0, 22.0, 10.0),
    (1121.0, 28.0, 14.0),
    (1153.0, 20.0, 10.0),
    (1176.0, 26.0, 18.0),
    (1206.0, 24.0, 12.0),
    (1233.0, 30.0, 21.0),
    (1266.0, 24.0, 14.0),
    (1293.0, 32.0, 24.0),
    (1328.0, 22.0, 14.0),
    (1353.0, 28.0, 20.0),
    (1384.0, 24.0, 12.0),
    (1411.0, 20.0, 9.0),
    (1560.0, 24.0, 12.0),
    (1588.0, 22.0, 9.0),
    (-150.0, 24.0, 10.0),
    (-122.0, 20.0, 8.0),
];

/// Every house, with a gable as steep as three to eight.
pub fn houses() -> Path {
    let mut path = Path::new();
    let [_, _, ground] = &PLAIN;
    for (left, width, eaves) in HOUSES {
        let middle = left + width / 2.0;
        let foot = WATER - ground.height(middle) + 2.0;
        let top = foot - 2.0 - eaves;
        path.move_to(at(left, foot));
        path.line_to(at(left, top));
        path.line_to(at(left - 2.0, top));
        path.line_to(at(middle, top - width * 0.375));
        path.line_to(at(left + width + 2.0, top));
        path.line_to(at(left + width, top));
        path.line_to(at(left + width, foot));
        path.close();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn houses_stand_side_by_side() {
        let mut sorted = HOUSES;
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        for pair in sorted.windows(2) {
            assert!(pair[0].0 + pair[0].1 < pair[1].0, "{pair:?}");
        }
        assert_eq!(houses().d().matches('z').count(), HOUSES.len());
    }
}
