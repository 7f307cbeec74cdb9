//! What has been read of a flow.

use super::told_counts::{CountSense, SPLITS, ToldCount, WHEN, part_name};
use crate::report::{Exit, Flow, Id, Split, SplitPart};

/// A flow with what is known of its counts.
pub struct BegunFlow {
    /// The flow.
    pub flow: Flow,
    /// What its stages tell of, and how many each counts.
    pub stages: Vec<(CountSense, u64)>,
    /// What is told to have left, waiting for the stage that it left before.
    pub left: Vec<Exit>,
    /// How many exits and parts count, by their ids.
    pub counts: Vec<(Id, u64)>,
    /// The text in which it begins.
    pub begins: String,
}

impl BegunFlow {
    /// Whether a stage of that sense is told.
    pub fn tells(&self, sense: CountSense) -> bool {
        self.stages.iter().any(|(other, _)| *other == sense)
    }

    /// How many an exit or a part counts.
    fn counted(&self, id: &Id) -> u64 {
        let found = self.counts.iter().find(|(other, _)| other == id);
        found.map_or(0, |(_, count)| *count)
    }

    /// 会议期间收到330件，平时提案25件，合计355件: the sum is the first stage, and what was
    /// taken for it is the first of its parts.
    pub fn total(&mut self, count: &ToldCount) {
        let ([stage], [(CountSense::Submitted, value)]) =
            (self.flow.stages.as_slice(), self.stages.as_slice())
        else {
            return;
        };
        let [split] = stage.splits.as_slice() else {
            return;
        };
        let rest: u64 = split.parts.iter().map(|part| self.counted(&part.id)).sum();
        let quote = stage.quote.as_deref().unwrap_or_default();
        let names = SPLITS.iter().flat_map(|(_, parts)| parts.iter());
        let Some(name) = names.copied().find(|name| quote.contains(name)) else {
            return;
        };
        if value + rest != count.value || count.unit != self.flow.unit {
            return;
        }
        let Some(stage) = self.flow.stages.first_mut() else {
            return;
        };
        let part = SplitPart {
            id: Id([stage.id.0.as_str(), "-1"].concat()),
            label: name.to_owned(),
            figure: stage.figure.replace(count.id.clone()),
            share: None,
            parts: Vec::new(),
        };
        stage.quote = Some(count.quote.trim().to_owned());
        if let Some(split) = stage.splits.first_mut() {
            split.parts.insert(0, part);
        }
        self.stages = vec![(CountSense::Submitted, count.value)];
    }

    /// 大会提案950件，平时提案24件, and no sum of them: the first of them is no stage, and
    /// nothing is taken from it. Gives its words.
    pub fn without_total(&mut self) -> Option<String> {
        let first = self.flow.stages.first()?;
        let quote = first.quote.clone()?;
        part_name(WHEN, &quote)?;
        let (by, _) = SPLITS.get(WHEN)?;
        let split = |split: &Split| by.contains(&split.by.as_str());
        let split = first.splits.iter().find(|one| split(one))?;
        let counts = split.parts.iter().map(|part| self.counted(&part.id));
        // 其中大会提案350件、平时提案36件: then it is the sum.
        if self
            .stages
            .first()
            .is_some_and(|(_, value)| *value == counts.sum::<u64>())
        {
            return None;
        }
        self.flow.stages.remove(0);
        self.stages.remove(0);
        if let Some(second) = self.flow.stages.first_mut() {
            second.exits.clear();
            second.share = None;
        }
        Some(quote)
    }

    /// Takes out splits whose parts are more than their stage; the words of the first part
    /// of each.
    pub fn too_large(&mut self) -> Vec<String> {
        let mut whole = 0;
        let mut found = Vec::new();
        for (stage, (_, value)) in self.flow.stages.iter_mut().zip(&self.stages) {
            whole = if *value > 0 { *value } else { whole };
            stage.splits.retain(|split| {
                let count = |id: &Id| self.counts.iter().find(|(other, _)| other == id);
                let counts = split.parts.iter().filter_map(|part| count(&part.id));
                let fits = counts.map(|(_, count)| count).sum::<u64>() <= whole;
                if !fits {
                    found.extend(split.parts.first().map(|part| part.label.clone()));
                }
                fits
            });
        }
        found
    }

    /// Takes out exits without a count where those with one are all that left.
    pub fn complete(&mut self) {
        let pairs = self.stages.iter().zip(self.stages.iter().skip(1));
        let differences: Vec<u64> = pairs
            .map(|((_, before), (_, count))| before.saturating_sub(*count))
            .collect();
        for (stage, difference) in self.flow.stages.iter_mut().skip(1).zip(differences) {
            let told = |exit: &Exit| {
                let count = self.counts.iter().find(|(id, _)| *id == exit.id);
                count.map_or(0, |(_, count)| *count)
            };
            let sum: u64 = stage.exits.iter().map(told).sum();
            let all = sum >= difference;
            stage.exits.retain(|exit| exit.figure.is_some() || !all);
        }
    }
}
