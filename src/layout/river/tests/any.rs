//! Generated flows: of any counts, kinds and names.

use proptest::collection::vec;
use proptest::prelude::*;

use super::BOTH;
use super::cases::amount;
use super::places::places;
use crate::layout::river::plan::Plan;
use crate::layout::river::words::inside;
use crate::layout::river::{
    Counts, Ground, KeyMark, Orientation, Place, River, StageAmount, WordRoom,
};
use crate::report::ExitKind;

const KINDS: [ExitKind; 5] = [
    ExitKind::Rejected,
    ExitKind::Merged,
    ExitKind::Transferred,
    ExitKind::Pending,
    ExitKind::Unstated,
];

/// Names of 2 to 20 characters.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![4 => 2..7_usize, 1 => 7..21_usize].prop_map(|length| "案".repeat(length))
}

/// What is made of shares of a whole.
fn shares(most: usize) -> impl Strategy<Value = Vec<(f64, String)>> {
    vec(
        (prop_oneof![0.0..1.0, Just(0.0), Just(1e-4)], name()),
        0..most,
    )
}

prop_compose! {
    fn flows()(
        first in prop_oneof![0..20_000_u32, 1..10_u32, Just(10_000_u32)],
        inflows in shares(4),
        steps in vec((0.0..1.2_f64, vec((0..5_usize, 0.0..1.0_f64, name()), 0..5), name()), 0..6),
        mouths in shares(6),
        label in name(),
    ) -> Counts {
        let split = |parts: Vec<(f64, String)>, whole: f64| {
            let sum: f64 = parts.iter().map(|part| part.0).sum::<f64>().max(1e-9);
            let parts = parts.into_iter().map(|(share, name)| {
                amount(&name, (share / sum * whole).floor(), true)
            });
            let mut parts: Vec<_> = parts.collect();
            let rest = whole - parts.iter().map(|part| part.count).sum::<f64>();
            if parts.len() < 2 || rest == whole {
                return Vec::new();
            }
            if rest > 0.0 {
                parts.push(amount("原文未说明", rest, false));
            }
            parts
        };
        let mut left = f64::from(first);
        let mut stages = vec![StageAmount { amount: amount(&label, left, false), exits: Vec::new() }];
        for (share, exits, name) in steps {
            let next = (left * share.min(1.0)).floor();
            let gone = left - next;
            let sum: f64 = exits.iter().map(|exit| exit.1).sum::<f64>().max(1e-9);
            let exits = exits.into_iter().map(|(kind, share, name)| {
                (KINDS[kind], amount(&name, (share / sum * gone).floor(), true))
            });
            let mut exits: Vec<_> = exits.collect();
            let rest = gone - exits.iter().map(|(_, exit)| exit.count).sum::<f64>();
            if rest > 0.0 {
                exits.push((ExitKind::Unstated, amount("原文未说明", rest, true)));
            }
            stages.push(StageAmount { amount: amount(&name, next, true), exits });
            left = next;
        }
        Counts {
            name: "any".to_owned(),
            inflows: split(inflows, f64::from(first)),
            stages,
            mouths: split(mouths, left),
        }
    }
}

/// Where words stand, and on what.
fn rooms(river: &River) -> Vec<(Place, WordRoom, Ground)> {
    let items = river.items.iter();
    let words = items.map(|item| (item.place, item.words.room, item.ground));
    let marks = river.items.iter().flat_map(|item| {
        let rooms = item.marks.iter().map(KeyMark::room);
        rooms.map(|room| (item.place, room, Ground::Paper))
    });
    words.chain(marks).collect()
}

fn check(test: impl Fn(&Counts, &River)) {
    let config = ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(counts in flows())| {
        for orientation in BOTH {
            test(&counts, &River::place(&counts, orientation));
        }
    });
}

#[test]
fn all_widths_are_counts_at_one_scale() {
    check(|counts, river| {
        let counts = counts.drawable();
        for (index, stage) in counts.stages.iter().enumerate() {
            let item = river.item(Place::Stage(index)).expect("a stage");
            let gauge = item.gauge.as_ref().expect("a gauge");
            let width = (gauge.foot - gauge.shore).length();
            assert!((width - river.k * stage.amount.count).abs() < 1e-6);
            assert_eq!(gauge.shore == gauge.foot, width == 0.0);
        }
        for strand in &river.strands {
            let amount = match strand.place {
                Place::Inflow(index) => &counts.inflows[index],
                Place::Mouth(index) => &counts.mouths[index],
                Place::Exit(stage, index) => &counts.stages[stage].exits[index].1,
                Place::Stage(_) => panic!("a stage is no strand"),
            };
            assert!(strand.width > 0.0);
            assert!((strand.width - river.k * amount.count).abs() < 1e-6);
        }
    });
}

