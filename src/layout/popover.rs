//! Where a card stands: near what it is about, clear of what must stay seen.

use super::point::{Position, at};

/// The space between a card and what it keeps clear of, in px.
const SPACE: f64 = 6.0;

/// An upright rectangle in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// What both cover; may be turned inside out where that is nothing.
    pub fn within(self, other: Area) -> Area {
        Area {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    fn meets(self, other: Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn holds(self, other: Area) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }
}

/// The upper left corner of a card of that width and height (px): the place
/// nearest to the `wanted` one at which it lies inside `bounds` and meets none
/// of `clear`; none where there is no such place.
pub fn place(size: Position, wanted: Position, clear: &[Area], bounds: Area) -> Option<Position> {
    let (right, bottom) = (bounds.right - size.x, bounds.bottom - size.y);
    let mut columns = vec![wanted.x.min(right).max(bounds.left)];
    let mut rows = vec![wanted.y.min(bottom).max(bounds.top)];
    for area in clear {
        columns.extend([area.left - SPACE - size.x, area.right + SPACE]);
        rows.extend([area.top - SPACE - size.y, area.bottom + SPACE]);
    }
    let mut best: Option<(f64, Position)> = None;
    for &x in &columns {
        for &y in &rows {
            let card = Area {
                left: x,
                top: y,
                right: x + size.x,
                bottom: y + size.y,
            };
            let far = (at(x, y) - wanted).length();
            let nearer = best.is_none_or(|(least, _)| far < least);
            if nearer && bounds.holds(card) && !clear.iter().any(|area| area.meets(card)) {
                best = Some((far, at(x, y)));
            }
        }
    }
    best.map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Area = area(0.0, 0.0, 1000.0, 600.0);

    const fn area(left: f64, top: f64, right: f64, bottom: f64) -> Area {
        Area {
            left,
            top,
            right,
            bottom,
        }
    }

    #[track_caller]
    fn check(wanted: Position, clear: &[Area], expected: Option<Position>) {
        assert_eq!(place(at(200.0, 300.0), wanted, clear, BOUNDS), expected);
    }

    #[test]
    fn it_stands_where_it_is_wanted_or_inside_the_bounds() {
        check(at(100.0, 50.0), &[], Some(at(100.0, 50.0)));
        check(at(-9.0, 590.0), &[], Some(at(0.0, 300.0)));
        check(at(990.0, -40.0), &[], Some(at(800.0, 0.0)));
    }

    #[test]
    fn it_gives_way_to_what_must_stay_seen_by_the_shortest_way() {
        let rate = area(250.0, 330.0, 320.0, 400.0);
        check(at(100.0, 50.0), &[rate], Some(at(100.0, 24.0)));
        // Up there is no room: to the left.
        let high = area(250.0, 200.0, 320.0, 400.0);
        check(at(100.0, 50.0), &[high], Some(at(44.0, 50.0)));
        // Over one and then the other: beside the first, below the second.
        let both = [rate, area(30.0, 10.0, 90.0, 40.0)];
        let placed = place(at(200.0, 300.0), at(60.0, 30.0), &both, BOUNDS);
        assert_eq!(placed, Some(at(44.0, 46.0)));
    }

    #[test]
    fn there_may_be_no_place() {
        check(at(0.0, 0.0), &[BOUNDS], None);
        let narrow = area(0.0, 0.0, 100.0, 600.0);
        assert_eq!(place(at(200.0, 300.0), at(0.0, 0.0), &[], narrow), None);
        let gone = BOUNDS.within(area(2000.0, 0.0, 3000.0, 600.0));
        assert_eq!(place(at(200.0, 300.0), at(0.0, 0.0), &[], gone), None);
    }
}
