//! What leaves the river, one strand after another, each clear of the last.

use super::band::Bend;
use super::counts::Counts;
use super::flow::flow;
use super::measures::{self, HALF, Table, by_share};
use super::{Ground, Orientation, Outflow, widths};
use crate::layout::proportion::share;

/// What is left of the river while strands leave it on the far side.
pub struct Forks {
    pub table: &'static Table,
    orientation: Orientation,
    /// The first count.
    first: f64,
    /// The whole width, half the last stage's, and what has not yet left, in u.
    pub total: f64,
    pub half: f64,
    left: f64,
    /// Where along the flow the next station may stand, and how far the last
    /// strand and its words reach.
    pub u: f64,
    clear: f64,
    /// What has left, outermost first.
    pub branches: Vec<(Outflow, Bend)>,
}

/// The last source with a count, and what part of the whole it is.
pub type Side = Option<(usize, f64)>;

impl Forks {
    /// The whole river, at its first station.
    pub fn new(counts: &Counts, orientation: Orientation) -> Forks {
        let table = Table::of(orientation);
        let first = counts.stages.first().map_or(0.0, |stage| stage.count);
        let last = counts.stages.last().map_or(0.0, |stage| stage.count);
        let total = table.total * share(first, first);
        Forks {
            table,
            orientation,
            first,
            total,
            half: table.total * share(last, first) / 2.0,
            left: total,
            u: table.first,
            clear: table.first,
            branches: Vec::new(),
        }
    }

    /// Where the stations stand, and the rates between them; losses leave. Each
    /// gap is `more` u wider than it needs to be.
    pub fn stations(&mut self, counts: &Counts, more: f64) -> (Vec<f64>, Vec<f64>) {
        let (mut stations, mut passages): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
        // What part of the gap lies before the rate.
        let mut before = 0.0;
        for (index, stage) in counts.stages.iter().enumerate() {
            let next = counts.stages.get(index + 1);
            let lost = next.map_or(0.0, |next| share(stage.count - next.count, self.first));
            let fork = by_share(self.table.fork, lost);
            self.make_room(fork, lost);
            if let Some(&last) = stations.last() {
                passages.push(last + (self.u - last) * before);
            }
            stations.push(self.u);
            let Some(next) = next else { break };
            let words = widths::loss(stage, next, counts.unit);
            self.fall(Outflow::Loss(index + 1), fork, lost, words);
            let mut gap;
            (gap, before) = self.table.gap(lost);
            if self.orientation == Orientation::Horizontal {
                gap = gap.max(widths::station(counts, index) + 24.0);
            }
            self.u += gap + more;
        }
        if stations.len() < 2 {
            self.u += more;
        }
        (stations, passages)
    }

    /// Lets sources but the first and the last fall like losses; the last will
    /// run beside the first.
    pub fn sources(&mut self, counts: &Counts) -> Side {
        let part = |count: f64| share(count, self.first);
        let parts: Vec<f64> = counts.sources.iter().map(|s| part(s.count)).collect();
        let mut side: Side = None;
        for (index, &part) in parts.iter().enumerate().skip(1) {
            if part <= 0.0 {
                continue;
            }
            if let Some((index, part)) = side.replace((index, part)) {
                self.make_room(self.table.source_fork, part);
                let source = counts.sources.get(index);
                let words = source.map_or(0.0, |s| widths::source(&widths::LOSS, s, counts));
                self.fall(Outflow::Source(index), self.table.source_fork, part, words);
                self.u += self.table.between_forks;
            }
        }
        side
    }

    /// Makes room for the mouths' words; whether the main mouth carries its own.
    pub fn clear_words(&mut self, counts: &Counts, stations: &[f64], side: Side) -> Ground {
        if side.is_some() {
            self.u = self.u.max(self.clear + 16.0 - self.table.words_at);
        }
        if self.orientation == Orientation::Vertical {
            return Ground::Paper;
        }
        // The river runs on to the edge, and the edge lies beyond all words.
        let last = stations.last().map_or(0.0, |last| {
            last + widths::station(counts, stations.len() - 1)
        });
        let edge = self.table.tail - self.table.edge;
        self.u = self.u.max(self.clear.max(last) - edge);
        if self.left - side.map_or(0.0, |(_, part)| part * self.total) >= measures::AFLOAT {
            return Ground::River;
        }
        // On paper they stand level with the last station's.
        if !counts.sources.is_empty() {
            self.u = self.u.max(last + 16.0 - self.table.words_at);
        }
        Ground::Paper
    }

