//! A report's file as the editor reads it: line under line, each with what it is and
//! where it stands.
//!
//! A file is JSON here and no [`Report`](crate::report::Report): while it is edited it may
//! lack what a report needs, and what a newer edition put into it stays.

use std::collections::HashMap;
use std::ops::Range;

use serde_json::Value;

use crate::draft::labels::labels;
use crate::report::find::places;
use crate::report::number;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextLineKind {
    Title,
    Preface,
    PartHeading,
    PartText,
    ChapterHeading,
    ChapterText,
    SectionHeading,
    SectionPoint,
    StairPoint,
    MeasuresHeading,
    GroupHeading,
    GroupPoint,
    AdviceHeading,
    AdviceItem,
}

/// A line of the manuscript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// What it is.
    pub kind: TextLineKind,
    /// JSON pointer to the text itself.
    pub pointer: String,
    /// Its words.
    pub text: String,
    /// The figures that its point names.
    pub figures: Vec<NamedFigure>,
}

/// A figure as a point names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFigure {
    /// Its place in the file's list.
    pub at: usize,
    pub id: String,
    pub label: String,
    pub phrase: String,
}

/// A number in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundNumber {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// The place of its figure in the file's list; none where no figure takes it.
    pub figure: Option<usize>,
    /// The figure's id; empty where there is none.
    pub id: String,
    /// What it may be called.
    pub label: String,
}

impl TextLineKind {
    /// Its name, in both languages.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            TextLineKind::Title => ("题", "Title"),
            TextLineKind::Preface => ("导语", "Preface"),
            TextLineKind::PartHeading => ("部分", "Part"),
            TextLineKind::PartText => ("段首", "Opening"),
            TextLineKind::ChapterHeading => ("章", "Chapter"),
            TextLineKind::ChapterText => ("概述", "Summary"),
            TextLineKind::SectionHeading => ("节", "Section"),
            TextLineKind::SectionPoint => ("正文", "Text"),
            TextLineKind::StairPoint => ("要求", "Demand"),
            TextLineKind::MeasuresHeading => ("举措", "Measures"),
            TextLineKind::GroupHeading => ("组", "Group"),
            TextLineKind::GroupPoint => ("正文", "Text"),
            TextLineKind::AdviceHeading => ("建议", "Advice"),
            TextLineKind::AdviceItem => ("条", "Item"),
        }
    }

    /// How high a heading it is; none where it is text.
    pub fn level(self) -> Option<u8> {
        match self {
            TextLineKind::Title => Some(1),
            TextLineKind::PartHeading => Some(2),
            TextLineKind::ChapterHeading
            | TextLineKind::MeasuresHeading
            | TextLineKind::AdviceHeading => Some(3),
            TextLineKind::SectionHeading | TextLineKind::GroupHeading => Some(4),
            _ => None,
        }
    }
}

/// Every line of a file.
pub fn lines(file: &Value) -> Vec<TextLine> {
    let figures = file.get("figures").and_then(Value::as_array);
    let figures = figures
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(at, figure)| {
            let named = NamedFigure {
                at,
                id: words(figure, "/id").to_owned(),
                label: words(figure, "/label").to_owned(),
                phrase: words(figure, "/phrase").to_owned(),
            };
            (words(figure, "/id"), named)
        });
    let mut reading = Manuscript {
        file,
        figures: figures.collect(),
        lines: Vec::new(),
    };
    reading.heading(TextLineKind::Title, "/title/text");
    reading.point(TextLineKind::Preface, "/preface");
    for part in entries(file, "/parts") {
        reading.part(&part);
    }
    reading.lines
}

/// The pointers of a list's entries.
pub fn entries(file: &Value, list: &str) -> Vec<String> {
    let length = file
        .pointer(list)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    (0..length).map(|at| format!("{list}/{at}")).collect()
}

/// The words at a pointer; empty where there are none.
pub fn words<'a>(file: &'a Value, pointer: &str) -> &'a str {
    file.pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

struct Manuscript<'a> {
    file: &'a Value,
    figures: HashMap<&'a str, NamedFigure>,
    lines: Vec<TextLine>,
}

