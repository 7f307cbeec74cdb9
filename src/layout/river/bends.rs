//! The ways of all that leaves the river, and of the arms at its source and mouth.

use super::Place;
use super::along::{Along, end};
use super::band::Bend;
use super::brief::Brief;
use super::course::Course;
use super::fan::Fan;
use super::flow::flow;
use super::leave::{fall, merge};
use crate::report::ExitKind;

/// The bends of all that leaves; the last may run on to `last`, in u.
pub fn exits(
    brief: &Brief<'_>,
    course: &Course,
    along: &Along,
    last: f64,
) -> Vec<(Place, ExitKind, Bend)> {
    let mut all: Vec<(Place, ExitKind, f64, f64, f64)> = Vec::new();
    let stages = brief.counts.stages.iter().zip(&along.forks);
    for (stage, (amount, forks)) in stages.enumerate() {
        for &(place, fork, d) in forks {
            if let Some((kind, exit)) = amount.exits.get(place) {
                let width = brief.k * exit.count;
                all.push((Place::Exit(stage, place), *kind, fork, d, width));
            }
        }
    }
    let nexts = all.iter().skip(1).map(|exit| exit.2);
    let nexts: Vec<f64> = nexts.chain([last]).collect();
    let exits = all.iter().zip(nexts);
    let exits = exits.map(|(&(place, kind, fork, d, width), next)| {
        let bend = if kind == ExitKind::Merged {
            let end = (fork + brief.table.beside).min(next - 6.0);
            merge(course, fork, d, width, end.max(fork + 40.0))
        } else {
            let end = end(brief, Some(kind), width);
            fall(course, fork, d, width, end, brief.table)
        };
        (place, kind, bend)
    });
    exits.collect()
}

/// The bends of arms that come together there, the nearest first.
pub fn joining(course: &Course, (u, fan): &(f64, Option<Fan>)) -> Vec<Bend> {
    let at = flow(*u, course.at(*u).0);
    let bends = fan.iter().flat_map(|fan| fan.bends());
    bends.map(|bend| bend.mirrored().moved(at)).collect()
}

/// The bends of arms that part there, the nearest first.
pub fn parting(course: &Course, (u, fan): &(f64, Option<Fan>)) -> Vec<Bend> {
    let at = flow(*u, course.at(*u).0);
    let bends = fan.iter().flat_map(|fan| fan.bends());
    bends.map(|bend| bend.moved(at)).collect()
}
