//! Puts a text in reading order whose headings stand behind what they head, as posters
//! give it when their text is taken out of a PDF file.
//!
//! Only the numbers of the chapters are sure then; which chapter a section belongs to
//! where two headings stand together is a doubt.

use super::document::Paragraph;
use super::doubt::{Doubt, DoubtKind};
use super::front::is_title;
use super::heading::{HeadingRank, ParagraphRole};
use super::letter_width::width;
use super::outline::OutlineEntry;
use super::sign::Sign;

/// A high heading, and what it claims.
struct Claim {
    heading: OutlineEntry,
    content: Vec<OutlineEntry>,
}

/// Whether the first numbered heading stands behind sections.
pub fn follows(entries: &[OutlineEntry]) -> bool {
    let numbered = entries.iter().position(|entry| number(entry) == Some(1));
    let Some(before) = numbered.and_then(|at| entries.get(..at)) else {
        return false;
    };
    let begins = before
        .first()
        .is_some_and(|entry| entry.role == ParagraphRole::Heading(HeadingRank::Plain));
    let plain = |entry: &OutlineEntry| {
        matches!(
            entry.role,
            ParagraphRole::Text | ParagraphRole::Heading(HeadingRank::Plain)
        )
    };
    begins && before.iter().all(plain)
}

fn number(entry: &OutlineEntry) -> Option<u32> {
    let chapter = matches!(
        entry.role,
        ParagraphRole::Heading(HeadingRank::Sign(
            Sign::Bare | Sign::Han | Sign::HanParen | Sign::Arabic
        ))
    );
    chapter.then_some(entry.paragraph.number)
}

/// The entries in reading order, with the title first where there is one.
pub fn reordered(
    entries: Vec<OutlineEntry>,
    doubts: &mut Vec<Doubt>,
) -> (Option<String>, Vec<OutlineEntry>) {
    let mut title = None;
    let mut parts: Vec<Claim> = Vec::new();
    let mut chapters: Vec<Claim> = Vec::new();
    let mut opening: Vec<OutlineEntry> = Vec::new();
    let mut review = None;
    let mut waiting: Option<Claim> = None;
    let mut content: Vec<OutlineEntry> = Vec::new();
    let total = entries.len();
    for (at, entry) in entries.into_iter().enumerate() {
        let last = at + 1 == total;
        let high = match entry.role {
            ParagraphRole::Heading(HeadingRank::Sign(_)) => true,
            ParagraphRole::Text => is_high(&entry.paragraph, &content, last),
            _ => false,
        };
        if !high {
            content.push(entry);
            continue;
        }
        let mut found = std::mem::take(&mut content);
        if let Some(mut claim) = waiting.take() {
            let rest = divide(&mut found, &claim.heading, &entry, doubts);
            claim.content = found;
            chapters.push(claim);
            found = rest;
        }
        let claim = Claim {
            heading: entry,
            content: Vec::new(),
        };
        if number(&claim.heading).is_some() {
            if found.is_empty() {
                waiting = Some(claim);
            } else {
                chapters.push(Claim {
                    content: found,
                    ..claim
                });
            }
        } else if claim.heading.role != ParagraphRole::Text {
            if found.is_empty() && review.is_none() {
                review = Some(claim.heading);
            } else {
                parts.push(Claim {
                    content: found,
                    ..claim
                });
            }
        } else {
            let own = own(&mut found);
            apart(found, &mut title, &mut opening, &mut parts);
            let heading = OutlineEntry {
                role: ParagraphRole::Heading(HeadingRank::Sign(Sign::Bare)),
                ..claim.heading
            };
            let part = parts.last_mut().map(|part| &mut part.content);
            let into = part.unwrap_or(&mut opening);
            into.push(heading);
            into.extend(own);
        }
    }
    if let Some(claim) = waiting {
        chapters.push(Claim { content, ..claim });
    } else {
        apart(content, &mut title, &mut opening, &mut parts);
    }
    let mut ordered = opening;
    ordered.extend(review);
    chapters.sort_by_key(|claim| claim.heading.paragraph.number);
    for Claim { heading, content } in chapters.into_iter().chain(parts) {
        ordered.push(heading);
        ordered.extend(content);
    }
    (title, ordered)
}

