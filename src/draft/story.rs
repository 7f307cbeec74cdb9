//! What tells a report's story: what came of what was done, how far the work reaches,
//! and which steps of the outlook take up a chapter.
//!
//! Knows the turns of phrase in which reports say so. Every word is taken from the text;
//! where the text has no words for a heading, nothing is proposed.

use super::doubt::{Doubt, DoubtKind};
use super::naming::Naming;
use crate::report::{Heading, Id, Pairing, Part, Point, Report, Sequels};

mod came_of;
mod paired;
mod reached;

/// Proposes all of it.
pub fn propose(report: &mut Report, naming: &mut Naming, doubts: &mut Vec<Doubt>) {
    pair(report, doubts);
    let figures = &report.figures;
    for part in report.parts.iter_mut().filter(|part| !is_outlook(part)) {
        let (items, heading) = (came_of::items(part, figures), came_of::heading(part));
        if let (false, Some(heading)) = (items.is_empty(), heading) {
            let reason = format!("从正文读出 {} 处“做了什么、有什么结果”", items.len());
            tell(doubts, &heading, reason);
            part.sequels = Some(Sequels {
                id: naming.id("sequels", &heading),
                heading: Heading(heading),
                items,
            });
        }
    }
    // The circles of the first screen are those of one reach.
    let found = report.parts.iter().enumerate();
    let found = found.filter(|(_, part)| !is_outlook(part));
    let found = found.filter_map(|(at, part)| Some((at, reached::extent(part)?)));
    let found = found.max_by_key(|(_, extent)| extent.rings.len());
    if let Some((at, mut extent)) = found
        && let Some(part) = report.parts.get_mut(at)
    {
        extent.id = naming.id("reach", &extent.heading.0);
        let names: Vec<&str> = extent.rings.iter().map(|ring| ring.name.as_str()).collect();
        let reason = format!("从正文读出工作到了哪些范围：{}", names.join("→"));
        tell(doubts, &extent.heading.0, reason);
        part.reach = Some(extent);
    }
}

fn pair(report: &mut Report, doubts: &mut Vec<Doubt>) {
    let chapters: Vec<(Id, String)> = report
        .chapters()
        .map(|(_, chapter)| (chapter.id.clone(), chapter.heading.text()))
        .collect();
    for part in report.parts.iter_mut().filter(|part| is_outlook(part)) {
        let pairs = paired::pairs(&chapters, &part.stairs);
        if !pairs.is_empty() {
            let words: Vec<&str> = pairs
                .iter()
                .flat_map(|pair: &Pairing| pair.words.iter().map(String::as_str))
                .collect();
            let reason = format!("与前面各章的标题有相同字句：{}", words.join("、"));
            tell(doubts, &part.heading.text(), reason);
        }
        part.pairs = pairs;
    }
}

fn tell(doubts: &mut Vec<Doubt>, words: &str, reason: String) {
    doubts.push(Doubt::new(
        DoubtKind::Story,
        32,
        words,
        reason,
        &["是", "改正", "不列入"],
    ));
}

/// Whether a part tells of what is to come.
fn is_outlook(part: &Part) -> bool {
    let heading = part.heading.text();
    let ahead = [
        "未来",
        "今后",
        "下一步",
        "下步",
        "明年",
        "来年",
        "打算",
        "展望",
        "安排",
    ];
    ahead.iter().any(|word| heading.contains(word))
}

/// The texts of a part's chapters, each with the id of the nearest heading above.
fn told(part: &Part) -> impl Iterator<Item = (&Id, &Point)> {
    part.chapters.iter().flat_map(|chapter| {
        let sections = chapter.sections.iter();
        let points =
            sections.flat_map(|section| section.points.iter().map(|one| (&section.id, one)));
        chapter
            .text
            .iter()
            .map(|one| (&chapter.id, one))
            .chain(points)
    })
}
