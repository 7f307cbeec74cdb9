//! What has been read of a flow, and how it ends.

use super::counts::{CountSense, SPLITS, ToldCount};
use super::reading::FlowReading;
use super::wording::named;
use crate::draft::doubt::{Doubt, DoubtKind};
use crate::report::{Exit, Flow, Id, SplitPart, Stage};

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

impl FlowReading<'_, '_> {
    /// 全部办结: the last stage where it is told without a count.
    pub fn concluded(&mut self) {
        let Some(begun) = &self.flow else { return };
        let told = begun
            .stages
            .iter()
            .any(|(sense, _)| *sense == CountSense::Concluded);
        if told || begun.stages.is_empty() {
            return;
        }
        let all = |clause: &&str| {
            let all = ["所有", "全部", "均已", "均按", "都已", "100%", "100％"]
                .iter()
                .any(|word| clause.contains(word));
            all && ["办结", "办复", "办理完毕"]
                .iter()
                .any(|word| clause.contains(word))
        };
        let Some(quote) = self.text.split(['，', '。', '；']).map(str::trim).find(all) else {
            return;
        };
        let (label, short) = named(CountSense::Concluded, quote);
        let id = self.naming.id("stage", &label);
        if let Some(begun) = &mut self.flow {
            begun.stages.push((CountSense::Concluded, 0));
            begun.flow.stages.push(Stage {
                id,
                label,
                short,
                figure: None,
                quote: Some(quote.to_owned()),
                share: None,
                exits: Vec::new(),
                splits: Vec::new(),
            });
        }
    }

    /// Keeps the flow, if it is one.
    pub fn finish(&mut self, title: &str) {
        let Some(mut begun) = self.flow.take() else {
            return;
        };
        if begun.flow.stages.len() < 2 {
            return;
        }
        begun.complete();
        let last = begun
            .flow
            .stages
            .last()
            .and_then(|stage| stage.quote.clone());
        let named = last.filter(|_| {
            title.is_empty()
                || begun
                    .flow
                    .stages
                    .last()
                    .is_some_and(|stage| stage.figure.is_none())
        });
        begun.flow.title = named.unwrap_or_else(|| title.to_owned());
        begun.flow.id = self.naming.id("flow", &begun.flow.title);
        let stages: Vec<&str> = begun
            .flow
            .stages
            .iter()
            .map(|stage| stage.short.as_str())
            .collect();
        let reason = format!("从这段文字读出流程：{}", stages.join("→"));
        self.doubts.push(Doubt::new(
            DoubtKind::Flow,
            45,
            begun.begins,
            reason,
            &["是", "改正", "不画流程"],
        ));
        self.found.push(begun.flow);
    }
}
