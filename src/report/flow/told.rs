//! What an item says: its sentence, what became of what left, how its number follows
//! from others, and the source's own words about it.

use super::counted::Count;
use super::item::{Item, ItemKind};
use crate::report::find::{clause, clause_at, holds};
use crate::report::runs::{RunKind, runs};
use crate::report::{ExitKind, Figure, Id, Part, Point, Report};

impl<'a> Item<'a> {
    /// The attribute by which the page names it, and the id in it.
    pub fn name(&self) -> (&'static str, String) {
        match self.kind {
            ItemKind::Stage(_, stage) => ("data-stage", stage.id.0.clone()),
            ItemKind::Exit(.., Some(exit), _) => ("data-exit", exit.id.0.clone()),
            ItemKind::Exit(.., None, stage) => ("data-exit", unstated(&stage.id)),
            ItemKind::Part(part) => ("data-part", part.id.0.clone()),
            ItemKind::Rest(last) => ("data-part", [last.id.0.as_str(), "-rest"].concat()),
            ItemKind::Beside(beside) => ("data-part", beside.id.0.clone()),
        }
    }

    /// The id, where the page names it by this attribute.
    pub fn named(&self, attribute: &str) -> Option<String> {
        let (name, id) = self.name();
        (name == attribute).then_some(id)
    }

    /// All that its place in a drawing says, in one sentence.
    pub fn sentence(&self) -> String {
        let mut sentence = self.label.to_owned();
        if let Some(count) = self.count {
            sentence.push(' ');
            sentence.push_str(&count.value.to_string());
            sentence.push_str(self.unit);
        }
        if let Some(fate) = self.fate() {
            sentence.push('，');
            sentence.push_str(&fate.concat());
        }
        for rate in &self.rates {
            sentence.push_str(if sentence == self.label { " " } else { "，" });
            if !rate.of.is_empty() {
                sentence.push_str(&rate.name());
                sentence.push(' ');
            }
            sentence.push_str(rate.shown());
        }
        sentence
    }

    /// What became of what left, where that is told, and whither: a line may break between.
    pub fn fate(&self) -> Option<[&'a str; 2]> {
        match self.kind {
            ItemKind::Exit(_, _, ExitKind::Merged, ..) => Some(["并入", "同类提案"]),
            ItemKind::Exit(_, _, ExitKind::Transferred, exit, _) => {
                Some(["转", exit?.to.as_deref()?])
            }
            ItemKind::Exit(_, _, ExitKind::Pending, ..) => Some(["尚未", "完成"]),
            ItemKind::Exit(_, _, ExitKind::Unstated, Some(_), _) => Some(["原文未说明", "去向"]),
            _ => None,
        }
    }

    /// What else is to be told, each under its name: how a number follows from
    /// others, and the source's reason, which is said not to be given where it is not.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = Vec::new();
        if let Some(fate) = self.fate() {
            facts.push(("去向", fate.concat()));
        }
        for rate in &self.rates {
            if let Some(count) = self.count.filter(|_| rate.printed.is_some())
                && let Some(otherwise) = rate.otherwise(count.value)
            {
                facts.push(("按件数计算", otherwise));
            }
        }
        if let Some(derivation) = &self.derivation {
            facts.push(("推算", derivation.clone()));
        }
        if let ItemKind::Exit(.., exit, _) = self.kind {
            let reason = exit.and_then(|exit| exit.reason.as_deref());
            facts.push(("原因", reason.unwrap_or("原文未注明").to_owned()));
        }
        facts
    }

    /// The figure that its count is taken from.
    pub fn figure(&self) -> Option<&'a Id> {
        self.count?.figure.map(|figure| &figure.id)
    }

    /// The source's own words about it.
    pub fn quote(&self, report: &'a Report, part: &'a Part) -> Option<&'a str> {
        let own = match self.kind {
            ItemKind::Stage(_, stage) => stage.quote.as_deref(),
            ItemKind::Exit(.., exit, stage) => {
                let reason = exit.and_then(|exit| exit.reason.as_deref());
                // What follows from two stages stands where the later is told.
                let stage = || {
                    self.count
                        .filter(Count::is_derived)
                        .and(stage.quote.as_deref())
                };
                reason.or_else(stage)
            }
            _ => None,
        };
        let named = || {
            let of_stage = match self.kind {
                ItemKind::Exit(.., stage) => stage.figure.as_ref(),
                _ => None,
            };
            let figure = report.figure(self.figure().or(of_stage)?)?;
            // Where the text names the figure, the very place: “5件” may stand for
            // several numbers.
            let named = part
                .points()
                .find_map(|point| named_in(report, point, figure));
            named.or_else(|| part.texts().find_map(|text| clause(text, &figure.phrase)))
        };
        own.or_else(named).or_else(|| self.share_in(part))
    }

    /// The clause that prints the share of what is not counted, and names it.
    fn share_in(&self, part: &'a Part) -> Option<&'a str> {
        let share = self
            .rates
            .first()?
            .printed
            .filter(|_| self.count.is_none())?;
        let mut clauses = part.texts().filter_map(|text| clause(text, share));
        clauses.find(|clause| holds(clause, self.label))
    }
}

/// The clause in which a point names the figure.
fn named_in<'a>(report: &'a Report, point: &'a Point, figure: &Figure) -> Option<&'a str> {
    if !point.figures.contains(&figure.id) {
        return None;
    }
    let mut at = 0;
    for run in runs(report, point) {
        if matches!(run.kind, RunKind::Figure(other) if other.id == figure.id) {
            return clause_at(&point.text, at, run.text.len());
        }
        at += run.text.len();
    }
    None
}

/// The id of what the source leaves unexplained on the way to a stage.
pub fn unstated(stage: &Id) -> String {
    [stage.0.as_str(), "-unstated"].concat()
}

#[cfg(test)]
mod tests;
