//! Flows: what is counted is counted by figures, and what follows from them can.
//!
//! What the source contradicts is no problem (see `report::flow::discrepancy`); what
//! the editor can write in another way is.

use super::location::Location;
use super::{Check, ProblemKind, Within};
use crate::report::rate::percent_like;
use crate::report::{Beside, Exit, ExitKind, Flow, Id, Part, Split, SplitPart, Stage};

/// The most flows of a report, and stages, exits or parts in one list of a flow.
const MAX_FLOWS: usize = 20;

impl<'a> Check<'a> {
    /// A part's flows.
    pub fn flows(&mut self, place: Location, part: &'a Part) {
        self.entries_up_to(place, part.flows.len(), 0, MAX_FLOWS);
        for (index, flow) in part.flows.iter().enumerate() {
            self.flow(place.index(index), flow, part);
        }
    }

    fn flow(&mut self, place: Location, flow: &'a Flow, part: &Part) {
        self.anchor(place.key("id"), &flow.id);
        self.line(place.key("title"), &flow.title);
        self.name(place.key("unit"), &flow.unit);
        let stages = place.key("stages");
        self.entries_up_to(stages, flow.stages.len(), 1, MAX_FLOWS);
        let mut before: Option<(&Stage, Option<u64>)> = None;
        for (index, stage) in flow.stages.iter().enumerate() {
            let place = stages.index(index);
            let unit = flow.unit.as_str();
            self.exits(place.key("exits"), stage, before.is_some(), unit, part);
            let count = self.stage(place, stage, before.is_some(), unit, part);
            if let (Some((_, Some(previous))), Some(found)) = (before, count)
                && found > previous
            {
                self.push(
                    place.key("figure"),
                    ProblemKind::StageGrows { previous, found },
                );
            }
            before = Some((stage, count.or(before.and_then(|(_, count)| count))));
        }
        let beside = place.key("beside");
        self.entries_up_to(beside, flow.beside.len(), 0, MAX_FLOWS);
        for (index, one) in flow.beside.iter().enumerate() {
            self.beside(beside.index(index), one);
        }
    }

    /// A stage; what its figure counts.
    fn stage(
        &mut self,
        place: Location,
        stage: &'a Stage,
        follows: bool,
        unit: &str,
        part: &Part,
    ) -> Option<u64> {
        self.item_id(place.key("id"), &stage.id);
        self.name(place.key("label"), &stage.label);
        self.name(place.key("short"), &stage.short);
        self.quote(place.key("quote"), stage.quote.as_deref(), part);
        self.printed_share(place.key("share"), stage.share.as_deref(), follows);
        let splits = place.key("splits");
        self.entries_up_to(splits, stage.splits.len(), 0, MAX_FLOWS);
        for (index, split) in stage.splits.iter().enumerate() {
            self.split(splits.index(index), split, unit);
        }
        match &stage.figure {
            Some(id) => self.count(place.key("figure"), id, Some(unit)),
            None if !follows => {
                self.push(place.key("figure"), ProblemKind::FirstUncounted);
                None
            }
            None => {
                let uncounted = stage.exits.iter().any(|exit| exit.figure.is_none());
                if uncounted {
                    self.push(place.key("figure"), ProblemKind::StageUncounted);
                } else if stage.quote.is_none() {
                    self.push(place.key("quote"), ProblemKind::QuoteMissing);
                }
                None
            }
        }
    }

    fn exits(&mut self, place: Location, stage: &'a Stage, follows: bool, unit: &str, part: &Part) {
        self.entries_up_to(place, stage.exits.len(), 0, MAX_FLOWS);
        if !follows && !stage.exits.is_empty() {
            self.push(place, ProblemKind::ExitsBeforeFirst);
        }
        let mut uncounted = 0;
        for (index, exit) in stage.exits.iter().enumerate() {
            let place = place.index(index);
            self.exit(place, exit, unit, part);
            if exit.figure.is_none() {
                uncounted += 1;
                if uncounted == 2 {
                    self.push(place.key("figure"), ProblemKind::ExitsUncounted);
                }
            }
        }
    }

