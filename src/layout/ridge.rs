//! The ridges of the landscape: layer behind layer, down to the waterline.
//!
//! Decoration in a box 1440 u wide; nothing here tells a value.

use super::path::{Path, number};
use super::point::{Position, at};

/// The width of the landscape, in u.
pub const WIDTH: f64 = 1440.0;
/// The height of the hero's landscape, and its waterline, in u.
pub const HEIGHT: f64 = 700.0;
pub const WATER: f64 = 622.0;
/// How far the hero's landscape runs on at either side of its width, in u: a window
/// may be wider than it.
pub const BESIDE: f64 = 400.0;

/// A peak: its x, its height, and its spread to the left and to the right, in u.
type Peak = (f64, f64, f64, f64);

/// One layer of mountains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ridge {
    peaks: &'static [Peak],
    /// How far the ground strays from the peaks' shape, at two wavelengths, in u.
    grain: (f64, f64),
    phase: f64,
    /// From one point of its outline to the next, in u.
    step: f64,
    /// How far it runs on at either side, in u.
    beside: f64,
    /// Contour lines: what part of the way from the ridge to the water.
    pub contours: &'static [f64],
}

const FAR: &[f64] = &[0.1, 0.22, 0.36, 0.52, 0.7];
const NEAR: &[f64] = &[0.22, 0.5];

/// The hero's four layers, the farthest first.
pub const HERO: [Ridge; 4] = [
    Ridge {
        peaks: &[
            (1190.0, 292.0, 190.0, 150.0),
            (1400.0, 262.0, 120.0, 120.0),
            (905.0, 168.0, 140.0, 120.0),
            (690.0, 92.0, 130.0, 130.0),
            (430.0, 40.0, 150.0, 150.0),
            (120.0, 58.0, 170.0, 160.0),
            (1690.0, 196.0, 150.0, 150.0),
            (-210.0, 84.0, 150.0, 150.0),
        ],
        grain: (3.0, 1.5),
        phase: 0.4,
        step: 24.0,
        beside: BESIDE,
        contours: FAR,
    },
    Ridge {
        peaks: &[
            (1318.0, 232.0, 150.0, 140.0),
            (1062.0, 150.0, 120.0, 110.0),
            (800.0, 92.0, 120.0, 110.0),
            (40.0, 66.0, 140.0, 150.0),
            (600.0, 36.0, 90.0, 110.0),
            (1590.0, 138.0, 110.0, 120.0),
            (1800.0, 176.0, 120.0, 120.0),
            (-330.0, 96.0, 150.0, 130.0),
        ],
        grain: (4.0, 2.0),
        phase: 1.7,
        step: 22.0,
        beside: BESIDE,
        contours: FAR,
    },
    Ridge {
        peaks: &[
            (1440.0, 186.0, 120.0, 100.0),
            (1205.0, 128.0, 110.0, 110.0),
            (930.0, 66.0, 100.0, 100.0),
            (-20.0, 56.0, 120.0, 180.0),
            (1660.0, 108.0, 110.0, 130.0),
            (-290.0, 62.0, 150.0, 110.0),
        ],
        grain: (4.0, 2.5),
        phase: 2.9,
        step: 20.0,
        beside: BESIDE,
        contours: FAR,
    },
    Ridge {
        peaks: &[
            (1400.0, 104.0, 150.0, 140.0),
            (1130.0, 46.0, 90.0, 120.0),
            (-40.0, 40.0, 190.0, 300.0),
            (1640.0, 66.0, 120.0, 140.0),
            (-360.0, 44.0, 150.0, 150.0),
        ],
        grain: (3.0, 2.0),
        phase: 4.2,
        step: 18.0,
        beside: BESIDE,
        contours: NEAR,
    },
];

/// The plain's three layers, the farthest first: low hills, and the ground on which
/// people live.
pub const PLAIN: [Ridge; 3] = [
    Ridge {
        peaks: &[
            (1210.0, 84.0, 220.0, 200.0),
            (880.0, 52.0, 200.0, 190.0),
            (470.0, 40.0, 220.0, 220.0),
            (90.0, 58.0, 210.0, 200.0),
            (1600.0, 70.0, 210.0, 220.0),
            (-260.0, 46.0, 200.0, 190.0),
        ],
        grain: (2.0, 1.0),
        phase: 0.4,
        step: 24.0,
        beside: BESIDE,
        contours: NEAR,
    },
    Ridge {
        peaks: &[
            (1400.0, 48.0, 240.0, 260.0),
            (1010.0, 24.0, 170.0, 180.0),
            (250.0, 30.0, 240.0, 240.0),
            (-200.0, 36.0, 220.0, 240.0),
            (1760.0, 40.0, 220.0, 220.0),
        ],
        grain: (1.5, 1.0),
        phase: 1.7,
        step: 24.0,
        beside: BESIDE,
        contours: NEAR,
    },
    Ridge {
        peaks: &[
            (1330.0, 18.0, 330.0, 320.0),
            (60.0, 16.0, 330.0, 330.0),
            (1800.0, 18.0, 260.0, 220.0),
            (-340.0, 16.0, 260.0, 220.0),
        ],
        grain: (1.0, 0.5),
        phase: 4.2,
        step: 24.0,
        beside: BESIDE,
        contours: NEAR,
    },
];

