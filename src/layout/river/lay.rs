//! From the plan to the drawing: outlines, and words in their places.

use super::along::{BESIDE, MERGED, UNSEEN, above, below, beside};
use super::band::Bend;
use super::brief::{Brief, ExitWords, MARK, WordPlaces, numeral_at};
use super::curve::{Cubic, back};
use super::flow::{FlowPlace, flow};
use super::key::{KeyMark, key, unplaced};
use super::passage::passage;
use super::plan::Plan;
use super::strand::{Strand, arm, exit, laid, open};
use super::words::{Anchor, Block, LineKind, WordRoom};
use super::{
    Axis, Counts, Ground, Leader, Orientation, Path, Place, Placed, Position, River, at, gauge,
};
use crate::report::ExitKind;

/// How far a merged strand too narrow to be seen is followed, in u.
const ISLAND_HALF: f64 = 60.0;
/// The width in u below which lines would run together.
const CROWDED: f64 = 36.0;

/// The drawing of counts that can be drawn: the first plan whose words stand clear where
/// they come to lie, or the last.
pub fn river(counts: &Counts, orientation: Orientation, k: Option<f64>) -> River {
    let mut last = (0.0, WordPlaces::default());
    for one in Plan::tries(counts, orientation, k) {
        let plan = Plan::new(counts, orientation, one);
        if plan.fits {
            let river = drawing(&plan);
            if river.fits {
                return river;
            }
        }
        last = one;
    }
    drawing(&Plan::new(counts, orientation, last))
}

fn drawing(plan: &Plan<'_>) -> River {
    let orientation = plan.brief.orientation;
    let brief = &plan.brief;
    let most = brief
        .counts
        .stages
        .first()
        .map_or(0.0, |stage| stage.amount.count);
    let (leaving, (joining, parting)) = (plan.exits(), plan.arms());
    let mut strands: Vec<Strand> = leaving
        .iter()
        .map(|(place, kind, bend)| exit(brief, &plan.course, *place, *kind, bend))
        .collect();
    let outer = |bends: &[Bend], place: fn(usize) -> Place| {
        let bends = bends.iter().enumerate().skip(1);
        let arms = bends.map(|(index, bend)| arm(brief, &plan.course, place(index), bend));
        arms.collect::<Vec<_>>()
    };
    strands.extend(outer(&joining, Place::Inflow));
    strands.extend(outer(&parting, Place::Mouth));
    // What is nothing has no area.
    strands.retain(|strand| strand.width > 0.0);
    let leave = leaving.iter().map(|(.., bend)| bend);
    let bends: Vec<&Bend> = leave
        .chain(joining.iter().skip(1))
        .chain(parting.iter().skip(1))
        .filter(|bend| bend.width > 0.0)
        .collect();
    let mut items = placed(plan, &leaving, &joining, &parting);
    number(&mut items);
    let ground = depth(plan, &items, &parting, &joining);
    let foot = match items.iter().any(|item| !item.marks.is_empty()) {
        true => key(brief, &mut items, ground + 16.0),
        false => ground,
    };
    let length = plan.end - plan.source;
    let (width, height) = match orientation {
        Orientation::Horizontal => (brief.table.size, foot + 16.0),
        Orientation::Vertical => (brief.table.size, foot + 6.0),
    };
    let step = gauge::step(most);
    River {
        orientation,
        name: [&brief.counts.name, ending(orientation)].concat(),
        width,
        height,
        k: brief.k,
        fits: plan.fits && clear(&items, &bends, orientation),
        step,
        numeral: brief.numeral,
        body: body(plan, &leaving, &joining, &parting),
        axis: Axis {
            from: flow(plan.source, 0.0).on(orientation),
            to: flow(plan.end, 0.0).on(orientation),
        },
        fade: (
            brief.table.fade.0 / length,
            1.0 - brief.table.fade.1 / length,
        ),
        streams: streams(plan, &joining, &parting),
        strands,
        items,
        scale: gauge::scale(brief.k, step, bar(plan, &joining), orientation),
    }
}

