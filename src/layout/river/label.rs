//! Where the words stand: baselines, in u.

use super::band::Bend;
use super::counts::Counts;
use super::course::flow;
use super::curve::cubic;
use super::fork::words_beside;
use super::plan::Plan;
use super::table::by_share;
use super::{Ground, Kind, Mouth, Orientation, Station, gauge, words};
use crate::layout::path::Path;
use crate::layout::point::{Point, at};
use crate::layout::share::share;

/// The right edge of the vertical drawing, and from a loss's label to its numeral.
const EDGE: f64 = 342.0;
const BELOW: f64 = 29.0;

/// Up to four lines of words: the baselines' beginnings, or ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub label: Point,
    pub numeral: Point,
    /// Two for a station, one for a mouth, none where there is no room.
    pub rates: Vec<Point>,
    pub anchor: Anchor,
}

/// Which end of its words a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    End,
}

/// The rate in the river between two stations; its words are centred.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    pub word: Point,
    pub rate: Point,
    /// Open, to be stroked.
    pub arrow: Path,
}

/// The size of the stations' numerals in u, so that the longest fits.
pub fn numeral(counts: &Counts, plan: &Plan, orientation: Orientation) -> f64 {
    if orientation == Orientation::Horizontal {
        return words::STATION.numeral;
    }
    let unit = counts.unit * words::STATION.unit;
    (0..)
        .zip(&counts.stages)
        .fold(38.0, |size: f64, (index, stage)| {
            let room = EDGE - dot(plan, index, stage.count, counts) - 12.0;
            let width = words::numeral(stage.count, size, unit);
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
                    words: Words {
                        label: at(u, 20.0),
                        numeral: at(u, 66.0),
                        rates: vec![at(u + 12.0, 97.0), at(u + 12.0, 117.0)],
                        anchor: Anchor::Start,
                    },
                    card: at(u - 16.0, -18.0),
                },
                Orientation::Vertical => {
                    let dot = dot(plan, index, stage.count, counts);
                    let x = dot + 12.0;
                    Station {
                        gauge: gauge::gauge(u, dot, banks, k, step, orientation),
                        words: Words {
                            label: at(x, u - 27.0),
                            numeral: at(x, u + 9.0),
                            rates: vec![at(x, u + 34.0), at(x, u + 56.0)],
                            anchor: Anchor::Start,
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

/// The rates on the way to each stage but the first.
pub fn passages(
    counts: &Counts,
    plan: &Plan,
    orientation: Orientation,
    k: f64,
) -> Vec<Option<Passage>> {
    // The room that words and arrow need before and after them, across the
    // flow; horizontal, a station's card hangs over the near bank.
    let (before, after) = match orientation {
        Orientation::Horizontal => (48.0, 28.0),
        Orientation::Vertical => (38.0, 38.0),
    };
    let stages = counts.stages.iter().skip(1);
    plan.passages
        .iter()
        .zip(stages)
        .map(|(&u, stage)| {
            if k * stage.count < before + after {
                return None;
            }
            // In the middle of the last stage's strand, where that is wide enough.
            let v = plan.course.at(u).0 + (before - plan.half).max(0.0);
            let centre = flow(u, v).on(orientation);
            let place = |x: f64, y: f64| at(centre.x + x, centre.y + y);
            Some(match orientation {
                Orientation::Horizontal => Passage {
                    word: place(0.0, -13.0),
                    rate: place(0.0, 17.0),
                    arrow: arrow(place(52.0, 8.0), place(73.0, 8.0), 6.0),
                },
                Orientation::Vertical => Passage {
                    word: place(0.0, -14.0),
                    rate: place(0.0, 12.0),
                    arrow: arrow(place(0.0, 21.0), place(0.0, 38.0), 5.0),
                },
            })
        })
        .collect()
}

fn arrow(tail: Point, tip: Point, head: f64) -> Path {
    let along = (tip - tail).unit() * head;
    let across = along.normal();
    let mut path = Path::new();
    path.move_to(tail);
    path.line_to(tip);
    path.move_to(tip - along - across);
    path.line_to(tip);
    path.line_to(tip - along + across);
    path
}

/// The words of a strand that leaves: beside the end of one that falls, below
/// the end of the last source.
pub fn branch(
    kind: Kind,
    bend: &Bend,
    counts: &Counts,
    plan: &Plan,
    orientation: Orientation,
) -> Words {
    let side = matches!(kind, Kind::Source(_)) && bend.end.u >= plan.mouth.end.u;
    let end = bend.end;
    let part = share(bend.width, plan.total);
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
            // Clear of the main mouth's words.
            let main = counts.sources.first();
            let main = main.map_or(0.0, |main| words::source(&words::MOUTH, main, counts));
            lines(
                at((end.v - 36.0).max(main + 12.0), end.u + 28.0),
                [36.0, 62.0],
            )
        }
        Orientation::Vertical => {
            let baseline = end.u - by_share((70.0, 78.0), part);
            let lift = lift(kind, bend, counts, plan, baseline);
            Words {
                anchor: Anchor::End,
                rates: Vec::new(),
                ..lines(at(EDGE, baseline - lift), [BELOW, 0.0])
            }
        }
    }
}

/// How much further up words that end at the right edge must stand, so that
/// the longest stays clear of its own band below; at most what is free below
/// the station's words.
fn lift(kind: Kind, bend: &Bend, counts: &Counts, plan: &Plan, baseline: f64) -> f64 {
    const FREE: f64 = 48.0;
    /// What readers may add between letters, as WCAG 1.4.12 has it.
    const SPACED: f64 = 1.12;
    let (label, count) = words::of(kind, counts);
    let bank: Vec<_> = bend
        .run(&plan.course, bend.width / 2.0)
        .iter()
        .flat_map(|piece| [0.0, 0.25, 0.5, 0.75, 1.0].map(|t| cubic(piece, t).0))
        .collect();
    let lines = [
        (baseline + 2.0, label * words::FALL.label),
        (
            baseline + BELOW,
            words::numeral(count, words::FALL.numeral, counts.unit * words::FALL.unit),
        ),
    ];
    // Words that reach past the band's beginning meet it there.
    let begin = bank.first().map_or(0.0, |point| point.v);
    let mut lift: f64 = 0.0;
    for (foot, width) in lines {
        let left = (EDGE - width * SPACED).max(begin);
        let ends = bank.iter().zip(bank.iter().skip(1));
        for (from, to) in ends.filter(|(from, to)| from.v <= left && left < to.v) {
            let u = from.u + (to.u - from.u) * (left - from.v) / (to.v - from.v);
            lift = lift.max(foot + 5.0 - u);
        }
    }
    lift.min(FREE)
}

/// The words of the main mouth: in the river where it is wide enough, else
/// level with the stations' words; vertical below its end.
pub fn mouth(counts: &Counts, plan: &Plan, orientation: Orientation) -> Option<Mouth> {
    counts.sources.first()?;
    let end = plan.mouth.end;
    let x = plan.base + 130.0;
    let words = match (orientation, plan.ground) {
        (Orientation::Vertical, _) => lines(at(0.0, end.u + 28.0), [36.0, 62.0]),
        (Orientation::Horizontal, Ground::River) => lines(at(x, end.v), [44.0, 70.0]),
        (Orientation::Horizontal, Ground::Paper) => lines(at(x, 20.0), [46.0, 77.0]),
    };
    Some(Mouth {
        words,
        ground: plan.ground,
    })
}

/// Label, numeral and one rate under each other, `below` the label.
fn lines(label: Point, below: [f64; 2]) -> Words {
    Words {
        label,
        numeral: at(label.x, label.y + below[0]),
        rates: vec![at(label.x, label.y + below[1])],
        anchor: Anchor::Start,
    }
}
