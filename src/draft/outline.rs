//! The tree of headings and texts that a document is.
//!
//! Knows ranks of headings, not what a report makes of them.

use super::aside::{Aside, AsideKind};
use super::document::{Paragraph, ParagraphPlace};
use super::heading::{HeadingRank, ParagraphRole};

/// A paragraph with its role.
#[derive(Clone, Debug)]
pub struct OutlineEntry {
    /// The paragraph.
    pub paragraph: Paragraph,
    /// What it is.
    pub role: ParagraphRole,
}

/// A text or a heading with what stands below it.
#[derive(Clone, Debug)]
pub enum OutlinePiece {
    /// A paragraph or a point.
    Words(OutlineWords),
    /// A heading with its own.
    Node(Node),
}

/// A paragraph or a point.
#[derive(Clone, Debug)]
pub struct OutlineWords {
    /// Its words.
    pub text: String,
    /// Whether a bullet or a number stood before it.
    pub listed: bool,
}

/// A heading with what stands below it.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its words, without the full stop.
    pub heading: String,
    /// Its full stop, where it has one.
    pub stop: &'static str,
    /// Its rank.
    pub rank: HeadingRank,
    /// Whether its paragraph goes on behind it.
    pub run_in: bool,
    /// What stands below it.
    pub pieces: Vec<OutlinePiece>,
}

/// The deepest level of headings that a report tells: part, chapter, section.
const DEEPEST: usize = 3;

/// Makes a tree of the paragraphs.
pub fn tree(entries: Vec<OutlineEntry>, asides: &mut Vec<Aside>) -> Vec<OutlinePiece> {
    let mut above: Vec<Node> = Vec::new();
    let mut root: Vec<OutlinePiece> = Vec::new();
    for OutlineEntry { paragraph, role } in entries {
        let (rank, heading, rest) = match role {
            ParagraphRole::Text => {
                add(&mut above, &mut root, OutlinePiece::Words(words(paragraph)));
                continue;
            }
            ParagraphRole::Heading(rank) => (rank, paragraph.text.as_str(), ""),
            ParagraphRole::RunIn(rank, end) => {
                let (heading, rest) = paragraph.text.split_at_checked(end).unwrap_or_default();
                (rank, heading, rest)
            }
        };
        let bare = heading.trim_end_matches('。');
        let node = Node {
            heading: bare.to_owned(),
            stop: if bare.len() < heading.len() {
                "。"
            } else {
                ""
            },
            rank,
            run_in: !rest.is_empty(),
            pieces: match rest.trim() {
                "" => Vec::new(),
                rest => vec![OutlinePiece::Words(OutlineWords {
                    text: rest.to_owned(),
                    listed: false,
                })],
            },
        };
        let level = |one: HeadingRank| {
            if one == HeadingRank::Top {
                None
            } else {
                Some(one)
            }
        };
        while above
            .last()
            .is_some_and(|one| level(one.rank) >= level(rank))
        {
            close(&mut above, &mut root);
        }
        above.push(node);
    }
    while !above.is_empty() {
        close(&mut above, &mut root);
    }
    let mut pieces = settle(root, 1);
    stops(&pieces, asides);
    pieces.retain(|piece| !matches!(piece, OutlinePiece::Words(words) if words.text.is_empty()));
    pieces
}

fn words(paragraph: Paragraph) -> OutlineWords {
    OutlineWords {
        text: paragraph.text,
        listed: paragraph.sign.is_some() || paragraph.place == ParagraphPlace::Note,
    }
}

fn add(above: &mut [Node], root: &mut Vec<OutlinePiece>, piece: OutlinePiece) {
    match above.last_mut() {
        Some(node) => node.pieces.push(piece),
        None => root.push(piece),
    }
}

fn close(above: &mut Vec<Node>, root: &mut Vec<OutlinePiece>) {
    if let Some(node) = above.pop() {
        add(above, root, OutlinePiece::Node(node));
    }
}

/// The full stops that headings lose.
fn stops(pieces: &[OutlinePiece], asides: &mut Vec<Aside>) {
    for piece in pieces {
        let OutlinePiece::Node(node) = piece else {
            continue;
        };
        if !node.stop.is_empty() {
            asides.push(Aside::new(node.stop, AsideKind::Mark));
        }
        stops(&node.pieces, asides);
    }
}

