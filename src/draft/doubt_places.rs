//! Where in a draft its doubts are.

use serde_json::Value;

use super::doubt::{Doubt, DoubtKind};
use crate::report::{Flow, Report};

/// Gives each doubt the pointer of what it is about, where its words stand in the draft.
pub fn find(report: &Report, doubts: &mut [Doubt]) {
    let Ok(file) = serde_json::to_value(report) else {
        return;
    };
    for doubt in doubts.iter_mut().filter(|doubt| doubt.pointer.is_empty()) {
        let words = doubt.words.trim_end_matches('…');
        let found = match doubt.kind {
            _ if words.is_empty() => None,
            DoubtKind::Story => told(report, words, &doubt.reason),
            DoubtKind::Flow => flowing(report, words),
            _ => None,
        };
        doubt.pointer = found
            .or_else(|| said(&file, words, ""))
            .filter(|_| !words.is_empty())
            .unwrap_or_default();
    }
}

/// A graphic of the story, by its heading; parts that are paired have none of their own.
fn told(report: &Report, words: &str, reason: &str) -> Option<String> {
    let mut parts = report.parts.iter().enumerate();
    parts.find_map(|(at, part)| {
        let begins = |heading: &str| heading.starts_with(words);
        let reach = part.reach.as_ref().map(|reach| reach.heading.text());
        let sequels = part.sequels.as_ref().map(|sequels| sequels.heading.text());
        let field = if reach.is_some_and(|heading| begins(&heading)) && reason.contains("范围") {
            "reach"
        } else if sequels.is_some_and(|heading| begins(&heading)) {
            "sequels"
        } else if !part.pairs.is_empty() && begins(&part.heading.text()) {
            "pairs"
        } else {
            return None;
        };
        Some(format!("/parts/{at}/{field}"))
    })
}

/// A stage by its quote, or the flow that begins in the words.
fn flowing(report: &Report, words: &str) -> Option<String> {
    let flows = || {
        let parts = report.parts.iter().enumerate();
        parts.flat_map(|(part_at, part)| {
            let flows = part.flows.iter().enumerate();
            flows.map(move |(at, flow)| (format!("/parts/{part_at}/flows/{at}"), flow))
        })
    };
    let quotes = |flow: &Flow| -> Vec<String> {
        let quotes = flow.stages.iter().map(|stage| stage.quote.clone());
        quotes.map(Option::unwrap_or_default).collect()
    };
    let stage = flows().find_map(|(at, flow)| {
        let stage = quotes(flow).iter().position(|quote| quote == words)?;
        Some(format!("{at}/stages/{stage}"))
    });
    let begins = |flow: &Flow| {
        let mut quotes = quotes(flow).into_iter();
        quotes.any(|quote| !quote.is_empty() && words.contains(&quote))
    };
    stage.or_else(|| flows().find(|(_, flow)| begins(flow)).map(|(at, _)| at))
}

/// The first text or heading that holds the words.
fn said(value: &Value, words: &str, at: &str) -> Option<String> {
    match value {
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            let at = format!("{at}/{name}");
            match (name.as_str(), value) {
                ("text" | "heading", Value::String(text)) => {
                    text.replace('|', "").contains(words).then_some(at)
                }
                _ => said(value, words, &at),
            }
        }),
        Value::Array(entries) => {
            let mut entries = entries.iter().enumerate();
            entries.find_map(|(index, value)| said(value, words, &format!("{at}/{index}")))
        }
        _ => None,
    }
}
