//! The end of the long picture: the circles close on the water, where the
//! report comes from, and where to read on.

use leptos::prelude::*;

use crate::layout::qr::Qr;
use crate::page::landscape::scene::FooterScene;
use crate::report::Report;
use crate::site::open_graph::BaseUrl;

use super::column::{MARGIN, ROOM, WIDTH};
use super::sheet::{PosterSheet, lines, set};

/// The code's plate: its side, and its foot with the hint.
const PLATE: f64 = 280.0;
const HINT: f64 = 56.0;

/// The scene and the words; with an address, its code.
pub fn add(sheet: &mut PosterSheet, report: &Report, base: Option<&BaseUrl>, sections: usize) {
    const SCALE: f64 = 0.93;
    sheet.y += 90.0;
    let width = 1440.0 * SCALE;
    let height = 466.0 * SCALE;
    let scene = view! { <FooterScene sections/> };
    sheet.place(scene, (WIDTH - width) / 2.0, sheet.y, width, height);
    sheet.y += height + 24.0;

    let start = sheet.y;
    let code = base.and_then(|base| Qr::place(base.text()));
    let room = if code.is_some() {
        ROOM - PLATE - 60.0
    } else {
        ROOM
    };
    imprint(sheet, report, room);
    if let Some(code) = code {
        plate(sheet, &code, MARGIN + ROOM - PLATE, start);
        sheet.y = sheet.y.max(start + PLATE + HINT);
    }
    sheet.y += 76.0;
}

/// The title, and the lines of the page's foot.
fn imprint(sheet: &mut PosterSheet, report: &Report, room: f64) {
    const TITLE: f64 = 45.0;
    const SIZE: f64 = 28.0;
    for line in set(report, report.title.text.phrases(), room.min(400.0) / TITLE) {
        sheet.y += 62.0;
        sheet.words("tj-poster__display", TITLE, MARGIN, sheet.y, &line);
    }
    sheet.y += 18.0;
    let left = MARGIN + 5.0 * SIZE;
    for (name, words, _) in report.imprint.credits() {
        for (index, line) in lines(words.split('|'), (room - 5.0 * SIZE) / SIZE)
            .iter()
            .enumerate()
        {
            sheet.y += 46.0;
            if index == 0 {
                sheet.words("tj-poster__caption", SIZE, MARGIN, sheet.y, name);
            }
            sheet.words("tj-poster__body", SIZE, left, sheet.y, line);
        }
    }
    if report.sample {
        sheet.y += 52.0;
        let words = "示例数据，并非真实报告";
        sheet.words("tj-poster__sample", SIZE, MARGIN, sheet.y, words);
    }
}

/// The code on a light plate, and what it is for.
fn plate(sheet: &mut PosterSheet, code: &Qr, x: f64, y: f64) {
    sheet.rect("tj-poster__plate", x, y, PLATE, PLATE + HINT);
    modules(sheet, code, x, y, PLATE);
    let below = (x + PLATE / 2.0, y + PLATE + 24.0);
    sheet.anchored("middle", "tj-poster__hint", 26.0, below, "扫码看完整图解");
}

/// The code, so wide; what the camera needs around it is part of it.
pub fn modules(sheet: &mut PosterSheet, code: &Qr, x: f64, y: f64, width: f64) {
    let side = code.side;
    let modules = view! {
        <svg viewBox=format!("0 0 {side} {side}")>
            <path class="tj-poster__code" d=code.dark.d()></path>
        </svg>
    };
    sheet.place(modules, x, y, width, width);
}
