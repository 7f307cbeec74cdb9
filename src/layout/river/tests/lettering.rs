//! Words keep clear of bands and of each other, at their largest setting.

use super::{BOTH, cases, inside, places};
use crate::layout::point::{Position, at};
use crate::layout::river::counts::{Counts, StageCount};
use crate::layout::river::{Anchor, Ground, Lettering, Orientation, Outflow, River, widths};

/// The room some words take: left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
pub struct Block(pub f64, pub f64, pub f64, pub f64);

impl Block {
    fn of(place: Position, anchor: Anchor, width: f64, size: f64) -> Block {
        let left = match anchor {
            Anchor::Start => place.x,
            Anchor::End => place.x - width,
        };
        Block(
            left,
            place.y - 0.76 * size,
            left + width,
            place.y + 0.08 * size,
        )
    }

    fn meets(&self, other: &Block) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }

    /// Points all over it, no more than some 4 u apart.
    fn points(&self) -> impl Iterator<Item = Position> + use<> {
        let Block(left, top, right, bottom) = *self;
        let (columns, rows) = (
            ((right - left) / 4.0) as u32 + 1,
            ((bottom - top) / 4.0) as u32 + 1,
        );
        (0..=columns).flat_map(move |i| {
            (0..=rows).map(move |j| {
                at(
                    left + (right - left) * f64::from(i) / f64::from(columns),
                    top + (bottom - top) * f64::from(j) / f64::from(rows),
                )
            })
        })
    }
}

/// The rooms of a block of words; `texts` are the widths of label and rates in em.
fn rooms(
    words: &Lettering,
    (count, unit): (f64, f64),
    numeral: f64,
    texts: &[f64],
    sizes: (f64, f64),
) -> Vec<Block> {
    let (label, rate) = sizes;
    let fit = words.fit;
    let digits = widths::numeral(count, numeral, unit * label);
    let room = |place, width, size, fit| Block::of(place, words.anchor, width * fit, size * fit);
    let mut rooms = vec![
        room(words.label, texts[0] * label, label, fit.label),
        room(words.numeral, digits, numeral, fit.numeral),
    ];
    // Digits stand on their baseline.
    rooms[1].3 = words.numeral.y;
    for (&place, em) in words.rates.iter().zip(&texts[1..]) {
        rooms.push(room(place, em * rate, rate, fit.rates));
    }
    rooms
}

/// Every block of words beside the river, with a name, at its largest setting.
pub fn blocks(river: &River, counts: &Counts) -> Vec<(String, Vec<Block>)> {
    let stages: Vec<&StageCount> = counts.stages.iter().collect();
    // 占, what it is of, a space and 82.1%.
    let rate = |of: Option<&&StageCount>| 1.0 + of.map_or(1.0, |of| of.short) + 6.0 * 0.62;
    let horizontal = river.orientation == Orientation::Horizontal;
    let sizes = if horizontal {
        (20.0, 18.0)
    } else {
        (19.0, 18.0)
    };
    let mut blocks = Vec::new();
    assert_eq!(river.stations.len(), counts.stages.len());
    for (index, (station, stage)) in river.stations.iter().zip(&counts.stages).enumerate() {
        let before = index.checked_sub(1).and_then(|index| stages.get(index));
        let rates = [rate(before), rate(stages.first())];
        let rates = if index > 1 { &rates[..] } else { &rates[..1] };
        let texts = [&[stage.label][..], rates].concat();
        blocks.push((
            format!("station {index}"),
            rooms(
                &station.words,
                (stage.count, counts.unit),
                river.numeral,
                &texts,
                sizes,
            ),
        ));
    }
    for branch in &river.branches {
        let (label, count, of) = match branch.kind {
            Outflow::Loss(to) => {
                let from = stages[to - 1];
                (
                    stages[to].loss,
                    from.count - stages[to].count,
                    Some(&stages[to - 1]),
                )
            }
            Outflow::Source(index) => {
                let source = &counts.sources[index];
                (source.label, source.count, stages.last())
            }
        };
        let numeral = if branch.words.anchor == Anchor::End {
            27.0
        } else {
            30.0
        };
        let sizes = (19.0, 18.0);
        blocks.push((
            format!("{:?}", branch.kind),
            rooms(
                &branch.words,
                (count, counts.unit),
                numeral,
                &[label, rate(of)],
                sizes,
            ),
        ));
    }
    if let (Some(mouth), Some(source)) = (&river.mouth, counts.sources.first()) {
        let sizes = if mouth.ground == Ground::River {
            (18.0, 18.0)
        } else {
            sizes
        };
        let numeral = if horizontal { 46.0 } else { 38.0 };
        let name = format!("mouth {:?}", mouth.ground);
        blocks.push((
            name,
            rooms(
                &mouth.words,
                (source.count, counts.unit),
                numeral,
                &[source.label, rate(stages.last())],
                sizes,
            ),
        ));
    }
    blocks
}

