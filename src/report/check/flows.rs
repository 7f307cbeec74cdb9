//! Flows: what is counted is counted by figures, and what follows from them can.
//!
//! What the source contradicts is no problem (see `report::flow::discrepancy`); what
//! the editor can write in another way is.

use super::location::Location;
use super::{Check, ProblemKind, Within};
use crate::report::find::{holds, whole};
use crate::report::flow::counted::CountedStage;
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
        // How many there were before, as far as that is known.
        let mut before: Option<u64> = None;
        let report = self.report;
        for (index, counted) in flow.counted(report).stages.iter().enumerate() {
            let place = stages.index(index);
            let (unit, stage) = (flow.unit.as_str(), counted.stage);
            self.exits(place.key("exits"), stage, index > 0, unit, part);
            let found = self.stage(place, stage, index > 0, unit, part);
            match (before, found) {
                (Some(previous), Some(found)) if found > previous => {
                    let kind = ProblemKind::StageGrows { previous, found };
                    self.push(place.key("figure"), kind);
                }
                (Some(_), Some(_)) => self.nothing_left(place.key("exits"), counted),
                _ => {}
            }
            let derived = stage.figure.is_none().then_some(counted.count.value);
            before = found.or(derived.filter(|_| before.is_some())).or(before);
        }
        let beside = place.key("beside");
        self.entries_up_to(beside, flow.beside.len(), 0, MAX_FLOWS);
        for (index, one) in flow.beside.iter().enumerate() {
            self.beside(beside.index(index), one, part);
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
        self.printed_share(place.key("share"), stage.share.as_deref(), follows, part);
        let splits = place.key("splits");
        self.entries_up_to(splits, stage.splits.len(), 0, MAX_FLOWS);
        for (index, split) in stage.splits.iter().enumerate() {
            self.split(splits.index(index), split, unit, part);
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
        self.printed_share(place.key("share"), exit.share.as_deref(), true, part);
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

    /// An exit without a figure for which the two stages leave nothing.
    fn nothing_left(&mut self, place: Location, counted: &CountedStage<'_>) {
        let exits = counted.exits.iter().enumerate();
        let mut uncounted = exits.filter(|(_, exit)| exit.count.is_derived());
        if let (Some((index, exit)), None) = (uncounted.next(), uncounted.next())
            && exit.exit.is_some_and(|exit| exit.figure.is_none())
            && exit.count.value == 0
        {
            self.push(place.index(index), ProblemKind::ExitEmpty);
        }
    }

    fn split(&mut self, place: Location, split: &'a Split, unit: &str, part: &Part) {
        self.name(place.key("by"), &split.by);
        let parts = place.key("parts");
        self.parts(parts, &split.parts, Some(unit), (1, 0), part);
    }

    fn beside(&mut self, place: Location, beside: &'a Beside, part: &Part) {
        self.item_id(place.key("id"), &beside.id);
        self.name(place.key("label"), &beside.label);
        self.printed_share(place.key("share"), beside.share.as_deref(), true, part);
        if let Some(id) = &beside.figure {
            self.count(place.key("figure"), id, None);
        }
        if beside.figure.is_none() && beside.share.is_none() && beside.parts.is_empty() {
            self.push(place.key("figure"), ProblemKind::PartUncounted);
        }
        self.parts(place.key("parts"), &beside.parts, None, (0, 0), part);
    }

    fn parts(
        &mut self,
        place: Location,
        parts: &'a [SplitPart],
        unit: Option<&str>,
        (least, depth): (usize, usize),
        within: &Part,
    ) {
        self.entries_up_to(place, parts.len(), least, MAX_FLOWS * 2);
        for (index, part) in parts.iter().enumerate() {
            let place = place.index(index);
            self.item_id(place.key("id"), &part.id);
            self.name(place.key("label"), &part.label);
            self.printed_share(place.key("share"), part.share.as_deref(), true, within);
            match &part.figure {
                Some(id) => _ = self.count(place.key("figure"), id, unit),
                None if part.share.is_none() => {
                    self.push(place.key("figure"), ProblemKind::PartUncounted);
                }
                None => {}
            }
            if depth == 0 {
                self.parts(place.key("parts"), &part.parts, unit, (0, 1), within);
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

    /// A share as the source prints it: where it does not, a slip of the editor's
    /// would be told as a contradiction of the source.
    fn printed_share(&mut self, place: Location, share: Option<&str>, follows: bool, part: &Part) {
        let Some(share) = share else { return };
        self.line(place, share);
        let found = share.to_owned();
        if percent_like(share, 0, 1).is_none() || !follows {
            self.push(place, ProblemKind::ShareUnreadable { found });
        } else if !part.texts().any(|text| whole(text, share).is_some()) {
            let within = Within::PartText;
            self.push(place, ProblemKind::NotIn { found, within });
        }
    }

    /// Words taken from the part's texts.
    fn quote(&mut self, place: Location, quote: Option<&str>, part: &Part) {
        let Some(quote) = quote else { return };
        self.line(place, quote);
        let holds = |text: &str| holds(text, quote);
        if !part.texts().any(holds) {
            let (found, within) = (quote.to_owned(), Within::PartText);
            self.push(place, ProblemKind::NotIn { found, within });
        }
    }
}
