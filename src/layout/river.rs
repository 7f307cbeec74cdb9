//! 江流: the stages of a flow as one river, whose width at each station is its count.
//!
//! `Counts → Plan → River`: [`Counts`] is data (件, and the words), [`River`] is the
//! drawing, all of it, in u of its own view box, so that components do no arithmetic.
//! In between lies flow space (u along, v across; `flow`): a `Brief` turns counts into
//! widths and words into blocks, `along` sets stations and what leaves one after the
//! other, and `plan` takes the first brief in which all words have room.
//!
//! Horizontal, the flow runs to the right and labels stand above; vertical, it runs
//! down and labels stand to the right. What the two differ in is a `Table`.

mod along;
mod band;
mod bends;
mod brief;
mod counts;
mod course;
mod curve;
mod earlier_banks;
mod fan;
mod flow;
mod gauge;
mod key;
mod lay;
mod leave;
mod measures;
mod passage;
mod plan;
mod strand;
#[cfg(test)]
mod tests;
mod words;

pub use counts::{Amount, Counts, Place, StageAmount, Words};
pub use gauge::{Gauge, Scale, step};
pub use key::KeyMark;
pub use passage::Passage;
pub use strand::{Paint, Strand};
pub use words::{Anchor, Block, Lettering, Line, LineKind, WordRoom};

use crate::report::flow::counted::Counted;
use crate::report::flow::item::Item;

use super::path::Path;
use super::point::{Position, at};

/// Which way the river runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// To the right: wide screens, 1120 u long.
    Horizontal,
    /// Down: phones, 342 u wide.
    Vertical,
}

/// The drawing. Coordinates and lengths in u.
#[derive(Clone, Debug, PartialEq)]
pub struct River {
    pub orientation: Orientation,
    /// Tells it from the other drawings of a page.
    pub name: String,
    /// The view box, from 0 0. Source and mouths run off its edges: let it overflow.
    pub width: f64,
    pub height: f64,
    /// u for each one counted; 0 when there is nothing to draw.
    pub k: f64,
    /// Whether all words have room; where not, the other orientation stands alone.
    pub fits: bool,
    /// What a gauge's ticks count by: 1, 2 or 5 times a power of ten.
    pub step: f64,
    /// The size of the stations' numerals.
    pub numeral: f64,
    /// The river itself, with its main arms, closed.
    pub body: Path,
    /// Along the body from its source to its end: for its colours and fades.
    pub axis: Axis,
    /// Where on `axis` the body has faded in and begins to fade out, 0 to 1.
    pub fade: (f64, f64),
    /// Lines in the river: along the flow, to the main mouth.
    pub streams: Vec<Path>,
    /// Everything that joins, leaves or lies along. Paint them after the body.
    pub strands: Vec<Strand>,
    /// Whatever the flow tells and the drawing shows.
    pub items: Vec<Placed>,
    /// How wide one `step` is; not in the vertical drawing.
    pub scale: Option<Scale>,
}

/// A straight line across the drawing, for gradients in user space.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Axis {
    pub from: Position,
    pub to: Position,
}

/// An item in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    pub place: Place,
    pub words: Lettering,
    pub ground: Ground,
    /// Whether the flow tells no item of it: what parts leave of their whole.
    pub unstated: bool,
    /// Across the river, at a stage.
    pub gauge: Option<Gauge>,
    /// Where its first rate stands in the river, on the way to a stage.
    pub passage: Option<Passage>,
    /// The numbers that lead from the drawing to the words, where these stand in the key.
    pub marks: Vec<KeyMark>,
    /// Along a strand that is too narrow to be seen, from a dot to the words.
    pub leader: Option<Leader>,
}

/// A line that leads to the words of what is too narrow to be seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Leader {
    pub dot: Position,
    pub line: Path,
}

/// What words stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// In the river: light text.
    River,
    /// Beside it: dark text.
    Paper,
}

impl River {
    /// The whole drawing at a scale of its own; total, whatever the counts.
    pub fn place(counts: &Counts, orientation: Orientation) -> River {
        lay::river(&counts.drawable(), orientation, None)
    }

    /// The drawing with `k` u for each one counted: the least that several rivers have
    /// of their own draws all of them at one scale.
    pub fn scaled(counts: &Counts, orientation: Orientation, k: f64) -> River {
        lay::river(&counts.drawable(), orientation, Some(k))
    }

    /// What draws several flows at one scale: the least that they have of their own. None
    /// where there is but one.
    pub fn shared(flows: &[Counts], orientation: Orientation) -> Option<f64> {
        if flows.len() < 2 {
            return None;
        }
        let own = flows
            .iter()
            .map(|counts| River::place(counts, orientation).k);
        let least = own.filter(|k| *k > 0.0).fold(f64::MAX, f64::min);
        (least < f64::MAX).then_some(least)
    }

    /// Whether the drawing of a flow shows an item: its stages, what leaves, how the
    /// first comes together and how the last parts. Parts of other splits, parts of
    /// parts and what has a base of its own have to be shown elsewhere.
    pub fn shows(counted: &Counted<'_>, item: &Item<'_>) -> bool {
        Counts::place(counted, item).is_some()
    }

    /// The `viewBox` attribute.
    pub fn view_box(&self) -> String {
        let mut text = String::from("0 0 ");
        text.push_str(&super::path::number(self.width));
        text.push(' ');
        text.push_str(&super::path::number(self.height));
        text
    }

    /// Where an item is drawn; none where something else has to show it.
    pub fn item(&self, place: Place) -> Option<&Placed> {
        self.items.iter().find(|item| item.place == place)
    }
}
