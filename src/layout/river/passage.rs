//! The rates in the river, on the way from station to station.

use super::counts::Counts;
use super::fit::part;
use super::flow::flow;
use super::plan::Plan;
use super::{Orientation, widths};
use crate::layout::path::Path;
use crate::layout::point::{Position, at};

/// The rate in the river between two stations; its words are centred.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    pub word: Position,
    pub rate: Position,
    /// Open, to be stroked.
    pub arrow: Path,
    /// How much smaller than set the word is drawn so that it has room.
    pub fit: f64,
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
    let ways = plan.stations.iter().zip(plan.stations.iter().skip(1));
    plan.passages
        .iter()
        .zip(ways)
        .zip(stages)
        .map(|((&u, (from, to)), stage)| {
            if k * stage.count < before + after {
                return None;
            }
            // In the middle of the last stage's strand, where that is wide enough.
            let near = plan.half.max(before);
            let v = plan.course.at(u).0 - plan.half + near;
            // From gauge to gauge, or from bank to bank.
            let room = match orientation {
                Orientation::Horizontal => 2.0 * (u - from).min(to - u) - 40.0,
                Orientation::Vertical => 2.0 * near.min(k * stage.count - near) - 8.0,
            };
            let fit = part(room, stage.short * widths::STATION.rate);
            let centre = flow(u, v).on(orientation);
            let place = |x: f64, y: f64| at(centre.x + x, centre.y + y);
            Some(match orientation {
                Orientation::Horizontal => Passage {
                    word: place(0.0, -13.0),
                    rate: place(0.0, 17.0),
                    arrow: arrow(place(52.0, 8.0), place(73.0, 8.0), 6.0),
                    fit,
                },
                Orientation::Vertical => Passage {
                    word: place(0.0, -14.0),
                    rate: place(0.0, 12.0),
                    arrow: arrow(place(0.0, 21.0), place(0.0, 38.0), 5.0),
                    fit,
                },
            })
        })
        .collect()
}

fn arrow(tail: Position, tip: Position, head: f64) -> Path {
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
