//! What the two ways of running differ in, in u. The near bank (−v) never steps,
//! so that labels keep their place; a change of width moves the far bank (+v).

use super::Orientation;
use super::flow::{FlowPlace, flow};
use super::words::TypeSizes;

/// The measures of an orientation.
#[derive(Debug)]
pub struct Table {
    /// The view box: along the flow where that is fixed, else across it.
    pub size: f64,
    /// The widest that a river is at its first station, and the narrowest that it is
    /// made so that its words have room.
    pub most: f64,
    pub least: f64,
    /// The first station, and the source before it.
    pub first: f64,
    pub lead: f64,
    /// The near bank at the source, at stations (the last two in turn) and at the end.
    pub near: [f64; 6],
    /// Where stations stand closer, the near bank swings less than that.
    pub calm: f64,
    /// From a station to the next, at the least, with words and with marks.
    pub gap: (f64, f64),
    /// From a station to the first fork after it, and from the last fork on.
    pub before: f64,
    pub after: f64,
    /// Between words and what stands before them along the flow.
    pub clear: f64,
    /// The way that what falls takes in the end.
    pub fall: FlowPlace,
    /// From the last station to where the river parts.
    pub parting: f64,
    /// How far the main mouth's near bank rises, and how far the second lies from it.
    pub rise: f64,
    pub between: f64,
    /// How far the body fades in and out.
    pub fade: (f64, f64),
    /// Where lines run in the river, of its narrowest width.
    pub streams: &'static [f64],
    /// Text sizes at their largest; of a mouth's words in the river, too.
    pub station: TypeSizes,
    pub exit: TypeSizes,
    pub mouth: TypeSizes,
    pub inside: TypeSizes,
    pub key: TypeSizes,
    /// The narrowest river that carries the words of a mouth.
    pub afloat: f64,
    /// The size of rates in the river.
    pub rate: f64,
    /// How far a merged strand runs on beside the body.
    pub beside: f64,
}

impl Table {
    /// The measures of that orientation.
    pub fn of(orientation: Orientation) -> &'static Table {
        match orientation {
            Orientation::Horizontal => &HORIZONTAL,
            Orientation::Vertical => &VERTICAL,
        }
    }

    /// The near bank at a station.
    pub fn near_at(&self, index: usize) -> f64 {
        let [_, one, two, three, four, _] = self.near;
        match index {
            0 => one,
            1 => two,
            _ if index.is_multiple_of(2) => three,
            _ => four,
        }
    }
}

const fn sizes(label: f64, numeral: f64, small: f64) -> TypeSizes {
    TypeSizes {
        label,
        numeral,
        small,
    }
}

const HORIZONTAL: Table = Table {
    size: 1120.0,
    most: 228.0,
    least: 90.0,
    first: 84.0,
    lead: 140.0,
    near: [24.0, 20.0, 0.0, 14.0, -2.0, -2.0],
    calm: 230.0,
    gap: (150.0, 44.0),
    before: 36.0,
    after: 34.0,
    clear: 14.0,
    fall: flow(0.16, 1.0),
    parting: 38.0,
    rise: 24.0,
    between: 112.0,
    fade: (56.0, 60.0),
    streams: &[0.12, 0.27, 0.43, 0.6, 0.76, 0.91],
    station: sizes(20.0, 46.0, 19.0),
    exit: sizes(19.0, 30.0, 19.0),
    mouth: sizes(19.0, 34.0, 19.0),
    inside: sizes(19.0, 42.0, 19.0),
    key: sizes(20.0, 24.0, 19.0),
    afloat: 104.0,
    rate: 27.0,
    beside: 420.0,
};

const VERTICAL: Table = Table {
    size: 342.0,
    most: 152.0,
    least: 60.0,
    first: 64.0,
    lead: 104.0,
    near: [13.0, 9.0, 19.0, 7.0, 13.0, 9.0],
    calm: 150.0,
    gap: (150.0, 150.0),
    before: 30.0,
    after: 44.0,
    clear: 20.0,
    fall: flow(0.1, 1.0),
    parting: 42.0,
    rise: 6.0,
    between: 130.0,
    fade: (50.0, 40.0),
    streams: &[0.14, 0.35, 0.56, 0.77, 0.93],
    station: sizes(20.0, 38.0, 19.0),
    exit: sizes(19.0, 27.0, 19.0),
    mouth: sizes(19.0, 34.0, 19.0),
    inside: sizes(19.0, 34.0, 19.0),
    key: sizes(20.0, 24.0, 19.0),
    afloat: f64::MAX,
    rate: 23.0,
    beside: 330.0,
};
