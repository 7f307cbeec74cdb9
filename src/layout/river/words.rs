//! Words as blocks of lines, measured without a font at the largest size they are
//! set in, with the room that readers may add between letters.

use super::counts::Words;
use crate::layout::point::{Position, at};
use crate::layout::text::em;

/// Text sizes in u: of labels, numerals, units and all that is smaller.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeSizes {
    pub label: f64,
    pub numeral: f64,
    pub small: f64,
}

/// What readers may add between letters, as WCAG 1.4.12 has it.
const SPACED: f64 = 1.12;
/// A digit of the numerals' serif, set tight, and the space before a unit.
const NUMERAL: f64 = 0.58;
const SPACE: f64 = 6.0;
/// From one line of small words to the next, in u.
pub const LINE: f64 = 22.0;

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A name, or a piece of it.
    Label,
    /// A number, and its unit.
    Numeral,
    /// What it is a share of, and the share.
    Rate,
    /// What became of it.
    Fate,
}

/// A line in its place: its beginning, or its end, on its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub kind: LineKind,
    pub at: Position,
    pub words: String,
    /// The unit, or the share.
    pub after: String,
}

/// Lines under each other; their places from the block's upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    pub lines: Vec<Line>,
    pub width: f64,
    pub height: f64,
}

impl Lettering {
    /// All lines as one.
    pub fn spoken(&self) -> String {
        let lines = self.lines.iter();
        lines
            .flat_map(|line| [line.words.as_str(), line.after.as_str()])
            .collect()
    }
}

/// Which end of its words a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    End,
}

/// The room that words take in the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WordRoom {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl WordRoom {
    /// Whether more than edges meet.
    pub fn meets(&self, other: &WordRoom) -> bool {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across > 2.0 && down > 2.0
    }

    /// Whether an area lies on more than the edges, told by places around it.
    pub fn touches(&self, outline: &[Position]) -> bool {
        self.grid().any(|point| inside(outline, point))
    }

    /// Places all over it, a little within.
    pub fn grid(&self) -> impl Iterator<Item = Position> {
        let spread =
            |from: f64, to: f64, part: u8| from + 2.0 + (to - from - 4.0) * f64::from(part) / 6.0;
        (0..49).map(move |index| {
            at(
                spread(self.left, self.right, index / 7),
                spread(self.top, self.bottom, index % 7),
            )
        })
    }
}

/// Whether an outline holds a point.
pub fn inside(outline: &[Position], point: Position) -> bool {
    let mut odd = false;
    let mut from = outline.last();
    for to in outline {
        if let Some(from) = from.replace(to)
            && (from.x <= point.x) != (to.x <= point.x)
        {
            let slope = (to.y - from.y) / (to.x - from.x);
            odd ^= from.y + slope * (point.x - from.x) < point.y;
        }
    }
    odd
}

/// Words in their places.
#[derive(Clone, Debug, PartialEq)]
pub struct Lettering {
    pub anchor: Anchor,
    pub lines: Vec<Line>,
    pub room: WordRoom,
}

impl Block {
    /// Label, numeral, fate and rates, broken to lines of at most `room` u.
    pub fn of(words: &Words, sizes: TypeSizes, room: f64) -> Block {
        let mut block = Block::default();
        let mut y = -6.0;
        for piece in broken(&words.label, room / sizes.label / SPACED) {
            y += if block.lines.is_empty() {
                sizes.label + 2.0
            } else {
                LINE + 1.0
            };
            block.add(LineKind::Label, y, piece, String::new(), sizes);
        }
        if !words.number.is_empty() {
            y += 0.94 * sizes.numeral + 3.0;
            block.add(
                LineKind::Numeral,
                y,
                words.number.clone(),
                words.unit.clone(),
                sizes,
            );
        }
        y += 3.0;
        for piece in words
            .fate
            .iter()
            .flat_map(|fate| broken(fate, room / sizes.small / SPACED))
        {
            y += LINE;
            block.add(LineKind::Fate, y, piece, String::new(), sizes);
        }
        for (of, rate) in &words.rates {
            let whole = (em(of) + em(rate) + 0.62) * sizes.small * SPACED;
            if whole <= room {
                y += LINE;
                block.add(LineKind::Rate, y, of.clone(), rate.clone(), sizes);
                continue;
            }
            for piece in broken(of, room / sizes.small / SPACED) {
                y += LINE;
                block.add(LineKind::Rate, y, piece, String::new(), sizes);
            }
            y += LINE;
            block.add(LineKind::Rate, y, String::new(), rate.clone(), sizes);
        }
        block.height = y + 6.0;
        block
    }

