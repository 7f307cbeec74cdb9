//! Geometry is total: whatever the counts, every place is finite, and what is
//! written is a path that browsers read.

use proptest::collection::vec;
use proptest::num::f64::{ANY, NORMAL};
use proptest::prelude::*;
use tujie::layout::arcs::{Rings, half_length, lower_half, upper_half};
use tujie::layout::landscape::{circle, circle_length, water};
use tujie::layout::path::{Path, number};
use tujie::layout::point::{Position, at};
use tujie::layout::popover::{Area, place};
use tujie::layout::proportion::share;
use tujie::layout::qr::Qr;
use tujie::layout::ridge::{FOOTER, HERO, contour};
use tujie::layout::text::em;
use tujie::layout::ticks::{MOST, TENTH, Tally, width};

use super::each::each;

/// Numbers of any kind: none, endless, tiny, huge, and those that drawings have.
pub fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![ANY, -2000.0..2000.0, (0..3000_u32).prop_map(f64::from)]
}

fn points() -> impl Strategy<Value = Position> {
    (numbers(), numbers()).prop_map(|(x, y)| at(x, y))
}

/// How many numbers follow each letter of a path.
const LETTERS: [(char, usize); 7] = [
    ('m', 2),
    ('l', 2),
    ('h', 1),
    ('v', 1),
    ('c', 6),
    ('a', 7),
    ('z', 0),
];

/// The path is one that a browser reads to its end; its numbers.
#[track_caller]
pub fn read(path: &Path) -> Vec<f64> {
    let d = path.d();
    let mut all = Vec::new();
    for command in d.split_inclusive(|letter: char| letter.is_ascii_alphabetic()) {
        // Each piece ends with the letter of the next command.
        let rest = command.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        let numbers = rest.replace('-', " -");
        for number in numbers.split_whitespace() {
            let number: f64 = number.parse().unwrap_or_else(|_| panic!("{number} in {d}"));
            assert!(number.is_finite(), "{d}");
            all.push(number);
        }
    }
    let wanted: usize = d
        .chars()
        .filter(char::is_ascii_alphabetic)
        .map(|letter| {
            let known = LETTERS.iter().find(|(other, _)| *other == letter);
            known.unwrap_or_else(|| panic!("{letter} in {d}")).1
        })
        .sum();
    assert_eq!(all.len(), wanted, "{d}");
    assert!(d.is_empty() || d.starts_with('m'), "{d}");
    all
}

#[test]
fn any_path_can_be_read() {
    each(
        256,
        (vec(points(), 0..8), numbers(), any::<bool>()),
        |(points, radius, fine)| {
            let mut path = if fine { Path::fine() } else { Path::new() };
            path.through(&points);
            let curve: Vec<_> = points
                .windows(4)
                .map(|four| [four[0], four[1], four[2], four[3]])
                .collect();
            path.along(&curve);
            if !path.is_empty() {
                for &point in &points {
                    path.line_to(point);
                    path.arc_to(radius, point);
                }
                path.close();
            }
            read(&path);
        },
    );
}

#[test]
fn numbers_are_written_to_the_nearest_hundredth() {
    each(1024, numbers(), |value| {
        let written: f64 = number(value).parse().expect("a number");
        if value.is_finite() && value.abs() < 5e6 {
            assert!(
                (written - value).abs() <= 0.005 + 1e-9,
                "{value} as {written}"
            );
        }
        assert!(written.is_finite());
    });
}

#[test]
fn ticks_are_as_many_as_are_counted_and_stand_in_their_row() {
    each(128, vec(numbers(), 0..5), |counts| {
        let most = width(&counts);
        for count in counts {
            let row = Tally::place(count);
            let wanted = if count.is_finite() {
                count.round().clamp(0.0, f64::from(MOST))
            } else {
                0.0
            };
            assert_eq!(f64::from(row.count), wanted);
            let drawn = [&row.ticks, &row.tenths].map(|path| {
                read(path);
                path.d().matches('m').count()
            });
            assert_eq!(drawn[0] + drawn[1], row.count as usize);
            assert_eq!(drawn[1], row.count as usize / 10);
            // From its own left edge to the end of its last tick.
            assert!((0.0..=most).contains(&width(&[count])));
            for path in [&row.ticks, &row.tenths] {
                let end = ends(path);
                assert!(
                    end.iter()
                        .all(|end| (0.0..=most).contains(&end.x) && (0.0..=TENTH).contains(&end.y)),
                    "{count}"
                );
            }
        }
    });
}

