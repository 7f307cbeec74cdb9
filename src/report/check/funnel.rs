//! The funnel: no stage counts more than the one before, what falls away has a
//! name, the sources sum to the last stage, and all of it is in the text.

use super::figures::equal;
use super::location::Location;
use super::{Check, ProblemKind, Within};
use crate::report::{Funnel, Id, Loss, Point, Stage};

impl<'a> Check<'a> {
    /// A part's funnel, beside the text it is taken from.
    pub fn funnel(&mut self, place: Location, funnel: &'a Funnel, text: Option<&Point>) {
        if self.funnel {
            self.push(place, ProblemKind::FunnelRepeated);
        }
        self.funnel = true;
        if text.is_none() {
            self.push(place, ProblemKind::FunnelWithoutText);
        }
        let text = text.map(|point| point.text.as_str());
        self.name(place.key("unit"), &funnel.unit);

        let stages = place.key("stages");
        self.entries(stages, funnel.stages.len(), 2);
        let mut previous = None;
        for (index, stage) in funnel.stages.iter().enumerate() {
            let place = stages.index(index);
            self.stage_id(place.key("id"), &stage.id);
            self.name(place.key("label"), &stage.label);
            self.name(place.key("short"), &stage.short);
            self.count(place, &funnel.unit, stage.count, stage.figure.as_ref());
            self.quote(place.key("quote"), &stage.quote, text);
            self.step(place, stage, previous);
            if let Some(loss) = &stage.loss {
                self.loss(place.key("loss"), loss, text);
            }
            previous = Some(stage.count);
        }
        self.sources(place.key("sources"), funnel);
    }

    /// Whether the count and the loss follow from the stage before.
    fn step(&mut self, place: Location, stage: &Stage, previous: Option<u64>) {
        let found = stage.count;
        match (previous, &stage.loss) {
            (Some(previous), _) if found > previous => {
                self.push(
                    place.key("count"),
                    ProblemKind::StageGrows { previous, found },
                );
            }
            (Some(previous), None) if found < previous => {
                self.push(
                    place.key("loss"),
                    ProblemKind::LossMissing { previous, found },
                );
            }
            (Some(previous), Some(_)) if found < previous => {}
            (previous, Some(_)) => {
                self.push(
                    place.key("loss"),
                    ProblemKind::LossUnfounded { previous, found },
                );
            }
            (_, None) => {}
        }
    }

    fn loss(&mut self, place: Location, loss: &Loss, text: Option<&str>) {
        self.name(place.key("label"), &loss.label);
        if let Some(reason) = &loss.reason {
            self.quote(place.key("reason"), reason, text);
        }
    }

    fn sources(&mut self, place: Location, funnel: &'a Funnel) {
        self.entries(place, funnel.sources.len(), 0);
        for (index, source) in funnel.sources.iter().enumerate() {
            let place = place.index(index);
            self.stage_id(place.key("id"), &source.id);
            self.name(place.key("label"), &source.label);
            self.count(place, &funnel.unit, source.count, source.figure.as_ref());
        }
        let found = funnel
            .sources
            .iter()
            .map(|source| u128::from(source.count))
            .sum();
        if let (Some(last), false) = (funnel.stages.last(), funnel.sources.is_empty()) {
            let expected = last.count;
            if u128::from(expected) != found {
                self.push(place, ProblemKind::SourcesSum { expected, found });
            }
        }
    }

    /// A count of the stage or source, against the figure it is taken from.
    fn count(&mut self, place: Location, unit: &str, found: u64, id: Option<&Id>) {
        let Some(id) = id else { return };
        self.reference(place.key("figure"), id);
        let report = self.report;
        let Some(figure) = report.figure(id) else {
            return;
        };
        if !equal(found as f64, figure.value) {
            let kind = ProblemKind::Count {
                phrase: figure.phrase.clone(),
                expected: figure.value,
                found,
            };
            self.push(place.key("count"), kind);
        }
        if figure.unit != unit {
            let kind = ProblemKind::CountUnit {
                expected: unit.to_owned(),
                found: figure.unit.clone(),
            };
            self.push(place.key("figure"), kind);
        }
    }

    /// Words taken from the part's text. Without one, that is told once.
    fn quote(&mut self, place: Location, quote: &str, text: Option<&str>) {
        match text {
            Some(text) => self.excerpt(place, quote, text, Within::PartText),
            None => self.line(place, quote),
        }
    }
}
