//! Outlines, and the one place where coordinates are rounded and written.
//!
//! A path is written as it is drawn: relative to the last *written* place, so
//! that rounding never adds up, and the text stays short.

use super::point::{Position, at};

/// An SVG path under construction. Coordinates in u, as the drawing's view box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    d: String,
    /// The pen as written, and where the figure began, in grains.
    pen: (i32, i32),
    start: (i32, i32),
    fine: bool,
}

impl Path {
    /// Written to tenths of a u: lines, contours, decoration.
    pub fn new() -> Path {
        Path::default()
    }

    /// Written to hundredths: outlines whose width tells a count.
    pub fn fine() -> Path {
        Path {
            fine: true,
            ..Path::default()
        }
    }

    /// The text of the `d` attribute.
    pub fn d(&self) -> String {
        self.d.clone()
    }

    /// Whether nothing has been drawn.
    pub fn is_empty(&self) -> bool {
        self.d.is_empty()
    }

    /// Lifts the pen to `to`.
    pub fn move_to(&mut self, to: Position) {
        let grains = self.grains(to);
        // The first is absolute, as a relative one from the origin would be.
        self.command('m', &[grains]);
        self.start = grains;
    }

    /// Draws a straight line to `to`.
    pub fn line_to(&mut self, to: Position) {
        let grains = self.grains(to);
        if grains == self.pen {
            return;
        }
        if grains.1 == self.pen.1 {
            self.d.push('h');
            self.number(grains.0 - self.pen.0);
        } else if grains.0 == self.pen.0 {
            self.d.push('v');
            self.number(grains.1 - self.pen.1);
        } else {
            self.command('l', &[grains]);
        }
        self.pen = grains;
    }

    /// Draws a cubic to `to`; `a` and `b` are its controls.
    pub fn cubic_to(&mut self, a: Position, b: Position, to: Position) {
        let grains = [self.grains(a), self.grains(b), self.grains(to)];
        self.command('c', &grains);
    }

    /// Draws half a circle of `radius` or less, clockwise, to `to`.
    pub fn arc_to(&mut self, radius: f64, to: Position) {
        let (radius, _) = self.grains(at(radius.max(0.0), 0.0));
        let grains = self.grains(to);
        self.d.push('a');
        self.number(radius);
        self.number_after(radius);
        self.d.push_str(" 0 0 1");
        self.pair(grains);
        self.pen = grains;
    }

    /// Closes the figure.
    pub fn close(&mut self) {
        self.d.push('z');
        self.pen = self.start;
    }

    /// Draws the cubics one after the other, each from its start by its controls
    /// to its end. Begins the figure, or reaches the first by a straight line.
    pub fn along(&mut self, curve: &[[Position; 4]]) {
        if let Some(&[first, ..]) = curve.first() {
            self.reach(first);
        }
        for &[_, a, b, to] in curve {
            self.cubic_to(a, b, to);
        }
    }

    /// Draws smoothly through `points`: Catmull-Rom as cubics, whose controls
    /// lie ±(next − previous)/6 from each point. Begins the figure, or reaches
    /// the first point by a straight line.
    pub fn through(&mut self, points: &[Position]) {
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
            return;
        };
        self.reach(first);
        let mut before = first;
        let mut from = first;
        for (index, &to) in points.iter().enumerate().skip(1) {
            let after = points.get(index + 1).copied().unwrap_or(last);
            let a = from + (to - before) * (1.0 / 6.0);
            let b = to - (after - from) * (1.0 / 6.0);
            self.cubic_to(a, b, to);
            (before, from) = (from, to);
        }
    }

    fn reach(&mut self, first: Position) {
        if self.is_empty() {
            self.move_to(first);
        } else {
            self.line_to(first);
        }
    }

    fn grains(&self, point: Position) -> (i32, i32) {
        let scale = if self.fine { 100.0 } else { 10.0 };
        (grain(point.x * scale), grain(point.y * scale))
    }

    fn command(&mut self, letter: char, grains: &[(i32, i32)]) {
        self.d.push(letter);
        for (index, &place) in grains.iter().enumerate() {
            if index == 0 {
                self.number(place.0 - self.pen.0);
                self.number_after(place.1 - self.pen.1);
            } else {
                self.pair(place);
            }
        }
        if let Some(&place) = grains.last() {
            self.pen = place;
        }
    }

    fn pair(&mut self, place: (i32, i32)) {
        self.number_after(place.0 - self.pen.0);
        self.number_after(place.1 - self.pen.1);
    }

    fn number_after(&mut self, grains: i32) {
        if grains >= 0 {
            self.d.push(' ');
        }
        self.number(grains);
    }

    fn number(&mut self, grains: i32) {
        write_number(&mut self.d, grains, if self.fine { 100 } else { 10 });
    }
}

