//! 长图: title and landscape, key figures, what each part shows, and where to
//! read on. What a report does not have is left out.

use leptos::prelude::*;

use crate::layout::arcs::Rings;
use crate::layout::landscape::SUN;
use crate::layout::path::number;
use crate::page::landscape::scene::HeroScene;
use crate::report::{Heading, Part, Report, Scenery};
use crate::site::open_graph::BaseUrl;

use super::column::{MARGIN, ROOM, WIDTH};
use super::sheet::{PhraseLine, PosterSheet, set};
use super::title::title;
use super::{blocks, chapters, foot};

/// How far down parts may reach, in px. Longer pictures are shrunk or refused
/// where they are sent on.
const MOST: f64 = 16_000.0;
/// The most key figures.
const FIGURES: usize = 12;

/// The whole picture.
pub fn sheet(report: &Report, base: Option<&BaseUrl>) -> PosterSheet {
    let sections = report.sections();
    let mut sheet = PosterSheet::new(WIDTH);
    sheet.y = 74.0;
    if report.sample {
        sheet.y += 48.0;
        let words = "示例数据，并非真实报告";
        sheet.words("tj-poster__sample", 30.0, MARGIN, sheet.y, words);
    }
    if let Some(part) = report.opening() {
        for line in set(report, part.heading.phrases(), 24.0) {
            sheet.y += 46.0;
            sheet.words("tj-poster__eyebrow", 32.0, MARGIN, sheet.y, &line);
        }
    }
    title(&mut sheet, report, MARGIN, ROOM, 110.0);
    landscape(&mut sheet, report);
    headline(&mut sheet, report);
    let mut before = 0;
    for part in &report.parts {
        if drawn(part) {
            let before_part = sheet.so_far();
            heading(&mut sheet, report, &part.heading);
            chapters::add(&mut sheet, report, part, before, report.chapters().count());
            blocks::stairs(&mut sheet, &part.stairs);
            for flow in &part.flows {
                blocks::river(&mut sheet, &flow.counted(report));
            }
            if sheet.y > MOST {
                sheet.back_to(before_part);
                sheet.y += 96.0;
                let words = "篇幅所限，其余部分见完整图解。";
                sheet.words("tj-poster__caption", 28.0, MARGIN, sheet.y, words);
                break;
            }
        }
        before += part.chapters.len();
    }
    foot::add(&mut sheet, report, base, sections);
    sheet
}

/// Whether the picture shows anything of a part.
fn drawn(part: &Part) -> bool {
    !part.chapters.is_empty() || !part.stairs.is_empty() || !part.flows.is_empty()
}

/// The middle of the landscape, its circle whole.
fn landscape(sheet: &mut PosterSheet, report: &Report) {
    const SCALE: f64 = 1.6;
    let (sections, scenery) = (report.circles(), report.scenery);
    if scenery == Scenery::None {
        sheet.y += 80.0;
        return;
    }
    // From the largest circle, or the highest peak, to below the water.
    let circles = Rings::hero(sections).outermost().max(100.0);
    let above = SUN.y - circles - 2.0;
    let (top, height) = (sheet.y + 62.0, (700.0 - above) * SCALE);
    let view_box = format!("694.5 {} 675 {}", number(above), number(700.0 - above));
    let frame = view! {
        <svg viewBox=view_box>
            <HeroScene sections scenery attr:width="1440" attr:height="700"/>
        </svg>
    };
    sheet.place(frame, 0.0, top, WIDTH, height);
    sheet.y = top + height + 16.0;
}

/// The key figures, two in a row.
fn headline(sheet: &mut PosterSheet, report: &Report) {
    const LABEL: f64 = 30.0;
    let figures: Vec<_> = report
        .headline
        .iter()
        .filter_map(|id| report.figure(id))
        .take(FIGURES)
        .collect();
    if figures.is_empty() {
        return;
    }
    let top = sheet.y;
    sheet.rect("tj-poster__rule", MARGIN, top, ROOM, 3.0);
    sheet.y += 3.0;
    for pair in figures.chunks(2) {
        let start = sheet.y;
        let mut most = 1;
        for (figure, (x, room)) in pair.iter().zip([(MARGIN, 430.0), (590.0, 410.0)]) {
            let phrase = figure.phrase.as_str();
            let (sizes, place) = ((112.0, 32.0), (x, start + 138.0));
            sheet.add(view! { <PhraseLine phrase sizes place room/> });
            let label = set(report, figure.label.split('|'), room / LABEL);
            most = most.max(label.len());
            for (index, line) in (0..).zip(&label) {
                let y = start + 192.0 + 40.0 * f64::from(index);
                sheet.words("tj-poster__body", LABEL, x, y, line);
            }
        }
        sheet.y = start + 197.0 + 40.0 * most as f64;
        sheet.rect("tj-poster__hairline", MARGIN, sheet.y, ROOM, 1.5);
    }
    let height = sheet.y - top;
    sheet.rect("tj-poster__hairline", 540.0, top + 3.0, 1.5, height);
}

/// A part's heading over its rule.
fn heading(sheet: &mut PosterSheet, report: &Report, heading: &Heading) {
    const SIZE: f64 = 60.0;
    sheet.y += 104.0;
    for line in set(report, heading.phrases(), ROOM / SIZE) {
        sheet.y += SIZE * 1.3;
        sheet.words("tj-poster__display", SIZE, MARGIN, sheet.y, &line);
    }
    sheet.y += 48.0;
    sheet.rect("tj-poster__rule", MARGIN, sheet.y, ROOM, 3.0);
    sheet.y += 3.0;
}
