//! What holds of any counts, tried with many.

#[path = "../../../../tests/each.rs"]
mod each;

use self::each::each;
use super::lettering::{Block, blocks};
use super::{BOTH, places};
use crate::layout::river::River;
use crate::layout::river::counts::{Counts, SourceCount, StageCount};
use crate::layout::river::plan::Plan;
use proptest::collection::vec;
use proptest::num::f64::ANY;
use proptest::prelude::*;

/// Any counts at all, and widths of words that nothing has.
fn wild() -> impl Strategy<Value = Counts> {
    let number = || prop_oneof![ANY, -10.0..10_000.0];
    let stage = (number(), number(), number(), number());
    let stage = stage.prop_map(|(count, label, short, loss)| StageCount {
        count,
        label,
        short,
        loss,
    });
    let source = (number(), number()).prop_map(|(count, label)| SourceCount { count, label });
    (vec(stage, 0..8), vec(source, 0..6), number()).prop_map(|(stages, sources, unit)| Counts {
        stages,
        sources,
        unit,
    })
}

/// What reports may say: each stage a part of the one before, the sources the
/// last, words of some length.
fn likely() -> impl Strategy<Value = Counts> {
    let part = prop_oneof![3 => 0.0..=1.0_f64, 1 => Just(1.0), 1 => Just(0.0)];
    let words = || (1..=20_u32).prop_map(f64::from);
    let stage = (part.clone(), words(), words(), words());
    let stages = vec(stage, 1..7);
    let sources = vec((part, words()), 0..5);
    (1..200_000_u32, stages, sources, words()).prop_map(|(first, stages, sources, unit)| {
        let mut count = f64::from(first);
        let stages: Vec<StageCount> = (0..)
            .zip(stages)
            .map(|(index, (part, label, short, loss))| {
                count = if index == 0 {
                    count
                } else {
                    (count * part).round()
                };
                StageCount {
                    count,
                    label,
                    short,
                    loss,
                }
            })
            .collect();
        let mut rest = count;
        let last = sources.len().saturating_sub(1);
        let sources = sources
            .into_iter()
            .enumerate()
            .map(|(index, (part, label))| {
                let count = if index == last {
                    rest
                } else {
                    (rest * part).round()
                };
                rest -= count;
                SourceCount { count, label }
            });
        Counts {
            stages,
            sources: sources.collect(),
            unit,
        }
    })
}

#[test]
fn strands_sum_to_the_river_and_none_is_negative() {
    each(256, prop_oneof![wild(), likely()], |counts| {
        for orientation in BOTH {
            let plan = Plan::new(&counts.drawable(), orientation);
            let strands = plan
                .branches
                .iter()
                .map(|(_, bend)| bend)
                .chain([&plan.mouth]);
            let widths: Vec<f64> = strands.map(|bend| bend.width).collect();
            assert!(
                widths
                    .iter()
                    .all(|width| width.is_finite() && *width >= 0.0),
                "{widths:?}"
            );
            let sum: f64 = widths.iter().sum();
            assert!(
                (sum - plan.total).abs() < 1e-6,
                "{widths:?} of {}",
                plan.total
            );
        }
    });
}

#[test]
fn everything_drawn_is_finite() {
    each(128, prop_oneof![wild(), likely()], |counts| {
        for orientation in BOTH {
            let river = River::place(&counts, orientation);
            assert!(river.width.is_finite() && river.height.is_finite());
            assert!(river.k >= 0.0 && river.k.is_finite() && river.step >= 1.0);
            let along = [0.0, river.fade.0, river.shade, river.fade.1, 1.0];
            assert!(along.is_sorted(), "{along:?}");
            let bands = river.branches.iter().map(|branch| &branch.band);
            let lines = river
                .branches
                .iter()
                .filter_map(|branch| branch.stream.as_ref());
            let arrows = river
                .passages
                .iter()
                .flatten()
                .map(|passage| &passage.arrow);
            let gauges = river.stations.iter().map(|station| &station.gauge.ticks);
            let bars = river.scale.iter().map(|scale| &scale.bar);
            let paths = bands.chain(lines).chain(arrows).chain(gauges).chain(bars);
            for path in paths.chain(&river.streams).chain([&river.body]) {
                places(path);
            }
        }
    });
}

#[test]
fn words_stand_inside_the_drawing() {
    each(256, likely(), |counts| {
        for orientation in BOTH {
            let river = River::place(&counts, orientation);
            assert_eq!(river.passages.len() + 1, counts.stages.len());
            let passages = river.passages.iter().zip(counts.stages.iter().skip(1));
            let passages = passages.filter_map(|(passage, stage)| {
                let passage = passage.as_ref()?;
                let (half, size) = (stage.short * 9.0 * passage.fit, 18.0 * passage.fit);
                let word = passage.word;
                let room = Block(word.x - half, word.y - size, word.x + half, word.y);
                Some(("passage".to_owned(), vec![room]))
            });
            for (name, rooms) in blocks(&river, &counts.drawable())
                .into_iter()
                .chain(passages)
            {
                for room in rooms {
                    let inside = room.0 >= -0.5
                        && room.2 <= river.width + 0.5
                        && room.1 >= -0.5
                        && room.3 <= river.height + 0.5;
                    let (width, height) = (river.width, river.height);
                    assert!(
                        inside,
                        "{name} at {room:?} in {width} × {height}, {orientation:?}"
                    );
                }
            }
        }
    });
}
