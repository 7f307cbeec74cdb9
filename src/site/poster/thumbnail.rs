//! The card beside a link: title, first figures, landscape; 1200 × 630 px.

use leptos::prelude::*;

use crate::page::landscape::scene::HeroScene;
use crate::report::{Report, Scenery};

use crate::layout::qr::Qr;
use crate::site::open_graph::BaseUrl;

use super::foot::modules;
use super::sheet::{PhraseLine, PosterSheet, SMALLEST, set};
use super::title::title;

const WIDTH: f64 = 1200.0;
const HEIGHT: f64 = 630.0;
const MARGIN: f64 = 64.0;
/// How wide the words may be: up to the circles.
const ROOM: f64 = 540.0;

/// The code's plate, in the lower right corner.
const PLATE: f64 = 140.0;
const CORNER: f64 = 32.0;

/// The longest address that is set, in letters.
const ADDRESS: usize = 34;

/// The whole card; with an address, its code.
pub fn sheet(report: &Report, base: Option<&BaseUrl>) -> PosterSheet {
    let mut sheet = PosterSheet::new(WIDTH);
    if report.scenery != Scenery::None {
        let (sections, scenery) = (report.circles(), report.scenery);
        let scene = view! { <HeroScene sections scenery/> };
        let height = WIDTH * 700.0 / 1440.0;
        sheet.place(scene, 0.0, HEIGHT - height, WIDTH, height);
    }

    sheet.y = 58.0;
    if report.sample {
        let words = "示例数据，并非真实报告";
        sheet.words("tj-poster__sample", SMALLEST, MARGIN, 44.0, words);
    }
    if let Some(part) = report.opening() {
        for line in set(report, part.heading.phrases(), ROOM / 30.0)
            .iter()
            .take(1)
        {
            sheet.y += 34.0;
            sheet.words("tj-poster__eyebrow", SMALLEST, MARGIN, sheet.y, line);
        }
    }
    // The largest type in which the title takes three lines at the most.
    let text = &report.title.text;
    let size = [66.0, 56.0, 48.0, 40.0]
        .into_iter()
        .find(|size| set(report, text.phrases(), ROOM / size).len() <= 3)
        .unwrap_or(34.0);
    title(&mut sheet, report, MARGIN, ROOM, size);
    let figures = report.headline.iter().filter_map(|id| report.figure(id));
    let start = sheet.y + 100.0;
    if start < 440.0 {
        for (figure, x) in figures.take(2).zip([MARGIN, MARGIN + ROOM / 2.0]) {
            let room = ROOM / 2.0 - 20.0;
            let phrase = figure.phrase.as_str();
            let sizes = (64.0, SMALLEST);
            sheet.add(view! { <PhraseLine phrase sizes place=(x, start) room/> });
            let label = set(report, figure.label.split('|'), room / SMALLEST);
            for (index, line) in (1..).zip(label.iter().take(2)) {
                let y = start + 10.0 + 34.0 * f64::from(index);
                sheet.words("tj-poster__body", SMALLEST, x, y, line);
            }
        }
    }
    if let Some(base) = base {
        address(&mut sheet, base);
    }
    sheet.y = HEIGHT;
    sheet
}

/// Where the report is read, for cameras and, where it is short, for eyes.
fn address(sheet: &mut PosterSheet, base: &BaseUrl) {
    let Some(code) = Qr::place(base.text()) else {
        return;
    };
    let (x, y) = (WIDTH - CORNER - PLATE, HEIGHT - CORNER - PLATE);
    sheet.rect("tj-poster__plate", x, y, PLATE, PLATE);
    modules(sheet, &code, x, y, PLATE);
    let shown = base.text().split("://").last().unwrap_or_default();
    let shown = shown.trim_end_matches('/');
    if shown.chars().count() <= ADDRESS {
        // A Latin letter is a little more than half as wide as high.
        let room = 0.62 * SMALLEST * shown.chars().count() as f64 + 32.0;
        let foot = HEIGHT - CORNER;
        sheet.rect("tj-poster__plate", x - room, foot - 44.0, room, 44.0);
        let middle = (x - room / 2.0, foot - 13.0);
        sheet.anchored("middle", "tj-poster__hint", SMALLEST, middle, shown);
    }
}
