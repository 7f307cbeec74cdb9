//! Graphics are total: whatever the values, nothing is drawn outside its box, and what
//! is twice as many is twice as long.

use proptest::collection::vec;
use proptest::prelude::*;
use tujie::layout::bars::{Bar, BarEnd, LENGTH, Valued, bars, cascade, pair};
use tujie::layout::growth::{ChangeScale, HEIGHT};
use tujie::layout::panel::{Arrangement, Panel, PanelItem, PanelSizes};
use tujie::layout::units::{UnitScale, WIDTH};

use super::each::each;
use super::geometry::{numbers, read};

/// What is lost to rounding, in u.
const SLACK: f64 = 1e-6;

fn values() -> impl Strategy<Value = Valued> {
    let ends = prop_oneof![Just(BarEnd::Sharp), Just(BarEnd::Open), Just(BarEnd::Soft)];
    (numbers(), ends)
}

/// Every stretch goes on where the one before ends, inside the box; where the bar ends.
#[track_caller]
fn check(bar: &Bar) -> f64 {
    let mut at = bar.stretches.first().map_or(0.0, |first| first.from);
    for stretch in &bar.stretches {
        assert!(
            (stretch.from - at).abs() < SLACK && stretch.length >= 0.0,
            "{bar:?}"
        );
        assert!((0.0..=1.0).contains(&stretch.solid), "{bar:?}");
        at = stretch.from + stretch.length;
    }
    for end in [at, bar.track, bar.held_against.unwrap_or_default()] {
        assert!((0.0..=LENGTH + SLACK).contains(&end), "{bar:?}");
    }
    at
}

#[test]
fn bars_stay_in_their_box() {
    each(512, (vec(values(), 0..6), numbers()), |(values, whole)| {
        bars(&values, None).iter().for_each(|bar| {
            check(bar);
        });
        bars(&values, Some(whole)).iter().for_each(|bar| {
            check(bar);
        });
        let parts: Vec<f64> = values.iter().map(|(value, _)| *value).collect();
        cascade(&parts, whole).iter().for_each(|bar| {
            check(bar);
        });
        if let [before, after, ..] = values.as_slice() {
            pair(*before, *after).iter().for_each(|bar| {
                check(bar);
            });
        }
    });
}

#[test]
fn twice_as_many_is_twice_as_long() {
    each(256, (1..1_000_000_u32, 1..1_000_000_u32), |(one, other)| {
        let [one, other] = [one, other].map(f64::from);
        let [long, double] = pair((one, BarEnd::Sharp), (2.0 * one, BarEnd::Sharp));
        assert!((2.0 * check(&long) - check(&double)).abs() < SLACK);
        let changes = [(one, BarEnd::Sharp), (-other, BarEnd::Sharp)];
        let scale = ChangeScale::of(&changes);
        let [up, down] = changes.map(|change| {
            let bar = scale.place(change);
            bar.pieces.iter().map(|piece| piece.length).sum::<f64>()
        });
        assert!((up * other - down * one).abs() < 1e-6 * one * other);
    });
}

#[test]
fn changes_stay_in_their_box() {
    each(512, vec(values(), 0..6), |changes| {
        let scale = ChangeScale::of(&changes);
        for change in changes {
            for piece in scale.place(change).pieces {
                assert!(piece.from >= -SLACK && piece.length >= 0.0, "{piece:?}");
                assert!(piece.from + piece.length <= HEIGHT + SLACK, "{piece:?}");
            }
        }
    });
}

#[test]
fn marks_stay_in_their_box_and_are_as_many() {
    each(256, vec(values(), 1..5), |counts| {
        let scale = UnitScale::of(&counts);
        assert!(scale.each.is_finite() && scale.each >= 1.0);
        for count in counts {
            let row = scale.place(count);
            let marks = |path: &tujie::layout::path::Path| path.d().matches('m').count();
            for path in [&row.marks, &row.pale] {
                let numbers = read(path);
                let first = numbers.first().copied().unwrap_or_default();
                assert!((0.0..=WIDTH).contains(&first));
            }
            let all = marks(&row.marks) + marks(&row.pale);
            assert!(all <= 201, "{all} marks of {count:?}");
        }
    });
}

/// No name runs into its number, no line into the one below.
#[test]
fn words_of_a_panel_stand_clear_of_each_other() {
    let item = ("[字W1]{1,60}", 10.0..500.0_f64, 10.0..200.0_f64);
    let item = item.prop_map(|(name, number, height)| PanelItem {
        name,
        number,
        drawing: Some((None, height)),
    });
    each(256, vec(item, 1..8), |items| {
        let sizes = PanelSizes {
            width: 720.0,
            name: 17.0,
            number: 26.0,
        };
        let panel = Panel::place(&items, Arrangement::Rows, sizes);
        let mut foot = 0.0;
        for (spot, item) in panel.spots.iter().zip(&items) {
            assert_eq!(
                spot.name
                    .iter()
                    .map(|(_, line)| line.as_str())
                    .collect::<String>(),
                item.name
            );
            for (place, line) in &spot.name {
                let end = place.x + tujie::layout::text::em(line) * sizes.name;
                let beside = (place.y - spot.number.y).abs() < sizes.name;
                assert!(!beside || end <= spot.number.x - item.number, "{spot:?}");
                assert!(place.y > foot);
            }
            let (corner, _, height) = spot.drawing.expect("a drawing");
            assert!(corner.y > spot.number.y);
            foot = corner.y + height;
        }
        assert!(panel.height >= foot);
        let columns = Panel::place(&items, Arrangement::Columns, sizes);
        for spot in &columns.spots {
            let (corner, width, height) = spot.drawing.expect("a drawing");
            assert!(corner.x + width <= sizes.width + SLACK);
            assert!(corner.y + height < spot.number.y && spot.number.y < columns.height);
        }
    });
}
