//! A place in a drawing.

use std::ops::{Add, Mul, Sub};

/// A place or a displacement in u: x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Position {
    pub x: f64,
    pub y: f64,
}

/// `Point { x, y }`, in u.
pub const fn at(x: f64, y: f64) -> Position {
    Position { x, y }
}

impl Position {
    /// The length of the displacement, in u.
    pub fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    /// The displacement of length 1 in the same direction; a displacement of
    /// no length points along x.
    pub fn unit(self) -> Position {
        let length = self.length();
        if length > 1e-9 {
            self * (1.0 / length)
        } else {
            at(1.0, 0.0)
        }
    }

    /// Turned a quarter from x towards y.
    pub fn normal(self) -> Position {
        at(-self.y, self.x)
    }
}

impl Add for Position {
    type Output = Position;
    fn add(self, other: Position) -> Position {
        at(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Position {
    type Output = Position;
    fn sub(self, other: Position) -> Position {
        at(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Position {
    type Output = Position;
    fn mul(self, factor: f64) -> Position {
        at(self.x * factor, self.y * factor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unit_has_length_one_even_of_nothing() {
        for point in [at(3.0, 4.0), at(0.0, -2.0), at(0.0, 0.0), at(1e300, 0.0)] {
            let length = point.unit().length();
            assert!(length.is_finite(), "{point:?}");
        }
        assert_eq!(at(3.0, 4.0).unit(), at(0.6000000000000001, 0.8));
        assert_eq!(Position::default().unit(), at(1.0, 0.0));
    }

    #[test]
    fn normal_turns_from_x_to_y() {
        assert_eq!(at(1.0, 0.0).normal(), at(-0.0, 1.0));
    }
}
