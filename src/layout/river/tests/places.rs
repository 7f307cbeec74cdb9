//! Paths, read back from their text.

use crate::layout::path::Path;
use crate::layout::point::{Position, at};

/// The places a path passes, on straight lines and curves.
pub fn places(path: &Path) -> Vec<Position> {
    let d = path.d();
    let mut places = Vec::new();
    let (mut pen, mut start) = (at(0.0, 0.0), at(0.0, 0.0));
    let mut rest = d.as_str();
    while let Some(letter) = rest.chars().next() {
        let end = rest[1..]
            .find(|c: char| c.is_ascii_alphabetic())
            .map_or(rest.len(), |i| i + 1);
        let text = rest[1..end].replace('-', " -");
        let numbers: Vec<f64> = text
            .split_whitespace()
            .map(|n| n.parse().expect(&d))
            .collect();
        rest = &rest[end..];
        let from = pen;
        pen = match (letter, numbers.as_slice()) {
            ('h', [x]) => pen + at(*x, 0.0),
            ('v', [y]) => pen + at(0.0, *y),
            ('z', []) => start,
            (_, [.., x, y]) => pen + at(*x, *y),
            other => panic!("{other:?} in {d}"),
        };
        if letter == 'm' {
            start = pen;
        }
        assert!(pen.x.is_finite() && pen.y.is_finite());
        if let ('c', [ax, ay, bx, by, ..]) = (letter, numbers.as_slice()) {
            let (a, b) = (from + at(*ax, *ay), from + at(*bx, *by));
            for part in 1..12 {
                let (t, s) = (f64::from(part) / 12.0, 1.0 - f64::from(part) / 12.0);
                let ends = from * (s * s * s) + pen * (t * t * t);
                places.push(ends + a * (3.0 * s * s * t) + b * (3.0 * s * t * t));
            }
        }
        places.push(pen);
    }
    places
}