#[test]
fn words_touch_neither_bands_nor_each_other() {
    for counts in cases() {
        let counts = counts.drawable();
        // Sixteen digits fit no phone.
        if counts.stages.iter().any(|stage| stage.count > 1e10) {
            continue;
        }
        for orientation in BOTH {
            let river = River::place(&counts, orientation);
            let blocks = blocks(&river, &counts);
            let said = |name: &str| format!("{name} in {orientation:?} {counts:?}");
            let body = places(&river.body);
            let bands: Vec<Vec<Position>> =
                river.branches.iter().map(|b| places(&b.band)).collect();
            for (index, (name, rooms)) in blocks.iter().enumerate() {
                for (other, others) in blocks.iter().skip(index + 1) {
                    let meet = rooms.iter().any(|a| others.iter().any(|b| a.meets(b)));
                    assert!(!meet, "{} meets {other}", said(name));
                }
                let afloat = name == "mouth River";
                for room in rooms {
                    assert!(
                        room.points().all(|point| inside(&body, point) == afloat),
                        "{} at {room:?} and the body",
                        said(name)
                    );
                    for (branch, band) in river.branches.iter().zip(&bands) {
                        assert!(
                            !room.points().any(|point| inside(band, point)),
                            "{} at {room:?} touches {:?}",
                            said(name),
                            branch.kind
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn rates_stand_in_the_river_between_stations() {
    let mut seen = 0;
    for counts in cases() {
        for orientation in BOTH {
            let river = River::place(&counts, orientation);
            let along = |point: Position| match orientation {
                Orientation::Horizontal => point.x,
                Orientation::Vertical => point.y,
            };
            let (size, card) = match orientation {
                Orientation::Horizontal => (28.0, at(214.0, 180.0)),
                Orientation::Vertical => (24.0, at(172.0, 135.0)),
            };
            let body = places(&river.body);
            let bands: Vec<Vec<Position>> =
                river.branches.iter().map(|b| places(&b.band)).collect();
            for (index, passage) in river.passages.iter().enumerate() {
                let Some(passage) = passage else { continue };
                seen += 1;
                let half = 5.0 * 0.58 * size / 2.0;
                let mut room = Block(
                    passage.word.x - half,
                    passage.word.y - 15.0,
                    passage.word.x + half,
                    passage.rate.y,
                );
                for tip in places(&passage.arrow) {
                    room.2 = room.2.max(tip.x);
                    room.3 = room.3.max(tip.y);
                }
                let said = format!("{index} in {orientation:?} {counts:?} at {room:?}");
                for point in room.points() {
                    assert!(inside(&body, point), "{said} leaves the body");
                    for band in &bands {
                        assert!(!inside(band, point), "{said} is drawn over");
                    }
                }
                let (before, after) = (&river.stations[index], &river.stations[index + 1]);
                let ends = (along(at(room.0, room.1)), along(at(room.2, room.3)));
                assert!(along(before.gauge.dot) + 12.0 < ends.0, "{said}");
                assert!(ends.1 < along(after.gauge.dot) - 7.0, "{said}");
                for station in [before, after] {
                    let corner = station.card + card;
                    let card = Block(station.card.x, station.card.y, corner.x, corner.y);
                    assert!(!card.meets(&room), "{said} is covered by {card:?}");
                }
            }
        }
    }
    assert!(seen > 40, "{seen}");
}