/// Whether no words lie on others, or on what joins, leaves or runs along: a slope may have
/// moved them.
fn clear(items: &[Placed], bends: &[&Bend], orientation: Orientation) -> bool {
    let mut rooms: Vec<WordRoom> = Vec::new();
    for item in items {
        rooms.push(item.words.room);
        rooms.extend(item.marks.iter().map(KeyMark::room));
    }
    let outlines = bends.iter().map(|bend| bend.outline(orientation));
    let outlines: Vec<Vec<Position>> = outlines.collect();
    let mut rooms = rooms.as_slice();
    while let [room, others @ ..] = rooms {
        let met = others.iter().any(|other| room.meets(other));
        if met || outlines.iter().any(|outline| room.touches(outline)) {
            return false;
        }
        rooms = others;
    }
    true
}

fn ending(orientation: Orientation) -> &'static str {
    match orientation {
        Orientation::Horizontal => "-wide",
        Orientation::Vertical => "-tall",
    }
}

/// Where the scale bar's middle stands.
fn bar(plan: &Plan<'_>, joining: &[Bend]) -> f64 {
    let arms = joining
        .iter()
        .skip(1)
        .zip(plan.brief.inflows.iter().skip(1));
    let arms =
        arms.map(|(bend, block)| deepest(bend, (f64::MIN, f64::MAX)).1 + block.height + 40.0);
    arms.fold(plan.brief.fall - 45.0, f64::max)
}

/// Where the drawing ends below, without its key.
fn depth(plan: &Plan<'_>, items: &[Placed], parting: &[Bend], joining: &[Bend]) -> f64 {
    let rooms = items.iter().filter(|item| item.marks.is_empty());
    let rooms = rooms.map(|item| item.words.room.bottom);
    let marks = items.iter().flat_map(|item| &item.marks);
    let lowest = rooms
        .chain(marks.map(|mark| mark.at.y + MARK / 2.0))
        .fold(0.0, f64::max);
    match plan.brief.orientation {
        Orientation::Horizontal => {
            let arms = parting
                .iter()
                .map(|bend| deepest(bend, (f64::MIN, f64::MAX)).1);
            let body = plan.brief.top + 24.0 + plan.brief.width(0) + 20.0;
            let bar = bar(plan, joining) + 30.0;
            arms.fold(lowest.max(body).max(bar), f64::max)
        }
        Orientation::Vertical => lowest.max(plan.end),
    }
}

/// The body with its main arms: the near bank from the source to the end, the main
/// mouth's far bank back, then the far bank, which steps out at each fork.
fn body(
    plan: &Plan<'_>,
    leaving: &[(Place, ExitKind, Bend)],
    joining: &[Bend],
    parting: &[Bend],
) -> Path {
    let mut path = Path::fine();
    let brief = &plan.brief;
    if brief.width(0) <= 0.0 {
        return path;
    }
    let (source, end) = (joining.first(), parting.first());
    let from = source.map_or(plan.source, |bend| bend.fork);
    let to = end.map_or(plan.end, |bend| bend.fork);
    let draw = |path: &mut Path, run: Vec<Cubic>| path.along(&laid(&run, brief.orientation));
    if let Some(arm) = source {
        draw(&mut path, arm.run(-arm.width / 2.0));
    }
    draw(&mut path, plan.course.run(from, to, 0.0));
    let last = brief.counts.stages.len().saturating_sub(1);
    let mut width = brief.width(last);
    if let Some(arm) = end {
        draw(&mut path, arm.run(-arm.width / 2.0));
        draw(&mut path, back(arm.run(arm.width / 2.0)));
    }
    let mut at = to;
    for (_, _, bend) in leaving.iter().rev() {
        if bend.fork < at {
            draw(&mut path, plan.course.run(at, bend.fork, width));
            at = bend.fork;
        }
        width = bend.d + bend.width / 2.0;
    }
    draw(&mut path, plan.course.run(at, from, width));
    if let Some(arm) = source {
        draw(&mut path, back(arm.run(arm.width / 2.0)));
    }
    path.close();
    path
}

