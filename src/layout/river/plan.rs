//! Where stations, forks and ends lie along the flow.
//!
//! The rules of which the reference drawing is the result: see [`Table`].

use super::band::Bend;
use super::counts::Counts;
use super::course::{Course, flow};
use super::table::{HALF, Table, by_share};
use super::{Kind, Orientation, table, words};
use crate::layout::share::share;

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
    pub branches: Vec<(Kind, Bend)>,
    /// What is left, on the near side.
    pub mouth: Bend,
    /// Where the mouths' words are measured from: the last station, if there is room.
    pub base: f64,
    /// The v at which branches that fall end.
    pub fall: f64,
}

impl Plan {
    /// Of counts that can be drawn.
    pub fn new(counts: &Counts, orientation: Orientation) -> Plan {
        let plan = Plan::spread(counts, orientation, 0.0);
        let spare = table::WIDTH - plan.length();
        if orientation == Orientation::Horizontal && spare > 1e-6 {
            let gaps = counts.stages.len().saturating_sub(1).max(1);
            return Plan::spread(counts, orientation, spare / gaps as f64);
        }
        plan
    }

    /// Where the river enters the drawing.
    pub fn source(&self) -> f64 {
        self.table.first - self.table.lead
    }

    /// The drawing's length along the flow, without what runs off its edge.
    pub fn length(&self) -> f64 {
        self.mouth.end.u + self.table.after
    }

    /// With `more` u between stations than they need.
    fn spread(counts: &Counts, orientation: Orientation, more: f64) -> Plan {
        let table = Table::of(orientation);
        let first = counts.stages.first().map_or(0.0, |stage| stage.count);
        let last = counts.stages.last().map_or(0.0, |stage| stage.count);
        let mut forks = Forks {
            table,
            orientation,
            total: table.total * share(first, first),
            outer: table.total * share(first, first),
            half: table.total * share(last, first) / 2.0,
            clear: table.first,
            branches: Vec::new(),
        };

        let mut stations: Vec<f64> = Vec::new();
        let mut passages: Vec<f64> = Vec::new();
        let mut u = table.first;
        for (index, stage) in counts.stages.iter().enumerate() {
            let next = counts.stages.get(index + 1);
            let lost = next.map_or(0.0, |next| share(stage.count - next.count, first));
            let fork = by_share(table.fork, lost);
            u = forks.room(u, fork, lost);
            if let (Some(before), Some(passage)) = (stations.last(), passages.last_mut()) {
                *passage = before + (u - before) * *passage;
            }
            stations.push(u);
            let Some(next) = next else { break };
            forks.fall(
                Kind::Loss(index + 1),
                u + fork,
                lost,
                words::loss(stage, next, counts.unit),
            );
            let (gap, passage) = table.gap(lost);
            passages.push(passage);
            u += more
                + match orientation {
                    Orientation::Horizontal => gap.max(words::station(counts, index) + 24.0),
                    Orientation::Vertical => gap,
                };
        }
        if stations.len() < 2 {
            u += more;
        }

        // Sources but the first and the last fall like losses; the last runs
        // to the end beside the first.
        let side = counts.sources.iter().rposition(|source| source.count > 0.0);
        let mut tail = table.tail;
        let mut beside = None;
        for (index, source) in counts.sources.iter().enumerate() {
            let part = share(source.count, first);
            if index == 0 || Some(index) == side {
                let words = words::source(&words::STATION, source, counts);
                tail = tail.max(table.words_at + words + table.edge);
            }
            if index == 0 || part <= 0.0 {
                continue;
            }
            if Some(index) == side {
                beside = Some((index, part));
            } else {
                u = forks.room(u, table.source_fork, part);
                let words = words::source(&words::LOSS, source, counts);
                forks.fall(Kind::Source(index), u + table.source_fork, part, words);
                u += table.between_forks;
            }
        }
        if counts.sources.len() > 1 {
            u = u.max(forks.clear - table.words_at);
        }
        let near = -forks.half;
        let end = u + tail;
        let fork = u + table.source_fork;
        let side = beside.map(|(index, part)| {
            let width = forks.leave(part);
            let v = table.mouth + forks.outer + table.between + width / 2.0;
            let bend = Bend {
                fork,
                d: near + forks.outer + width / 2.0,
                width,
                end: flow(end, v),
                direction: table.side_direction,
                arms: table.side_arms,
            };
            (Kind::Source(index), bend)
        });
        let width = forks.outer;
        let mouth = Bend {
            fork,
            d: near + width / 2.0,
            width,
            end: flow(end, table.mouth + width / 2.0),
            direction: table.mouth_direction,
            arms: table.mouth_arms,
        };
        let course = table.course(&stations, u + table.tail_node, forks.half);
        let fall = forks.deepen();
        let mut branches = forks.branches;
        branches.extend(side);
        Plan {
            table,
            course,
            total: forks.total,
            half: forks.half,
            stations,
            passages,
            branches,
            mouth,
            base: u,
            fall,
        }
    }
}

/// What is left of the river while strands leave it.
struct Forks {
    table: &'static Table,
    orientation: Orientation,
    total: f64,
    /// The width not yet gone, in u.
    outer: f64,
    half: f64,
    /// How far along the flow the last branch and its words reach.
    clear: f64,
    branches: Vec<(Kind, Bend)>,
}

impl Forks {
    /// The first place from `u` on where a station stands clear of the last
    /// branch, and so does its own branch of `part` of the whole.
    fn room(&self, u: f64, fork: f64, part: f64) -> f64 {
        match self.orientation {
            Orientation::Vertical => u.max(self.clear),
            Orientation::Horizontal if part > 0.0 => {
                let left = fork + by_share(self.table.reach, part) - part * self.total / 2.0;
                u.max(self.clear + 36.0 - left)
            }
            Orientation::Horizontal => u,
        }
    }

    /// Takes `part` of the whole off the far side; its width in u.
    fn leave(&mut self, part: f64) -> f64 {
        let width = (part * self.total).min(self.outer);
        self.outer -= width;
        width
    }

    /// Lets `part` of the whole leave and fall; `words` is its words' width.
    fn fall(&mut self, kind: Kind, fork: f64, part: f64, words: f64) {
        if part <= 0.0 {
            return;
        }
        let table = self.table;
        let width = self.leave(part);
        let end = flow(fork + by_share(table.reach, part), table.fall);
        let arm = |pair| by_share(pair, part).max(60.0);
        self.clear = end.u
            + match self.orientation {
                Orientation::Horizontal => words_beside(width) + words,
                Orientation::Vertical => width / 2.0 + 48.4,
            };
        let bend = Bend {
            fork,
            d: self.outer + width / 2.0 - self.half,
            width,
            end,
            direction: table.fall_direction,
            arms: (arm(table.arms.0), arm(table.arms.1)),
        };
        self.branches.push((kind, bend));
    }

    /// Ends all falls where the widest has room to bend; that v.
    fn deepen(&mut self) -> f64 {
        let fall = self.table.fall;
        if self.orientation == Orientation::Vertical {
            return fall;
        }
        let near = self.table.nodes[0] - HALF * self.table.total;
        let deepest = self.branches.iter().fold(fall, |deepest, (_, bend)| {
            deepest.max(near + self.half + bend.d + table::DROP * bend.width)
        });
        for (_, bend) in &mut self.branches {
            bend.end.v = deepest;
        }
        deepest
    }
}

/// From the end of a falling branch to its words beside it, in u: the
/// reference's 22 and 18.
pub fn words_beside(width: f64) -> f64 {
    (width / 2.0 + 1.615).max(18.0)
}
