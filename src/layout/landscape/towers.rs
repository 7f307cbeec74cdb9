//! The towers of the hill city, behind two of the hero's ridges.

use super::square;
use crate::layout::path::Path;
use crate::layout::point::at;
use crate::layout::ridge::{HERO, Ridge, WATER};

/// The towers behind a ridge, and their windows, lit at night.
#[derive(Clone, Debug, PartialEq)]
pub struct Towers {
    pub walls: Path,
    pub windows: Path,
}

/// How a tower ends: flat, with a step to the right, aslant, or with a mast.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Roof {
    Flat,
    Step,
    Slant,
    Mast,
}
use Roof::{Flat, Mast, Slant, Step};

/// A tower: its left side, its width, its top's y, in u.
type Tower = (f64, f64, f64, Roof);

const BEHIND_THIRD: &[Tower] = &[
    (1140.0, 7.0, 520.0, Flat),
    (1149.0, 7.0, 512.0, Flat),
    (1157.0, 5.0, 498.0, Mast),
    (1167.0, 6.0, 491.0, Slant),
    (1175.0, 8.0, 469.0, Step),
    (1192.0, 8.0, 462.0, Flat),
    (1202.0, 9.0, 467.0, Step),
    (1213.0, 6.0, 483.0, Step),
    (1220.0, 7.0, 477.0, Flat),
    (1232.0, 9.0, 485.0, Mast),
    (1245.0, 6.0, 503.0, Flat),
    (1253.0, 7.0, 514.0, Flat),
    (1391.0, 5.0, 458.0, Flat),
    (1401.0, 8.0, 449.0, Flat),
    (1414.0, 7.0, 434.0, Mast),
    (1423.0, 8.0, 423.0, Slant),
    (1434.0, 8.0, 428.0, Flat),
];

const BEHIND_LAST: &[Tower] = &[
    (1076.0, 7.0, 570.0, Flat),
    (1087.0, 8.0, 560.0, Step),
    (1108.0, 6.0, 561.0, Step),
    (1126.0, 7.0, 534.0, Flat),
    (1138.0, 9.0, 555.0, Flat),
    (1150.0, 7.0, 564.0, Flat),
    (1248.0, 5.0, 568.0, Flat),
    (1254.0, 7.0, 567.0, Flat),
    (1262.0, 5.0, 567.0, Slant),
    (1270.0, 6.0, 555.0, Flat),
    (1277.0, 9.0, 540.0, Flat),
    (1288.0, 6.0, 546.0, Flat),
    (1299.0, 8.0, 532.0, Step),
    (1311.0, 5.0, 531.0, Step),
    (1318.0, 5.0, 530.0, Slant),
    (1366.0, 9.0, 510.0, Flat),
    (1380.0, 6.0, 494.0, Slant),
    (1390.0, 7.0, 506.0, Flat),
    (1411.0, 9.0, 505.0, Flat),
    (1433.0, 7.0, 510.0, Step),
];

/// The towers behind the hero's third ridge, and behind its last.
pub fn towers() -> [Towers; 2] {
    [stand(BEHIND_THIRD, &HERO[2]), stand(BEHIND_LAST, &HERO[3])]
}

/// Towers with their feet sunk 16 u into the ridge.
fn stand(all: &[Tower], ridge: &Ridge) -> Towers {
    let mut towers = Towers {
        walls: Path::new(),
        windows: Path::new(),
    };
    for &(x, width, top, roof) in all {
        let (right, middle) = (x + width, x + width / 2.0);
        let ground = WATER - ridge.height(middle);
        let foot = (ground + 16.0).min(WATER);
        let walls = &mut towers.walls;
        walls.move_to(at(x, foot));
        match roof {
            Flat => {
                walls.line_to(at(x, top));
                walls.line_to(at(right, top));
            }
            Slant => {
                walls.line_to(at(x, top + 3.0));
                walls.line_to(at(right, top));
            }
            Step => {
                walls.line_to(at(x, top));
                walls.line_to(at(middle + 0.5, top));
                walls.line_to(at(middle + 0.5, top + 4.0));
                walls.line_to(at(right, top + 4.0));
            }
            Mast => {
                walls.line_to(at(x, top));
                walls.line_to(at(middle - 0.5, top));
                walls.line_to(at(middle - 0.5, top - 6.5));
                walls.line_to(at(middle + 0.5, top - 6.5));
                walls.line_to(at(middle + 0.5, top));
                walls.line_to(at(right, top));
            }
        }
        walls.line_to(at(right, foot));
        walls.close();
        // Two columns of windows, some of them dark.
        let mut y = top + 7.0;
        let mut dark = x;
        while y < ground - 3.0 {
            dark = (dark * 7.0 + y) % 5.0;
            if dark >= 1.5 {
                square(&mut towers.windows, at(x + 1.9, y));
            }
            if dark < 3.5 && width > 5.5 {
                square(&mut towers.windows, at(right - 1.9, y));
            }
            y += 5.0;
        }
    }
    towers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tower_stands_in_the_ground() {
        for (all, ridge) in [(BEHIND_THIRD, &HERO[2]), (BEHIND_LAST, &HERO[3])] {
            for &(x, width, top, _) in all {
                assert!((5.0..=9.0).contains(&width));
                let ground = WATER - ridge.height(x + width / 2.0);
                assert!(top + 4.0 < ground, "{x}: {top} over {ground}");
            }
        }
        let [far, near] = towers();
        assert_eq!(far.walls.d().matches('z').count(), BEHIND_THIRD.len());
        assert_eq!(near.walls.d().matches('z').count(), BEHIND_LAST.len());
        assert!(!near.windows.is_empty());
    }
}
