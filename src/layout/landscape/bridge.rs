//! The bridge across the hero's water.

use super::square;
use crate::layout::path::Path;
use crate::layout::point::{Position, at};
use crate::layout::ridge::WATER;
use std::f64::consts::PI;

/// The bridge between the third ridge and the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    /// Strokes: the deck (2.5 u wide), the piers (2) and the stays (.8).
    pub deck: Path,
    pub piers: Path,
    pub stays: Path,
    /// Shuttle-shaped, each with an eye; to be filled even-odd.
    pub pylons: Path,
    /// Small squares along the deck, lit at night.
    pub lamps: Path,
}

/// The bridge's ends, and its pylons.
const DECK: (f64, f64) = (140.0, 1180.0);
const PYLONS: [f64; 2] = [664.0, 886.0];
/// From a pylon's middle, how far out and how far below the deck: the outer
/// line to the foot, and the eye.
const SHUTTLE: [Position; 6] = [
    at(0.0, -80.0),
    at(1.2, -64.0),
    at(9.0, -50.0),
    at(9.0, -17.0),
    at(9.0, 6.0),
    at(3.8, 43.0),
];
const EYE: [Position; 6] = [
    at(0.0, -60.0),
    at(3.0, -48.0),
    at(5.2, -36.0),
    at(5.2, -18.0),
    at(5.2, -6.0),
    at(0.0, 15.0),
];

/// The deck's y at `x`: 596 − 14 sin(π(x−140)/1040).
fn deck(x: f64) -> f64 {
    596.0 - 14.0 * (PI * (x - DECK.0) / (DECK.1 - DECK.0)).sin()
}

/// The whole bridge.
pub fn bridge() -> Bridge {
    let mut bridge = Bridge {
        deck: Path::new(),
        piers: Path::new(),
        stays: Path::new(),
        pylons: Path::new(),
        lamps: Path::new(),
    };
    let mut along = Vec::new();
    for part in 0..=20 {
        let x = DECK.0 + (DECK.1 - DECK.0) * f64::from(part) / 20.0;
        along.push(at(x, deck(x)));
        square(&mut bridge.lamps, at(x, deck(x) - 3.0));
    }
    bridge.deck.through(&along);
    for index in 0..18 {
        let x = 192.0 + 56.0 * f64::from(index);
        if !(560.0..=1000.0).contains(&x) {
            bridge.piers.move_to(at(x, deck(x)));
            bridge.piers.line_to(at(x, WATER));
        }
    }
    for x in PYLONS {
        let middle = at(x, deck(x));
        // Both pylons stand equally deep in the water.
        let [top, a, b, side, c, foot] = SHUTTLE;
        let foot = at(foot.x, WATER + 3.0 - middle.y);
        leaf(&mut bridge.pylons, middle, &[top, a, b, side, c, foot]);
        leaf(&mut bridge.pylons, middle, &EYE);
        for index in 1..=9 {
            let out = f64::from(index);
            for side in [-12.0, 12.0] {
                let end = x + side * out;
                bridge.stays.move_to(at(x, middle.y - 75.0 + 1.05 * out));
                bridge.stays.line_to(at(end, deck(end)));
            }
        }
    }
    bridge
}

/// A closed shape of two cubics a side, mirrored about its middle.
fn leaf(path: &mut Path, middle: Position, half: &[Position; 6]) {
    let [top, a, b, side, c, foot] = *half;
    // The second cubic leaves the side straight down.
    let low = at(foot.x + 2.2, foot.y - 14.0);
    let left = |point: Position| middle + at(-point.x, point.y);
    let right = |point: Position| middle + point;
    path.move_to(right(top));
    path.cubic_to(right(a), right(b), right(side));
    path.cubic_to(right(c), right(low), right(foot));
    path.line_to(left(foot));
    path.cubic_to(left(low), left(c), left(side));
    path.cubic_to(left(b), left(a), left(top));
    path.close();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deck_rises_to_its_middle_and_rests_on_piers() {
        assert!((deck(660.0) - 582.0).abs() < 1e-9);
        assert!((deck(140.0) - 596.0).abs() < 1e-9);
        let bridge = bridge();
        assert_eq!(bridge.piers.d().matches('m').count(), 10);
        assert_eq!(bridge.stays.d().matches('m').count(), 36);
        assert_eq!(bridge.pylons.d().matches('z').count(), 4);
        assert_eq!(bridge.lamps.d().matches('z').count(), 21);
    }
}
