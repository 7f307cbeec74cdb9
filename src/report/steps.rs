//! What follows from a funnel's counts: rates, losses and their names.
//!
//! Every number here is computed from the counts of the source and from
//! nothing else.

use super::{Funnel, Loss, Source, Stage, rate::percent};

/// A stage beside the one before it and the first.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The stage itself.
    pub stage: &'a Stage,
    /// The stage before it; none for the first.
    pub previous: Option<&'a Stage>,
    /// The first stage.
    pub first: &'a Stage,
}

impl Funnel {
    /// The stages in order, each with what it is measured against.
    pub fn steps(&self) -> Vec<Step<'_>> {
        let Some(first) = self.stages.first() else {
            return Vec::new();
        };
        let before = core::iter::once(None).chain(self.stages.iter().map(Some));
        self.stages
            .iter()
            .zip(before)
            .map(|(stage, previous)| Step {
                stage,
                previous,
                first,
            })
            .collect()
    }

    /// The stage that the sources make up: the first with as many as the last,
    /// since nothing changed from there on.
    pub fn source_whole(&self) -> Option<&Stage> {
        let last = self.stages.last()?;
        self.stages.iter().find(|stage| stage.count == last.count)
    }

    /// A source's share of the last stage, in per cent.
    pub fn source_rate(&self, source: &Source) -> String {
        percent(
            source.count,
            self.stages.last().map_or(0, |last| last.count),
        )
    }

    /// A source's share of the first stage, in per cent.
    pub fn source_overall_rate(&self, source: &Source) -> String {
        percent(
            source.count,
            self.stages.first().map_or(0, |first| first.count),
        )
    }
}

impl<'a> Step<'a> {
    /// The share of the stage before, in per cent; none for the first.
    pub fn step_rate(&self) -> Option<String> {
        self.previous
            .map(|previous| percent(self.stage.count, previous.count))
    }

    /// The share of the first stage, in per cent.
    pub fn overall_rate(&self) -> String {
        percent(self.stage.count, self.first.count)
    }

    /// How many fewer than at the stage before.
    pub fn lost(&self) -> u64 {
        self.previous.map_or(0, |previous| {
            previous.count.saturating_sub(self.stage.count)
        })
    }

    /// How many fewer, as a share of the first stage, in per cent.
    pub fn lost_overall_rate(&self) -> String {
        percent(self.lost(), self.first.count)
    }

    /// What the loss is called and its share of the stage before, where there is one.
    pub fn loss(&self) -> Option<(&'a Loss, &'a Stage, String)> {
        let (loss, previous) = (self.stage.loss.as_ref()?, self.previous?);
        (self.lost() > 0).then(|| (loss, previous, percent(self.lost(), previous.count)))
    }
}
