//! The reference drawing in figures, and how other counts follow from it.
//!
//! The reference has two losses, of 951 and 1359 in 7596. What it sets by a
//! loss's size lies, for any other loss, on the straight line through these
//! two ([`by_share`]). Its near bank (−v) never moves, so that labels keep
//! their place; a change of width moves the far bank (+v).

use super::Orientation;
use super::course::Course;
use super::flow::{Flow, flow};

/// The reference's losses, of its first count.
const SMALL: f64 = 951.0 / 7596.0;
const LARGE: f64 = 1359.0 / 7596.0;
/// Half the reference's last stage, of its first count.
pub const HALF: f64 = 5286.0 / 7596.0 / 2.0;
/// How many times its width a branch falls below the body, at the least.
pub const DROP: f64 = 2.7;
/// The shortest arm at the end of a fall, in u.
pub const ARM: f64 = 110.0;
/// The narrowest main mouth that carries its words, in u.
pub const AFLOAT: f64 = 104.0;
/// The horizontal drawing is never narrower, in u.
pub const WIDTH: f64 = 1120.0;

/// The reference drawing's measures, in u. A pair is for the losses of 951 and 1359.
pub struct Table {
    /// The whole width, of the first count: 7596 k.
    pub total: f64,
    /// The first station, and the source before it.
    pub first: f64,
    pub lead: f64,
    /// The middle of the last stage's strand at source, stations and end.
    pub nodes: [f64; 6],
    /// From one station to the next, without and with a loss.
    pub plain_gap: f64,
    pub gap: (f64, f64),
    /// From a station to the fork of its loss; of the sources.
    pub fork: (f64, f64),
    pub source_fork: f64,
    /// From a fork to the loss's end; the end's v and direction; the arms.
    pub reach: (f64, f64),
    pub fall: f64,
    pub fall_direction: Flow,
    pub arms: ((f64, f64), (f64, f64)),
    /// From the last station to the mouths, and to the last node.
    pub tail: f64,
    pub tail_node: f64,
    /// From the mouths' ends to the edge of the view box.
    pub after: f64,
    /// From the last station to the mouths' words, and from these to the ends.
    pub words_at: f64,
    pub edge: f64,
    /// How far the body fades in and out, in u.
    pub fade: (f64, f64),
    /// Where lines run in the river, of the last stage's width from its middle.
    pub streams: &'static [f64],
    /// From the fork of one falling source to the next, at the least.
    pub between_forks: f64,
    /// The near bank of the main mouth; from its far bank to the side mouth.
    pub mouth: f64,
    pub mouth_direction: Flow,
    pub mouth_arms: (f64, f64),
    pub between: f64,
    pub side_direction: Flow,
    pub side_arms: (f64, f64),
    /// The widest side mouth these arms bend gently enough; wider ones take longer.
    pub side_most: f64,
    /// From a station to the rate in the river, where a loss leaves before it.
    pub passage: (f64, f64),
}

impl Table {
    /// The reference of that orientation.
    pub fn of(orientation: Orientation) -> &'static Table {
        match orientation {
            Orientation::Horizontal => &HORIZONTAL,
            Orientation::Vertical => &VERTICAL,
        }
    }

    /// From a station to the next after a loss, and what part of it lies
    /// before the rate.
    pub fn gap(&self, lost: f64) -> (f64, f64) {
        if lost > 0.0 {
            let gap = by_share(self.gap, lost);
            (gap, by_share(self.passage, lost) / gap)
        } else {
            (self.plain_gap, 0.5)
        }
    }

    /// Through the stations: the reference's meander, carried on by its last bend.
    pub fn course(&self, stations: &[f64], end: f64, half: f64) -> Course {
        let [source, one, two, three, four, last] = self.nodes;
        let shift = half - HALF * self.total;
        let middle = |index: usize| match index {
            0 => one,
            1 => two,
            _ if index.is_multiple_of(2) => three,
            _ => four,
        };
        let v = middle(stations.len().saturating_sub(1)) + last - four;
        let start = flow(self.first - self.lead, source);
        let mut nodes = vec![start];
        nodes.extend(
            (0..)
                .zip(stations)
                .map(|(index, &u)| flow(u, middle(index))),
        );
        nodes.push(flow(end, v));
        for node in &mut nodes {
            node.v += shift;
        }
        Course { nodes }
    }
}

/// On the line through the reference's two losses: `pair` holds what it has
/// for 951 and for 1359 in 7596.
pub fn by_share(pair: (f64, f64), part: f64) -> f64 {
    pair.0 + (pair.1 - pair.0) * (part - SMALL) / (LARGE - SMALL)
}

const HORIZONTAL: Table = Table {
    total: 227.88,
    first: 84.0,
    lead: 140.0,
    nodes: [240.0, 236.0, 216.0, 230.0, 214.0, 214.0],
    plain_gap: 198.0,
    gap: (276.0, 288.0),
    fork: (86.0, 92.0),
    source_fork: 38.0,
    reach: (130.0, 154.0),
    fall: 500.0,
    fall_direction: flow(0.16, 1.0),
    arms: ((108.0, 124.0), (112.0, 112.0)),
    tail: 344.0,
    tail_node: 344.0,
    after: -70.0,
    words_at: 130.0,
    fade: (56.0, 60.0),
    streams: &[-0.4, -0.27, -0.13, 0.02, 0.16, 0.3],
    edge: 70.0,
    between_forks: 60.0,
    mouth: 178.0 - 67.68,
    mouth_direction: flow(1.0, -0.06),
    mouth_arms: (110.0, 120.0),
    between: 372.0 - 11.61 - 178.0 - 67.68,
    side_direction: flow(1.0, 0.14),
    side_arms: (104.0, 128.0),
    side_most: 150.0,
    passage: (140.0, 150.0),
};

const VERTICAL: Table = Table {
    total: 151.92,
    first: 64.0,
    lead: 104.0,
    nodes: [66.0, 62.0, 72.0, 60.0, 66.0, 62.0],
    plain_gap: 154.0,
    gap: (260.0, 266.0),
    fork: (56.0, 56.0),
    source_fork: 42.0,
    reach: (140.0, 148.0),
    fall: 378.0,
    fall_direction: flow(0.1, 1.0),
    arms: ((76.0, 84.0), (118.0, 110.0)),
    tail: 216.0,
    tail_node: 296.0,
    after: 100.0,
    words_at: 0.0,
    fade: (50.0, 40.0),
    streams: &[-0.38, -0.2, -0.02, 0.16, 0.3],
    edge: f64::MIN,
    between_forks: 60.0,
    mouth: 50.0 - 45.12,
    mouth_direction: flow(1.0, -0.02),
    mouth_arms: (60.0, 60.0),
    between: 232.0 - 7.74 - 50.0 - 45.12,
    side_direction: flow(1.0, 0.12),
    side_arms: (90.0, 84.0),
    side_most: 42.0,
    passage: (130.0, 133.0),
};
