//! What must hold of every drawing, whatever the counts.

mod any;
mod cases;
mod places;

use super::Orientation;

const BOTH: [Orientation; 2] = [Orientation::Horizontal, Orientation::Vertical];
