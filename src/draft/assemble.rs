//! From the tree of a document to a report without figures.
//!
//! Knows which levels a report has: part, chapter, section. Where a document has fewer,
//! its headings are told one level lower, so that each point has a place.
//!
//! - [`drafted_part`], [`drafted_chapter`]: the levels; [`drafted_points`]: their texts.

use self::drafted_points::{merged, node, point, points, words};
use super::aside::Aside;
use super::doubt::{Doubt, DoubtKind};
use super::front_matter::Front;
use super::naming::{Naming, heading, short, short_title, title_heading};
use super::outline::{OutlinePiece, OutlineWords};
use crate::report::check::MAX_TEXT;
use crate::report::imprint::Imprint;
use crate::report::{Part, Report, Scenery, Title};

mod drafted_chapter;
mod drafted_part;
mod drafted_points;

/// The most letters of a line of the imprint.
const LINE: usize = 480;

/// What is being made.
pub struct Assembly<'a> {
    /// Who gives ids.
    pub naming: &'a mut Naming,
    /// What is unsure.
    pub doubts: &'a mut Vec<Doubt>,
    /// What is left out.
    pub asides: &'a mut Vec<Aside>,
}

impl Assembly<'_> {
    /// The report.
    pub fn report(&mut self, front: Front, pieces: Vec<OutlinePiece>) -> Report {
        let mut given = front.given;
        let at = pieces
            .iter()
            .position(|piece| matches!(piece, OutlinePiece::Node(_)));
        let mut pieces = pieces;
        let nodes = at.map_or_else(Vec::new, |at| pieces.split_off(at));
        let mut opening: Vec<OutlineWords> = pieces.into_iter().filter_map(words).collect();
        let title = front.title.unwrap_or_else(|| self.title(&nodes, &opening));
        let mut preface = self.preface(&mut opening, nodes.is_empty());
        let mut parts = Vec::new();
        if !opening.is_empty() {
            parts.push(self.plain_part(&title, opening));
        }
        parts.extend(self.parts(&title, nodes));
        if preface.is_empty() && !given.is_empty() {
            preface = merged(std::mem::take(&mut given));
        }
        // A line of the imprint holds so much and no more.
        if given
            .iter()
            .map(|line| line.chars().count() + 1)
            .sum::<usize>()
            > LINE
        {
            preface = merged(given.drain(..).chain([preface]));
        }
        if preface.is_empty() {
            preface = self.borrowed_preface(&mut parts, &title);
        }
        let source = joined_line(&given);
        Report {
            scenery: Scenery::default(),
            title: self.titled(&title),
            preface: point(preface),
            headline: Vec::new(),
            topics: Vec::new(),
            terms: Vec::new(),
            corrections: Vec::new(),
            earlier: None,
            keep: Vec::new(),
            breaks: Vec::new(),
            parts,
            figures: Vec::new(),
            imprint: Imprint {
                source,
                published: front.published.filter(|line| !line.is_empty()),
                publisher: front.publisher.filter(|line| !line.is_empty()),
                ..Imprint::default()
            },
            sample: false,
        }
    }

    /// A title where none stands: the first heading, or the first words.
    fn title(&mut self, nodes: &[OutlinePiece], opening: &[OutlineWords]) -> String {
        let first = nodes.iter().find_map(|piece| match piece {
            OutlinePiece::Node(node) => Some(node.heading.as_str()),
            OutlinePiece::Words(_) => None,
        });
        let clause = |words: &OutlineWords| {
            let end = words.text.find(['。', '，', '；', '！']);
            words
                .text
                .get(..end.unwrap_or(words.text.len()))
                .map(str::to_owned)
        };
        let title = first
            .map(str::to_owned)
            .or_else(|| opening.first().and_then(clause));
        let title = title
            .unwrap_or_default()
            .chars()
            .take(60)
            .collect::<String>();
        let reason = "没有找到标题，暂用这几个字";
        let choices = ["暂用", "另写标题"];
        self.doubts
            .push(Doubt::new(DoubtKind::Title, 90, &title, reason, &choices));
        title
    }

    fn titled(&mut self, title: &str) -> Title {
        Title {
            text: title_heading(title),
            short: short_title(title).replace('|', "｜"),
            seal: None,
        }
    }

    /// The paragraphs before the first heading, up to the first long one.
    fn preface(&mut self, opening: &mut Vec<OutlineWords>, alone: bool) -> String {
        const LONG: usize = 60;
        if alone && opening.len() < 2 {
            return String::new();
        }
        let long = opening
            .iter()
            .position(|words| words.text.chars().count() >= LONG);
        let end = match long {
            Some(at) => at + 1,
            None if alone => 1,
            None => opening.len(),
        };
        let letters: usize = opening
            .iter()
            .take(end)
            .map(|words| words.text.chars().count() + 1)
            .sum();
        if letters > MAX_TEXT {
            return String::new();
        }
        let texts: Vec<String> = opening.drain(..end).map(|words| words.text).collect();
        let greeting = |text: &String| text.ends_with(['：', ':']);
        if texts.iter().filter(|text| !greeting(text)).count() > 1 {
            let reason = "标题之前的几段合成导语";
            let choices = ["合成导语", "只取一段"];
            let first = texts.first().cloned().unwrap_or_default();
            self.doubts
                .push(Doubt::new(DoubtKind::Preface, 30, first, reason, &choices));
        }
        merged(texts)
    }

    /// A preface where none stands: the first part's own text, or the title.
    fn borrowed_preface(&mut self, parts: &mut [Part], title: &str) -> String {
        let part = parts.first_mut();
        let part = part.filter(|part| !part.chapters.is_empty() || !part.stairs.is_empty());
        let text = part
            .and_then(|part| part.text.take())
            .map(|point| point.text);
        let reason = match text {
            Some(_) => "没有导语，取了第一部分开头的一段",
            None => "没有导语，暂用标题",
        };
        let choices = ["暂用", "另写导语"];
        let text = text.unwrap_or_else(|| title.to_owned());
        self.doubts
            .push(Doubt::new(DoubtKind::Preface, 60, &text, reason, &choices));
        text
    }

    /// A part of paragraphs without headings.
    fn plain_part(&mut self, title: &str, words: Vec<OutlineWords>) -> Part {
        self.doubts.push(Doubt::new(
            DoubtKind::Heading,
            50,
            title,
            "几段文字没有标题，单独成一部分，暂用全文标题",
            &["单独成一部分", "并入导语"],
        ));
        let mut part = self.part_of(title);
        self.leading(&mut part, words);
        part
    }

    fn part_of(&mut self, words: &str) -> Part {
        Part {
            pairs: Vec::new(),
            reach: None,
            id: self.naming.id("part", words),
            heading: heading(words),
            nav: Some(short(&heading(words).text())),
            text: None,
            chapters: Vec::new(),
            stairs: Vec::new(),
            flows: Vec::new(),
            measures: None,
            advice: None,
            sequels: None,
        }
    }

    /// Parts of the highest headings; or one part of them as its chapters, where
    /// sections would have no place otherwise.
    fn parts(&mut self, title: &str, pieces: Vec<OutlinePiece>) -> Vec<Part> {
        let nodes = || pieces.iter().filter_map(node);
        let lower = || nodes().flat_map(|one| one.pieces.iter().filter_map(node));
        let third = lower().any(|one| one.pieces.iter().any(|piece| node(piece).is_some()));
        let (all, many) = (
            lower().count(),
            lower().filter(|one| one.pieces.len() > 1).count(),
        );
        if third || many * 2 <= all {
            return self.all_parts(pieces);
        }
        let mut part = self.part_of(title);
        part.nav = None;
        for piece in pieces {
            match piece {
                OutlinePiece::Node(node) => {
                    let chapter = self.chapter(node);
                    part.chapters.push(chapter);
                }
                OutlinePiece::Words(words) => part.stairs.extend(points(words.text)),
            }
        }
        vec![part]
    }

    fn all_parts(&mut self, pieces: Vec<OutlinePiece>) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for piece in pieces {
            match piece {
                OutlinePiece::Node(node) => {
                    let part = self.part(node);
                    parts.push(part);
                }
                OutlinePiece::Words(words) => {
                    if let Some(part) = parts.last_mut() {
                        part.stairs.extend(points(words.text));
                    }
                }
            }
        }
        parts
    }
}

fn joined_line(lines: &[String]) -> Option<String> {
    let line = lines.join("\u{3000}");
    (!line.trim().is_empty()).then_some(line)
}