impl Manuscript<'_> {
    fn part(&mut self, part: &str) {
        self.heading(TextLineKind::PartHeading, &format!("{part}/heading"));
        self.point(TextLineKind::PartText, &format!("{part}/text"));
        for chapter in entries(self.file, &format!("{part}/chapters")) {
            self.heading(TextLineKind::ChapterHeading, &format!("{chapter}/heading"));
            self.point(TextLineKind::ChapterText, &format!("{chapter}/text"));
            let sections = format!("{chapter}/sections");
            self.sections(
                &sections,
                TextLineKind::SectionHeading,
                TextLineKind::SectionPoint,
            );
        }
        for stair in entries(self.file, &format!("{part}/stairs")) {
            self.point(TextLineKind::StairPoint, &stair);
        }
        self.heading(
            TextLineKind::MeasuresHeading,
            &format!("{part}/measures/heading"),
        );
        let groups = format!("{part}/measures/groups");
        self.sections(
            &groups,
            TextLineKind::GroupHeading,
            TextLineKind::GroupPoint,
        );
        self.heading(
            TextLineKind::AdviceHeading,
            &format!("{part}/advice/heading"),
        );
        for item in entries(self.file, &format!("{part}/advice/items")) {
            self.heading(TextLineKind::AdviceItem, &item);
        }
    }

    fn sections(&mut self, list: &str, heading: TextLineKind, text: TextLineKind) {
        for section in entries(self.file, list) {
            self.heading(heading, &format!("{section}/heading"));
            for point in entries(self.file, &format!("{section}/points")) {
                self.point(text, &point);
            }
        }
    }

    fn heading(&mut self, kind: TextLineKind, pointer: &str) {
        if let Some(text) = self.file.pointer(pointer).and_then(Value::as_str) {
            self.lines.push(TextLine {
                kind,
                pointer: pointer.to_owned(),
                text: text.to_owned(),
                figures: Vec::new(),
            });
        }
    }

    fn point(&mut self, kind: TextLineKind, pointer: &str) {
        let Some(point) = self.file.pointer(pointer) else {
            return;
        };
        let text = point
            .get("text")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let named = point.get("figures").and_then(Value::as_array);
        let ids = named.into_iter().flatten().filter_map(Value::as_str);
        let figures = ids.filter_map(|id| self.figures.get(id));
        self.lines.push(TextLine {
            kind,
            pointer: format!("{pointer}/text"),
            text: text.to_owned(),
            figures: figures.cloned().collect(),
        });
    }
}

/// The numbers of a line, in order and apart: its figures', and what else is read as one.
pub fn numbers(line: &TextLine) -> Vec<FoundNumber> {
    let text = line.text.as_str();
    let mut marked: Vec<FoundNumber> = Vec::new();
    if line.kind.level().is_some() || line.kind == TextLineKind::AdviceItem {
        return marked;
    }
    for figure in &line.figures {
        let free = places(text, &figure.phrase)
            .map(|start| start..start + figure.phrase.len())
            .find(|range| !range.is_empty() && apart(&marked, range));
        if let Some(range) = free {
            marked.push(FoundNumber {
                range,
                figure: Some(figure.at),
                id: figure.id.clone(),
                label: figure.label.clone(),
            });
        }
    }
    let found = number::find(text);
    for (one, label) in found.iter().zip(labels(text, &found)) {
        if apart(&marked, &one.range) {
            marked.push(FoundNumber {
                range: one.range.clone(),
                figure: None,
                id: String::new(),
                label: label.to_owned(),
            });
        }
    }
    marked.sort_by_key(|marked| marked.range.start);
    marked
}

/// Whether a range meets none of those.
fn apart(marked: &[FoundNumber], range: &Range<usize>) -> bool {
    marked
        .iter()
        .all(|other| other.range.end <= range.start || range.end <= other.range.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_its_figures_and_what_may_be_one() {
        let file = serde_json::json!({
            "title": {"text": "报告", "short": "报告"},
            "preface": {"text": "开展视察11次，提交提案773件。", "figures": ["a"]},
            "figures": [{"id": "a", "label": "提案", "phrase": "773件"}],
        });
        let lines = lines(&file);
        assert_eq!(lines.len(), 2);
        let told: Vec<_> = numbers(&lines[1])
            .iter()
            .map(|marked| (&lines[1].text[marked.range.clone()], marked.figure))
            .collect();
        assert_eq!(told, [("11次", None), ("773件", Some(0))]);
    }

    #[test]
    fn a_file_without_anything_has_no_lines() {
        assert_eq!(lines(&Value::Null), []);
    }
}
