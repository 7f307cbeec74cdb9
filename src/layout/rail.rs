//! The river along the rail of wide screens: a reach to each stop, in a box of
//! 18 × 46 u.

use super::point::{Position, at};

/// The river from the stop before to a stop, with the stop's node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The way, as path data.
    pub way: &'static str,
    /// The middle of the node.
    pub node: Position,
}

impl Reach {
    /// The reach to stop `index`, from 0: straight to the first, then to the right
    /// and the left in turn.
    pub fn to(index: usize) -> Reach {
        let (way, x) = match (index, index % 2) {
            (0, _) => ("M4.5 -23V23", 4.5),
            (_, 1) => ("M4.5 -23C4.5 0 13.5 0 13.5 23", 13.5),
            _ => ("M13.5 -23C13.5 0 4.5 0 4.5 23", 4.5),
        };
        Reach {
            way,
            node: at(x, 23.0),
        }
    }
}
