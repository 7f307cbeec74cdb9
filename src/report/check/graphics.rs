//! Graphics: a way of drawing must fit the figures it draws.

use super::location::Location;
use super::{Check, MAX_TALLY, ProblemKind};
use crate::report::drawable::Drawable;
use crate::report::number::Bound;
use crate::report::{Figure, Graphic, GraphicKind, Id};

/// The most that rows of one unit chart may differ: what is a quarter of a mark beside
/// two hundred marks is still seen.
const APART: f64 = 800.0;

/// A figure of a graphic, with its place in the graphic's list.
type Placed<'a> = (usize, &'a Figure, Drawable<'a>);

impl<'a> Check<'a> {
    /// A graphic.
    pub fn graphic(&mut self, place: Location, graphic: &'a Graphic) {
        self.anchor(place.key("id"), &graphic.id);
        self.line(place.key("title"), &graphic.title);
        let list = place.key("figures");
        self.references(list, &graphic.figures);
        let found = graphic.figures.len();
        let (least, most) = many(graphic.kind);
        match graphic.kind {
            GraphicKind::Share if found != 2 => self.push(list, ProblemKind::ShareCount { found }),
            GraphicKind::Pair if found != 2 => self.push(list, ProblemKind::PairCount { found }),
            _ if found < least => self.push(list, ProblemKind::TooFew { least, found }),
            _ if found > most => self.push(list, ProblemKind::TooMany { limit: most, found }),
            kind => self.drawn(list, kind, &graphic.figures),
        }
    }

    /// A part and the whole that it is a share of.
    pub fn share(&mut self, place: Location, figures: &[Id]) {
        match figures.len() {
            2 => self.drawn(place, GraphicKind::Share, figures),
            found => self.push(place, ProblemKind::ShareCount { found }),
        }
    }

    /// Whether the kind can draw these figures.
    fn drawn(&mut self, list: Location, kind: GraphicKind, ids: &[Id]) {
        let report = self.report;
        let figures = ids.iter().enumerate();
        let figures = figures.filter_map(|(index, id)| Some((index, report.figure(id)?)));
        let mut placed: Vec<Placed> = Vec::new();
        for (index, figure) in figures {
            match Drawable::of(figure) {
                Some(amount) => placed.push((index, figure, amount)),
                // What cannot be read at all is told where it stands.
                None if crate::report::number::read(&figure.phrase).is_none() => {}
                None => {
                    let phrase = figure.phrase.clone();
                    self.push(list.index(index), ProblemKind::Undrawable { phrase });
                }
            }
        }
        let before = self.problems.len();
        for &(index, figure, amount) in &placed {
            if let Some(problem) = misfit(kind, figure, &amount) {
                self.push(list.index(index), problem);
            }
        }
        if self.problems.len() > before || placed.len() < ids.len() {
            return;
        }
        if let Some(problem) = self.together(kind, &placed) {
            self.push(list, problem);
        }
    }

