//! The first way to draw the counts in which all words have room: as wide a river as
//! there may be, and words before marks.

use super::along::Along;
use super::band::Bend;
use super::bends;
use super::brief::{Brief, ExitWords, WordPlaces};
use super::counts::Counts;
use super::course::Course;
use super::fan::Fan;
use super::flow::flow;
use super::measures::Table;
use super::{Orientation, Place};
use crate::report::ExitKind;

/// Places along the flow, in u.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    pub brief: Brief<'a>,
    pub course: Course,
    pub along: Along,
    /// Where the river enters and leaves the drawing.
    pub source: f64,
    pub end: f64,
    /// Where it comes together and parts, with its arms there; arms have u = 0 at it.
    pub joining: (f64, Option<Fan>),
    pub parting: (f64, Option<Fan>),
    /// Where the words of inflows and mouths begin.
    pub words: (f64, f64),
    /// Whether all of it has room.
    pub fits: bool,
}

/// How words may stand, the best first.
fn ways(orientation: Orientation, ended: bool) -> Vec<WordPlaces> {
    let words = WordPlaces::default();
    if orientation == Orientation::Vertical {
        return vec![words];
    }
    let below = WordPlaces {
        exits: ExitWords::Below,
        ..words
    };
    let keyed = WordPlaces {
        exits: ExitWords::Keyed,
        ..words
    };
    let ends = |words| WordPlaces {
        inflows: true,
        mouths: true,
        ..words
    };
    let all = WordPlaces {
        stations: true,
        ..ends(keyed)
    };
    if !ended {
        return vec![words, below, keyed, all];
    }
    vec![words, below, ends(below), keyed, ends(keyed), all]
}

/// How much narrower each next river is that is tried.
const NARROWER: f64 = 0.84;
/// What a course that is not level may move words by, in u.
const SPARE: f64 = 12.0;
/// The smallest radius of a bend, of its width.
const GENTLE: f64 = 1.4;
/// How far the river runs off the edges.
const BLEED: f64 = 70.0;

impl<'a> Plan<'a> {
    /// All that is tried to draw counts that can be drawn, the best first: so many u for each
    /// one counted, `k` where several are drawn at one scale, and where words stand.
    pub fn tries(
        counts: &Counts,
        orientation: Orientation,
        k: Option<f64>,
    ) -> Vec<(f64, WordPlaces)> {
        let table = Table::of(orientation);
        let first = counts
            .stages
            .first()
            .map_or(0.0, |stage| stage.amount.count);
        let own = if first > 0.0 { table.most / first } else { 0.0 };
        let mut scales = vec![k.unwrap_or(own)];
        let mut next = own * NARROWER;
        while k.is_none() && next * first >= table.least {
            scales.push(next);
            next *= NARROWER;
        }
        let ends = !counts.inflows.is_empty() || !counts.mouths.is_empty();
        let mut tries = Vec::new();
        for words in ways(orientation, ends) {
            tries.extend(scales.iter().map(|k| (*k, words)));
        }
        tries
    }

