//! What a drawing is planned from: counts as widths, words as blocks, at one size of
//! the river and with words or marks.

use super::Orientation;
use super::counts::{Counts, Place};
use super::fan::Fan;
use super::measures::Table;
use super::words::{Block, TypeSizes};
use super::{Amount, StageAmount};
use crate::layout::text::em;
use crate::report::ExitKind;

/// Where the words of what leaves stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExitWords {
    /// Beside its end, along the flow.
    #[default]
    Beside,
    /// Below its end; only where the river runs to the right.
    Below,
    /// In the key.
    Keyed,
}

/// Which words stand in the key, and a mark in their place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordPlaces {
    pub exits: ExitWords,
    pub inflows: bool,
    pub mouths: bool,
    pub stations: bool,
}

/// The widest that words are set before they break into another line, in u.
pub const MEASURE: f64 = 156.0;
/// What a mark takes of the drawing, each way.
pub const MARK: f64 = 24.0;

/// A way to draw the counts.
#[derive(Clone, Debug)]
pub struct Brief<'a> {
    pub counts: &'a Counts,
    pub orientation: Orientation,
    pub table: &'static Table,
    pub k: f64,
    pub wording: WordPlaces,
    pub stations: Vec<Block>,
    /// Of each stage.
    pub exits: Vec<Vec<Block>>,
    pub inflows: Vec<Block>,
    pub mouths: Vec<Block>,
    /// Where the near bank's own measures begin, and where what falls ends.
    pub top: f64,
    pub fall: f64,
    /// Where the stations' numerals stand, where they stand on one line.
    pub line: f64,
    /// The size of the stations' numerals.
    pub numeral: f64,
}

