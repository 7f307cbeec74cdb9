//! How what leaves the river does so: it falls away, or lies along the body.

use super::band::{Bend, line, turn};
use super::course::Course;
use super::curve::{cubic, follow};
use super::flow::{FlowPlace, flow};
use super::measures::Table;

/// How far a merged strand swings out before it lies along the body.
pub const SWING: f64 = 10.0;

/// How far a falling strand of that width takes to turn, in u: its middle bends at
/// a radius of 1.4 widths and more.
pub fn reach(width: f64) -> f64 {
    (1.4 * width + 52.0).max(1.95 * width)
}

/// A strand that leaves at `fork`, `d` across, turns away from the course and runs
/// straight on to v = `bottom`.
pub fn fall(course: &Course, fork: f64, d: f64, width: f64, bottom: f64, table: &Table) -> Bend {
    let start = course.offset(fork, d);
    let reach = reach(width);
    let way = table.fall.unit();
    let turned = flow(start.u + reach, start.v + reach);
    let on = ((bottom - turned.v) / way.v).max(1.0);
    Bend {
        line: vec![
            turn((start, course.direction(fork)), (turned, way), 0.58 * reach),
            line(turned, turned.toward(way, on)),
        ],
        width,
        fork,
        d,
    }
}

/// Over what way it does, so that it bends as gently as all others.
pub fn island(width: f64) -> f64 {
    (84.0 * SWING * width).sqrt().max(120.0)
}

/// A strand that turns back: it swings out of the body around an island, and lies
/// along it from there to `end`.
pub fn merge(course: &Course, fork: f64, d: f64, width: f64, end: f64) -> Bend {
    let island = island(width);
    let place = |u: f64| {
        let t = ((u - fork) / island).clamp(0.0, 1.0);
        // Flat at both ends, so that it leaves and returns along the bank.
        let out = SWING * (16.0 * t * t * (1.0 - t) * (1.0 - t));
        course.offset(u, d + out)
    };
    let step = 0.01;
    let speed = |u: f64| {
        let (one, other) = (place(u - step), place(u + step));
        flow(
            (other.u - one.u) / 2.0 / step,
            (other.v - one.v) / 2.0 / step,
        )
    };
    // No piece follows the line across a place where it bends anew.
    let shore = end.min(fork + island);
    let inner = course.nodes.iter().map(|node| node.u);
    let inner = inner.filter(|u| fork < *u && *u < shore);
    let mut middle = Vec::new();
    let mut from = fork;
    for to in inner.chain([shore]) {
        let parts = ((to - from) / 36.0).ceil().clamp(1.0, 40.0) as u32;
        middle.append(&mut follow(from, to, parts, &|u| (place(u), speed(u))));
        from = to;
    }
    if shore < end {
        middle.append(&mut course.run(shore, end, d));
    }
    Bend {
        line: middle,
        width,
        fork,
        d,
    }
}

/// From the middle of a bend's straight end to its end: where it fades, along its own
/// direction.
pub fn tail(bend: &Bend) -> (FlowPlace, FlowPlace) {
    let ends = bend.line.last().map(|&[from, .., to]| (from, to));
    ends.unwrap_or_default()
}

/// The middle of a bend at its beginning.
pub fn head(bend: &Bend) -> FlowPlace {
    let first = bend.line.first();
    first.map_or(FlowPlace::default(), |piece| cubic(piece, 0.0).0)
}
