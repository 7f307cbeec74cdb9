//! From the tree of a document to a report without figures.
//!
//! Knows which levels a report has: part, chapter, section. Where a document has fewer,
//! its headings are told one level lower, so that each point has a place.

use super::aside::{Aside, AsideKind};
use super::doubt::{Doubt, DoubtKind};
use super::front::Front;
use super::naming::{Naming, heading, short};
use super::outline::{Node, OutlinePiece, OutlineWords};
use super::proposals;
use crate::report::check::MAX_TEXT;
use crate::report::imprint::Imprint;
use crate::report::{Advice, Chapter, Measures, Part, Point, Report, Section, Title};

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
            title: self.titled(&title),
            preface: point(preface),
            headline: Vec::new(),
            topics: Vec::new(),
            terms: Vec::new(),
            corrections: Vec::new(),
            keep: Vec::new(),
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
            text: heading(title),
            short: title.replace('|', "｜"),
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
        if texts.len() > 1 {
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

    fn part(&mut self, whole: Node) -> Part {
        let mut part = self.part_of(&whole.heading);
        let proposals = whole.pieces.iter().any(|piece| match piece {
            OutlinePiece::Words(words) => proposals::tells(&words.text),
            OutlinePiece::Node(_) => false,
        });
        let last = whole.pieces.iter().rposition(|piece| node(piece).is_some());
        let mut pieces = whole.pieces.into_iter().enumerate().peekable();
        let mut leading = Vec::new();
        while let Some((_, OutlinePiece::Words(words))) =
            pieces.next_if(|(_, piece)| node(piece).is_none())
        {
            leading.push(words);
        }
        if last.is_some() {
            // What stands before the chapters has one place.
            let texts: Vec<String> = leading.into_iter().map(|words| words.text).collect();
            self.opening(&mut part, texts);
        } else {
            self.leading(&mut part, leading);
        }
        let mut between: Vec<OutlineWords> = Vec::new();
        for (at, piece) in pieces {
            if node(&piece).is_some() && !between.is_empty() {
                self.between(&mut part, std::mem::take(&mut between));
            }
            match piece {
                OutlinePiece::Node(node)
                    if proposals && part.measures.is_none() && has_sections(&node) =>
                {
                    part.measures = Some(self.measures(node));
                }
                OutlinePiece::Node(node)
                    if proposals && part.advice.is_none() && is_advice(&node) =>
                {
                    part.advice = Some(self.advice(node));
                }
                OutlinePiece::Node(node) => {
                    let chapter = self.chapter(node);
                    part.chapters.push(chapter);
                }
                OutlinePiece::Words(words) if Some(at) > last => self.behind(&mut part, words),
                OutlinePiece::Words(words) => between.push(words),
            }
        }
        if part.chapters.is_empty() {
            return part;
        }
        part.nav = None;
        part
    }

    /// The texts of a part that has no chapters: the first its text, the others a step
    /// each.
    fn leading(&mut self, part: &mut Part, words: Vec<OutlineWords>) {
        for words in words {
            let own = part.text.is_none() && part.stairs.is_empty() && !words.listed;
            let mut texts = points(words.text).into_iter();
            if own {
                part.text = texts.next();
            }
            part.stairs.extend(texts);
        }
    }

    /// The texts before the chapters, as one.
    fn opening(&mut self, part: &mut Part, texts: Vec<String>) {
        let count = texts.len();
        let Some(first) = texts.first().cloned() else {
            return;
        };
        let mut texts = points(merged(texts)).into_iter();
        part.text = texts.next();
        part.stairs.extend(texts);
        if count > 1 {
            let reason = format!("各章之前有 {count} 段，合成这一部分开头的一段");
            let choices = ["合成一段", "分到各章"];
            self.doubts.push(Doubt::new(
                DoubtKind::Paragraph,
                35,
                first,
                reason,
                &choices,
            ));
        }
    }

    /// A paragraph behind all chapters.
    fn behind(&mut self, part: &mut Part, words: OutlineWords) {
        let reason = "这一段在各章之后，没有标题，列在这一部分末尾";
        let choices = ["列在末尾", "归入最后一章", "另立一章"];
        self.doubts.push(Doubt::new(
            DoubtKind::Paragraph,
            40,
            &words.text,
            reason,
            &choices,
        ));
        part.stairs.extend(points(words.text));
    }

    /// Paragraphs between two chapters: a chapter of their own, by its first sentence.
    fn between(&mut self, part: &mut Part, words: Vec<OutlineWords>) {
        let reason = "这几段在两章之间，没有标题，单独成一章，暂以第一句为标题";
        let choices = ["单独成一章", "归入前一章"];
        let text = merged(words.into_iter().map(|words| words.text));
        let end = text.find('。').filter(|at| *at < 300);
        let parts = end.and_then(|end| {
            let (first, rest) = text.split_at_checked(end)?;
            let rest = rest.strip_prefix('。')?.trim();
            (!rest.is_empty()).then_some((first, rest))
        });
        let Some((first, rest)) = parts else {
            return self.append(part, text);
        };
        self.asides.push(Aside::new("。", AsideKind::Mark));
        self.doubts
            .push(Doubt::new(DoubtKind::Heading, 55, first, reason, &choices));
        let pieces = vec![OutlinePiece::Words(OutlineWords {
            text: rest.to_owned(),
            listed: false,
        })];
        let chapter = self.chapter(Node {
            heading: first.to_owned(),
            stop: "。",
            rank: super::heading::HeadingRank::Plain,
            run_in: true,
            pieces,
        });
        part.chapters.push(chapter);
    }

    /// A sentence between two chapters goes to the one before.
    fn append(&mut self, part: &mut Part, text: String) {
        let reason = "这一句在两章之间，没有标题，归入前一章";
        let choices = ["归入前一章", "另立一章"];
        self.doubts.push(Doubt::new(
            DoubtKind::Paragraph,
            45,
            &text,
            reason,
            &choices,
        ));
        let Some(chapter) = part.chapters.last_mut() else {
            part.stairs.extend(points(text));
            return;
        };
        let own = chapter.text.take().map(|point| point.text);
        chapter.text = Some(point(merged(own.into_iter().chain([text]))));
    }

    fn chapter(&mut self, whole: Node) -> Chapter {
        let mut sections = Vec::new();
        let mut texts = Vec::new();
        let count = whole
            .pieces
            .iter()
            .filter(|piece| node(piece).is_none())
            .count();
        for piece in whole.pieces {
            match piece {
                OutlinePiece::Node(node) => sections.push(self.section(node)),
                OutlinePiece::Words(words) => texts.push(words.text),
            }
        }
        if count > 1 {
            let reason = format!("这一章有 {count} 段不属于任何一节，合成一段概述");
            let choices = ["合成一段", "加上小标题"];
            self.doubts.push(Doubt::new(
                DoubtKind::Paragraph,
                30,
                &whole.heading,
                reason,
                &choices,
            ));
        }
        let mut texts = points(merged(texts))
            .into_iter()
            .filter(|point| !point.text.is_empty());
        let text = texts.next();
        let rest: Vec<Point> = texts.collect();
        if !rest.is_empty() {
            // More than one text may hold: the rest is a section of the same name.
            let pieces = rest.into_iter().map(|point| {
                OutlinePiece::Words(OutlineWords {
                    text: point.text,
                    listed: false,
                })
            });
            let pieces = pieces.collect();
            sections.insert(
                0,
                self.section(Node {
                    pieces,
                    heading: whole.heading.clone(),
                    stop: "",
                    rank: whole.rank,
                    run_in: false,
                }),
            );
        }
        Chapter {
            id: self.naming.id("chapter", &short(&whole.heading)),
            nav: short(&heading(&whole.heading).text()),
            heading: heading(&whole.heading),
            strip: Vec::new(),
            text,
            graphics: Vec::new(),
            sections,
        }
    }

    fn section(&mut self, whole: Node) -> Section {
        Section {
            id: self.naming.id("section", &short(&whole.heading)),
            heading: heading(&whole.heading),
            points: whole.pieces.into_iter().flat_map(all_points).collect(),
        }
    }

    fn measures(&mut self, whole: Node) -> Measures {
        let id = self.naming.id("measures", &whole.heading);
        let mut groups: Vec<Section> = Vec::new();
        for piece in whole.pieces {
            match piece {
                OutlinePiece::Node(node) => groups.push(self.section(node)),
                piece => {
                    if let Some(group) = groups.last_mut() {
                        group.points.extend(all_points(piece));
                    }
                }
            }
        }
        Measures {
            id,
            heading: heading(&whole.heading),
            groups,
        }
    }

    fn advice(&mut self, whole: Node) -> Advice {
        let items = whole.pieces.into_iter().filter_map(words);
        Advice {
            id: self.naming.id("advice", &whole.heading),
            heading: heading(&whole.heading),
            items: items.map(|words| heading(&words.text)).collect(),
        }
    }
}

