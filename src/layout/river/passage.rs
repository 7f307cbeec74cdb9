//! The first rate of a station in the river, on the way to it.

use super::Orientation;
use super::flow::flow;
use super::plan::Plan;
use crate::layout::path::Path;
use crate::layout::point::{Position, at};

/// The rate in the river between two stations; its words are centred.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// What it is a share of, and the share.
    pub word: (Position, String),
    pub rate: (Position, String),
    /// Open, to be stroked.
    pub arrow: Path,
}

/// The rate on the way to that stage; none where the river is too narrow for it.
pub fn passage(plan: &Plan<'_>, index: usize) -> Option<Passage> {
    let brief = &plan.brief;
    let (from, to) = (
        *plan.along.stations.get(index.checked_sub(1)?)?,
        *plan.along.stations.get(index)?,
    );
    let words = &brief.counts.stages.get(index)?.amount.words;
    let (of, rate) = words.rates.first()?;
    let (width, wide) = (brief.width(index), brief.rate(index));
    let along = match brief.orientation {
        Orientation::Horizontal => wide + 72.0,
        Orientation::Vertical => 140.0,
    };
    if to - from < along || !brief.carries(index) || brief.wording.stations {
        return None;
    }
    let u = (from + to) / 2.0;
    let centre = flow(u, plan.course.at(u).0 + width / 2.0).on(brief.orientation);
    let place = |x: f64, y: f64| at(centre.x + x, centre.y + y);
    let (of, rate) = (of.clone(), rate.clone());
    Some(match brief.orientation {
        Orientation::Horizontal => Passage {
            word: (place(-6.0, -13.0), of),
            rate: (place(-6.0, 17.0), rate),
            arrow: arrow(
                place(wide / 2.0 + 2.0, 8.0),
                place(wide / 2.0 + 22.0, 8.0),
                6.0,
            ),
        },
        Orientation::Vertical => Passage {
            word: (place(0.0, -20.0), of),
            rate: (place(0.0, 6.0), rate),
            arrow: arrow(place(0.0, 17.0), place(0.0, 34.0), 5.0),
        },
    })
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