/// `value` with at most two decimals, for an attribute.
pub fn number(value: f64) -> String {
    let mut text = String::new();
    write_number(&mut text, grain(value * 100.0), 100);
    text
}

/// Rounded to whole grains, and kept where sums of three stay within an `i32`.
fn grain(value: f64) -> i32 {
    const MOST: f64 = 500_000_000.0;
    if value.is_finite() {
        value.round().clamp(-MOST, MOST) as i32
    } else {
        0
    }
}

/// `grains` of 1/`scale` (10 or 100) without a needless zero: `12.5`, `-.04`, `7`.
fn write_number(text: &mut String, grains: i32, scale: u32) {
    if grains < 0 {
        text.push('-');
    }
    let size = grains.unsigned_abs();
    let (whole, mut part) = (size / scale, size % scale);
    if whole > 0 || part == 0 {
        write_digits(text, whole);
    }
    let mut place = scale / 10;
    if part > 0 {
        text.push('.');
    }
    while part > 0 && place > 0 {
        write_digits(text, part / place);
        part %= place;
        place /= 10;
    }
}

fn write_digits(text: &mut String, value: u32) {
    if value > 9 {
        write_digits(text, value / 10);
    }
    text.push(char::from(b'0' + (value % 10) as u8));
}

/// A straight line, as path data.
pub fn stroke(from: Position, to: Position) -> String {
    let (a, b) = (number(from.x), number(from.y));
    let (c, d) = (number(to.x), number(to.y));
    ["M", &a, " ", &b, "L", &c, " ", &d].concat()
}

/// A ratio in per cent.
pub fn percentage(ratio: f64) -> String {
    [&number(ratio * 100.0), "%"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, expected: &str) {
        assert_eq!(number(value), expected);
    }

    #[test]
    fn numbers_are_short() {
        check(0.0, "0");
        check(-0.004, "0");
        check(0.5, ".5");
        check(-0.5, "-.5");
        check(12.0, "12");
        check(12.345, "12.35");
        check(100.0, "100");
        check(f64::NAN, "0");
        check(f64::INFINITY, "0");
        check(-1e300, "-5000000");
    }

    #[test]
    fn hundredths_keep_an_inner_zero_and_drop_the_last() {
        let mut path = Path::fine();
        path.move_to(at(1.05, -0.5));
        path.line_to(at(1.0, 0.07));
        assert_eq!(path.d(), "m1.05-.5l-.05 .57");
    }

    #[test]
    fn rounding_does_not_add_up() {
        let mut path = Path::new();
        path.move_to(at(0.0, 0.0));
        for step in 1..=100 {
            path.line_to(at(f64::from(step) * 0.06, 0.0));
        }
        // A hundred steps of .06 are 6 u, not ten (.1 each) and not none.
        let sum: f64 = path
            .d()
            .split('h')
            .skip(1)
            .filter_map(|step| step.parse::<f64>().ok())
            .sum();
        assert!((sum - 6.0).abs() < 1e-9, "{sum}");
    }

    #[test]
    fn a_straight_run_stays_straight() {
        let mut path = Path::new();
        path.through(&[at(0.0, 0.0), at(6.0, 0.0), at(12.0, 0.0)]);
        path.close();
        assert_eq!(path.d(), "m0 0c1 0 4 0 6 0c2 0 5 0 6 0z");
    }

    #[test]
    fn half_a_circle() {
        let mut path = Path::new();
        path.move_to(at(-5.0, 0.0));
        path.arc_to(5.0, at(5.0, 0.0));
        assert_eq!(path.d(), "m-5 0a5 5 0 0 1 10 0");
    }

    #[test]
    fn nothing_through_no_points() {
        let mut path = Path::new();
        path.through(&[]);
        assert!(path.is_empty());
    }
}
