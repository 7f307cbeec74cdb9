//! From a document to a report's draft: every word kept, structure, figures, flows and
//! graphics proposed, and what is unsure told.
//!
//! Knows how Chinese reports are written, and no word of any report. Nothing is invented:
//! every text of a draft stands in its source. The same bytes give the same draft. Reads
//! no files and prints nothing, on both targets.
//!
//! - [`reader`]: from bytes to paragraphs; [`refusal`]: why not.
//! - [`document`], [`sign`]: what a reader gives, and the marks that paragraphs begin with;
//!   [`letter_width`].
//! - [`broken_lines`], [`spaces`]: lines that a PDF file has broken.
//! - [`front`], [`front_matter`]: title and date; [`web_remains`]: what a web page puts around a text.
//! - [`heading`], [`outline`], [`follow`]: which paragraphs are headings, and their tree.
//! - [`assemble`]: from the tree to parts, chapters and sections.
//! - [`text_places`], [`labels`], [`proposals`], [`pairs`]: figures, flows, graphics.
//! - [`story`]: what came of it, how far it reaches, what is taken up.
//! - [`naming`], [`earlier`]: ids and short names, new ones or those of last year.
//! - [`doubt`], [`doubt_english`], [`doubt_places`], [`aside`]: what is unsure, where, and what is
//!   left out.
//! - [`written`]: the data file.

use std::collections::HashMap;

use self::aside::{Aside, AsideKind};
use self::assemble::Assembly;
use self::document::{Document, Paragraph, ParagraphPlace};
use self::doubt::{Doubt, DoubtKind};
use self::labels::{Figures, Occurrence};
use self::naming::Naming;
use self::outline::OutlineEntry;
use self::proposals::ToldText;
use self::text_places::{TextPlace, each_text};
use crate::charset::Charset;
use crate::report::check::check;
use crate::report::{Id, MAX_BYTES, Report};

pub mod aside;
mod assemble;
mod broken_lines;
pub mod document;
pub mod doubt;
pub mod doubt_english;
mod doubt_places;
mod earlier;
mod follow;
mod front;
mod front_matter;
mod heading;
pub mod labels;
mod letter_width;

pub mod naming;
mod outline;
mod pairs;
mod proposals;
pub mod reader;
pub mod refusal;
pub mod sign;
mod spaces;
mod story;
mod text_places;
mod web_remains;
mod written;

pub use refusal::Refusal;
pub use written::json;

/// How many figures are shown large on the first screen, and under a chapter's heading.
const HEADLINE: usize = 6;
const STRIP: usize = 4;

/// A draft.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The report.
    pub report: Report,
    /// What is unsure, the weightiest first.
    pub doubts: Vec<Doubt>,
    /// What of the source the report does not tell.
    pub asides: Vec<Aside>,
    /// What the file is.
    pub format: document::DocumentFormat,
    /// What its text is encoded in, of a text file.
    pub charset: Option<Charset>,
}

/// Drafts a report from a file. An earlier report gives its ids and labels to what is
/// called the same.
pub fn draft(bytes: &[u8], name: &str, beside: Option<&Report>) -> Result<Draft, Refusal> {
    let document = reader::read(bytes, name)?;
    let (format, charset) = (document.format, document.charset);
    let mut asides = Vec::new();
    let mut doubts = Vec::new();
    let seen = document.hidden;
    let mut paragraphs = body(document, &mut asides)?;
    paragraphs = broken_lines::join(paragraphs, &mut doubts);
    let mut front = front::take(&mut paragraphs, &mut asides, &mut doubts);
    notes(&mut paragraphs);
    let roles = heading::roles(&paragraphs);
    let entries = paragraphs.into_iter().zip(roles);
    let mut entries: Vec<OutlineEntry> = entries
        .map(|(paragraph, role)| OutlineEntry { paragraph, role })
        .collect();
    if front.title.is_none() && follow::follows(&entries) {
        (front.title, entries) = follow::reordered(entries, &mut doubts);
    }
    let pieces = outline::tree(entries, &mut asides);
    let mut naming = Naming::default();
    let mut assembly = Assembly {
        naming: &mut naming,
        doubts: &mut doubts,
        asides: &mut asides,
    };
    let mut report = assembly.report(front, pieces);
    tell(&mut report, &mut naming, &mut doubts);
    if let Some(beside) = beside {
        earlier::Earlier::of(beside).carry(&mut report, &mut naming);
    }
    story::propose(&mut report, &mut naming, &mut doubts);
    settle(&mut report, &mut doubts);
    aside_doubts(&asides, seen, charset, &mut doubts);
    doubt_places::find(&report, &mut doubts);
    Ok(Draft {
        report,
        doubts: doubt::sorted(doubts),
        asides,
        format,
        charset,
    })
}

