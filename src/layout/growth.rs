//! Growth and fall: bars up and down from one line, on one scale, each in a box
//! [`ACROSS`] × [`HEIGHT`].

use super::bars::{BarEnd, BarPiece, Valued, positive, to_its_end};

/// How wide the box of a bar is, in u; the line crosses all of it.
pub const ACROSS: f64 = 100.0;
/// How wide a bar is, in u. It stands at the left, over its words.
pub const WIDE: f64 = 32.0;
/// The room for the highest and the deepest bar together, in u.
const ROOM: f64 = 132.0;
/// The room above and below for the line itself, in u.
const EDGE: f64 = 2.0;
/// The height of the box, in u.
pub const HEIGHT: f64 = ROOM + 2.0 * EDGE;
/// How high an open end is, in u.
const TAIL: f64 = 12.0;

/// One scale for all bars of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangeScale {
    /// Where the line of no change stands, from the top, in u.
    pub zero: f64,
    scale: f64,
}

/// A bar: its pieces from the line outwards, each from its top.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeBar {
    /// Whether it falls.
    pub falls: bool,
    pub pieces: Vec<BarPiece>,
}

impl ChangeScale {
    /// The scale of these changes; what falls is below zero.
    pub fn of(changes: &[Valued]) -> ChangeScale {
        let reach = |way: f64| {
            let reaches = changes
                .iter()
                .map(|&(value, _)| finite(value * way).max(0.0));
            reaches.fold(0.0, f64::max)
        };
        let open = |way: f64| {
            let open = |&(value, end): &Valued| finite(value * way) > 0.0 && end == BarEnd::Open;
            if changes.iter().any(open) { TAIL } else { 0.0 }
        };
        let (up, down) = (reach(1.0), reach(-1.0));
        let room = ROOM - open(1.0) - open(-1.0);
        let scale = if up + down > 0.0 {
            room / (up + down)
        } else {
            0.0
        };
        ChangeScale {
            zero: EDGE + up * scale + open(1.0),
            scale,
        }
    }

    /// A change as a bar.
    pub fn place(&self, (value, end): Valued) -> ChangeBar {
        let value = finite(value);
        let long = value.abs() * self.scale;
        let falls = value < 0.0;
        let pieces = to_its_end(long, end, TAIL).into_iter().map(|mut piece| {
            piece.from = match falls {
                true => self.zero + piece.from,
                false => self.zero - piece.from - piece.length,
            };
            piece
        });
        let pieces = pieces.collect();
        ChangeBar { falls, pieces }
    }
}

/// What can be drawn of a change.
fn finite(value: f64) -> f64 {
    positive(value) - positive(-value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_and_fall_share_one_line_and_one_scale() {
        let changes = [(5.6, BarEnd::Sharp), (-8.3, BarEnd::Sharp)];
        let scale = ChangeScale::of(&changes);
        let [up, down] = changes.map(|change| scale.place(change).pieces[0]);
        assert!((up.from + up.length - scale.zero).abs() < 1e-9);
        assert_eq!(down.from, scale.zero);
        assert!((up.length / down.length - 5.6 / 8.3).abs() < 1e-9);
        assert!((up.length + down.length - ROOM).abs() < 1e-9);
        assert!((down.from + down.length + EDGE - HEIGHT).abs() < 1e-9);
    }

    #[test]
    fn no_change_is_a_line() {
        let scale = ChangeScale::of(&[(0.0, BarEnd::Sharp)]);
        assert_eq!(scale.place((0.0, BarEnd::Sharp)).pieces, []);
        let scale = ChangeScale::of(&[(f64::NAN, BarEnd::Open), (20.0, BarEnd::Open)]);
        let bar = scale.place((20.0, BarEnd::Open));
        assert_eq!(bar.pieces.len(), 4);
        assert!((bar.pieces[3].from - EDGE).abs() < 1e-9, "{bar:?}");
    }
}