/// A short line in a frame of its own behind bullets, or the last of all.
fn is_high(one: &Paragraph, content: &[OutlineEntry], last: bool) -> bool {
    let short = width(&one.text) <= 16.0 && !one.text.ends_with(['。', '，', '：', '；']);
    let bulleted = content
        .last()
        .is_some_and(|entry| entry.paragraph.sign == Some(Sign::Bullet));
    let listed = content
        .last()
        .is_some_and(|entry| !entry.paragraph.text.ends_with('。'));
    one.sign.is_none() && short && (one.framed && bulleted || last && listed)
}

/// Gives the first heading what stands up to the next frame, and returns the rest.
fn divide(
    content: &mut Vec<OutlineEntry>,
    first: &OutlineEntry,
    second: &OutlineEntry,
    doubts: &mut Vec<Doubt>,
) -> Vec<OutlineEntry> {
    if number(second).is_none() {
        return Vec::new();
    }
    let heads = |entry: &OutlineEntry| entry.role == ParagraphRole::Heading(HeadingRank::Plain);
    let inner = content
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, entry)| heads(entry));
    let sections: Vec<usize> = inner.map(|(at, _)| at).collect();
    let framed = |at: &&usize| {
        content
            .get(**at)
            .is_some_and(|entry| entry.paragraph.framed)
    };
    let frame = sections.iter().find(framed);
    let at = frame.or_else(|| sections.get(sections.len() / 2)).copied();
    let Some(at) = at else { return Vec::new() };
    let rest = content.split_off(at);
    let begins = rest.first().map_or("", |entry| &entry.paragraph.text);
    let (one, other) = (&first.paragraph.text, &second.paragraph.text);
    let reason = format!("标题在内容之后，这一节起归入“{other}”，之前的归入“{one}”");
    let choices = ["从这一节分开", "从别的节分开"];
    doubts.push(Doubt::new(
        DoubtKind::Membership,
        70,
        begins,
        reason,
        &choices,
    ));
    rest
}

/// The sections, or the short lines, that stand last.
fn own(content: &mut Vec<OutlineEntry>) -> Vec<OutlineEntry> {
    let belongs = |entry: &OutlineEntry| {
        let text = &entry.paragraph.text;
        let section = entry.paragraph.sign == Some(Sign::Bullet)
            || entry.role == ParagraphRole::Heading(HeadingRank::Plain);
        (section || !text.ends_with('。') && entry.role == ParagraphRole::Text) && !is_title(text)
    };
    let start = content
        .iter()
        .rposition(|entry| !belongs(entry))
        .map_or(0, |at| at + 1);
    content.split_off(start)
}

/// What belongs to no heading that stands behind: the preface, the title, and further
/// titles, each of which begins a part.
fn apart(
    content: Vec<OutlineEntry>,
    title: &mut Option<String>,
    opening: &mut Vec<OutlineEntry>,
    parts: &mut Vec<Claim>,
) {
    let mut begun = false;
    for entry in content {
        if is_title(&entry.paragraph.text) && entry.paragraph.sign.is_none() {
            if title.is_none() {
                *title = Some(entry.paragraph.text);
            } else {
                let heading = OutlineEntry {
                    role: ParagraphRole::Heading(HeadingRank::Sign(Sign::Star)),
                    ..entry
                };
                let content = Vec::new();
                parts.push(Claim { heading, content });
                begun = true;
            }
        } else if let Some(part) = parts.last_mut().filter(|_| begun) {
            part.content.push(entry);
        } else {
            opening.push(entry);
        }
    }
}