/// The paragraphs of the text, their marks taken off; the rest is put aside.
fn body(document: Document, asides: &mut Vec<Aside>) -> Result<Vec<Paragraph>, Refusal> {
    let mut body = Vec::new();
    let mut notes = Vec::new();
    let plain = document.charset.is_some();
    for mut paragraph in document.paragraphs {
        if let Some(kind) = AsideKind::of_place(paragraph.place) {
            asides.push(Aside::new(paragraph.text, kind));
            continue;
        }
        if plain && is_page_number(&paragraph.text) {
            asides.push(Aside::new(paragraph.text, AsideKind::PageNumber));
            continue;
        }
        if let Some(marked) = sign::marked(&paragraph.text) {
            let words = marked.words.to_owned();
            let found = (marked.sign, marked.number);
            let mark = paragraph.text.replacen(&words, "", 1);
            paragraph.lead = paragraph
                .lead
                .saturating_sub(paragraph.text.len() - words.len());
            paragraph.text = words;
            asides.push(Aside::new(mark.trim(), AsideKind::Mark));
            paragraph.sign.get_or_insert(found.0);
            paragraph.number = found.1;
        }
        if let Some(words) = sign::unadorned(&paragraph.text) {
            let mark = paragraph.text.len() - words.len();
            let words = words.to_owned();
            let ornament = paragraph.text.get(..mark).unwrap_or_default().trim();
            asides.push(Aside::new(ornament, AsideKind::Mark));
            paragraph.lead = paragraph.lead.saturating_sub(mark);
            paragraph.text = words;
        }
        match paragraph.place {
            ParagraphPlace::Note => notes.push(paragraph),
            _ => body.push(paragraph),
        }
    }
    body.append(&mut notes);
    if body.is_empty() {
        let pictures = document.pictures;
        return Err(Refusal::NoWords { pictures });
    }
    Ok(body)
}

/// `- 3 -`, `第3页`, `第 3 页 共 20 页`.
fn is_page_number(text: &str) -> bool {
    let bare: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let inner = bare.trim_matches(['-', '—', '–', '·', '－']);
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let dashed = inner.len() < bare.len() && digits(inner);
    let named = bare
        .strip_prefix('第')
        .and_then(|rest| rest.split_once('页'));
    let named = named.is_some_and(|(number, rest)| {
        digits(number) && (rest.is_empty() || rest.len() < 24 && rest.contains('共'))
    });
    dashed || named
}

/// A note's name and its words stand in two lines: they are one point.
fn notes(paragraphs: &mut Vec<Paragraph>) {
    let mut joined: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs.drain(..) {
        let begun = joined.last_mut().filter(|begun| {
            let numbered = begun.text.starts_with(['［', '[', '〔', '【']);
            numbered && begun.text.ends_with(['：', ':']) && letter_width::width(&begun.text) < 30.0
        });
        match begun {
            Some(begun) => begun.text.push_str(&paragraph.text),
            None => joined.push(paragraph),
        }
    }
    *paragraphs = joined;
}