/// Where the strokes of a path of ticks begin and end.
fn ends(path: &Path) -> Vec<Position> {
    let mut pen = at(0.0, 0.0);
    let d = path.d();
    let ends = d.split('m').skip(1).flat_map(|stroke| {
        let (start, down) = stroke.split_once('v').expect("a tick");
        let start = start.replace('-', " -");
        let mut start = start
            .split_whitespace()
            .map(|n| n.parse::<f64>().expect("a number"));
        pen = pen + at(start.next().expect("x"), start.next().expect("y"));
        let from = pen;
        pen = pen + at(0.0, down.parse().expect("a length"));
        [from, pen]
    });
    ends.collect()
}

#[test]
fn circles_and_ridges_are_finite() {
    each(
        256,
        (points(), numbers(), 0..200_usize),
        |(centre, radius, count)| {
            for path in [
                upper_half(centre, radius),
                lower_half(centre, radius),
                circle(radius),
            ] {
                read(&path);
            }
            for rings in [Rings::glyph, Rings::hero, Rings::footer] {
                let rings = rings(count);
                let radii: Vec<f64> = rings.iter().map(|(_, radius)| radius).collect();
                assert_eq!(radii.len(), rings.count);
                // Eight are always drawn; of very many some share a circle.
                assert!(rings.count <= count && rings.count >= count.min(8));
                assert!(radii.is_sorted() && radii.iter().all(|radius| radius.is_finite()));
                // However many, they stand in the room of eight.
                assert!(
                    rings.outermost() <= rings.first.max(320.0)
                        && rings.radius(usize::MAX).is_finite()
                );
            }
            assert!(circle_length(radius).is_finite() && circle_length(radius) >= 0.0);
            assert!(half_length(radius) >= 0.0);
            for ridge in HERO.iter().chain(&FOOTER) {
                assert!(ridge.height(radius) >= 0.0 && ridge.height(radius).is_finite());
                read(&ridge.crest(centre.y));
            }
            let contour = contour(centre.x, radius);
            assert!(
                !contour.contains(['N', 'i', 'e', 'f']) || contour.starts_with("matrix("),
                "{contour}"
            );
            assert!(
                !contour.contains("NaN") && !contour.contains("inf"),
                "{contour}"
            );
            for path in [water().teal, water().gold, water().glints] {
                read(&path);
            }
        },
    );
}

#[test]
fn a_share_is_one() {
    each(512, (numbers(), numbers()), |(part, whole)| {
        assert!((0.0..=1.0).contains(&share(part, whole)));
    });
}

#[test]
fn the_room_of_words_grows_with_them() {
    each(256, (".{0,20}", ".{0,20}"), |(one, other)| {
        let both = em(&[one.as_str(), &other].concat());
        assert!((both - em(&one) - em(&other)).abs() < 1e-9 && both >= em(&one));
    });
}

#[test]
fn a_card_stands_inside_and_clear() {
    let edges = || prop_oneof![NORMAL, -2000.0..2000.0];
    let corner = || (edges(), edges()).prop_map(|(x, y)| at(x, y));
    let areas = || {
        (corner(), corner()).prop_map(|(from, to)| Area {
            left: from.x,
            top: from.y,
            right: to.x,
            bottom: to.y,
        })
    };
    each(
        256,
        (points(), points(), vec(areas(), 0..4), areas()),
        |(size, wanted, clear, bounds)| {
            let Some(corner) = place(size, wanted, &clear, bounds) else {
                return;
            };
            let card = Area {
                left: corner.x,
                top: corner.y,
                right: corner.x + size.x,
                bottom: corner.y + size.y,
            };
            assert!(bounds.left <= card.left && card.right <= bounds.right);
            assert!(bounds.top <= card.top && card.bottom <= bounds.bottom);
            for area in clear {
                let both = card.within(area);
                assert!(
                    both.left >= both.right || both.top >= both.bottom,
                    "{card:?} on {area:?}"
                );
            }
        },
    );
}

#[test]
fn a_code_is_one_square() {
    each(24, ".{0,200}", |text| {
        let Some(code) = Qr::place(&text) else {
            assert!(text.len() > 2331);
            return;
        };
        read(&code.dark);
        assert!(code.side >= 29 && (code.side - 29).is_multiple_of(4));
    });
}
