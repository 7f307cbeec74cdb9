//! Flow space: u runs along the flow, v across it.

use super::Orientation;
use crate::layout::point::{Position, at};

/// A place on the flow's own axes, in u.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FlowPlace {
    pub u: f64,
    pub v: f64,
}

/// `FlowPlace { u, v }`.
pub const fn flow(u: f64, v: f64) -> FlowPlace {
    FlowPlace { u, v }
}

impl FlowPlace {
    /// The place `by` u further in `direction`.
    pub fn toward(self, direction: FlowPlace, by: f64) -> FlowPlace {
        flow(self.u + direction.u * by, self.v + direction.v * by)
    }

    /// As a direction: of length 1.
    pub fn unit(self) -> FlowPlace {
        let unit = at(self.u, self.v).unit();
        flow(unit.x, unit.y)
    }

    /// As a direction: turned a quarter, from along to across.
    pub fn normal(self) -> FlowPlace {
        flow(-self.v, self.u)
    }

    /// On the page.
    pub fn on(self, orientation: Orientation) -> Position {
        match orientation {
            Orientation::Horizontal => at(self.u, self.v),
            Orientation::Vertical => at(self.v, self.u),
        }
    }
}