fn streams(plan: &Plan<'_>, joining: &[Bend], parting: &[Bend]) -> Vec<Path> {
    let brief = &plan.brief;
    let last = brief.width(brief.counts.stages.len().saturating_sub(1));
    let ends = [joining.first(), parting.first()];
    let widths = ends.iter().flatten().map(|bend| bend.width);
    let whole = widths.fold(last, f64::min);
    if whole < CROWDED / 3.0 {
        return Vec::new();
    }
    // Where they would run together, one is enough.
    let fewer = if whole < CROWDED { 6 } else { 1 };
    let streams = brief.table.streams.iter().skip(fewer / 2).step_by(fewer);
    let lines = streams.map(|part| {
        let d = part * whole;
        let [source, end] =
            ends.map(|arm| arm.map(|bend| (bend.fork, bend.run(d - bend.width / 2.0))));
        let from = source.as_ref().map_or(plan.source, |(fork, _)| *fork);
        let to = end.as_ref().map_or(plan.end, |(fork, _)| *fork);
        let mut run = source.map_or(Vec::new(), |(_, run)| run);
        run.append(&mut plan.course.run(from, to, d));
        run.extend(end.into_iter().flat_map(|(_, run)| run));
        open(&run, brief.orientation)
    });
    lines.collect()
}

/// Everything with words, in reading order.
fn placed(
    plan: &Plan<'_>,
    leaving: &[(Place, ExitKind, Bend)],
    joining: &[Bend],
    parting: &[Bend],
) -> Vec<Placed> {
    let brief = &plan.brief;
    let mut items = Vec::new();
    let arm_of = |bends: &[Bend], index| bends.get(index).cloned();
    for index in 0..brief.counts.stages.len() {
        let here = |place: &Place| matches!(place, Place::Exit(stage, _) if *stage == index);
        let mut exits: Vec<_> = leaving.iter().filter(|(place, ..)| here(place)).collect();
        exits.sort_by_key(|(place, ..)| match place {
            Place::Exit(_, index) => *index,
            _ => 0,
        });
        items.extend(
            exits
                .into_iter()
                .map(|(place, kind, bend)| left(plan, *place, *kind, bend)),
        );
        items.push(station(plan, index, leaving));
        if index == 0 {
            let inflows = (0..brief.counts.inflows.len()).map(Place::Inflow);
            items.extend(inflows.zip(0..).map(|(place, arm)| {
                end(
                    plan,
                    place,
                    arm,
                    arm_of(joining, arm),
                    brief.inflows.get(arm),
                )
            }));
        }
    }
    let mouths = (0..brief.counts.mouths.len()).map(Place::Mouth);
    items.extend(mouths.zip(0..).map(|(place, arm)| {
        end(
            plan,
            place,
            arm,
            arm_of(parting, arm),
            brief.mouths.get(arm),
        )
    }));
    items
}

/// Numbers the marks in reading order.
fn number(items: &mut [Placed]) {
    let marks = items.iter_mut().flat_map(|item| &mut item.marks);
    for (number, mark) in (1..).zip(marks) {
        mark.number = number;
    }
}

/// An item with its block there, or with a mark in its middle.
fn stand(
    brief: &Brief<'_>,
    place: Place,
    block: &Block,
    corner: super::Position,
    anchor: Anchor,
) -> Placed {
    let keyed = brief.is_keyed(place);
    let shift = match anchor {
        Anchor::Start => MARK / 2.0,
        Anchor::End => -MARK / 2.0,
    };
    let mark = KeyMark {
        at: at(corner.x + shift, corner.y + MARK / 2.0),
        number: 0,
    };
    let unstated = match place {
        Place::Inflow(index) => brief.counts.inflows.get(index),
        Place::Mouth(index) => brief.counts.mouths.get(index),
        _ => None,
    };
    let unstated = unstated.is_some_and(|part| part.unstated);
    Placed {
        place,
        words: if keyed {
            unplaced()
        } else {
            block.on(corner, anchor)
        },
        ground: Ground::Paper,
        unstated,
        gauge: None,
        passage: None,
        marks: if keyed { vec![mark] } else { Vec::new() },
        leader: None,
    }
}

