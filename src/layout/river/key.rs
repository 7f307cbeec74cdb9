//! The key: words that cannot stand free, in rows below the drawing, each with the
//! number that marks its place.

use super::brief::Brief;
use super::words::{Anchor, Block, Lettering, WordRoom};
use super::{Counts, Orientation, Place, Placed, Position, Words, at};

/// A number in a circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyMark {
    pub at: Position,
    pub number: usize,
}

/// The size of the circle.
const RADIUS: f64 = 11.0;

impl KeyMark {
    /// What the circle takes of the drawing.
    pub fn room(&self) -> WordRoom {
        WordRoom {
            left: self.at.x - RADIUS,
            top: self.at.y - RADIUS,
            right: self.at.x + RADIUS,
            bottom: self.at.y + RADIUS,
        }
    }
}

/// How far the words stand from their mark's middle, and rows from one another.
const INDENT: f64 = 20.0;
const ROWS: f64 = 10.0;

/// Moves the words of what has a mark into rows that begin at `top`; where they end.
pub fn key(brief: &Brief<'_>, items: &mut [Placed], top: f64) -> f64 {
    let columns = match brief.orientation {
        Orientation::Horizontal => 2.0,
        Orientation::Vertical => 1.0,
    };
    let column = brief.table.size / columns;
    let room = column - INDENT - 22.0;
    let row = |place, two| {
        let words = words(brief.counts, place)?;
        Some(Block::row(words, brief.table.key, room, two))
    };
    // All rows alike.
    let marked = || items.iter().filter(|item| !item.marks.is_empty());
    let long = |item: &Placed| row(item.place, false).is_some_and(|row| row.width > room);
    let two = marked().any(long);
    let marked = items.iter_mut().filter(|item| !item.marks.is_empty());
    let mut entries: Vec<(&mut Placed, Block)> = marked
        .filter_map(|item| {
            let block = row(item.place, two)?;
            Some((item, block))
        })
        .collect();
    let each = entries.len().div_ceil(columns as usize).max(1);
    let mut foot = top;
    for (index, chunk) in entries.chunks_mut(each).enumerate() {
        let left = column * index as f64;
        let mut y = top;
        for (item, block) in chunk {
            let number = item.marks.first().map_or(0, |mark| mark.number);
            item.marks.push(KeyMark {
                at: at(left + 12.0, y + 12.0),
                number,
            });
            item.words = block.on(at(left + 12.0 + INDENT, y), Anchor::Start);
            y += block.height.max(24.0) + ROWS;
        }
        foot = foot.max(y);
    }
    foot
}

/// Words of which nothing stands anywhere yet.
pub fn unplaced() -> Lettering {
    Block::default().on(at(0.0, 0.0), Anchor::Start)
}

/// The words of a place.
pub fn words(counts: &Counts, place: Place) -> Option<&Words> {
    let amount = match place {
        Place::Inflow(index) => counts.inflows.get(index)?,
        Place::Stage(index) => &counts.stages.get(index)?.amount,
        Place::Exit(stage, index) => &counts.stages.get(stage)?.exits.get(index)?.1,
        Place::Mouth(index) => counts.mouths.get(index)?,
    };
    Some(&amount.words)
}
