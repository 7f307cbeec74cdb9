//! A unit chart: marks of which each stands for as many in every row. They fill
//! columns of five, so that a row is as long as what it counts is many; ten columns
//! are a block.

use super::bars::{BarEnd, Valued, positive};
use super::path::Path;
use super::point::{Position, at};

/// A mark's side, in u, and from one to the next.
pub const SIDE: f64 = 6.0;
const PITCH: f64 = 8.0;
/// The extra space after each block, in u.
const GAP: f64 = 4.0;
/// Marks in a column, columns in a block.
const COLUMN: u32 = 5;
const BLOCK: u32 = 10;
/// The most marks in a row, but for an open end.
const MOST: f64 = 200.0;
/// How solid the mark of an open end is, and the last one of what is only about right.
pub const PALE: f64 = 0.35;

/// The width of a row of four blocks and an open end, in u: all charts have marks of
/// one size.
pub const WIDTH: f64 = 4.0 * (PITCH * 10.0 + GAP) + SIDE;

/// How many a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitScale {
    /// One, two or five, with zeros.
    pub each: f64,
}

/// A row of marks.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// What is counted for certain.
    pub marks: Path,
    /// A mark that fades: where the count is open, or only about right.
    pub pale: Path,
    /// How high the row is, in u: that of a column, or of fewer marks.
    pub height: f64,
}

impl UnitScale {
    /// The scale on which all of these have room.
    pub fn of(counts: &[Valued]) -> UnitScale {
        let most = counts.iter().map(|&(count, _)| positive(count));
        let most = most.fold(0.0, f64::max);
        let mut each = 1.0;
        for step in [2.0, 2.5, 2.0].into_iter().cycle().take(60) {
            if most / each <= MOST {
                break;
            }
            each *= step;
        }
        UnitScale { each }
    }

    /// The marks of a count. The last is as high as the part of a mark that is left.
    pub fn place(&self, (count, end): Valued) -> UnitRow {
        let marks = (positive(count) / self.each).min(MOST);
        let all = (marks - 1e-9).ceil().max(0.0) as u32;
        let shown = all + u32::from(end == BarEnd::Open);
        let mut row = UnitRow {
            marks: Path::new(),
            pale: Path::new(),
            height: PITCH * f64::from(shown.clamp(1, COLUMN) - 1) + SIDE,
        };
        for index in 0..all {
            let part = (marks - f64::from(index)).min(1.0);
            let last = index + 1 == all;
            let path = if last && end == BarEnd::Soft {
                &mut row.pale
            } else {
                &mut row.marks
            };
            mark(path, corner(index), SIDE * part);
        }
        if end == BarEnd::Open {
            mark(&mut row.pale, corner(all), SIDE);
        }
        row
    }
}

/// A mark of that height, from its upper left corner.
fn mark(path: &mut Path, corner: Position, height: f64) {
    path.move_to(corner);
    path.line_to(at(corner.x + SIDE, corner.y));
    path.line_to(at(corner.x + SIDE, corner.y + height));
    path.line_to(at(corner.x, corner.y + height));
    path.close();
}

/// The upper left corner of mark `index`, counted from 0.
fn corner(index: u32) -> Position {
    let (column, place) = (index / COLUMN, index % COLUMN);
    let x = PITCH * f64::from(column) + GAP * f64::from(column / BLOCK);
    at(x, PITCH * f64::from(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scale: UnitScale, count: Valued, marks: usize, pale: usize) {
        let row = scale.place(count);
        assert_eq!(row.marks.d().matches('m').count(), marks, "{count:?}");
        assert_eq!(row.pale.d().matches('m').count(), pale, "{count:?}");
    }

    #[test]
    fn a_mark_is_the_same_count_in_all_rows() {
        let counts = [
            (38.0, BarEnd::Sharp),
            (1000.0, BarEnd::Open),
            (3000.0, BarEnd::Open),
        ];
        let scale = UnitScale::of(&counts);
        assert_eq!(scale.each, 20.0);
        check(scale, counts[0], 2, 0);
        check(scale, counts[1], 50, 1);
        check(scale, counts[2], 150, 1);
        // Few marks need no room for a column.
        assert_eq!(
            [scale.place(counts[0]).height, scale.place(counts[1]).height],
            [14.0, 38.0]
        );
        // 38 are a mark and nine tenths of one.
        assert_eq!(
            scale.place(counts[0]).marks.d(),
            "m0 0h6v6h-6zm0 8h6v5.4h-6z"
        );
        // 150 marks are three blocks; the open end begins another.
        assert_eq!(scale.place(counts[2]).pale.d(), "m252 0h6v6h-6z");
    }

    #[test]
    fn the_longest_row_and_its_open_end_have_room() {
        let most = (200.0, BarEnd::Open);
        let row = UnitScale::of(&[most]).place(most);
        assert_eq!(row.pale.d(), format!("m{} 0h6v6h-6z", WIDTH - SIDE));
    }

    #[test]
    fn what_is_only_about_right_ends_pale() {
        let scale = UnitScale::of(&[(20.0, BarEnd::Soft)]);
        check(scale, (20.0, BarEnd::Soft), 19, 1);
        check(scale, (0.0, BarEnd::Soft), 0, 0);
    }

    #[test]
    fn marks_stand_for_one_two_or_five() {
        let each = |count| UnitScale::of(&[(count, BarEnd::Sharp)]).each;
        assert_eq!(each(200.0), 1.0);
        assert_eq!(each(201.0), 2.0);
        assert_eq!(each(401.0), 5.0);
        assert_eq!(each(1001.0), 10.0);
        assert_eq!(each(0.0), 1.0);
        assert_eq!(each(f64::NAN), 1.0);
        assert_eq!(each(-1.0), 1.0);
    }
}
