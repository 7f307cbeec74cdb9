//! Where the words stand: baselines, in u.

use super::band::Bend;
use super::counts::Counts;
use super::curve::cubic;
use super::fit::{FITTING, Fit, part};
use super::fork::words_beside;
use super::measures::by_share;
use super::plan::Plan;
use super::{Ground, Mouth, Orientation, Outflow, Station, gauge, widths};
use crate::layout::point::{Position, at};
use crate::layout::proportion::share;

/// The right edge of the vertical drawing, and from a loss's label to its numeral.
const EDGE: f64 = 342.0;
const BELOW: f64 = 29.0;

/// Up to four lines of words: the baselines' beginnings, or ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Lettering {
    pub label: Position,
    pub numeral: Position,
    /// Two for a station, one for a mouth, none where there is no room.
    pub rates: Vec<Position>,
    pub anchor: Anchor,
    pub fit: Fit,
}

/// Which end of its words a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    End,
}

/// The size of the stations' numerals in u, so that the longest fits.
pub fn numeral(counts: &Counts, plan: &Plan, orientation: Orientation) -> f64 {
    if orientation == Orientation::Horizontal {
        return widths::STATION.numeral;
    }
    let unit = counts.unit * widths::STATION.unit;
    (0..)
        .zip(&counts.stages)
        .fold(38.0, |size: f64, (index, stage)| {
            let room = EDGE - dot(plan, index, stage.count, counts) - 12.0;
            let width = widths::numeral(stage.count, size, unit);
            if width > room {
                (size * (room - unit).max(10.0) / (width - unit)).min(size)
            } else {
                size
            }
        })
}

/// One station for each stage.
pub fn stations(
    counts: &Counts,
    plan: &Plan,
    orientation: Orientation,
    k: f64,
    step: f64,
    numeral: f64,
) -> Vec<Station> {
    let places = plan.stations.iter().zip(&counts.stages);
    (0..)
        .zip(places)
        .map(|(index, (&u, stage))| {
            let near = plan.course.at(u).0 - plan.half;
            let banks = (near, near + k * stage.count);
            match orientation {
                Orientation::Horizontal => Station {
                    gauge: gauge::gauge(u, 86.0, banks, k, step, orientation),
                    words: Lettering {
                        label: at(u, 20.0),
                        numeral: at(u, 66.0),
                        rates: vec![at(u + 12.0, 97.0), at(u + 12.0, 117.0)],
                        anchor: Anchor::Start,
                        // Its gap is as wide as they are.
                        fit: FITTING,
                    },
                    card: at(u - 16.0, -18.0),
                },
                Orientation::Vertical => {
                    let dot = dot(plan, index, stage.count, counts);
                    let x = dot + 12.0;
                    let sizes = widths::TypeSizes {
                        numeral,
                        ..widths::STATION
                    };
                    let widths = widths::stage(&sizes, counts, index);
                    Station {
                        gauge: gauge::gauge(u, dot, banks, k, step, orientation),
                        words: Lettering {
                            label: at(x, u - 27.0),
                            numeral: at(x, u + 9.0),
                            rates: vec![at(x, u + 34.0), at(x, u + 56.0)],
                            anchor: Anchor::Start,
                            fit: Fit::of(widths, EDGE - x),
                        },
                        card: at(dot - 2.0, u - 46.0),
                    }
                }
            }
        })
        .collect()
}

/// The dot of a vertical station, beside the right bank: the reference's 188,
/// 176, 158 for its widths, and never nearer to the bank than its first.
fn dot(plan: &Plan, index: usize, count: f64, counts: &Counts) -> f64 {
    const SECOND: f64 = 6237.0 / 7596.0;
    const THIRD: f64 = 5286.0 / 7596.0;
    let first = counts.stages.first().map_or(0.0, |stage| stage.count);
    let part = share(count, first);
    let by_width = if part > SECOND {
        176.0 + 12.0 * (part - SECOND) / (1.0 - SECOND)
    } else {
        158.0 + 18.0 * (part - THIRD).max(0.0) / (SECOND - THIRD)
    };
    let u = plan.stations.get(index).copied().unwrap_or_default();
    let bank = plan.course.at(u).0 - plan.half + plan.total * part;
    by_width.max(bank + 26.94)
}

/// The words of a strand that leaves: beside the end of one that falls, below
/// the end of the last source.
pub fn branch(
    kind: Outflow,
    bend: &Bend,
    counts: &Counts,
    plan: &Plan,
    orientation: Orientation,
) -> Lettering {
    let side = is_side(kind, bend, plan);
    let end = bend.end;
    match orientation {
        Orientation::Horizontal if side => {
            let bank = end.v + bend.width / 2.0;
            lines(at(plan.base + 130.0, bank + 10.39), [36.0, 60.0])
        }
        Orientation::Horizontal => lines(
            at(end.u + words_beside(bend.width), end.v - 50.0),
            [31.0, 54.0],
        ),
        Orientation::Vertical if side => {
            let x = beside(kind, bend, counts);
            Lettering {
                fit: Fit::of(widths::strand(&widths::MOUTH, kind, counts), EDGE - x),
                ..lines(at(x, end.u + 28.0), [36.0, 62.0])
            }
        }
        Orientation::Vertical => {
            let share = share(bend.width, plan.total);
            let baseline = end.u - by_share((70.0, 78.0), share);
            let (lift, fit) = clear_of_band(kind, bend, counts, plan, baseline);
            Lettering {
                anchor: Anchor::End,
                rates: Vec::new(),
                fit,
                ..lines(at(EDGE, baseline - lift), [BELOW, 0.0])
            }
        }
    }
}

