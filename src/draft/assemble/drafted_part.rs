//! A part: its own texts, its chapters, and what stands between and behind them.

use super::Assembly;
use super::drafted_points::{merged, node, point, points};
use crate::draft::aside::{Aside, AsideKind};
use crate::draft::doubt::{Doubt, DoubtKind};
use crate::draft::heading::HeadingRank;
use crate::draft::outline::{Node, OutlinePiece, OutlineWords};
use crate::draft::proposals;
use crate::report::Part;

impl Assembly<'_> {
    pub(super) fn part(&mut self, whole: Node) -> Part {
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
    pub(super) fn leading(&mut self, part: &mut Part, words: Vec<OutlineWords>) {
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
            rank: HeadingRank::Plain,
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