#[test]
fn everything_is_finite_and_has_its_words() {
    check(|counts, river| {
        assert!(river.width.is_finite() && river.height.is_finite());
        let (begin, end) = river.fade;
        assert!(0.0 < begin && begin < end && end < 1.0, "{:?}", river.fade);
        let bands = river.strands.iter().map(|strand| &strand.band);
        for path in bands.chain([&river.body]).chain(&river.streams) {
            places(path);
        }
        let exits: usize = counts
            .stages
            .iter()
            .skip(1)
            .map(|stage| stage.exits.len())
            .sum();
        let all = counts.stages.len() + exits + counts.inflows.len() + counts.mouths.len();
        assert_eq!(river.items.len(), all);
        assert!(river.items.iter().all(|item| !item.words.lines.is_empty()));
    });
}

#[test]
fn words_stand_clear_of_each_other_and_inside() {
    check(|counts, river| {
        if !river.fits {
            return;
        }
        let rooms = rooms(river);
        for (index, (place, room, _)) in rooms.iter().enumerate() {
            let inside = room.left >= -3.0 && room.right <= river.width + 3.0;
            let within = room.top >= -8.0 && room.bottom <= river.height + 1.0;
            assert!(inside && within, "{place:?} {room:?} of {counts:?}");
            for (other, beside, _) in &rooms[index + 1..] {
                assert!(
                    !room.meets(beside),
                    "{place:?} {room:?} over {other:?} {beside:?} {:?} of {counts:?}",
                    river.orientation
                );
            }
        }
    });
}

fn clear_of_the_water(counts: &Counts, river: &River) {
    if !river.fits {
        return;
    }
    let body = places(&river.body);
    let strands: Vec<_> = river
        .strands
        .iter()
        .map(|one| (one.place, places(&one.band)))
        .collect();
    for (place, room, ground) in rooms(river) {
        for point in room.grid() {
            let wet = inside(&body, point);
            let river_only = ground == Ground::River;
            assert!(
                !wet || river_only,
                "{place:?} in the body, {:?} of {counts:?}",
                river.orientation
            );
            for (other, band) in &strands {
                assert!(
                    !inside(band, point),
                    "{place:?} on {other:?}, {:?} of {counts:?}",
                    river.orientation
                );
            }
        }
    }
}

#[test]
fn words_stand_clear_of_the_water() {
    check(clear_of_the_water);
}

/// The words of what left first, set beside it on a level course, lay on what left next,
/// which a slope had turned.
#[test]
fn a_slope_moves_no_strand_onto_words() {
    let stage = |count, exit: Option<(&str, bool)>, label: &str, rated| StageAmount {
        amount: amount(label, count, rated),
        exits: exit
            .map(|(label, rated)| (ExitKind::Unstated, amount(label, 1.0, rated)))
            .into_iter()
            .collect(),
    };
    let counts = Counts {
        name: "any".to_owned(),
        inflows: vec![
            amount("案案案", 0.0, true),
            amount("案案案", 5.0, true),
            amount("案案", 0.0, true),
            amount("原文未说明", 1.0, false),
        ],
        stages: vec![
            stage(6.0, None, "案案案案案案案案案", false),
            stage(
                5.0,
                Some(("案案案案案案案案案案案", true)),
                "案案案案案案",
                true,
            ),
            stage(4.0, Some(("原文未说明", true)), "案案案案", true),
        ],
        mouths: Vec::new(),
    };
    let river = River::place(&counts, Orientation::Horizontal);
    assert!(river.fits);
    clear_of_the_water(&counts, &river);
}

#[test]
fn everything_bends_gently() {
    let config = ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(counts in flows())| {
        let counts = counts.drawable();
        for orientation in [Orientation::Horizontal, Orientation::Vertical] {
            let plans = Plan::tries(&counts, orientation, None).into_iter();
            let mut plans = plans.map(|one| Plan::new(&counts, orientation, one));
            let Some(plan) = plans.find(|plan| plan.fits) else {
                continue;
            };
            let (joining, parting) = plan.arms();
            let leaving = plan.exits().into_iter().map(|exit| exit.2);
            for bend in leaving.chain(joining).chain(parting) {
                let radius = bend.tightest();
                assert!(radius >= 1.4 * bend.width, "{radius} of {bend:?} {orientation:?} in {counts:?}");
            }
        }
    });
}