/// Figures, flows and graphics.
fn tell(report: &mut Report, naming: &mut Naming, doubts: &mut Vec<Doubt>) {
    let mut figures = Figures::default();
    let mut told: Vec<(TextPlace, String, Vec<Occurrence>)> = Vec::new();
    each_text(report, |at, point| {
        let places = figures.of(point, naming);
        told.push((at, point.text.clone(), places));
    });
    if figures.left_out > 0 {
        let reason = format!("数字太多，还有 {} 个没有列入", figures.left_out);
        doubts.push(Doubt::new(
            DoubtKind::Size,
            95,
            "",
            reason,
            &["分成几份报告"],
        ));
    }
    doubts.extend(figures.doubt());
    report.figures = figures.all;
    let figures = &report.figures;
    let mut headline: Vec<Id> = Vec::new();
    for (part_at, part) in report.parts.iter_mut().enumerate() {
        let here: Vec<ToldText> = told
            .iter()
            .filter(|(at, ..)| at.part == Some(part_at))
            .map(|(_, text, places)| ToldText { text, places })
            .collect();
        let title = part.heading.text();
        part.flows = proposals::flows(&here, figures, &title, naming, doubts);
        // What came in, and the last that was counted.
        for flow in &part.flows {
            let mut counted = flow.stages.iter().filter_map(|stage| stage.figure.clone());
            headline.extend(counted.next());
            headline.extend(counted.next_back());
        }
        for (chapter_at, chapter) in part.chapters.iter_mut().enumerate() {
            let own = told
                .iter()
                .filter(|(at, ..)| at.part == Some(part_at) && at.chapter == Some(chapter_at));
            let title = chapter.heading.text();
            let ids: Vec<Id> = own
                .clone()
                .flat_map(|(_, _, places)| places.iter().map(|place| place.id.clone()))
                .collect();
            chapter.strip = pairs::weightiest(&ids, figures, STRIP);
            let all = own.flat_map(|(_, text, places)| {
                pairs::graphics(text, places, figures, &title, naming)
            });
            chapter.graphics = all.collect::<Vec<_>>().into_iter().take(4).collect();
        }
    }
    let all: Vec<Id> = figures.iter().map(|figure| figure.id.clone()).collect();
    let rest = HEADLINE.saturating_sub(headline.len());
    for id in pairs::weightiest(&all, figures, HEADLINE) {
        if headline.len() < HEADLINE && !headline.contains(&id) && rest > 0 {
            headline.push(id);
        }
    }
    headline.dedup();
    report.headline = headline;
}

/// Gives figures other ids, wherever they are named.
fn rename(report: &mut Report, renamed: &HashMap<Id, Id>) {
    let change = |id: &mut Id| {
        if let Some(new) = renamed.get(id) {
            id.clone_from(new);
        }
    };
    report.headline.iter_mut().for_each(change);
    each_text(report, |_, point| point.figures.iter_mut().for_each(change));
    for part in &mut report.parts {
        for chapter in &mut part.chapters {
            chapter.strip.iter_mut().for_each(change);
            let drawn = chapter
                .graphics
                .iter_mut()
                .flat_map(|graphic| &mut graphic.figures);
            drawn.for_each(change);
        }
        for flow in &mut part.flows {
            for stage in &mut flow.stages {
                stage.figure.iter_mut().for_each(change);
                stage
                    .exits
                    .iter_mut()
                    .flat_map(|exit| &mut exit.figure)
                    .for_each(change);
                let parts = stage.splits.iter_mut().flat_map(|split| &mut split.parts);
                parts.flat_map(|part| &mut part.figure).for_each(change);
            }
            for beside in &mut flow.beside {
                beside.figure.iter_mut().for_each(change);
                beside
                    .parts
                    .iter_mut()
                    .flat_map(|part| &mut part.figure)
                    .for_each(change);
            }
        }
    }
}

/// Takes back what the check of a report refuses, so that an editor begins with a good
/// one: a graphic, a flow, a figure that cannot be told apart in its text.
fn settle(report: &mut Report, doubts: &mut Vec<Doubt>) {
    const ROUNDS: usize = 4;
    if serde_json::to_vec(report).map_or(usize::MAX, |bytes| bytes.len()) > MAX_BYTES {
        let reason = "文字太多，一份报告最多 2 MiB，网页放不下";
        doubts.push(Doubt::new(
            DoubtKind::Size,
            100,
            "",
            reason,
            &["分成几份报告"],
        ));
        return;
    }
    for _ in 0..ROUNDS {
        let problems = check(report);
        if problems.is_empty() {
            return;
        }
        let mut refused: Vec<&str> = problems
            .iter()
            .map(|problem| problem.pointer.as_str())
            .collect();
        refused.reverse();
        for pointer in refused {
            take_back(report, pointer, doubts);
        }
    }
}