    /// What the figures are not, side by side.
    fn together(&self, kind: GraphicKind, placed: &[Placed<'a>]) -> Option<ProblemKind> {
        // Counts of several kinds stand on one scale, a mark for so many of each; a
        // percentage has a whole of its own.
        use GraphicKind::{Change, Pair, Parts, Share};
        if matches!(kind, Share | Pair | Change | Parts)
            && let Some(found) = other_unit(kind, placed)
        {
            return Some(found);
        }
        match (kind, placed) {
            (GraphicKind::Share, [(_, part, small), (_, whole, large)]) => {
                if small.value > large.value {
                    let (part, whole) = (small.value.to_f64(), large.value.to_f64());
                    return Some(ProblemKind::ShareOrder { part, whole });
                }
                let (part, whole) = (part.phrase.as_str(), whole.phrase.as_str());
                self.are_two_times(part, whole).then(|| {
                    let [part, whole] = [part, whole].map(str::to_owned);
                    ProblemKind::ShareOfTimes { part, whole }
                })
            }
            (GraphicKind::Parts, [parts @ .., (_, whole, most)]) if !most.is_share() => {
                let larger = parts.iter().find(|(_, _, part)| part.value > most.value)?;
                Some(ProblemKind::PartsOrder {
                    part: larger.1.phrase.clone(),
                    whole: whole.phrase.clone(),
                })
            }
            (GraphicKind::Change, [first, others @ ..]) => {
                let yearly = |placed: &Placed| placed.1.phrase.contains("年均");
                let other = others.iter().find(|one| yearly(one) != yearly(first))?;
                Some(ProblemKind::ChangeYears {
                    one: first.1.phrase.clone(),
                    other: other.1.phrase.clone(),
                })
            }
            (GraphicKind::Units, placed) => {
                let by_value = |placed: &&Placed| placed.2.value;
                let (least, most) = (
                    placed.iter().min_by_key(by_value)?,
                    placed.iter().max_by_key(by_value)?,
                );
                let apart = most.2.value.to_f64() > APART * least.2.value.to_f64();
                apart.then(|| ProblemKind::UnitsApart {
                    least: least.1.phrase.clone(),
                    most: most.1.phrase.clone(),
                })
            }
            _ => None,
        }
    }

    /// Whether a text of the report says that the one became the other.
    fn are_two_times(&self, one: &str, other: &str) -> bool {
        let became = |(first, second): (&str, &str)| {
            let mut texts = self.report.parts.iter().flat_map(|part| part.texts());
            texts.any(|text| {
                let after = text.split_once(first).map(|(_, after)| after);
                let between = after.and_then(|after| after.split_once(second));
                between.is_some_and(|(between, _)| moved_on([between, second].concat().as_str()))
            })
        };
        [(one, other), (other, one)].into_iter().any(became)
    }
}

/// How many figures a kind draws at the least and at the most.
fn many(kind: GraphicKind) -> (usize, usize) {
    match kind {
        GraphicKind::Share | GraphicKind::Pair => (2, 2),
        GraphicKind::Tally => (1, super::MAX_ENTRIES),
        GraphicKind::Parts => (2, MOST),
        GraphicKind::Change | GraphicKind::Percent | GraphicKind::Units => (1, MOST),
    }
}

/// The most rows that are one picture.
const MOST: usize = 24;

/// What a figure is that the kind cannot draw.
fn misfit(kind: GraphicKind, figure: &Figure, amount: &Drawable) -> Option<ProblemKind> {
    let phrase = || figure.phrase.clone();
    let whole = amount.value.whole();
    let share = amount.is_share();
    match (kind, amount.trend) {
        (GraphicKind::Change, None) => Some(ProblemKind::ChangeWanted { phrase: phrase() }),
        (GraphicKind::Change, Some(_)) => None,
        (_, Some(_)) => Some(ProblemKind::ChangeFound { phrase: phrase() }),
        (GraphicKind::Tally | GraphicKind::Units, None) if share => {
            Some(ProblemKind::ShareCounted { phrase: phrase() })
        }
        (GraphicKind::Tally, None) if !whole.is_some_and(|found| found as f64 <= MAX_TALLY) => {
            let found = amount.value.to_f64();
            Some(ProblemKind::Tally { found })
        }
        (GraphicKind::Tally | GraphicKind::Share | GraphicKind::Parts, None)
            if !amount.is_exact() =>
        {
            Some(ProblemKind::Inexact { phrase: phrase() })
        }
        (GraphicKind::Units, None) if whole.is_none_or(|whole| whole == 0) => {
            Some(ProblemKind::UnitsWhole { phrase: phrase() })
        }
        (GraphicKind::Units | GraphicKind::Pair | GraphicKind::Percent, None)
            if matches!(amount.bound, Bound::AtMost | Bound::LessThan) =>
        {
            Some(ProblemKind::BoundAbove { phrase: phrase() })
        }
        (GraphicKind::Percent, None)
            if amount
                .hundred()
                .is_none_or(|hundred| amount.value > hundred) =>
        {
            Some(ProblemKind::PercentWanted { phrase: phrase() })
        }
        _ => None,
    }
}

/// Two figures of which one is counted in another unit. 持平 has none.
fn other_unit(kind: GraphicKind, placed: &[Placed]) -> Option<ProblemKind> {
    let mut units = placed.iter().map(|(.., amount)| amount.unit);
    let one = units.find(|unit| !unit.is_empty())?;
    let other = units.find(|unit| !unit.is_empty() && *unit != one)?;
    let [one, other] = [one, other].map(str::to_owned);
    Some(match kind {
        GraphicKind::Share => ProblemKind::ShareUnits {
            part: one,
            whole: other,
        },
        _ => ProblemKind::GraphicUnits { one, other },
    })
}

/// Whether the words up to a number, and it, say that another became it: 提高到, 降至.
fn moved_on(words: &str) -> bool {
    const MOVED: [char; 13] = [
        '高', '升', '加', '长', '大', '增', '涨', '降', '低', '少', '小', '落', '跌',
    ];
    const REACHED: [char; 3] = ['到', '至', '为'];
    let letters: Vec<char> = words.chars().collect();
    let ended = letters.iter().any(|letter| "。；".contains(*letter));
    !ended && letters.windows(2).any(|pair| {
        matches!(pair, [moved, reached] if MOVED.contains(moved) && REACHED.contains(reached))
    })
}
