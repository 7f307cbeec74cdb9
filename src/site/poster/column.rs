//! The one column of the long picture, in px.

/// The picture's width.
pub const WIDTH: f64 = 1080.0;

/// What stays free on either side.
pub const MARGIN: f64 = 80.0;

/// The room between the margins.
pub const ROOM: f64 = WIDTH - 2.0 * MARGIN;
