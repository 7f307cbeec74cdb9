//! The drawing as a whole: the reference to the unit, and what must hold
//! whatever the counts.

mod any;
mod lettering;
mod reference;
mod shape;

use super::Orientation;
use super::counts::Counts;
use crate::layout::path::Path;
use crate::layout::point::{Position, at};

const BOTH: [Orientation; 2] = [Orientation::Horizontal, Orientation::Vertical];

/// Stages and sources that other reports, years and mistakes may bring.
fn cases() -> Vec<Counts> {
    let big = [1e9, 4e8, 3.9e8];
    vec![
        Counts::reference(),
        Counts::default(),
        Counts::sample(&[0.0, 0.0, 0.0], &[0.0, 0.0]),
        Counts::sample(&[7596.0], &[]),
        Counts::sample(&[7596.0], &[7000.0, 596.0]),
        Counts::sample(&[7596.0, 5286.0], &[]),
        Counts::sample(&[7596.0, 5286.0], &[5286.0]),
        Counts::sample(&[7596.0, 1.0], &[1.0]),
        Counts::sample(&[7596.0, 0.0], &[0.0]),
        Counts::sample(&[100.0, 100.0, 100.0], &[1.0, 99.0]),
        Counts::sample(&[100.0, 100.0], &[0.0, 100.0]),
        Counts::sample(&[9000.0, 1000.0, 900.0], &[450.0, 450.0]),
        Counts::sample(&[1000.0, 900.0, 100.0], &[50.0, 50.0]),
        Counts::sample(&[120.0, 100.0, 90.0, 40.0, 2.0], &[1.0, 1.0]),
        Counts::sample(
            &[7596.0, 7000.0, 6237.0, 5900.0, 5286.0, 5286.0, 3000.0],
            &[2000.0, 600.0, 300.0, 100.0],
        ),
        Counts::sample(
            &[12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0],
            &[3.0, 0.0, 1.0],
        ),
        Counts::sample(&big, &[1e8, 1e8, 1e8, 9e7]),
        Counts::sample(&[f64::NAN, 5.0], &[f64::INFINITY]),
        Counts::sample(&[f64::INFINITY, 5.0, 9.0, -4.0], &[-1.0, 5.0]),
        Counts::sample(&[f64::MAX, f64::MIN_POSITIVE], &[]),
    ]
}

/// The places a path passes, read back from its text.
fn places(path: &Path) -> Vec<Position> {
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
            for part in 1..16 {
                let (t, s) = (f64::from(part) / 16.0, 1.0 - f64::from(part) / 16.0);
                let ends = from * (s * s * s) + pen * (t * t * t);
                places.push(ends + a * (3.0 * s * s * t) + b * (3.0 * s * t * t));
            }
        }
        places.push(pen);
    }
    places
}

/// Where the outline crosses the line x = `at_x`, in order of y.
fn crossings(outline: &[Position], at_x: f64) -> Vec<f64> {
    let ends = outline.iter().zip(outline.iter().skip(1));
    let mut ys: Vec<f64> = ends
        .filter(|(a, b)| (a.x <= at_x) != (b.x <= at_x))
        .map(|(a, b)| a.y + (b.y - a.y) * (at_x - a.x) / (b.x - a.x))
        .collect();
    ys.sort_by(f64::total_cmp);
    ys
}

fn inside(outline: &[Position], point: Position) -> bool {
    crossings(outline, point.x)
        .iter()
        .filter(|y| **y < point.y)
        .count()
        % 2
        == 1
}