fn station(plan: &Plan<'_>, index: usize, leaving: &[(Place, ExitKind, Bend)]) -> Placed {
    let brief = &plan.brief;
    let u = plan.along.stations.get(index).copied().unwrap_or_default();
    let near = plan.course.at(u).0;
    let banks = (near, near + brief.width(index));
    let passage = passage(plan, index);
    let place = Place::Stage(index);
    // A rate stands once: in the river or here.
    let mut block = brief.station(index, passage.is_some());
    let gauge = |dot: f64| {
        let most = brief
            .counts
            .stages
            .first()
            .map_or(0.0, |stage| stage.amount.count);
        gauge::gauge(u, dot, banks, brief.k, gauge::step(most), brief.orientation)
    };
    let mut item = match brief.orientation {
        Orientation::Horizontal => {
            let line = brief.line;
            let gauge = gauge(line + 20.0);
            block.width += 12.0;
            block.height += 7.0;
            for line in &mut block.lines {
                if line.kind == LineKind::Rate {
                    line.at = line.at + at(12.0, 7.0);
                }
            }
            let corner = if brief.wording.stations {
                at(u - MARK / 2.0, line + 10.0 - MARK)
            } else {
                at(u, line - numeral_at(&block))
            };
            let mut item = stand(brief, place, &block, corner, Anchor::Start);
            item.gauge = Some(gauge);
            item
        }
        Orientation::Vertical => {
            // Beyond what lies along the body there.
            let along = leaving.iter().filter(|(_, kind, bend)| {
                let end = bend.line.last().map_or(bend.fork, |piece| piece[3].u);
                *kind == ExitKind::Merged && bend.fork < u && u - above(&block) < end
            });
            let beyond = along.map(|(_, _, bend)| bend.width).fold(0.0, f64::max);
            let dot = banks.1 + beyond + 27.0;
            let gauge = gauge(dot);
            let corner = at(dot + 12.0, u - above(&block));
            let mut item = stand(brief, place, &block, corner, Anchor::Start);
            item.gauge = Some(gauge);
            item
        }
    };
    item.passage = passage;
    item
}

/// What leaves, its words beside its end or beside the strand along the body.
fn left(plan: &Plan<'_>, place: Place, kind: ExitKind, bend: &Bend) -> Placed {
    let brief = &plan.brief;
    let block = match place {
        Place::Exit(stage, index) => brief.exits.get(stage).and_then(|blocks| blocks.get(index)),
        _ => None,
    };
    let block = &block.cloned().unwrap_or_default();
    let (corner, anchor) = match (brief.orientation, kind) {
        (Orientation::Horizontal, ExitKind::Merged) => {
            let u = bend.fork + MERGED;
            let (_, far) = deepest(bend, (u - 20.0, u + block.width));
            (at(u, far + 6.0), Anchor::Start)
        }
        (Orientation::Vertical, ExitKind::Merged) => {
            let u = bend.fork + MERGED;
            let (_, far) = deepest(bend, (u - 10.0, u + block.height));
            (at(far + 14.0, u), Anchor::Start)
        }
        (Orientation::Horizontal, _) if brief.wording.exits != ExitWords::Beside => {
            // A strand that leans ends lower on one side.
            let lean = brief.table.fall.u * bend.width / 2.0;
            (
                at(below(bend, block), brief.fall + 8.0 + lean),
                Anchor::Start,
            )
        }
        (Orientation::Horizontal, _) => {
            let (_, right) = beside(brief, bend, block);
            (
                at(right + BESIDE, brief.fall + 4.0 - block.height),
                Anchor::Start,
            )
        }
        (Orientation::Vertical, _) => {
            let (top, _) = beside(brief, bend, block);
            (at(brief.table.size, top - 8.0 - block.height), Anchor::End)
        }
    };
    let mut item = stand(brief, place, block, corner, anchor);
    let island = bend.fork + ISLAND_HALF;
    let merged = kind == ExitKind::Merged;
    item.leader = leader(
        bend,
        |piece| !merged || piece[0].u < island,
        false,
        brief.orientation,
    );
    item
}

