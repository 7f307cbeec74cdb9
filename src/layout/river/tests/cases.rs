//! Flows that this and other reports bring, and what is drawn of them.

use super::BOTH;
use crate::layout::river::{Amount, Counts, Orientation, Paint, Place, River, StageAmount, Words};
use crate::report::ExitKind;

/// So many, with words as long as in reports.
pub fn amount(label: &str, count: f64, rated: bool) -> Amount {
    let rate = ("占立案".to_owned(), "84.8%".to_owned());
    Amount {
        count,
        words: Words {
            label: label.to_owned(),
            number: count.to_string(),
            unit: "件".to_owned(),
            rates: if rated { vec![rate] } else { Vec::new() },
            fate: None,
        },
        unstated: false,
    }
}

/// Stages with what leaves before each, and what the last is made of.
pub fn flow(stages: &[(f64, &[(ExitKind, f64)])], mouths: &[f64]) -> Counts {
    let stages = stages.iter().enumerate();
    let stages = stages.map(|(index, (count, exits))| StageAmount {
        amount: amount("并案后交办", *count, index > 0),
        exits: exits
            .iter()
            .map(|(kind, count)| (*kind, amount("未立案", *count, true)))
            .collect(),
    });
    Counts {
        name: "flow".to_owned(),
        inflows: Vec::new(),
        stages: stages.collect(),
        mouths: mouths
            .iter()
            .map(|count| amount("委员提案", *count, true))
            .collect(),
    }
}

/// The report this house was built for.
pub fn reference() -> Counts {
    flow(
        &[
            (7596.0, &[]),
            (6237.0, &[(ExitKind::Rejected, 1359.0)]),
            (5286.0, &[(ExitKind::Merged, 951.0)]),
            (5286.0, &[]),
        ],
        &[4512.0, 774.0],
    )
}

#[test]
fn the_reference_carries_all_its_words() {
    for orientation in BOTH {
        let river = River::place(&reference(), orientation);
        assert!(river.fits && river.items.iter().all(|item| item.marks.is_empty()));
        // Each rate stands once: in the river, on the way to its station.
        let carried = river.items.iter().filter(|item| item.passage.is_some());
        assert_eq!(carried.count(), 3, "{orientation:?}");
    }
}

/// 951 merged proposals drained away like the 1359 that were not accepted.
#[test]
fn what_is_merged_lies_along_the_body() {
    let river = River::place(&reference(), Orientation::Horizontal);
    let end = |place| {
        let strand = river.strands.iter().find(|strand| strand.place == place);
        let strand = strand.expect("a strand");
        (strand.paint, strand.end.to)
    };
    let (rejected, away) = end(Place::Exit(1, 0));
    let (merged, along) = end(Place::Exit(2, 0));
    assert_eq!((rejected, merged), (Paint::Rejected, Paint::Merged));
    let last = river
        .item(Place::Stage(3))
        .and_then(|item| item.gauge.clone());
    let foot = last.expect("a gauge").foot;
    assert!(along.y < foot.y + 40.0 && away.y > foot.y + 80.0);
    assert!(
        along.x > foot.x - 20.0,
        "it runs on to where the river parts"
    );
}

#[test]
fn flows_of_one_report_share_a_scale() {
    let large = River::place(&reference(), Orientation::Horizontal);
    let small = flow(&[(687.0, &[]), (601.0, &[(ExitKind::Unstated, 86.0)])], &[]);
    let small = River::scaled(&small, Orientation::Horizontal, large.k);
    assert_eq!(small.k, large.k);
    let gauge = small.items.iter().find_map(|item| item.gauge.clone());
    let gauge = gauge.expect("a gauge");
    let width = (gauge.foot - gauge.shore).length();
    assert!((width - 687.0 * large.k).abs() < 0.01);
}

#[test]
fn words_without_room_stand_in_the_key() {
    let exits = [(ExitKind::Rejected, 400.0); 8];
    let river = River::place(
        &flow(&[(8000.0, &[]), (4000.0, &exits)], &[4000.0 / 8.0; 8]),
        Orientation::Horizontal,
    );
    assert!(river.fits);
    for index in 0..8 {
        let item = river.item(Place::Exit(1, index)).expect("an exit");
        assert_eq!(
            item.marks.len(),
            2,
            "a mark at its place, and one in the key"
        );
        assert!(!item.words.lines.is_empty());
    }
}

#[test]
fn what_is_too_narrow_to_be_seen_keeps_its_width_and_has_a_dot() {
    let exits = [(ExitKind::Rejected, 1.0), (ExitKind::Pending, 0.0)];
    for orientation in BOTH {
        let river = River::place(
            &flow(&[(10_000.0, &[]), (9999.0, &exits)], &[]),
            orientation,
        );
        for index in 0..2 {
            let item = river.item(Place::Exit(1, index)).expect("an exit");
            assert!(item.leader.is_some());
        }
        let width = river.strands.first().map(|strand| strand.width);
        assert!(width.is_some_and(|width| (width - river.k).abs() < 1e-9));
    }
}

#[test]
fn nothing_is_drawn_of_nothing() {
    for orientation in BOTH {
        let river = River::place(&Counts::default(), orientation);
        assert!(river.items.is_empty() && river.strands.is_empty() && river.body.is_empty());
        assert!(river.width > 0.0 && river.height > 0.0 && river.k == 0.0);
    }
}
