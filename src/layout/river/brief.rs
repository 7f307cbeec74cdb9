//! What a drawing is planned from: counts as widths, words as blocks, at one size of
//! the river and with words or marks.

use super::Orientation;
use super::counts::{Counts, Place};
use super::fan::Fan;
use super::table::Table;
use super::words::{Block, Sizes};
use super::{Amount, StageAmount, Words};
use crate::report::ExitKind;

/// Which words stand in the key, and a mark in their place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keyed {
    pub exits: bool,
    pub ends: bool,
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
    pub keyed: Keyed,
    pub stations: Vec<Block>,
    /// Of each stage.
    pub exits: Vec<Vec<Block>>,
    pub inflows: Vec<Block>,
    pub mouths: Vec<Block>,
    /// Where the near bank's own measures begin, and where what falls ends.
    pub top: f64,
    pub fall: f64,
    /// The size of the stations' numerals.
    pub numeral: f64,
}

impl<'a> Brief<'a> {
    /// With `k` u for each one counted.
    pub fn new(counts: &'a Counts, orientation: Orientation, k: f64, keyed: Keyed) -> Brief<'a> {
        let table = Table::of(orientation);
        let mut brief = Brief {
            counts,
            orientation,
            table,
            k,
            keyed,
            stations: Vec::new(),
            exits: Vec::new(),
            inflows: Vec::new(),
            mouths: Vec::new(),
            top: 0.0,
            fall: 0.0,
            numeral: table.station.numeral,
        };
        brief.measure();
        brief
    }

    fn measure(&mut self) {
        let vertical = self.orientation == Orientation::Vertical;
        let merged: f64 = self.widest_merged();
        let most = self.width(0);
        // Right of the river, of its gauge's dot and of what lies along it.
        let bank = self.table.near[2] + most + merged;
        let room = if vertical { self.table.size - bank - 39.0 } else { MEASURE };
        let beside = if vertical { self.table.size - bank - 20.0 } else { MEASURE };
        let half = if vertical { self.table.size / 2.0 - 6.0 } else { MEASURE };
        let mut sizes = self.table.station;
        let counts = self.counts;
        if vertical {
            let widest = |sizes: Sizes| {
                let stages = counts.stages.iter();
                let widths = stages.map(|stage| numeral(&Block::of(&stage.amount.words, sizes, room), sizes));
                widths.fold(0.0, f64::max)
            };
            while sizes.numeral > 24.0 && widest(sizes) > room {
                sizes.numeral -= 1.0;
            }
        }
        self.numeral = sizes.numeral;
        let keyed = self.keyed;
        let block = |words: &Words, sizes, room, keyed| {
            if keyed { mark() } else { Block::of(words, sizes, room) }
        };
        for stage in &counts.stages {
            self.stations.push(block(&stage.amount.words, sizes, room, keyed.stations));
            let exits = stage.exits.iter();
            let exits = exits.map(|(_, exit)| block(&exit.words, self.table.exit, beside, keyed.exits));
            self.exits.push(exits.collect());
        }
        let ends = |parts: &[Amount]| {
            let parts = parts.iter();
            parts.map(|part| block(&part.words, self.table.mouth, half, keyed.ends)).collect()
        };
        self.inflows = ends(&counts.inflows);
        self.mouths = ends(&counts.mouths);
        if vertical {
            self.fall = self.table.size + 36.0;
            return;
        }
        // Numerals stand on one line; the river lies below the longest words.
        let above = self.stations.iter().map(numeral_at).fold(62.0, f64::max) - 62.0;
        let below = self.stations.iter().map(|block| block.height - numeral_at(block));
        self.top = 136.7 + above + (below.fold(0.0, f64::max) - 78.0).max(0.0);
        let mut fall = self.top + most + 136.0;
        let mut d = most;
        for (stage, blocks) in counts.stages.iter().zip(&self.exits) {
            for (index, width) in self.leaving(stage) {
                d -= width;
                let height = blocks.get(index).map_or(0.0, |block| block.height);
                let far = self.top + 20.0 + d + width / 2.0;
                fall = fall.max(far + super::leave::reach(width) + 20.0);
                fall = fall.max(self.top + 20.0 + d + width + height + 26.0);
            }
        }
        self.fall = fall;
    }

    /// The width of a stage.
    pub fn width(&self, stage: usize) -> f64 {
        let stage = self.counts.stages.get(stage);
        stage.map_or(0.0, |stage| self.k * stage.amount.count)
    }

    /// The widest of what is merged.
    pub fn widest_merged(&self) -> f64 {
        let exits = self.counts.stages.iter().flat_map(|stage| &stage.exits);
        let merged = exits.filter(|(kind, _)| *kind == ExitKind::Merged);
        merged.map(|(_, exit)| self.k * exit.count).fold(0.0, f64::max)
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
        let shore = self.table.near_at(self.counts.stages.len().saturating_sub(1));
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
            Place::Stage(_) => self.keyed.stations,
            Place::Exit(..) => self.keyed.exits,
            Place::Inflow(_) | Place::Mouth(_) => self.keyed.ends,
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
    let numeral = block.lines.iter().find(|line| line.kind == super::LineKind::Numeral);
    numeral.map_or(62.0, |line| line.at.y)
}

fn numeral(block: &Block, sizes: Sizes) -> f64 {
    let numeral = block.lines.iter().find(|line| line.kind == super::LineKind::Numeral);
    numeral.map_or(0.0, |line| line.width(sizes))
}