    /// As in a key: all of it on one line, or `two`, fate and rates on a second.
    pub fn row(words: &Words, sizes: TypeSizes, room: f64, two: bool) -> Block {
        let block = Block::of(words, sizes, room);
        let named = |line: &Line| matches!(line.kind, LineKind::Label | LineKind::Numeral);
        let (names, rates): (Vec<_>, Vec<_>) = block.lines.iter().cloned().partition(named);
        let rows = if two {
            vec![in_row(&names, 0.0, sizes), in_row(&rates, LINE, sizes)]
        } else {
            vec![in_row(&block.lines, 0.0, sizes)]
        };
        let width = rows.iter().map(|row| row.1).fold(0.0, f64::max);
        if two && width > room {
            return block;
        }
        Block {
            height: 24.0 + LINE * (rows.len() as f64 - 1.0),
            lines: rows.into_iter().flat_map(|row| row.0).collect(),
            width,
        }
    }

    fn add(&mut self, kind: LineKind, y: f64, words: String, after: String, sizes: TypeSizes) {
        let line = Line {
            kind,
            at: at(0.0, y),
            words,
            after,
        };
        self.width = self.width.max(line.width(sizes));
        self.lines.push(line);
    }

    /// With its upper left corner there, or with its upper right.
    pub fn on(&self, corner: Position, anchor: Anchor) -> Lettering {
        let left = match anchor {
            Anchor::Start => corner.x,
            Anchor::End => corner.x - self.width,
        };
        let lines = self.lines.iter().map(|line| Line {
            at: line.at + corner,
            ..line.clone()
        });
        Lettering {
            anchor,
            lines: lines.collect(),
            room: WordRoom {
                left,
                top: corner.y,
                right: left + self.width,
                bottom: corner.y + self.height,
            },
        }
    }
}

/// Lines one after the other, and how wide they are together.
fn in_row(lines: &[Line], y: f64, sizes: TypeSizes) -> (Vec<Line>, f64) {
    let mut x = 0.0;
    let lines = lines.iter().map(|line| {
        let at = at(x, y + 18.0);
        x += line.width(sizes) / SPACED * 1.04 + 12.0;
        Line { at, ..line.clone() }
    });
    let lines = lines.collect();
    (lines, (x - 12.0) * SPACED)
}

impl Line {
    /// Its width in u.
    pub fn width(&self, sizes: TypeSizes) -> f64 {
        let (words, after) = (em(&self.words), em(&self.after));
        SPACED
            * match self.kind {
                LineKind::Label => words * sizes.label,
                LineKind::Numeral => {
                    let digits = self.words.chars().count() as f64;
                    digits * NUMERAL * sizes.numeral + SPACE + after * sizes.small
                }
                LineKind::Rate => (words + 0.62 + after) * sizes.small,
                LineKind::Fate => words * sizes.small,
            }
    }
}

/// Pieces of about the same length, of at most `most` em; a letter at the least.
fn broken(text: &str, most: f64) -> Vec<String> {
    let whole = em(text);
    let least = (whole / most.max(1.0)).ceil().max(1.0) as usize;
    let most_pieces = text.chars().count().max(1);
    let ways = (least..=most_pieces).map(|pieces| parted(text, whole / pieces as f64));
    let fit = |lines: &Vec<String>| lines.iter().all(|line| em(line) <= most + 1e-9);
    let mut ways = ways.skip_while(|lines| !fit(lines));
    ways.next().unwrap_or_else(|| parted(text, 1.0))
}

/// Pieces of `each` em, more or less.
fn parted(text: &str, each: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut filled = 0.0;
    for letter in text.chars() {
        let width = em(letter.encode_utf8(&mut [0; 4]));
        if filled + width / 2.0 > each * lines.len() as f64 {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(letter);
        }
        filled += width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, most: f64, expected: &[&str]) {
        assert_eq!(broken(text, most), expected);
    }

    #[test]
    fn names_break_into_lines_of_about_one_length() {
        check("立案", 6.0, &["立案"]);
        check("分送承办单位", 4.0, &["分送承", "办单位"]);
        check("经审查未立案", 5.0, &["经审查", "未立案"]);
        check("", 5.0, &[""]);
        check("立案", 0.0, &["立", "案"]);
    }

    #[test]
    fn a_share_that_is_too_long_for_a_line_takes_two() {
        let words = Words {
            label: "立案".into(),
            number: "6237".into(),
            unit: "件".into(),
            rates: vec![("占提交".into(), "82.1%".into())],
            fate: None,
        };
        let sizes = TypeSizes {
            label: 20.0,
            numeral: 38.0,
            small: 19.0,
        };
        assert_eq!(Block::of(&words, sizes, 200.0).lines.len(), 3);
        assert_eq!(Block::of(&words, sizes, 100.0).lines.len(), 4);
    }
}
