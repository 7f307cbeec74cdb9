//! Widths, bends and order, whatever the counts.

use super::{BOTH, cases, crossings, places};
use crate::layout::river::counts::Counts;
use crate::layout::river::plan::Plan;
use crate::layout::river::{Orientation, Outflow, River};

#[test]
fn banks_lie_as_far_apart_as_counts() {
    for counts in cases() {
        for orientation in BOTH {
            let river = River::place(&counts, orientation);
            let stages = counts.drawable().stages;
            assert_eq!(river.stations.len(), stages.len(), "{counts:?}");
            for (station, stage) in river.stations.iter().zip(&stages) {
                let width = (station.gauge.foot - station.gauge.shore).length();
                assert!((width - river.k * stage.count).abs() < 0.01, "{counts:?}");
            }
        }
    }
}

#[test]
fn the_written_body_is_as_wide_as_the_counts() {
    let river = River::place(&Counts::reference(), Orientation::Horizontal);
    let body = places(&river.body);
    for (x, expected) in [
        (84.0, 227.88),
        (372.0, 187.11),
        (648.0, 158.58),
        (846.0, 158.58),
    ] {
        let banks = crossings(&body, x);
        let width = banks.last().expect("a bank") - banks.first().expect("a bank");
        assert!((width - expected).abs() < 0.05, "{width} at {x}");
    }
}

#[test]
fn everything_is_finite_and_bends_gently() {
    for counts in cases() {
        for orientation in BOTH {
            let river = River::place(&counts, orientation);
            assert!(river.width.is_finite() && river.height.is_finite());
            assert!(river.width >= 341.0 && river.height >= 250.0, "{counts:?}");
            let along = [0.0, river.fade.0, river.shade, river.fade.1, 1.0];
            assert!(along.is_sorted() && river.fade.0 > 0.0 && river.fade.1 < 1.0);
            assert_eq!(river.stations.len(), counts.stages.len());
            let paths = river.branches.iter().map(|b| &b.band);
            for path in paths.chain([&river.body]).chain(&river.streams) {
                places(path);
            }
            let plan = Plan::new(&counts.drawable(), orientation);
            for (kind, bend) in &plan.branches {
                let radius = bend.tightest(&plan.course);
                assert!(
                    radius >= 1.4 * bend.width,
                    "{kind:?} {radius} of {bend:?} in {counts:?}"
                );
            }
        }
    }
}

#[test]
fn any_share_bends_gently() {
    for orientation in BOTH {
        for percent in 1..=100 {
            let left = 1000.0 - 10.0 * f64::from(percent);
            for counts in [
                Counts::sample(&[1000.0, left], &[]),
                Counts::sample(&[1000.0, 500.0, left / 2.0], &[]),
                Counts::sample(&[1000.0, 1000.0], &[left, 1000.0 - left]),
                Counts::sample(&[1000.0, 600.0], &[0.6 * left, 600.0 - 0.6 * left]),
            ] {
                let plan = Plan::new(&counts, orientation);
                for (kind, bend) in &plan.branches {
                    let times = bend.tightest(&plan.course) / bend.width;
                    assert!(
                        times >= 1.4,
                        "{orientation:?} {percent}% {kind:?} {times} {counts:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_leaves_first_lies_outermost() {
    let counts = Counts::sample(&[100.0, 80.0, 70.0], &[40.0, 20.0, 10.0]);
    let river = River::place(&counts, Orientation::Horizontal);
    let kinds: Vec<Outflow> = river.branches.iter().map(|branch| branch.kind).collect();
    assert_eq!(
        kinds,
        [
            Outflow::Loss(1),
            Outflow::Loss(2),
            Outflow::Source(1),
            Outflow::Source(2)
        ]
    );
    let starts: Vec<f64> = river
        .branches
        .iter()
        .map(|branch| branch.axis.from.y)
        .collect();
    assert!(
        starts.is_sorted_by(|outer, inner| outer > inner),
        "{starts:?}"
    );
}
