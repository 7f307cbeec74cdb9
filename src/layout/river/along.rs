//! The way along the river: where stations stand and where what leaves does so, one
//! after the other, each clear of what came before.

use super::Orientation;
use super::band::Bend;
use super::brief::{Brief, ExitWords};
use super::course::Course;
use super::flow::flow;
use super::leave::{fall, island};
use super::words::Block;
use crate::report::ExitKind;

/// Between a strand and its own words.
pub const BESIDE: f64 = 14.0;
/// How much of its width a strand may lie elsewhere than on a level course.
const TURNED: f64 = 0.12;
/// From a merged strand's fork to its words.
pub const MERGED: f64 = 26.0;
/// A strand that is narrower gets a dot and a line to its words, in u.
pub const UNSEEN: f64 = 1.25;

/// Places along the flow, in u.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Along {
    pub stations: Vec<f64>,
    /// Of each stage: what leaves, by its place, where, and how far across the body
    /// its middle lies there.
    pub forks: Vec<Vec<(usize, f64, f64)>>,
    /// Where all that left and its words end.
    pub clear: f64,
    /// Where the next may leave.
    pub fork: f64,
}

impl Along {
    /// From the first station at `first`, behind which lies what ends at `clear`; each
    /// gap `more` u wider than it needs to be.
    pub fn new(brief: &Brief<'_>, first: f64, clear: f64, more: f64) -> Along {
        let table = brief.table;
        let level = Course {
            nodes: vec![flow(0.0, brief.top + table.near[2])],
        };
        let mut along = Along {
            clear,
            fork: f64::MIN,
            ..Along::default()
        };
        let mut left = brief.width(0);
        let mut u = first;
        for (index, stage) in brief.counts.stages.iter().enumerate() {
            let mut forks = Vec::new();
            if let Some(&before) = along.stations.last() {
                let more = if stage.exits.is_empty() {
                    0.7 * more
                } else {
                    more
                };
                let mut last = f64::MIN;
                along.fork = along.fork.max(before + table.before + 0.3 * more);
                for (place, width) in brief.leaving(stage) {
                    left = (left - width).max(0.0);
                    let d = left + width / 2.0;
                    let block = brief.exits.get(index).and_then(|blocks| blocks.get(place));
                    let block = block.cloned().unwrap_or_default();
                    let kind = stage.exits.get(place).map(|(kind, _)| *kind);
                    let merged = kind == Some(ExitKind::Merged);
                    let (from, to) = if merged {
                        along_side(brief, &block)
                    } else {
                        let bend = fall(&level, 0.0, d, width, end(brief, kind, width), table);
                        let (from, to) = extent(brief, &bend, &block);
                        // The wider it is, the more a course that is not level turns it.
                        (from - TURNED * width, to + TURNED * width)
                    };
                    let fork = along.fork.max(along.clear + table.clear - from);
                    along.clear = fork + to;
                    last = fork;
                    along.fork = fork + if merged { island(width) + 50.0 } else { 24.0 };
                    forks.push((place, fork, d));
                }
                u = (before + gap(brief, index) + more).max(last + table.after + 0.7 * more);
            }
            if brief.orientation == Orientation::Vertical {
                let block = brief.stations.get(index);
                let above = block.map_or(0.0, above);
                u = u.max(along.clear + table.clear + above);
                along.clear = u + block.map_or(0.0, |block| block.height) - above;
            }
            along.stations.push(u);
            along.forks.push(forks);
        }
        along
    }
}

/// How far a station's words reach up along a river that runs down.
pub fn above(block: &Block) -> f64 {
    super::brief::numeral_at(block) - 9.0
}

/// Where a falling strand ends across the flow: at the named bank that it is handed to,
/// or off the drawing.
pub fn end(brief: &Brief<'_>, kind: Option<ExitKind>, width: f64) -> f64 {
    // A dot where it ends is seen.
    let lands = matches!(kind, Some(ExitKind::Transferred | ExitKind::Pending)) || width < UNSEEN;
    match brief.orientation {
        Orientation::Vertical if lands => brief.table.size - 6.0,
        _ => brief.fall,
    }
}

/// How far a falling strand and its words reach along the flow.
fn extent(brief: &Brief<'_>, bend: &Bend, block: &Block) -> (f64, f64) {
    match brief.orientation {
        Orientation::Horizontal if brief.wording.exits == ExitWords::Beside => {
            let (left, right) = beside(brief, bend, block);
            (left, right + BESIDE + block.width)
        }
        Orientation::Horizontal => {
            let (left, right) = beside(brief, bend, block);
            let begin = below(bend, block);
            (left.min(begin), right.max(begin + block.width))
        }
        Orientation::Vertical => {
            let (top, bottom) = beside(brief, bend, block);
            (top - 8.0 - block.height, bottom)
        }
    }
}

/// Where words begin that stand below a strand's end: level with its bank, or in its
/// middle, where they are a mark.
pub fn below(bend: &Bend, block: &Block) -> f64 {
    let end = bend.line.last().map_or(0.0, |piece| piece[3].u);
    match block.lines.is_empty() {
        true => end - block.width / 2.0,
        false => end - bend.width / 2.0,
    }
}

/// Between what along the flow a strand lies where its words stand: to the right of its
/// end, or above it.
pub fn beside(brief: &Brief<'_>, bend: &Bend, block: &Block) -> (f64, f64) {
    let from = match brief.orientation {
        Orientation::Horizontal if brief.wording.exits == ExitWords::Beside => {
            brief.fall + 4.0 - block.height - 10.0
        }
        Orientation::Horizontal => brief.fall - 8.0,
        Orientation::Vertical => brief.table.size - block.width - 10.0,
    };
    let banks = bend.banks();
    let there = banks.iter().filter(|place| place.v >= from);
    there.fold((f64::MAX, f64::MIN), |(least, most), place| {
        (least.min(place.u), most.max(place.u))
    })
}

/// The same of a strand that lies along the body.
fn along_side(brief: &Brief<'_>, block: &Block) -> (f64, f64) {
    let length = match brief.orientation {
        Orientation::Horizontal => block.width,
        Orientation::Vertical => block.height,
    };
    (MERGED, MERGED + length)
}

fn gap(brief: &Brief<'_>, index: usize) -> f64 {
    let (words, marks) = brief.table.gap;
    if brief.wording.stations {
        return marks;
    }
    match (brief.orientation, brief.stations.get(index - 1)) {
        (Orientation::Horizontal, Some(block)) => words.max(block.width + 24.0 + 12.0),
        _ => words,
    }
}