/// Whether a strand is the last source, which runs on beside the main mouth.
fn is_side(kind: Outflow, bend: &Bend, plan: &Plan) -> bool {
    matches!(kind, Outflow::Source(_)) && bend.end.u >= plan.mouth.end.u
}

/// Where the vertical words of the last source begin: below its end, clear of
/// the main mouth's, with room for their numeral and rate.
fn beside(kind: Outflow, bend: &Bend, counts: &Counts) -> f64 {
    let main = counts.sources.first();
    let main = main.map_or(0.0, |main| widths::source(&widths::MOUTH, main, counts));
    let own = widths::strand(&widths::MOUTH, kind, counts);
    let last = EDGE - own.numeral.max(own.rates);
    (bend.end.v - 36.0)
        .max(main + 12.0)
        .min(last.max(EDGE / 2.0))
}

/// How much further up words that end at the right edge must stand, so that
/// the longest stays clear of its own band below; at most what is free below
/// the station's words. Longer ones are drawn smaller.
fn clear_of_band(
    kind: Outflow,
    bend: &Bend,
    counts: &Counts,
    plan: &Plan,
    baseline: f64,
) -> (f64, Fit) {
    const FREE: f64 = 48.0;
    /// What readers may add between letters, as WCAG 1.4.12 has it.
    const SPACED: f64 = 1.12;
    let widths = widths::strand(&widths::FALL, kind, counts);
    let bank: Vec<_> = bend
        .run(&plan.course, bend.width / 2.0)
        .iter()
        .flat_map(|piece| [0.0, 0.25, 0.5, 0.75, 1.0].map(|t| cubic(piece, t).0))
        .collect();
    let ends = || bank.iter().zip(bank.iter().skip(1));
    let lines = [
        (baseline + 7.0, widths.label),
        (baseline + BELOW + 5.0, widths.numeral),
    ];
    // Words that reach past the band's beginning meet it there.
    let begin = bank.first().map_or(0.0, |point| point.v);
    let mut lift: f64 = 0.0;
    for (foot, width) in lines {
        let left = (EDGE - width * SPACED).max(begin);
        for (from, to) in ends().filter(|(from, to)| from.v <= left && left < to.v) {
            let u = from.u + (to.u - from.u) * (left - from.v) / (to.v - from.v);
            lift = lift.max(foot - u);
        }
    }
    let lift = lift.min(FREE);
    // What is free at a line's foot: as far as the band, or as the body.
    let room = |foot: f64| {
        let foot = foot - lift;
        let mut free = EDGE - begin;
        for (from, to) in ends().filter(|(from, to)| from.u <= foot && foot < to.u) {
            let v = from.v + (to.v - from.v) * (foot - from.u) / (to.u - from.u);
            free = free.min(EDGE - v);
        }
        free
    };
    let [label, numeral] = lines.map(|(foot, width)| part(room(foot), width));
    let fit = Fit {
        label,
        numeral,
        rates: 1.0,
    };
    (lift, fit)
}

/// The words of the main mouth: in the river where it is wide enough, else
/// level with the stations' words; vertical below its end.
pub fn mouth(counts: &Counts, plan: &Plan, orientation: Orientation) -> Option<Mouth> {
    counts.sources.first()?;
    let end = plan.mouth.end;
    let x = plan.base + 130.0;
    let words = match (orientation, plan.ground) {
        (Orientation::Vertical, _) => {
            // The last branch, where it is a source's, ends beside it.
            let side = plan.branches.last();
            let side = side.filter(|(kind, bend)| is_side(*kind, bend, plan));
            let room = side.map_or(EDGE, |(kind, bend)| beside(*kind, bend, counts) - 12.0);
            Lettering {
                fit: Fit::of(
                    widths::strand(&widths::MOUTH, Outflow::Source(0), counts),
                    room,
                ),
                ..lines(at(0.0, end.u + 28.0), [36.0, 62.0])
            }
        }
        (Orientation::Horizontal, Ground::River) => lines(at(x, end.v), [44.0, 70.0]),
        (Orientation::Horizontal, Ground::Paper) => lines(at(x, 20.0), [46.0, 77.0]),
    };
    Some(Mouth {
        words,
        ground: plan.ground,
    })
}

/// Label, numeral and one rate under each other, `below` the label.
fn lines(label: Position, below: [f64; 2]) -> Lettering {
    Lettering {
        label,
        numeral: at(label.x, label.y + below[0]),
        rates: vec![at(label.x, label.y + below[1])],
        anchor: Anchor::Start,
        fit: FITTING,
    }
}
