//! A chapter with its sections, and what a part on proposals has instead.

use super::Assembly;
use super::drafted_points::{all_points, merged, node, points, words};
use crate::draft::doubt::{Doubt, DoubtKind};
use crate::draft::naming::{heading, short};
use crate::draft::outline::{Node, OutlinePiece, OutlineWords};
use crate::report::{Advice, Chapter, Measures, Point, Section};

impl Assembly<'_> {
    pub(super) fn chapter(&mut self, whole: Node) -> Chapter {
        let loose = whole.pieces.iter().filter(|piece| node(piece).is_none());
        let count = loose.count();
        // Paragraphs without any section would be one long text: they are the points of
        // a section of the same name.
        if count > 1 && count == whole.pieces.len() {
            return self.plain_chapter(whole);
        }
        let mut sections = Vec::new();
        let mut texts = Vec::new();
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

    fn plain_chapter(&mut self, mut whole: Node) -> Chapter {
        let section = Node {
            pieces: std::mem::take(&mut whole.pieces),
            heading: whole.heading.clone(),
            ..whole
        };
        let mut chapter = self.chapter(whole);
        chapter.sections.push(self.section(section));
        chapter
    }

    fn section(&mut self, whole: Node) -> Section {
        Section {
            id: self.naming.id("section", &short(&whole.heading)),
            heading: heading(&whole.heading),
            points: whole.pieces.into_iter().flat_map(all_points).collect(),
        }
    }

    pub(super) fn measures(&mut self, whole: Node) -> Measures {
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

    pub(super) fn advice(&mut self, whole: Node) -> Advice {
        let items = whole.pieces.into_iter().filter_map(words);
        Advice {
            id: self.naming.id("advice", &whole.heading),
            heading: heading(&whole.heading),
            items: items.map(|words| heading(&words.text)).collect(),
        }
    }
}
