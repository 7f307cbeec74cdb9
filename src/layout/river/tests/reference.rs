//! The reference report, to the unit: what the drawing was designed as.

use crate::layout::point::{Position, at};
use crate::layout::river::counts::Counts;
use crate::layout::river::plan::Plan;
use crate::layout::river::{Ground, Orientation, River};

#[test]
fn the_reference_stands_where_it_was_drawn() {
    let river = River::place(&Counts::reference(), Orientation::Horizontal);
    assert_eq!(river.view_box(), "0 0 1120 540");
    assert!((river.k - 0.03).abs() < 1e-12 && river.step == 1000.0);
    let dots: Vec<Position> = river.stations.iter().map(|s| s.gauge.dot).collect();
    assert_eq!(dots, [84.0, 372.0, 648.0, 846.0].map(|x| at(x, 86.0)));
    let texts: Vec<(f64, f64)> = river
        .branches
        .iter()
        .map(|b| (b.words.label.x.round(), b.words.label.y.round()))
        .collect();
    assert_eq!(texts, [(352.0, 450.0), (606.0, 450.0), (976.0, 394.0)]);
    let mouth = river.mouth.expect("a mouth");
    assert_eq!(mouth.ground, Ground::River);
    assert!((mouth.words.label.y - 178.0).abs() < 1e-9);

    let river = River::place(&Counts::reference(), Orientation::Vertical);
    assert_eq!(river.view_box(), "0 0 342 1060");
    assert!((river.k - 0.02).abs() < 1e-12 && river.numeral == 38.0);
    let dots: Vec<Position> = river.stations.iter().map(|s| s.gauge.dot).collect();
    let expected = [
        (188.0, 64.0),
        (176.0, 330.0),
        (158.0, 590.0),
        (158.0, 744.0),
    ];
    assert_eq!(dots, expected.map(|(x, y)| at(x, y)));
    // The first was drawn at 190: too near its band when set in large type, or
    // with letters further apart.
    let labels = river.branches.iter().map(|b| b.words.label);
    let labels: Vec<(f64, f64)> = labels.map(|p| (p.x, p.y.round())).collect();
    assert_eq!(labels, [(342.0, 182.0), (342.0, 456.0), (196.0, 988.0)]);
}

#[track_caller]
fn check_plan(orientation: Orientation, nodes: [(f64, f64); 6], bends: [[f64; 6]; 4]) {
    let plan = Plan::new(&Counts::reference(), orientation);
    let found: Vec<(f64, f64)> = plan.course.nodes.iter().map(|n| (n.u, n.v)).collect();
    assert_eq!(found.len(), nodes.len(), "{found:?}");
    for (found, expected) in found.iter().zip(nodes) {
        assert!(
            (found.0 - expected.0).abs() + (found.1 - expected.1).abs() < 1e-6,
            "{found:?}"
        );
    }
    let all = plan
        .branches
        .iter()
        .map(|(_, bend)| bend)
        .chain([&plan.mouth]);
    let all: Vec<_> = all.collect();
    assert_eq!(all.len(), bends.len(), "{all:?}");
    for (bend, expected) in all.into_iter().zip(bends) {
        let found = [
            bend.fork,
            bend.end.u,
            bend.end.v,
            bend.arms.0,
            bend.arms.1,
            bend.width,
        ];
        for (found, expected) in found.iter().zip(expected) {
            assert!(
                (found - expected).abs() < 1e-6,
                "{found} for {expected} in {bend:?}"
            );
        }
        assert!(bend.tightest(&plan.course) > 1.4 * bend.width);
    }
}

#[test]
fn the_reference_keeps_its_table() {
    check_plan(
        Orientation::Horizontal,
        [
            (-56.0, 240.0),
            (84.0, 236.0),
            (372.0, 216.0),
            (648.0, 230.0),
            (846.0, 214.0),
            (1190.0, 214.0),
        ],
        [
            [176.0, 330.0, 500.0, 124.0, 112.0, 40.77],
            [458.0, 588.0, 500.0, 108.0, 112.0, 28.53],
            [884.0, 1190.0, 372.0, 104.0, 128.0, 23.22],
            [884.0, 1190.0, 178.0, 110.0, 120.0, 135.36],
        ],
    );
    check_plan(
        Orientation::Vertical,
        [
            (-40.0, 66.0),
            (64.0, 62.0),
            (330.0, 72.0),
            (590.0, 60.0),
            (744.0, 66.0),
            (1040.0, 62.0),
        ],
        [
            [120.0, 268.0, 378.0, 84.0, 110.0, 27.18],
            [386.0, 526.0, 378.0, 76.0, 118.0, 19.02],
            [786.0, 960.0, 232.0, 90.0, 84.0, 15.48],
            [786.0, 960.0, 50.0, 60.0, 60.0, 90.24],
        ],
    );
}