    fn exit(&mut self, place: Location, exit: &'a Exit, unit: &str, part: &Part) {
        self.item_id(place.key("id"), &exit.id);
        self.name(place.key("label"), &exit.label);
        self.quote(place.key("reason"), exit.reason.as_deref(), part);
        self.printed_share(place.key("share"), exit.share.as_deref(), true);
        if let Some(to) = &exit.to {
            self.name(place.key("to"), to);
            self.quote(place.key("to"), Some(to), part);
            if exit.kind != ExitKind::Transferred {
                self.push(place.key("to"), ProblemKind::ToUnfounded);
            }
        }
        if let Some(id) = &exit.figure {
            self.count(place.key("figure"), id, Some(unit));
        }
    }

    fn split(&mut self, place: Location, split: &'a Split, unit: &str) {
        self.name(place.key("by"), &split.by);
        let parts = place.key("parts");
        self.parts(parts, &split.parts, Some(unit), 1, 0);
    }

    fn beside(&mut self, place: Location, beside: &'a Beside) {
        self.item_id(place.key("id"), &beside.id);
        self.name(place.key("label"), &beside.label);
        self.printed_share(place.key("share"), beside.share.as_deref(), true);
        if let Some(id) = &beside.figure {
            self.count(place.key("figure"), id, None);
        }
        if beside.figure.is_none() && beside.share.is_none() && beside.parts.is_empty() {
            self.push(place.key("figure"), ProblemKind::PartUncounted);
        }
        self.parts(place.key("parts"), &beside.parts, None, 0, 0);
    }

    fn parts(
        &mut self,
        place: Location,
        parts: &'a [SplitPart],
        unit: Option<&str>,
        least: usize,
        depth: usize,
    ) {
        self.entries_up_to(place, parts.len(), least, MAX_FLOWS * 2);
        for (index, part) in parts.iter().enumerate() {
            let place = place.index(index);
            self.item_id(place.key("id"), &part.id);
            self.name(place.key("label"), &part.label);
            self.printed_share(place.key("share"), part.share.as_deref(), true);
            match &part.figure {
                Some(id) => _ = self.count(place.key("figure"), id, unit),
                None if part.share.is_none() => {
                    self.push(place.key("figure"), ProblemKind::PartUncounted);
                }
                None => {}
            }
            if depth == 0 {
                self.parts(place.key("parts"), &part.parts, unit, 0, 1);
            } else if !part.parts.is_empty() {
                self.push(place.key("parts"), ProblemKind::PartsTooDeep);
            }
        }
    }

    /// What a figure counts; a flow is drawn of whole, exact numbers in one unit.
    fn count(&mut self, place: Location, id: &Id, unit: Option<&str>) -> Option<u64> {
        self.reference(place, id);
        let report = self.report;
        let figure = report.figure(id)?;
        if let Some(unit) = unit.filter(|&unit| unit != figure.unit()) {
            let kind = ProblemKind::CountUnit {
                expected: unit.to_owned(),
                found: figure.unit().to_owned(),
            };
            self.push(place, kind);
        }
        let count = figure.whole();
        if count.is_none() {
            let phrase = figure.phrase.clone();
            self.push(place, ProblemKind::CountInexact { phrase });
        }
        count
    }

    /// A share as the source prints it.
    fn printed_share(&mut self, place: Location, share: Option<&str>, follows: bool) {
        let Some(share) = share else { return };
        self.line(place, share);
        if percent_like(share, 0, 1).is_none() || !follows {
            let found = share.to_owned();
            self.push(place, ProblemKind::ShareUnreadable { found });
        }
    }

    /// Words taken from the part's texts.
    fn quote(&mut self, place: Location, quote: Option<&str>, part: &Part) {
        let Some(quote) = quote else { return };
        self.line(place, quote);
        let holds = |text: &str| crate::report::find::holds(text, quote);
        if !part.texts().any(holds) {
            let (found, within) = (quote.to_owned(), Within::PartText);
            self.push(place, ProblemKind::NotIn { found, within });
        }
    }
}
