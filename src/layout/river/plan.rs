//! Where stations, forks and ends lie along the flow.
//!
//! The rules of which the reference drawing is the result: see [`Table`].

use super::band::Bend;
use super::counts::Counts;
use super::course::Course;
use super::fork::Forks;
use super::measures::{Table, WIDTH};
use super::{Ground, Orientation, Outflow};

/// Places along the flow, in u.
pub struct Plan {
    pub table: &'static Table,
    pub course: Course,
    /// The whole width, and half the last stage's: the near bank lies that far
    /// before the course.
    pub total: f64,
    pub half: f64,
    pub stations: Vec<f64>,
    /// Where the rates stand, one between each two stations.
    pub passages: Vec<f64>,
    /// What leaves on the far side, in order of the flow: the first to leave
    /// lies outermost.
    pub branches: Vec<(Outflow, Bend)>,
    /// What is left, on the near side.
    pub mouth: Bend,
    /// Where the mouths' words are measured from: the last station, if there is room.
    pub base: f64,
    /// Whether they stand in the river.
    pub ground: Ground,
    /// From the mouths' ends to the edge of the view box.
    after: f64,
    /// The v at which branches that fall end.
    pub fall: f64,
}

impl Plan {
    /// Of counts that can be drawn.
    pub fn new(counts: &Counts, orientation: Orientation) -> Plan {
        let gaps = counts.stages.len().saturating_sub(1).max(1) as f64;
        let mut more = 0.0;
        let mut plan = Plan::spread(counts, orientation, more);
        // Twice or more where words, not gaps, held the mouths off.
        for _ in 0..4 {
            let spare = WIDTH - plan.length();
            if orientation == Orientation::Vertical || spare < 0.1 {
                break;
            }
            more += spare / gaps;
            plan = Plan::spread(counts, orientation, more);
        }
        plan
    }

    /// Where the river enters the drawing.
    pub fn source(&self) -> f64 {
        self.table.first - self.table.lead
    }

    /// The drawing's length along the flow, without what runs off its edge.
    pub fn length(&self) -> f64 {
        self.mouth.end.u + self.after
    }

    /// With `more` u between stations than they need.
    fn spread(counts: &Counts, orientation: Orientation, more: f64) -> Plan {
        let mut forks = Forks::new(counts, orientation);
        let (stations, passages) = forks.stations(counts, more);
        let side = forks.sources(counts);
        let ground = forks.clear_words(counts, &stations, side);
        let base = forks.u;
        let fall = forks.deepen();
        let mouth = forks.mouths(counts, side);
        let table = forks.table;
        Plan {
            table,
            course: table.course(&stations, base + table.tail_node, forks.half),
            total: forks.total,
            half: forks.half,
            stations,
            passages,
            branches: forks.branches,
            mouth,
            base,
            ground,
            // Without sources there are no words below the end.
            after: if counts.sources.is_empty() {
                table.after.min(0.0)
            } else {
                table.after
            },
            fall,
        }
    }
}
