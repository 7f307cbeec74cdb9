//! 下载: the funnel and the tallies as CSV, JSON, SVG and PNG, made here.

use super::Shown;
use crate::browser::export::File;
use crate::browser::options::sandboxed;
use crate::browser::place::find;
use crate::components::element::{Element, el};
use crate::components::tally;
use crate::report::export::{Sheet, TITLE};
use crate::report::hash::sha256;
use crate::report::{Figure, Graphic, GraphicKind, Id, Report};
use crate::tools::dialog;
use leptos::prelude::Render;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// A chart that can be downloaded.
struct Chart {
    shown: Shown,
    /// The data file's SHA-256, in hexadecimal.
    hash: String,
    /// A chapter's tally; else the funnel.
    tally: Option<(Id, Graphic)>,
}

/// The formats, and what they are for.
const FORMATS: [(&str, &str); 4] = [
    ("csv", "CSV 表格，可用 Excel 打开"),
    ("json", "JSON 数据"),
    ("svg", "SVG 矢量图"),
    ("png", "PNG 图片，两倍大小"),
];

/// Opens the window of the chart that `of` tells: a chapter's id and which of
/// its tallies it is, or nothing for the funnel.
pub fn open(shown: Shown, of: &str, data: &[u8]) -> Option<()> {
    let tally = match of.split_once(' ') {
        Some((id, index)) => Some(tally(&shown.report, id, index.parse().ok()?)?),
        None => None,
    };
    let hash = sha256(data);
    let chart = Rc::new(Chart { shown, hash, tally });
    dialog::open("下载", "tj-downloads", move |_| choice(&chart))
}

fn tally(report: &Report, id: &str, index: usize) -> Option<(Id, Graphic)> {
    let (_, chapter) = report.chapters().find(|(_, chapter)| chapter.id.0 == id)?;
    let tallies = chapter.graphics.iter();
    let mut tallies = tallies.filter(|graphic| graphic.kind == GraphicKind::Tally);
    Some((chapter.id.clone(), tallies.nth(index)?.clone()))
}

/// What can be had.
fn choice(chart: &Rc<Chart>) -> Element {
    let buttons = FORMATS.map(|(format, words)| {
        let chart = chart.clone();
        let button = el("button")
            .class("tj-sheet__button")
            .attr("type", "button")
            .attr("data-format", format)
            .on("click", move |_| {
                let file = chart.file(format).and_then(|file| file.give(lost));
                if file.is_none() {
                    lost();
                }
            })
            .child(words);
        el("li").child(button)
    });
    let note = match sandboxed() {
        true => "此处不能下载。选一种格式，内容会显示在这里，可以复制或保存。",
        false => "",
    };
    let note = el("div")
        .class("tj-downloads__note")
        .attr("role", "status")
        .child(note);
    el("div")
        .child(el("ul").class("tj-sheet__list").children(buttons))
        .child(note)
}

/// Says that there is no file.
fn lost() {
    let note = web_sys::window().and_then(|window| {
        let document = window.document()?;
        document.query_selector(".tj-downloads__note").ok()?
    });
    if let Some(note) = note {
        note.set_text_content(Some("暂时不能下载，请检查网络后再试。"));
    }
}

impl Chart {
    fn file(&self, format: &'static str) -> Option<File> {
        let report = &self.shown.report;
        let hash = &self.hash;
        let (name, sheet) = match &self.tally {
            Some((chapter, graphic)) => {
                let sheet = Sheet::of_figures(report, &graphic.title, &self.figures(graphic), hash);
                (chapter.0.as_str(), sheet)
            }
            None => {
                let (part, funnel) = report.funnel()?;
                ("funnel", Sheet::of_funnel(report, part, funnel, hash))
            }
        };
        let (words, drawing) = match format {
            "csv" => (sheet.csv(), None),
            "json" => (sheet.json(), None),
            _ => (String::new(), Some(self.drawing()?)),
        };
        let mut origin = String::new();
        for (name, value) in sheet.origin.iter().filter(|(name, _)| *name != TITLE) {
            if !origin.is_empty() {
                origin.push('\n');
            }
            origin.push_str(name);
            origin.push('：');
            origin.push_str(value);
        }
        Some(File {
            format,
            name: ["tujie-", name, "-", hash.get(..8)?, ".", format].concat(),
            words,
            drawing,
            chart: sheet.chart,
            title: report.title.text.text(),
            origin,
        })
    }

    fn figures(&self, graphic: &Graphic) -> Vec<&Figure> {
        let figures = graphic.figures.iter();
        figures
            .filter_map(|id| self.shown.report.figure(id))
            .collect()
    }

    /// The tally drawn anew; of the funnel a copy of the drawing that is shown.
    fn drawing(&self) -> Option<web_sys::Element> {
        if let Some((_, graphic)) = &self.tally {
            let drawing = tally::drawing(&self.figures(graphic)).build();
            return Some(drawing.node().clone());
        }
        let drawings = find(&self.shown.root, ".tj-river");
        let shown = |one: &&web_sys::Element| one.get_bounding_client_rect().width() > 0.0;
        let shown = drawings.iter().find(shown).or(drawings.first())?;
        shown.clone_node_with_deep(true).ok()?.dyn_into().ok()
    }
}