fn node(piece: &OutlinePiece) -> Option<&Node> {
    match piece {
        OutlinePiece::Node(node) => Some(node),
        OutlinePiece::Words(_) => None,
    }
}

fn words(piece: OutlinePiece) -> Option<OutlineWords> {
    match piece {
        OutlinePiece::Words(words) => Some(words),
        OutlinePiece::Node(_) => None,
    }
}

/// Whether all that stands below are sections, the first before all else.
fn has_sections(whole: &Node) -> bool {
    whole
        .pieces
        .first()
        .is_some_and(|piece| node(piece).is_some())
}

/// Whether short lines stand below and nothing else.
fn is_advice(whole: &Node) -> bool {
    const LONG: usize = 60;
    let short = |piece: &OutlinePiece| match piece {
        OutlinePiece::Words(words) => words.text.chars().count() <= LONG,
        OutlinePiece::Node(_) => false,
    };
    whole.pieces.len() > 1 && whole.pieces.iter().all(short)
}

/// All points of a piece, the headings below it as points.
fn all_points(piece: OutlinePiece) -> Vec<Point> {
    match piece {
        OutlinePiece::Words(words) => points(words.text),
        OutlinePiece::Node(node) => {
            let mut found = points([node.heading.as_str(), node.stop].concat());
            found.extend(node.pieces.into_iter().flat_map(all_points));
            found
        }
    }
}

