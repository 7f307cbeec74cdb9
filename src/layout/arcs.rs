//! The concentric circles of 山水同心: one for each section of the report, or for
//! some that follow each other where there are very many.
//!
//! Decoration: a radius never tells a value.

use super::path::Path;
use super::point::{Position, at};
use std::f64::consts::PI;

/// Concentric circles, innermost first, at equal distances.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rings {
    /// The innermost radius, in u.
    pub first: f64,
    /// From one radius to the next, in u.
    pub step: f64,
    /// How many circles.
    pub count: usize,
}

/// The most circles: of more, nobody could tell one from the next, and drawing
/// them at each chapter would take a time that grows by the square.
const MOST: usize = 24;

impl Rings {
    /// A chapter's glyph: r = 46 + 8.6 i.
    pub fn glyph(count: usize) -> Rings {
        Rings::new(46.0, 8.6, count)
    }

    /// The sun over the landscape: r = 48 + 37 i.
    pub fn hero(count: usize) -> Rings {
        Rings::new(48.0, 37.0, count)
    }

    /// On the water of the footer: r = 26 + 27 i.
    pub fn footer(count: usize) -> Rings {
        Rings::new(26.0, 27.0, count)
    }

    /// As drawn for eight sections; more of them share the same room.
    fn new(first: f64, step: f64, sections: usize) -> Rings {
        let count = sections.min(MOST);
        let step = if count > 8 {
            step * 7.0 / (count - 1) as f64
        } else {
            step
        };
        Rings { first, step, count }
    }

    /// Which circle, counted from 1, is that of section `number`, from 1, of
    /// `sections`.
    pub fn of_section(&self, number: usize, sections: usize) -> usize {
        match number.checked_sub(1) {
            Some(before) if sections > self.count => before * self.count / sections + 1,
            _ => number,
        }
    }

    /// The radius of circle `index`, counted from 0, in u; an index past the
    /// last gives the last.
    pub fn radius(&self, index: usize) -> f64 {
        self.first + self.step * index.min(self.count.saturating_sub(1)) as f64
    }

    /// The largest radius, in u.
    pub fn outermost(&self) -> f64 {
        self.radius(self.count)
    }

    /// The radii with their indices, innermost first.
    pub fn iter(&self) -> impl Iterator<Item = (usize, f64)> + use<> {
        let rings = *self;
        (0..rings.count).map(move |index| (index, rings.radius(index)))
    }
}

/// The upper half of a circle, from left to right.
pub fn upper_half(centre: Position, radius: f64) -> Path {
    half(centre, radius.max(0.0))
}

/// The lower half of a circle, from right to left, so that it goes on where
/// the upper half ends.
pub fn lower_half(centre: Position, radius: f64) -> Path {
    half(centre, -radius.max(0.0))
}

fn half(centre: Position, reach: f64) -> Path {
    let mut path = Path::new();
    path.move_to(at(centre.x - reach, centre.y));
    path.arc_to(reach.abs(), at(centre.x + reach, centre.y));
    path
}

/// The radius of a ring that ends in the middle of its row, counted from 0: rows are
/// 100 u high, and the centre stands above the first.
pub fn ring_radius(index: usize) -> f64 {
    100.0 * index as f64 + 50.0
}

/// The lower left quarter of a circle that ends at (0, 50), the middle of a row.
pub fn quarter(radius: f64) -> Path {
    let mut path = Path::new();
    path.move_to(at(0.0, 50.0));
    path.arc_to(radius, at(-radius, 50.0 - radius));
    path
}

/// The length of half a circle, in u: πr, for drawing it stroke by stroke.
pub fn half_length(radius: f64) -> f64 {
    PI * radius.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rings: Rings, expected_outermost: f64) {
        assert!((rings.outermost() - expected_outermost).abs() < 1e-9);
        assert_eq!(rings.iter().count(), rings.count);
    }

    /// A report of 400 sections drew 400 arcs at each of its chapters.
    #[test]
    fn very_many_sections_share_the_circles() {
        let rings = Rings::glyph(400);
        check(rings, 106.2);
        assert_eq!(rings.count, MOST);
        let own: Vec<_> = [1, 16, 17, 18, 384, 400]
            .map(|number| rings.of_section(number, 400))
            .to_vec();
        assert_eq!(own, [1, 1, 1, 2, 23, 24]);
        assert_eq!(Rings::glyph(8).of_section(3, 8), 3);
        assert_eq!(Rings::glyph(0).of_section(0, 0), 0);
    }

    #[test]
    fn eight_sections_as_drawn_and_more_share_the_room() {
        check(Rings::glyph(8), 106.2);
        check(Rings::hero(8), 307.0);
        check(Rings::footer(8), 215.0);
        check(Rings::glyph(20), 106.2);
        check(Rings::glyph(3), 63.2);
        check(Rings::glyph(0), 46.0);
        check(Rings::hero(1), 48.0);
    }

    #[test]
    fn the_second_chapter_inks_the_second_arc() {
        assert!((Rings::glyph(8).radius(1) - 54.6).abs() < 1e-9);
    }

    #[test]
    fn halves_meet() {
        assert_eq!(
            upper_half(at(108.0, 108.0), 46.0).d(),
            "m62 108a46 46 0 0 1 92 0"
        );
        assert_eq!(
            lower_half(at(108.0, 108.0), 46.0).d(),
            "m154 108a46 46 0 0 1-92 0"
        );
        assert!((half_length(2.0) - 2.0 * PI).abs() < 1e-9);
        assert_eq!(half_length(-1.0), 0.0);
    }
}