    /// In that way.
    pub fn new(
        counts: &'a Counts,
        orientation: Orientation,
        (k, words): (f64, WordPlaces),
    ) -> Plan<'a> {
        let brief = Brief::new(counts, orientation, k, words);
        let plan = match brief.orientation {
            Orientation::Horizontal => Plan::across(brief),
            Orientation::Vertical => Plan::down(brief),
        };
        let fits = plan.fits && plan.bends_gently();
        Plan { fits, ..plan }
    }

    /// A strand that turns more sharply looks folded.
    fn bends_gently(&self) -> bool {
        let gentle = |bend: &Bend| bend.tightest() >= GENTLE * bend.width;
        let (joining, parting) = self.arms();
        joining.iter().chain(&parting).all(gentle)
            && self.exits().iter().all(|(_, _, bend)| gentle(bend))
    }

    /// The bends of all that leaves.
    pub fn exits(&self) -> Vec<(Place, ExitKind, Bend)> {
        let last = match &self.parting {
            (fork, Some(_)) => *fork,
            _ => self.end - self.brief.table.fade.1,
        };
        bends::exits(&self.brief, &self.course, &self.along, last)
    }

    /// The bends of the arms at the source and at the mouth.
    pub fn arms(&self) -> (Vec<Bend>, Vec<Bend>) {
        (
            bends::joining(&self.course, &self.joining),
            bends::parting(&self.course, &self.parting),
        )
    }

    /// As wide as the drawing is: what is left of it goes to the gaps.
    fn across(brief: Brief<'a>) -> Plan<'a> {
        let table = brief.table;
        let size = table.size;
        let widest =
            |blocks: &[super::Block]| blocks.iter().map(|block| block.width).fold(0.0, f64::max);
        // The mouths: words at the edge, and before them what the arms take to part.
        let mouths = widest(&brief.mouths).max(if brief.wording.mouths { 0.0 } else { 144.0 });
        let mut words = (0.0, size - mouths);
        let last = brief.stations.last().map_or(0.0, |block| block.width);
        let least = brief.fan(false, 92.0, BLEED);
        let of_two = brief.mouths.len() == 2;
        let most = match &least {
            None => size - (last + 24.0).max(160.0),
            Some(fan) if of_two => {
                let most = (size - 236.0).min(size + BLEED - fan.level);
                most.min(words.1 - 92.0)
            }
            Some(fan) => words.1 - 12.0 - fan.level.max(150.0),
        };
        let afloat = brief
            .counts
            .mouths
            .first()
            .is_some_and(|mouth| brief.k * mouth.count >= table.afloat);
        let most = match &least {
            Some(_) if !afloat && !brief.wording.mouths => {
                most.min(words.1 - 16.0 - last + table.parting)
            }
            _ => most,
        };
        // The inflows, likewise.
        let inflows = widest(&brief.inflows);
        let least = brief.fan(true, 92.0, BLEED);
        let (joining, source) = match &least {
            None => (table.first, table.first - table.lead),
            Some(fan) if brief.inflows.len() == 2 => {
                ((inflows + 60.0).max(fan.level - 56.0), -56.0)
            }
            Some(fan) => (inflows + 12.0 + fan.level, -56.0),
        };
        let first = if least.is_some() {
            joining + table.parting
        } else {
            joining
        };
        let clear = if least.is_some() { joining } else { f64::MIN };
        let join = match least {
            Some(_) if brief.inflows.len() == 2 => brief.fan(true, joining + 56.0, 0.0),
            Some(fan) => brief.fan(true, fan.level, joining - fan.level + 56.0),
            None => None,
        };
        let parts = brief.mouths.len() > 1;
        let reached = |along: &Along| {
            let last = along.stations.last().copied().unwrap_or(first);
            if parts {
                (last + table.parting).max(along.clear).max(along.fork)
            } else {
                last.max(along.clear + SPARE + most - size)
            }
        };
        let gaps = brief.counts.stages.len().saturating_sub(1).max(1) as f64;
        let mut more = 0.0;
        let mut along = Along::new(&brief, first, clear, more);
        let fits = reached(&along) <= most + 0.5;
        for _ in 0..6 {
            let spare = most - reached(&along);
            if !fits || spare < 0.5 {
                break;
            }
            more += spare / gaps;
            along = Along::new(&brief, first, clear, more);
        }
        let fork = if parts {
            reached(&along).max(if gaps > 1.0 || brief.counts.stages.len() > 1 {
                0.0
            } else {
                first + table.parting
            })
        } else {
            size
        };
        let fan = if of_two {
            brief.fan(false, size + BLEED - fork, 0.0)
        } else {
            let level = (words.1 - 12.0 - fork).max(60.0);
            brief.fan(false, level, size + BLEED - fork - level)
        };
        words.1 = words.1.min(size);
        let end = if parts {
            fork + fan.as_ref().map_or(0.0, |fan| fan.end)
        } else {
            size + BLEED
        };
        let nodes = (source, end, brief.top);
        Plan {
            course: course(&brief, &along, nodes),
            along,
            source,
            end,
            joining: (joining, join),
            parting: (fork, fan),
            words,
            fits,
            brief,
        }
    }

    /// As long as it needs to be.
    fn down(brief: Brief<'a>) -> Plan<'a> {
        let table = brief.table;
        let highest =
            |blocks: &[super::Block]| blocks.iter().map(|block| block.height).fold(0.0, f64::max);
        let join = brief.fan(true, 170.0, 0.0);
        let start = highest(&brief.inflows) + 10.0;
        let joining = join.as_ref().map_or(0.0, |fan| start + fan.end);
        let above = brief.stations.first().map_or(0.0, super::along::above) + 4.0;
        let first = if join.is_some() {
            joining + 56.0
        } else {
            table.first.max(above)
        };
        let source = if join.is_some() {
            start
        } else {
            first - table.lead
        };
        let clear = if join.is_some() {
            joining - 60.0
        } else {
            f64::MIN
        };
        let along = Along::new(&brief, first, clear, 0.0);
        let last = along.stations.last().copied().unwrap_or(first);
        let fork = (last + table.parting)
            .max(along.clear - 24.0)
            .max(along.fork);
        let fan = brief.fan(false, 174.0, 0.0);
        let end = fork + fan.as_ref().map_or(120.0, |fan| fan.end);
        let fits = room(&brief);
        let nodes = (source, end, 0.0);
        Plan {
            course: course(&brief, &along, nodes),
            along,
            source,
            end,
            joining: (joining, join),
            parting: (fork, fan),
            words: (0.0, end + 10.0),
            fits,
            brief,
        }
    }
}

/// Whether words beside the river that runs down have room to its right.
fn room(brief: &Brief<'_>) -> bool {
    let table = brief.table;
    (0_usize..)
        .zip(brief.stations.iter().zip(&brief.exits))
        .all(|(index, (station, exits))| {
            let at = |index: usize| table.size - brief.width(index) - brief.merged(index);
            let before = at(index.saturating_sub(1)) - table.near[2];
            station.width <= at(index) - table.near_at(index) - 38.9
                && exits.iter().all(|exit| exit.width <= before - 12.0)
        })
}

/// The near bank through the stations, flat at each; it swings less where they stand
/// close.
fn course(brief: &Brief<'_>, along: &Along, (source, end, top): (f64, f64, f64)) -> Course {
    let table = brief.table;
    let last = along.stations.len().saturating_sub(1);
    let [begin, .., four, finish] = table.near;
    let gaps = along.stations.iter().zip(along.stations.iter().skip(1));
    let least = gaps.map(|(from, to)| to - from).fold(table.calm, f64::min);
    let swing = (least / table.calm) * (least / table.calm);
    let level = table.near[3];
    let near = |v: f64| top + level + (v - level) * swing;
    let mut nodes = vec![flow(source, near(begin))];
    let stations = (0..).zip(&along.stations);
    nodes.extend(stations.map(|(index, &u)| flow(u, near(table.near_at(index)))));
    nodes.push(flow(end, near(table.near_at(last) + finish - four)));
    Course { nodes }
}
