//! The card beside a link: title, first figures, landscape; 1200 × 630 px.

use leptos::prelude::*;

use crate::page::landscape::scene::HeroScene;
use crate::report::{Report, Scenery};

use super::sheet::{PhraseLine, PosterSheet, SMALLEST, set};
use super::title::title;

const WIDTH: f64 = 1200.0;
const HEIGHT: f64 = 630.0;
const MARGIN: f64 = 64.0;
/// How wide the words may be: up to the circles.
const ROOM: f64 = 540.0;

/// The whole card.
pub fn sheet(report: &Report) -> PosterSheet {
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
    sheet.y = HEIGHT;
    sheet
}