/// Puts right what the order of paragraphs alone does not tell.
fn settle(pieces: Vec<OutlinePiece>, level: usize) -> Vec<OutlinePiece> {
    let mut settled: Vec<OutlinePiece> = Vec::new();
    let outdented = last_of_single(&pieces);
    for (at, piece) in pieces.into_iter().enumerate() {
        let OutlinePiece::Node(mut node) = piece else {
            settled.push(piece);
            continue;
        };
        let mut behind = Vec::new();
        if level > 1 || node.run_in {
            behind = behind_bullets(&mut node.pieces);
        }
        let texts = node
            .pieces
            .iter()
            .all(|piece| matches!(piece, OutlinePiece::Words(_)));
        if texts && outdented.contains(&at) && node.pieces.len() > 1 {
            behind.splice(0..0, node.pieces.split_off(1));
        }
        // With a greeting the speaker leaves what went before.
        let greeting = node
            .pieces
            .iter()
            .skip(1)
            .position(greets)
            .filter(|_| texts && level > 1);
        if let Some(at) = greeting {
            behind.splice(0..0, node.pieces.split_off(at + 1));
        }
        node.pieces = settle(node.pieces, level + 1);
        if node.pieces.is_empty() {
            settled.push(OutlinePiece::Words(OutlineWords {
                text: [node.heading.as_str(), node.stop].concat(),
                listed: false,
            }));
        } else if level > DEEPEST {
            settled.extend(flat(node));
        } else {
            settled.push(OutlinePiece::Node(node));
        }
        settled.extend(behind);
    }
    settled
}

/// The last of each run of headings of one rank, where every heading before it in the
/// run is the beginning of its only paragraph: what follows belongs to all of them.
fn last_of_single(pieces: &[OutlinePiece]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut run: Vec<(usize, &Node)> = Vec::new();
    let mut end = |run: &mut Vec<(usize, &Node)>| {
        let single = |(_, node): &(usize, &Node)| node.run_in && node.pieces.len() == 1;
        if let Some(((at, last), before)) = run.split_last()
            && before.len() > 1
            && last.run_in
            && before.iter().all(single)
        {
            found.push(*at);
        }
        run.clear();
    };
    for (at, piece) in pieces.iter().enumerate() {
        let OutlinePiece::Node(node) = piece else {
            continue;
        };
        if run.last().is_some_and(|(_, other)| other.rank != node.rank) {
            end(&mut run);
        }
        run.push((at, node));
    }
    end(&mut run);
    found
}

/// Whether a paragraph begins with a greeting in the middle of a speech.
fn greets(piece: &OutlinePiece) -> bool {
    let OutlinePiece::Words(words) = piece else {
        return false;
    };
    let begins = ["各位", "同志们", "朋友们"]
        .iter()
        .any(|word| words.text.starts_with(word));
    begins && words.text.chars().take(10).any(|letter| letter == '！')
}

/// The paragraphs without bullets behind bullets: they sum up what stands above.
fn behind_bullets(pieces: &mut Vec<OutlinePiece>) -> Vec<OutlinePiece> {
    let listed = |piece: &OutlinePiece| matches!(piece, OutlinePiece::Words(words) if words.listed);
    if !pieces.first().is_some_and(listed)
        || pieces
            .iter()
            .any(|piece| matches!(piece, OutlinePiece::Node(_)))
    {
        return Vec::new();
    }
    let bullets = pieces.iter().rposition(listed).map_or(0, |at| at + 1);
    pieces.split_off(bullets)
}

/// A heading too deep for a report, as texts.
fn flat(node: Node) -> Vec<OutlinePiece> {
    let mut heading = [node.heading.as_str(), node.stop].concat();
    let mut pieces = node.pieces.into_iter();
    let mut texts = Vec::new();
    if node.run_in
        && let Some(OutlinePiece::Words(words)) = pieces.next()
    {
        heading.push_str(&words.text);
    }
    texts.push(OutlinePiece::Words(OutlineWords {
        text: heading,
        listed: true,
    }));
    texts.extend(pieces);
    texts
}
