//! Lines for which the drawing has too little room, drawn smaller.

use super::words::Widths;

/// How much smaller than set the lines are drawn so that they have room: 1 for
/// those that have it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    pub label: f64,
    pub numeral: f64,
    pub rates: f64,
}

/// Lines that have room.
pub const FITTING: Fit = Fit {
    label: 1.0,
    numeral: 1.0,
    rates: 1.0,
};

impl Fit {
    /// Of lines of those widths in that room, in u.
    pub fn of(widths: Widths, room: f64) -> Fit {
        Fit {
            label: part(room, widths.label),
            numeral: part(room, widths.numeral),
            rates: part(room, widths.rates),
        }
    }
}

/// What part of its size a line of that width has in that room, in u.
pub fn part(room: f64, width: f64) -> f64 {
    (room.max(1.0) / width.max(1.0)).min(1.0)
}
