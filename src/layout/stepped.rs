//! A flow in small: one level band that grows narrower from stage to stage, every width
//! on one scale.
//!
//! Columns are equal and may be stretched; what is merged runs on below the band, what
//! leaves bends down and away. Units: 100 a column, [`HEIGHT`] from top to foot.

use super::path::Path;
use super::point::at;

/// How high the drawing is, in u.
pub const HEIGHT: f64 = 40.0;

/// How wide a column is, in u.
pub const COLUMN: f64 = 100.0;

/// The width of the largest count, in u.
const WIDEST: f64 = 30.0;

/// Half of the way in which the band grows narrower, in u.
const BEND: f64 = 26.0;

/// The counts of a column: what arrives, and what did not come along from the one before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    pub count: u64,
    /// What was merged on the way here.
    pub merged: u64,
    /// What left on the way here.
    pub left: u64,
}

/// The drawing.
#[derive(Clone, Debug)]
pub struct Stepped {
    /// The band.
    pub body: Path,
    /// What was merged, each from where it is to the end.
    pub merged: Vec<Path>,
    /// What left.
    pub left: Vec<Path>,
    /// How wide all columns are, in u.
    pub width: f64,
    /// How wide the band is at its end, in u.
    pub end: f64,
}

impl Stepped {
    /// Places the columns on the scale of the largest.
    pub fn place(columns: &[Column]) -> Stepped {
        let most = columns.iter().map(|column| column.count).max();
        let scale = WIDEST / most.unwrap_or(1).max(1) as f64;
        let wide = |count: u64| count as f64 * scale;
        let width = COLUMN * columns.len() as f64;
        let mut body = Path::new();
        let (mut merged, mut left) = (Vec::new(), Vec::new());
        body.move_to(at(width, 0.0));
        body.line_to(at(0.0, 0.0));
        let mut before = wide(columns.first().map_or(0, |column| column.count));
        body.line_to(at(0.0, before));
        for (index, column) in columns.iter().enumerate().skip(1) {
            let (x, now) = (COLUMN * index as f64, wide(column.count));
            body.line_to(at(x - BEND, before));
            body.cubic_to(at(x, before), at(x, now), at(x + BEND, now));
            let strand = wide(column.merged);
            if strand > 0.0 {
                merged.push(strip(x, before - strand, before, now, width));
            }
            if column.left > 0 {
                left.push(tail(x, before - wide(column.left), before));
            }
            before = now;
        }
        body.line_to(at(width, before));
        body.close();
        Stepped {
            body,
            merged,
            left,
            width,
            end: before,
        }
    }
}

/// What was merged: it turns back to the band and lies along it, as wide as it was.
fn strip(x: f64, top: f64, foot: f64, band: f64, width: f64) -> Path {
    let mut path = Path::new();
    let wide = foot - top;
    path.move_to(at(x - BEND, top));
    path.cubic_to(at(x, top), at(x, band), at(x + BEND, band));
    path.line_to(at(width, band));
    path.line_to(at(width, band + wide));
    path.line_to(at(x + BEND, band + wide));
    path.cubic_to(at(x, band + wide), at(x, foot), at(x - BEND, foot));
    path.close();
    path
}

/// What left: it bends down and away.
fn tail(x: f64, top: f64, foot: f64) -> Path {
    let mut path = Path::new();
    let wide = foot - top;
    path.move_to(at(x - BEND, top));
    path.cubic_to(
        at(x, top),
        at(x, HEIGHT - wide),
        at(x + BEND, HEIGHT - wide),
    );
    path.line_to(at(x + BEND, HEIGHT));
    path.cubic_to(at(x - BEND / 2.0, HEIGHT), at(x, foot), at(x - BEND, foot));
    path.close();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_on_one_scale() {
        let column = |count, merged, left| Column {
            count,
            merged,
            left,
        };
        let drawn = Stepped::place(&[
            column(7596, 0, 0),
            column(6237, 0, 1359),
            column(5286, 951, 0),
            column(5286, 0, 0),
        ]);
        assert_eq!(
            (drawn.width, drawn.merged.len(), drawn.left.len()),
            (400.0, 1, 1)
        );
        assert!((drawn.end / WIDEST - 5286.0 / 7596.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        let drawn = Stepped::place(&[]);
        assert_eq!((drawn.width, drawn.end), (0.0, 0.0));
        let zero = Column {
            count: 0,
            merged: 0,
            left: 0,
        };
        assert_eq!(Stepped::place(&[zero]).end, 0.0);
    }
}
