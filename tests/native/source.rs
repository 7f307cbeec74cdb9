//! The data holds the source: all of it, once, and nothing else.
//!
//! The fixture is the text of the two posters as a PDF extractor gave it:
//! lines break inside words, spaces stand inside words, blocks are out of
//! order. Without white space, every text of the data must be found in it.

use std::cmp::Reverse;

use tujie::report::{Point, Report, Section};

use crate::data;

const SOURCE: &str = include_str!("../fixtures/source.txt");

#[test]
fn nothing_is_missing_and_nothing_is_added() {
    let rest = without(&joined(SOURCE), texts(&data::report()));
    let mut marks: Vec<char> = rest
        .chars()
        .filter(|mark| !matches!(*mark, '·' | '★' | CUT))
        .collect();
    marks.sort_unstable();
    let marks: String = marks.into_iter().collect();
    assert_eq!(marks, "123456", "only chapter numbers may be left: {rest}");
}

/// Titles of graphics and words of the flow are taken from the source, too.
#[test]
fn captions_are_the_sources_words() {
    let source = joined(SOURCE);
    let report = data::report();
    let graphics = report.chapters().flat_map(|(_, chapter)| &chapter.graphics);
    let mut captions: Vec<_> = graphics.map(|graphic| &graphic.title).collect();
    for (_, flow) in report.flows() {
        captions.push(&flow.title);
        for stage in &flow.stages {
            captions.extend(&stage.quote);
            let parts = stage.splits.iter().flat_map(|split| &split.parts);
            captions.extend(parts.map(|part| &part.label));
        }
    }
    assert!(!captions.is_empty());
    for caption in captions {
        assert!(source.contains(&joined(caption)), "{caption}");
    }
}

/// Every figure of the source stands in the data: no digits are left unread
/// but those of names, years and the numbers of a plan.
#[test]
fn every_number_is_a_figure_or_part_of_a_name() {
    let report = data::report();
    let phrases = report.figures.iter().map(|figure| figure.phrase.clone());
    let phrases: Vec<_> = phrases.collect();
    let mut rest: Vec<String> = Vec::new();
    for text in texts(&report) {
        let mut phrases = phrases.clone();
        phrases.sort_by_key(|phrase| Reverse(phrase.len()));
        let text = phrases
            .iter()
            .fold(text, |text, phrase| text.replace(phrase.as_str(), ""));
        if text.contains(|letter: char| letter.is_ascii_digit()) {
            rest.push(text);
        }
    }
    let names = ["2035年远景目标", "建党100周年", "征编5年规划", "工作70年"];
    for text in &rest {
        assert!(names.iter().any(|name| text.contains(name)), "{text}");
    }
    assert_eq!(rest.len(), names.len());
}

/// Stands where a text was taken out, so that its neighbours never join.
const CUT: char = '\u{1}';

/// The text without white space.
fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The source without those texts, each taken out once, longest first: a short
/// heading is then never taken out of the middle of a longer text.
#[track_caller]
fn without(source: &str, mut texts: Vec<String>) -> String {
    texts.sort_by_key(|text| Reverse(text.len()));
    let mut rest = source.to_owned();
    for text in texts {
        let Some(start) = rest.find(&text) else {
            panic!("the source does not say, or not as often: {text}");
        };
        rest.replace_range(start..start + text.len(), &CUT.to_string());
    }
    rest
}

/// Every text of the report that a reader reads as the source's.
fn texts(report: &Report) -> Vec<String> {
    let mut texts = vec![report.title.text.text(), report.preface.text.clone()];
    for part in &report.parts {
        texts.push(part.heading.text());
        texts.extend(words(part.text.iter().chain(&part.stairs)));
        for chapter in &part.chapters {
            texts.push(chapter.heading.text());
            texts.extend(words(&chapter.text));
            sections(&chapter.sections, &mut texts);
        }
        if let Some(measures) = &part.measures {
            texts.push(measures.heading.text());
            sections(&measures.groups, &mut texts);
        }
        if let Some(advice) = &part.advice {
            texts.push(advice.heading.text());
            texts.extend(advice.items.iter().map(|item| item.text()));
        }
    }
    texts.iter().map(|text| joined(text)).collect()
}

fn sections(sections: &[Section], texts: &mut Vec<String>) {
    for section in sections {
        texts.push(section.heading.text());
        texts.extend(words(&section.points));
    }
}

fn words<'a>(points: impl IntoIterator<Item = &'a Point>) -> Vec<String> {
    points.into_iter().map(|point| point.text.clone()).collect()
}
