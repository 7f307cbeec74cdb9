//! How a flow ends: with all that is told to be done, and kept if it is one.

use super::flow_reading::FlowReading;
use super::stage_words::named;
use super::told_counts::{CountSense, ENDED};
use crate::draft::doubt::{Doubt, DoubtKind};
use crate::report::Stage;

impl FlowReading<'_, '_> {
    /// 全部办结: the last stage where a text tells it without a count.
    pub fn concluded(&mut self, text: &str) {
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
            all && ENDED.iter().any(|word| clause.contains(word))
        };
        let Some(quote) = text.split(['，', '。', '；']).map(str::trim).find(all) else {
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
        if let Some(quote) = begun.without_total() {
            let reason = "提交的件数分开写，没有合计，没有列入流程";
            let choices = ["不列入", "改正"];
            self.doubts
                .push(Doubt::new(DoubtKind::Flow, 60, quote, reason, &choices));
        }
        if begun.flow.stages.len() < 2 {
            return;
        }
        begun.complete();
        // An exit that is not drawn leaves nothing to doubt.
        for stage in &begun.flow.stages {
            let derived = stage.exits.iter().any(|exit| exit.figure.is_none());
            let quote = stage.quote.as_deref().unwrap_or_default();
            self.doubts.retain(|doubt| {
                derived || doubt.words != quote || !doubt.reason.ends_with("由相减得出")
            });
        }
        for first in begun.too_large() {
            let reason = "构成加起来比这一环节还多，没有列入流程";
            let choices = ["不列入", "改正"];
            self.doubts
                .push(Doubt::new(DoubtKind::Flow, 60, first, reason, &choices));
        }
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