/// The footer's three layers on either side of its circles, the farthest first.
pub const FOOTER: [Ridge; 3] = [
    Ridge {
        peaks: &[
            (265.0, 76.0, 120.0, 110.0),
            (423.0, 36.0, 80.0, 80.0),
            (1184.0, 94.0, 120.0, 120.0),
            (1058.0, 36.0, 90.0, 80.0),
        ],
        grain: (2.0, 1.0),
        phase: 0.4,
        step: 24.0,
        beside: 24.0,
        contours: FAR,
    },
    Ridge {
        peaks: &[(68.0, 66.0, 120.0, 110.0), (1384.0, 84.0, 120.0, 110.0)],
        grain: (2.0, 1.0),
        phase: 1.7,
        step: 24.0,
        beside: 24.0,
        contours: FAR,
    },
    Ridge {
        peaks: &[(-30.0, 52.0, 100.0, 230.0), (1460.0, 56.0, 230.0, 100.0)],
        grain: (2.0, 1.0),
        phase: 4.2,
        step: 24.0,
        beside: 24.0,
        contours: NEAR,
    },
];

impl Ridge {
    /// The height over the water at `x`: ∛Σbᵢ³ + grain, where
    /// b = h·exp(−(|x−c|/q)^1.55) and grain = (g₁ sin(x/37+s) +
    /// g₂ sin(x/15.5+2.3 s))·min(1, ∛Σbᵢ³/60). Never below the water.
    pub fn height(&self, x: f64) -> f64 {
        let cubes: f64 = self
            .peaks
            .iter()
            .map(|&(centre, height, left, right)| {
                let spread = if x < centre { left } else { right };
                let b = height * (-((x - centre).abs() / spread).powf(1.55)).exp();
                b * b * b
            })
            .sum();
        let rock = cubes.cbrt();
        let grain = self.grain.0 * (x / 37.0 + self.phase).sin()
            + self.grain.1 * (x / 15.5 + 2.3 * self.phase).sin();
        (rock + grain * (rock / 60.0).min(1.0)).max(0.0)
    }

    /// The line of the ridge from one side to the other, over a waterline at y = `water`,
    /// on which it begins and ends: filled, it is the ridge's area.
    pub fn crest(&self, water: f64) -> Path {
        let points = self.points(water);
        let mut path = Path::new();
        path.move_to(at(-self.beside, water));
        if let Some(&first) = points.first() {
            path.line_to(first);
        }
        path.through(&points);
        path.line_to(at(WIDTH + self.beside, water));
        path
    }

    /// The points of the outline; beside the box a third as many.
    fn points(&self, water: f64) -> Vec<Position> {
        let beside = stretch(-self.beside, 0.0, 3.0 * self.step);
        let within = stretch(0.0, WIDTH, self.step);
        let beyond = stretch(WIDTH, WIDTH + self.beside, 3.0 * self.step);
        let all = beside.chain(within).chain(beyond);
        all.chain([WIDTH + self.beside])
            .map(|x| at(x, water - self.height(x)))
            .collect()
    }
}

/// Where the points of a stretch stand: about a step from each other, without its end.
fn stretch(from: f64, to: f64, step: f64) -> impl Iterator<Item = f64> {
    let parts = ((to - from) / step).ceil().max(1.0) as u32;
    (0..parts).map(move |part| from + (to - from) * f64::from(part) / f64::from(parts))
}

/// The `transform` that makes a crest the contour line at `part` of the way
/// down, y + (water − y)·part: one path drawn several times instead of several
/// paths. Its stroke must not scale.
pub fn contour(water: f64, part: f64) -> String {
    let part = if part.is_finite() {
        part.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let mut text = String::from("matrix(1 0 0 ");
    text.push_str(&number(1.0 - part));
    text.push_str(" 0 ");
    text.push_str(&number(water * part));
    text.push(')');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(layer: usize, x: f64, height: f64) {
        let found = HERO[layer].height(x);
        assert!((found - height).abs() < 8.0, "{found} for {height}");
    }

    #[test]
    fn peaks_stand_where_they_were_drawn() {
        check(0, 1190.0, 292.0);
        check(0, 1400.0, 264.0);
        check(1, 1318.0, 232.0);
        check(2, 1205.0, 128.0);
        check(3, 1400.0, 104.0);
        check(3, 700.0, 0.0);
    }

    #[test]
    fn the_ground_is_never_under_water() {
        for ridge in HERO.iter().chain(&PLAIN).chain(&FOOTER) {
            for x in -200..1700 {
                let height = ridge.height(f64::from(x));
                assert!((0.0..300.0).contains(&height), "{height} at {x}");
            }
        }
    }

    #[test]
    fn crests_begin_and_end_on_the_water() {
        for ridge in HERO.iter().chain(&PLAIN) {
            let crest = ridge.crest(WATER).d();
            assert!(crest.starts_with("m-400 622"), "{crest}");
        }
    }

    #[test]
    fn contours_sink_towards_the_water() {
        assert_eq!(contour(WATER, 0.22), "matrix(1 0 0 .78 0 136.84)");
        assert_eq!(contour(WATER, 2.0), "matrix(1 0 0 0 0 622)");
        assert_eq!(contour(WATER, f64::NAN), "matrix(1 0 0 1 0 0)");
    }
}
