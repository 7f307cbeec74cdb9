//! Lines for which the drawing has too little room, drawn smaller.

use super::widths::Widths;
use crate::layout::path::number;
use crate::layout::point::Position;

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

/// Where a line of words stands, as the attributes of its element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its place, where it is as large as set.
    pub x: Option<String>,
    pub y: Option<String>,
    /// Its place and size, where it is smaller.
    pub transform: Option<String>,
}

/// The place of a line that is drawn at that part of the size that is set, rounded
/// down: it has no more room.
pub fn spot(place: Position, part: f64) -> Spot {
    let (x, y) = (number(place.x), number(place.y));
    if part >= 1.0 {
        return Spot {
            x: Some(x),
            y: Some(y),
            transform: None,
        };
    }
    let part = number((part * 100.0).floor() / 100.0);
    Spot {
        x: None,
        y: None,
        transform: Some(["translate(", &x, " ", &y, ")scale(", &part, ")"].concat()),
    }
}
