//! What a part holds, in reading order.

use super::{Advice, Chapter, Extent, Flow, Measures, Part, Point, Report, Sequels};

/// One of the things that a part holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Content<'a> {
    /// A chapter, with its number in the report, from 1.
    Chapter(usize, &'a Chapter),
    /// What was done and what came of it.
    Sequels(&'a Sequels),
    /// How far the work reaches.
    Reach(&'a Extent),
    /// The outlook: at least one step.
    Stairs(&'a [Point]),
    /// A flow.
    Flow(&'a Flow),
    /// What was done.
    Measures(&'a Measures),
    /// What is advised.
    Advice(&'a Advice),
}

impl Report {
    /// What one of the report's parts holds.
    pub fn contents<'a>(&'a self, part: &'a Part) -> Vec<Content<'a>> {
        let stairs = (!part.stairs.is_empty()).then_some(Content::Stairs(&part.stairs));
        self.chapters_of(part)
            .map(|(number, chapter)| Content::Chapter(number, chapter))
            .chain(part.sequels.as_ref().map(Content::Sequels))
            .chain(part.reach.as_ref().map(Content::Reach))
            .chain(stairs)
            .chain(part.flows.iter().map(Content::Flow))
            .chain(part.measures.as_ref().map(Content::Measures))
            .chain(part.advice.as_ref().map(Content::Advice))
            .collect()
    }

    /// The chapters of one of the report's parts, with their numbers, from 1.
    pub fn chapters_of<'a>(&self, part: &'a Part) -> impl Iterator<Item = (usize, &'a Chapter)> {
        let earlier = self.parts.iter();
        let earlier = earlier.take_while(|earlier| earlier.id != part.id);
        let before: usize = earlier.map(|earlier| earlier.chapters.len()).sum();
        (before + 1..).zip(&part.chapters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_are_numbered_through_the_parts() {
        let chapter = |id| serde_json::json!({"id": id, "heading": id, "nav": id});
        let report: Report = serde_json::from_value(serde_json::json!({
            "title": {"text": "报告", "short": "报告"},
            "preface": {"text": "序"},
            "parts": [
                {"id": "a", "heading": "甲", "chapters": [chapter("b"), chapter("c")]},
                {"id": "d", "heading": "丁", "stairs": [{"text": "望"}]},
                {"id": "e", "heading": "戊", "chapters": [chapter("f")]},
            ],
        }))
        .unwrap();
        let numbers = report.parts.iter().flat_map(|part| report.contents(part));
        let numbers: Vec<_> = numbers
            .map(|content| match content {
                Content::Chapter(number, _) => number,
                _ => 0,
            })
            .collect();
        assert_eq!(numbers, [1, 2, 0, 3]);
        let stops = report.stops();
        let stops: Vec<_> = stops.iter().map(|stop| (stop.number, stop.apart)).collect();
        let expected = [
            (Some(1), false),
            (Some(2), false),
            (None, true),
            (Some(3), false),
        ];
        assert_eq!(stops, expected);
    }
}