fn point(text: String) -> Point {
    Point {
        text,
        figures: Vec::new(),
        strong: Vec::new(),
    }
}

/// A text as a point; where it is longer than any may be, as several, each of whole
/// sentences.
fn points(text: String) -> Vec<Point> {
    if text.len() <= MAX_TEXT {
        return vec![point(text)];
    }
    let mut found = Vec::new();
    let (mut piece, mut count) = (String::new(), 0);
    for letter in text.chars() {
        piece.push(letter);
        count += 1;
        let ends = count > MAX_TEXT / 2 && letter == '。';
        if ends || count >= MAX_TEXT {
            found.push(point(std::mem::take(&mut piece)));
            count = 0;
        }
    }
    if !piece.trim().is_empty() {
        found.push(point(piece));
    }
    found
}

/// Texts in one: a wide space stands where no sentence ends.
fn merged(texts: impl IntoIterator<Item = String>) -> String {
    let mut whole = String::new();
    for text in texts {
        let ends = whole.ends_with(['。', '！', '？', '：', '；', '，']);
        if !whole.is_empty() && !ends {
            whole.push('\u{3000}');
        }
        whole.push_str(&text);
    }
    whole
}

fn joined_line(lines: &[String]) -> Option<String> {
    let line = lines.join("\u{3000}");
    (!line.trim().is_empty()).then_some(line)
}
