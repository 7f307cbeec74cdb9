//! The hero's landscape about its ridges: sun, water, bridge and towers, in the
//! box of the ridges (1440 × 700 u).
//!
//! Decoration; nothing here tells a value.

pub mod bridge;
pub mod houses;
pub mod towers;

use super::path::Path;
use super::point::{Position, at};
use super::ridge::{BESIDE, WATER, WIDTH};
use std::f64::consts::PI;

/// The middle of the hero's circles.
pub const SUN: Position = at(1032.0, 384.0);

/// The middle of the footer's circles, on its waterline.
pub const CLOSING: Position = at(WIDTH / 2.0, 240.0);

/// A circle of `radius` about the sun, down to the waterline; from its left
/// foot, or its lowest point, clockwise.
pub fn circle(radius: f64) -> Path {
    let radius = drawable(radius);
    let (x, y) = foot(radius);
    let mut path = Path::new();
    path.move_to(at(SUN.x - x, SUN.y + y));
    path.arc_to(radius, at(SUN.x, SUN.y - radius));
    path.arc_to(radius, at(SUN.x + x, SUN.y + y));
    path
}

/// The length of [`circle`], in u.
pub fn circle_length(radius: f64) -> f64 {
    let radius = drawable(radius);
    let (x, y) = foot(radius);
    2.0 * radius * (PI - x.atan2(y))
}

/// A radius that can be drawn; what is no number, which clamping would let pass,
/// is none.
fn drawable(radius: f64) -> f64 {
    if radius.is_nan() {
        0.0
    } else {
        radius.clamp(0.0, WIDTH)
    }
}

/// Where a circle meets the water, from the sun.
fn foot(radius: f64) -> (f64, f64) {
    let y = radius.min(WATER - SUN.y);
    ((radius * radius - y * y).max(0.0).sqrt(), y)
}

/// A window or a lamp, 1.4 × 1.6 u.
fn square(path: &mut Path, middle: Position) {
    path.move_to(middle - at(0.7, 0.8));
    path.line_to(middle + at(0.7, -0.8));
    path.line_to(middle + at(0.7, 0.8));
    path.line_to(middle + at(-0.7, 0.8));
    path.close();
}

/// The water: two rivers that meet, and the sun on it. Strokes.
#[derive(Clone, Debug, PartialEq)]
pub struct Water {
    /// Nine lines each: teal fades to the right, gold to the left.
    pub teal: Path,
    pub gold: Path,
    /// The sun's light, nine bars 2 u thick.
    pub glints: Path,
}

/// Where the sun's bars begin and end.
const GLINTS: [(f64, f64); 9] = [
    (1017.0, 1054.0),
    (1004.0, 1046.0),
    (1004.0, 1072.0),
    (1013.0, 1058.0),
    (1017.0, 1046.0),
    (1019.0, 1061.0),
    (1024.0, 1051.0),
    (1014.0, 1039.0),
    (1011.0, 1042.0),
];

/// The water below the hero's waterline.
pub fn water() -> Water {
    let mut water = Water {
        teal: Path::new(),
        gold: Path::new(),
        glints: Path::new(),
    };
    for (index, (from, to)) in (0..).zip(GLINTS) {
        let row = f64::from(index);
        wave(&mut water.teal, WATER + 5.0 + 7.0 * row, 1.7 * row);
        wave(&mut water.gold, WATER + 8.0 + 7.6 * row, 2.0 + 2.1 * row);
        let y = WATER + 7.0 + 6.9 * row;
        water.glints.move_to(at(from, y));
        water.glints.line_to(at(to, y));
    }
    water
}

/// One slow wave across the whole width about `y`.
fn wave(path: &mut Path, y: f64, phase: f64) {
    let points: Vec<Position> = (0..=14)
        .map(|part| {
            let x = (WIDTH + 2.0 * BESIDE) * f64::from(part) / 14.0 - BESIDE;
            at(x, y + 2.2 * (x / 230.0 + phase).sin())
        })
        .collect();
    if let Some(&first) = points.first() {
        path.move_to(first);
    }
    path.through(&points);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_circle(radius: f64, expected: f64) {
        let found = circle_length(radius);
        assert!((found - expected).abs() < 0.01, "{found}");
        assert!(!circle(radius).is_empty());
    }

    #[test]
    fn circles_end_at_the_water() {
        check_circle(48.0, 2.0 * PI * 48.0);
        check_circle(238.0, 2.0 * PI * 238.0);
        // cos α = 238/307 cuts α on either side of the lowest point.
        check_circle(307.0, 2.0 * 307.0 * (PI - (238.0_f64 / 307.0).acos()));
        check_circle(0.0, 0.0);
        assert!(circle(307.0).d().starts_with("m838.1 622a307"));
        assert!(circle_length(f64::INFINITY).is_finite());
        assert_eq!(circle_length(f64::NAN), 0.0);
    }

    #[test]
    fn nine_lines_of_either_river() {
        let water = water();
        for path in [&water.teal, &water.gold, &water.glints] {
            assert_eq!(path.d().matches('m').count(), 9);
        }
    }
}