/// An end of the river: its words in it, above it, or below the others.
fn end(
    plan: &Plan<'_>,
    place: Place,
    index: usize,
    bend: Option<Bend>,
    block: Option<&Block>,
) -> Placed {
    let brief = &plan.brief;
    let block = &block.cloned().unwrap_or_default();
    let inflow = matches!(place, Place::Inflow(_));
    let keyed = brief.is_keyed(place);
    let Some(bend) = bend else {
        return stand(brief, place, block, at(0.0, 0.0), Anchor::Start);
    };
    let begin = if inflow { plan.words.0 } else { plan.words.1 };
    let mut ground = Ground::Paper;
    let corner = match brief.orientation {
        Orientation::Horizontal => {
            let (near, far) = deepest(&bend, (begin - 8.0, begin + block.width + 8.0));
            if index > 0 {
                at(begin, far + 6.0)
            } else if bend.width >= brief.table.afloat && !keyed {
                ground = Ground::River;
                let (near, far) = middle(&bend, begin, begin + block.width);
                at(begin, (near + far - block.height) / 2.0 - 2.0)
            } else {
                at(begin, near - 8.0 - block.height)
            }
        }
        Orientation::Vertical => {
            let (near, far) = deepest(&bend, (f64::MIN, f64::MAX));
            let _ = near;
            let tip = if inflow { plan.source } else { plan.end };
            let middle = tip_of(&bend, inflow).v;
            let y = if inflow {
                tip - 4.0 - block.height
            } else {
                tip + 10.0
            };
            let x = if keyed {
                (middle - MARK / 2.0).clamp(0.0, brief.table.size - MARK)
            } else if index == 0 {
                0.0
            } else {
                let others = if inflow {
                    &brief.inflows
                } else {
                    &brief.mouths
                };
                let first = others.first().map_or(0.0, |block| block.width);
                let most = brief.table.size - block.width;
                (far.min(middle) - bend.width / 2.0 - 28.0)
                    .max(first + 12.0)
                    .min(most)
            };
            at(x, y)
        }
    };
    let mut item = stand(brief, place, block, corner, Anchor::Start);
    item.ground = ground;
    let straight = bend.line.len() > 1 && brief.orientation == Orientation::Horizontal && index > 0;
    let to = if inflow { begin + block.width } else { begin };
    let near = |piece: &Cubic| match (straight, inflow) {
        (false, _) => true,
        (true, false) => piece[0].u < to - 1.0 && piece[3].u < plan.end,
        (true, true) => piece[3].u > to + 1.0 && piece[0].u > plan.source,
    };
    item.leader = leader(&bend, near, inflow, brief.orientation);
    item
}

fn tip_of(bend: &Bend, inflow: bool) -> FlowPlace {
    let tip = if inflow {
        bend.line.first().map(|piece| piece[0])
    } else {
        bend.line.last().map(|piece| piece[3])
    };
    tip.unwrap_or_default()
}

/// The line to what is too narrow to be seen, as far as its words.
fn leader(
    bend: &Bend,
    to: impl Fn(&Cubic) -> bool,
    inflow: bool,
    orientation: Orientation,
) -> Option<Leader> {
    let run = bend.run(0.0);
    let run: Vec<Cubic> = run.into_iter().filter(|piece| to(piece)).collect();
    let dot = if inflow {
        run.first()?[0]
    } else {
        run.last()?[3]
    };
    (bend.width < UNSEEN).then(|| Leader {
        dot: dot.on(orientation),
        line: open(&run, orientation),
    })
}

/// How far a bend reaches across the flow, each way, between two places along it.
fn deepest(bend: &Bend, (from, to): (f64, f64)) -> (f64, f64) {
    let banks = bend.banks();
    let there = || {
        banks
            .iter()
            .filter(|place| from <= place.u && place.u <= to)
    };
    // Where no sample lies between, all of it counts.
    let all = there().next().is_none();
    let reach = banks
        .iter()
        .filter(|place| all || from <= place.u && place.u <= to);
    reach.fold((f64::MAX, f64::MIN), |(least, most), place| {
        (least.min(place.v), most.max(place.v))
    })
}

/// Between what across the flow a bend lies all the way between two places along it.
fn middle(bend: &Bend, from: f64, to: f64) -> (f64, f64) {
    let bank = |d: f64| {
        let line = Bend {
            line: bend.run(d),
            width: 0.0,
            ..*bend
        };
        deepest(&line, (from, to))
    };
    (bank(-bend.width / 2.0).1, bank(bend.width / 2.0).0)
}