    /// Lets the last source leave for its own mouth; what is left is the main one.
    pub fn mouths(&mut self, counts: &Counts, side: Side) -> Bend {
        let table = self.table;
        let part = side.map_or(0.0, |(_, part)| part);
        // Radii grow with the square of the way.
        let longer = (part * self.total / table.side_most).max(1.0).sqrt();
        let mut tail = table.source_fork + (table.tail - table.source_fork) * longer;
        let named = [Some(0), side.map(|(index, _)| index)];
        for source in named
            .into_iter()
            .flatten()
            .filter_map(|i| counts.sources.get(i))
        {
            let words = widths::source(&widths::STATION, source, counts);
            tail = tail.max(table.words_at + words + table.edge);
        }
        let width = self.leave(part);
        let middle = width / 2.0;
        let mouth = Bend {
            fork: self.u + table.source_fork,
            d: self.left / 2.0 - self.half,
            width: self.left,
            end: flow(self.u + tail, table.mouth + self.left / 2.0),
            direction: table.mouth_direction,
            arms: table.mouth_arms,
        };
        if let Some((index, _)) = side {
            let bend = Bend {
                d: self.left + middle - self.half,
                width,
                end: flow(
                    mouth.end.u,
                    table.mouth + self.left + table.between + middle,
                ),
                direction: table.side_direction,
                arms: (table.side_arms.0 * longer, table.side_arms.1 * longer),
                ..mouth
            };
            self.branches.push((Outflow::Source(index), bend));
        }
        mouth
    }

    /// Ends all falls where the widest has room to bend; that v. Before [`Forks::mouths`].
    pub fn deepen(&mut self) -> f64 {
        let fall = self.table.fall;
        if self.orientation == Orientation::Vertical {
            return fall;
        }
        let near = self.table.nodes[0] - HALF * self.table.total;
        let mut deepest = fall;
        for (_, bend) in &self.branches {
            deepest = deepest.max(near + self.half + bend.d + measures::DROP * bend.width);
        }
        for (_, bend) in &mut self.branches {
            bend.end.v = deepest;
        }
        deepest
    }

    /// Moves on to where a station stands clear of the last strand, and so does
    /// its own of `part` of the whole, `fork` u after it.
    fn make_room(&mut self, fork: f64, part: f64) {
        let least = match self.orientation {
            Orientation::Vertical => self.clear,
            Orientation::Horizontal if part > 0.0 => {
                let bank = fork + by_share(self.table.reach, part) - part * self.total / 2.0;
                self.clear + 36.0 - bank
            }
            Orientation::Horizontal => return,
        };
        self.u = self.u.max(least);
    }

    /// Takes `part` of the whole off the far side; its width in u.
    fn leave(&mut self, part: f64) -> f64 {
        let width = (part * self.total).min(self.left);
        self.left -= width;
        width
    }

    /// Lets `part` of the whole leave `fork` u from here and fall; `words` is
    /// the width of its words.
    fn fall(&mut self, kind: Outflow, fork: f64, part: f64, words: f64) {
        if part <= 0.0 {
            return;
        }
        let table = self.table;
        let width = self.leave(part);
        let fork = self.u + fork;
        let end = flow(fork + by_share(table.reach, part), table.fall);
        self.clear = end.u
            + match self.orientation {
                Orientation::Horizontal => words_beside(width) + words,
                Orientation::Vertical => width / 2.0 + 48.4,
            };
        let arms = (
            by_share(table.arms.0, part),
            by_share(table.arms.1, part).max(measures::ARM),
        );
        let bend = Bend {
            fork,
            d: self.left + width / 2.0 - self.half,
            width,
            end,
            direction: table.fall_direction,
            arms,
        };
        self.branches.push((kind, bend));
    }
}

/// From the end of a falling strand to its words beside it, in u: the
/// reference's 22 and 18.
pub fn words_beside(width: f64) -> f64 {
    (width / 2.0 + 1.615).max(18.0)
}