/// Takes back what stands at a pointer, as far as a report can do without it.
fn take_back(report: &mut Report, pointer: &str, doubts: &mut Vec<Doubt>) {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let at = |step: Option<&&str>| step.and_then(|step| step.parse::<usize>().ok());
    let place = |name: &str| steps.iter().position(|step| *step == name);
    let after = |name: &str| at(place(name).and_then(|at| steps.get(at + 1)));
    let choices = ["不列入", "改正后列入"];
    if let (Some(part), Some(flow)) = (after("parts"), after("flows")) {
        let flows = report.parts.get_mut(part).map(|part| &mut part.flows);
        if let Some(flows) = flows.filter(|flows| flow < flows.len()) {
            let flow = flows.remove(flow);
            let reason = "读出的流程前后不合，没有列入";
            doubts.push(Doubt::new(
                DoubtKind::Flow,
                65,
                flow.title,
                reason,
                &choices,
            ));
        }
        return;
    }
    if let (Some(part), Some(chapter), Some(graphic)) =
        (after("parts"), after("chapters"), after("graphics"))
    {
        let chapter = report
            .parts
            .get_mut(part)
            .and_then(|part| part.chapters.get_mut(chapter));
        if let Some(chapter) = chapter.filter(|chapter| graphic < chapter.graphics.len()) {
            chapter.graphics.remove(graphic);
        }
        return;
    }
    if let Some(part) = after("parts").and_then(|part| report.parts.get_mut(part)) {
        match steps.get(2) {
            Some(&"pairs") => return part.pairs.clear(),
            Some(&"reach") => return part.reach = None,
            Some(&"sequels") => return part.sequels = None,
            _ => {}
        }
    }
    let figure = match steps.as_slice() {
        ["figures", index, ..] => index
            .parse()
            .ok()
            .and_then(|index: usize| report.figures.get(index))
            .map(|figure| figure.id.clone()),
        [.., "figures" | "strip" | "headline", _] => {
            let file = serde_json::to_value(&*report).unwrap_or_default();
            let id = file.pointer(pointer).and_then(|id| id.as_str());
            id.map(|id| Id(id.to_owned()))
        }
        _ => None,
    };
    if let Some(id) = figure {
        forget(report, &id, doubts);
    }
}

/// Leaves a figure out wherever it is named.
fn forget(report: &mut Report, id: &Id, doubts: &mut Vec<Doubt>) {
    let other = |one: &Id| one != id;
    let phrase = report.figure(id).map(|figure| figure.phrase.clone());
    report.figures.retain(|figure| figure.id != *id);
    report.headline.retain(other);
    each_text(report, |_, point| point.figures.retain(other));
    for part in &mut report.parts {
        if let Some(sequels) = &mut part.sequels {
            sequels.items.iter_mut().for_each(|item| {
                if item.share.contains(id) {
                    item.share.clear();
                }
            });
        }
        part.flows.retain(|flow| {
            let file = serde_json::to_value(flow).unwrap_or_default();
            !file.to_string().contains(&format!("\"{}\"", id.0))
        });
        for chapter in &mut part.chapters {
            chapter.strip.retain(other);
            chapter
                .graphics
                .retain(|graphic| !graphic.figures.contains(id));
        }
    }
    let reason = "这个数字在原文中的位置分不清，没有列入";
    let choices = ["不列入", "改正后列入"];
    doubts.push(Doubt::new(
        DoubtKind::Figure,
        25,
        phrase.unwrap_or_default(),
        reason,
        &choices,
    ));
}

/// Tells what was left out, kind by kind, and what the file is encoded in.
fn aside_doubts(
    asides: &[Aside],
    hidden: usize,
    charset: Option<Charset>,
    doubts: &mut Vec<Doubt>,
) {
    let kinds = [
        (AsideKind::Web, 38),
        (AsideKind::Caption, 36),
        (AsideKind::Repeated, 34),
        (AsideKind::Margin, 15),
        (AsideKind::Contents, 15),
        (AsideKind::PageNumber, 5),
    ];
    for (kind, weight) in kinds {
        let told: Vec<&str> = asides
            .iter()
            .filter(|aside| aside.kind == kind)
            .map(|aside| aside.text.as_str())
            .collect();
        if !told.is_empty() {
            let reason = format!("{}没有列入，共 {} 处", kind.name(), told.len());
            let choices = ["不列入", "补进正文"];
            doubts.push(Doubt::new(
                DoubtKind::LeftOut,
                weight,
                told.join(" / "),
                reason,
                &choices,
            ));
        }
    }
    if hidden > 0 {
        let reason = format!("去掉了 {hidden} 个看不见的字符");
        doubts.push(Doubt::new(DoubtKind::LeftOut, 4, "", reason, &[]));
    }
    if let Some(charset) = charset.filter(|charset| *charset != Charset::Utf8) {
        let reason = format!("文件是 {} 编码，已转为 UTF-8", charset.name());
        doubts.push(Doubt::new(DoubtKind::Charset, 3, "", reason, &[]));
    }
}