impl<'a> Brief<'a> {
    /// With `k` u for each one counted.
    pub fn new(
        counts: &'a Counts,
        orientation: Orientation,
        k: f64,
        wording: WordPlaces,
    ) -> Brief<'a> {
        let table = Table::of(orientation);
        let mut brief = Brief {
            counts,
            orientation,
            table,
            k,
            wording,
            stations: Vec::new(),
            exits: Vec::new(),
            inflows: Vec::new(),
            mouths: Vec::new(),
            top: 0.0,
            fall: 0.0,
            line: 66.0,
            numeral: table.station.numeral,
        };
        brief.measure();
        brief
    }

    fn measure(&mut self) {
        let counts = self.counts;
        let parts = |parts: &[Amount], size: TypeSizes, room: f64| {
            let parts = parts.iter();
            parts
                .map(|part| Block::of(&part.words, size, room))
                .collect::<Vec<_>>()
        };
        let vertical = self.orientation == Orientation::Vertical;
        let room = if vertical {
            self.table.size / 2.0 - 6.0
        } else {
            MEASURE
        };
        self.inflows = parts(&counts.inflows, self.table.mouth, room);
        self.mouths = parts(&counts.mouths, self.table.mouth, room);
        for (parts, blocks) in [
            (&counts.inflows, &mut self.inflows),
            (&counts.mouths, &mut self.mouths),
        ] {
            let first = parts.first().zip(blocks.first_mut());
            if let Some((part, block)) = first
                && self.k * part.count >= self.table.afloat
            {
                *block = Block::of(&part.words, self.table.inside, room);
            }
        }
        if vertical {
            // Beside each other there is room for two.
            let fit = |blocks: &[Block]| {
                let widths: f64 = blocks.iter().map(|block| block.width).sum();
                blocks.len() < 3 && widths + 12.0 <= self.table.size
            };
            self.wording.inflows = !fit(&self.inflows);
            self.wording.mouths = !fit(&self.mouths);
            self.numeral = self.numerals();
        }
        for (keyed, blocks) in [
            (self.wording.inflows, &mut self.inflows),
            (self.wording.mouths, &mut self.mouths),
        ] {
            if keyed {
                blocks.fill(mark());
            }
        }
        let stages = 0..counts.stages.len();
        self.stations = stages
            .clone()
            .map(|index| self.station(index, vertical && self.carries(index)))
            .collect();
        self.exits = stages.map(|index| self.exits_of(index)).collect();
        if vertical {
            self.fall = self.table.size + 36.0;
        } else {
            self.depths();
        }
    }

    /// The size of numerals that stand beside a river that runs down.
    fn numerals(&self) -> f64 {
        let mut sizes = self.table.station;
        let too_wide = |sizes: TypeSizes| {
            (0..).zip(&self.counts.stages).any(|(index, stage)| {
                let room = self.beside(index);
                numeral(&Block::of(&stage.amount.words, sizes, room), sizes) > room
            })
        };
        while sizes.numeral > 26.0 && too_wide(sizes) {
            sizes.numeral -= 1.0;
        }
        sizes.numeral
    }

    /// The room to the right of a station where the river runs down.
    fn beside(&self, index: usize) -> f64 {
        let bank = self.table.near_at(index) + self.width(index) + self.merged(index);
        self.table.size - bank - 39.0
    }

    /// The words of a station; its first rate may stand in the river.
    pub fn station(&self, index: usize, carried: bool) -> Block {
        if self.wording.stations {
            return mark();
        }
        let Some(stage) = self.counts.stages.get(index) else {
            return Block::default();
        };
        let mut words = stage.amount.words.clone();
        if carried && !words.rates.is_empty() {
            words.rates.remove(0);
        }
        let (room, sizes) = match self.orientation {
            Orientation::Horizontal => (MEASURE, self.table.station),
            Orientation::Vertical => (
                self.beside(index),
                TypeSizes {
                    numeral: self.numeral,
                    ..self.table.station
                },
            ),
        };
        Block::of(&words, sizes, room)
    }

    /// Whether the river at a stage is wide enough for its first rate.
    pub fn carries(&self, index: usize) -> bool {
        let width = self.width(index);
        match self.orientation {
            Orientation::Horizontal => width >= 80.0,
            Orientation::Vertical => width >= self.rate(index) + 10.0,
        }
    }

    /// How wide the words of a stage's first rate are in the river.
    pub fn rate(&self, index: usize) -> f64 {
        let stage = self.counts.stages.get(index);
        let rate = stage.and_then(|stage| stage.amount.words.rates.first());
        rate.map_or(0.0, |(of, rate)| {
            (em(of) * self.table.station.small).max(em(rate) * self.table.rate) * 1.12
        })
    }

    fn exits_of(&self, index: usize) -> Vec<Block> {
        let Some(stage) = self.counts.stages.get(index) else {
            return Vec::new();
        };
        let before = index.saturating_sub(1);
        let bank = self.table.near[2] + self.width(before) + self.merged(before);
        let room = match self.orientation {
            Orientation::Horizontal => MEASURE,
            Orientation::Vertical => self.table.size - bank - 14.0,
        };
        let exits = stage
            .exits
            .iter()
            .map(|(_, exit)| match self.wording.exits {
                ExitWords::Keyed => mark(),
                ExitWords::Beside | ExitWords::Below => {
                    Block::of(&exit.words, self.table.exit, room)
                }
            });
        exits.collect()
    }

    /// Numerals stand on one line; the river lies below the longest words, and what
    /// falls ends below the river.
    fn depths(&mut self) {
        let above = self.stations.iter().map(numeral_at).fold(62.0, f64::max) - 62.0;
        let below = self
            .stations
            .iter()
            .map(|block| block.height - numeral_at(block) - 54.0);
        self.line = 66.0 + above;
        self.top = 136.7 + above + below.fold(0.0, f64::max);
        // What an end's words take that stand above the river.
        let ends = [
            (self.counts.inflows.first(), self.inflows.first(), 0.0),
            (
                self.counts.mouths.first(),
                self.mouths.first(),
                self.table.rise,
            ),
        ];
        let ends = ends.into_iter().filter_map(|(part, block, rise)| {
            let beside = self.k * part?.count < self.table.afloat;
            beside.then_some(block?.height + rise + 12.0)
        });
        let more = (ends.fold(0.0, f64::max) - self.top).max(0.0);
        self.top += more;
        self.line += more;
        let most = self.width(0);
        let mut fall = self.top + most + 136.0;
        let mut d = most;
        for (stage, blocks) in self.counts.stages.iter().zip(&self.exits) {
            for (index, width) in self.leaving(stage) {
                d -= width;
                let height = blocks.get(index).map_or(0.0, |block| block.height);
                let far = self.top + 20.0 + d + width / 2.0;
                fall = fall.max(far + super::leave::reach(width) + (0.3 * width).max(24.0));
                if self.wording.exits == ExitWords::Beside {
                    fall = fall.max(self.top + 20.0 + d + width + height + 26.0);
                }
            }
        }
        self.fall = fall;
    }

    /// The width of a stage.
    pub fn width(&self, stage: usize) -> f64 {
        let stage = self.counts.stages.get(stage);
        stage.map_or(0.0, |stage| self.k * stage.amount.count)
    }

    /// How wide what lies along the body at a stage is, at the most.
    pub fn merged(&self, stage: usize) -> f64 {
        let stages = self.counts.stages.iter().take(stage + 1);
        let exits = stages.flat_map(|stage| &stage.exits);
        let merged = exits.filter(|(kind, _)| *kind == ExitKind::Merged);
        merged
            .map(|(_, exit)| self.k * exit.count)
            .fold(0.0, f64::max)
    }

    /// What leaves before a stage, by its place, and how wide it is; in the order in
    /// which it leaves: what lies along the body does so last.
    pub fn leaving(&self, stage: &StageAmount) -> Vec<(usize, f64)> {
        let exits = || stage.exits.iter().enumerate();
        let of = |merged: bool| {
            let exits = exits().filter(move |(_, (kind, _))| (*kind == ExitKind::Merged) == merged);
            exits.map(|(index, (_, exit))| (index, self.k * exit.count))
        };
        of(false).chain(of(true)).collect()
    }

    /// The arms in which the last stage parts, or from which the first comes together,
    /// that bend gently; none where there are not two.
    pub fn fan(&self, inflow: bool, level: f64, past: f64) -> Option<Fan> {
        let (parts, blocks) = if inflow {
            (&self.counts.inflows, &self.inflows)
        } else {
            (&self.counts.mouths, &self.mouths)
        };
        if parts.len() < 2 {
            return None;
        }
        let widths: Vec<f64> = parts.iter().map(|part| self.k * part.count).collect();
        let near = match self.orientation {
            Orientation::Horizontal => self.under_each_other(&widths, blocks, inflow),
            Orientation::Vertical => self.beside_each_other(&widths),
        };
        let fan = Fan {
            widths,
            near,
            level,
            end: level + past,
            sooner: 0.0,
        };
        Some(fan.gentle())
    }

    /// The near banks of arms with their words between them.
    fn under_each_other(&self, widths: &[f64], blocks: &[Block], inflow: bool) -> Vec<f64> {
        let mut near = if inflow { 0.0 } else { -self.table.rise };
        let arms = (0..).zip(widths.iter().zip(blocks));
        let arms = arms.map(|(index, (width, block))| {
            let at = near;
            near += width
                + match (index, widths.len()) {
                    (0, 2) => self.table.between,
                    (0, _) => 64.0,
                    _ => block.height + 26.0,
                };
            at
        });
        arms.collect()
    }

    /// The near banks of arms spread over the width of the drawing.
    fn beside_each_other(&self, widths: &[f64]) -> Vec<f64> {
        let sum: f64 = widths.iter().sum();
        let gaps = widths.len().saturating_sub(1).max(1) as f64;
        let shore = self
            .table
            .near_at(self.counts.stages.len().saturating_sub(1));
        let gap = ((self.table.size - 12.0 - sum) / gaps).min(self.table.between);
        let mut near = -shore + 5.0;
        let arms = widths.iter().map(|width| {
            let at = near;
            near += width + gap;
            at
        });
        arms.collect()
    }

    /// Whose words a key holds.
    pub fn is_keyed(&self, place: Place) -> bool {
        match place {
            Place::Stage(_) => self.wording.stations,
            Place::Exit(..) => self.wording.exits == ExitWords::Keyed,
            Place::Inflow(_) => self.wording.inflows,
            Place::Mouth(_) => self.wording.mouths,
        }
    }
}

/// A mark has the room of a block without lines.
fn mark() -> Block {
    Block {
        lines: Vec::new(),
        width: MARK,
        height: MARK,
    }
}

/// How far below a block's beginning its numeral stands.
pub fn numeral_at(block: &Block) -> f64 {
    let numeral = block
        .lines
        .iter()
        .find(|line| line.kind == super::LineKind::Numeral);
    numeral.map_or(62.0, |line| line.at.y)
}

fn numeral(block: &Block, sizes: TypeSizes) -> f64 {
    let numeral = block
        .lines
        .iter()
        .find(|line| line.kind == super::LineKind::Numeral);
    numeral.map_or(0.0, |line| line.width(sizes))
}
