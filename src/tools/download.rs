//! 下载: flows and graphics as CSV, JSON, SVG and PNG, made here.
//!
//! - `chart`: what is given away, its numbers and its drawing; `line_picture`: that of
//!   a graphic.
//! - `picture`: the drawing with its words around it; `standalone`: the style
//!   written into it.

mod chart;
mod line_picture;
mod picture;
mod standalone;

use self::chart::Chart;
use self::picture::Picture;
use super::dialog;
use super::sandbox::{Elsewhere, NOT_SAVED};
use crate::browser::canvas::Painted;
use crate::browser::options::saves;
use crate::browser::{files, pause};
use leptos::html;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Element;

/// A file that can be had.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileFormat {
    Csv,
    Json,
    Svg,
    Png,
}

/// All of them, with what they are for.
const FORMATS: [(FileFormat, &str); 4] = [
    (FileFormat::Csv, "CSV 表格，可用 Excel 打开"),
    (FileFormat::Json, "JSON 数据"),
    (FileFormat::Svg, "SVG 矢量图"),
    (FileFormat::Png, "PNG 图片，两倍大小"),
];

/// How many pixels the PNG has for each of the drawing's.
const SCALE: f64 = 2.0;

/// What the window says of the last press.
#[derive(Clone, PartialEq)]
enum Told {
    /// Nothing: nothing was pressed, or the file was handed over.
    Nothing,
    /// The file could not be made.
    Failed,
    /// The words of a file, to be copied.
    Words(String),
    /// The address of a picture, to be saved by hand.
    Picture(String),
}

/// Opens the window of the flow or the graphic of that id.
pub fn open(root: Element, id: &str) -> Option<()> {
    let chart = Rc::new(Chart::of(id, &root)?);
    dialog::open("下载", "tj-downloads", move |_| {
        view! { <Downloads chart/> }
    })
}

/// The choice of formats, and below it what became of a press.
#[component]
fn Downloads(chart: Rc<Chart>) -> impl IntoView {
    let told = RwSignal::new(Told::Nothing);
    let field = NodeRef::<html::Textarea>::new();
    let picture = chart.sheet.chart.clone();
    let formats: Vec<_> = FORMATS
        .into_iter()
        .map(|(format, words)| {
            let chart = chart.clone();
            let press = move |_| {
                let chart = chart.clone();
                pause::begin(async move {
                    told.set(give(&chart, format).await.unwrap_or(Told::Failed));
                    pause::pause().await;
                    // Shown by now, where there are words to copy.
                    if let Some(field) = field.try_get_untracked().flatten() {
                        let _ = field.focus();
                        field.select();
                    }
                });
            };
            view! {
                <li>
                    <button
                        class="tj-sheet__button"
                        type="button"
                        data-format=format.ending()
                        on:click=press
                    >
                        {words}
                    </button>
                </li>
            }
        })
        .collect();
    view! {
        <div>
            <ul class="tj-sheet__list">{formats}</ul>
            <Elsewhere words=NOT_SAVED needless=saves()/>
            <div class="tj-downloads__note" role="status">
                <span prop:textContent=move || told.with(Told::words)></span>
                <textarea
                    readonly=true
                    aria-label="内容"
                    hidden=move || told.with(|told| !matches!(told, Told::Words(_)))
                    node_ref=field
                    prop:value=move || told.with(Told::copied)
                ></textarea>
                <img
                    alt=picture
                    hidden=move || told.with(|told| !matches!(told, Told::Picture(_)))
                    prop:src=move || told.with(Told::picture)
                />
            </div>
        </div>
    }
}

impl Told {
    /// The words to be copied.
    fn copied(&self) -> String {
        match self {
            Told::Words(words) => words.clone(),
            _ => String::new(),
        }
    }

    /// The address of the picture to be saved.
    fn picture(&self) -> String {
        match self {
            Told::Picture(address) => address.clone(),
            _ => String::new(),
        }
    }

    fn words(&self) -> &'static str {
        match self {
            Told::Nothing => "",
            Told::Failed => "这个文件没有做成，请换一种格式。",
            Told::Words(_) => "下载没有开始？可以复制，已选中。",
            Told::Picture(_) => "下载没有开始？可以长按或右键保存图片。",
        }
    }
}

impl FileFormat {
    /// How its files' names end.
    fn ending(self) -> &'static str {
        match self {
            FileFormat::Csv => "csv",
            FileFormat::Json => "json",
            FileFormat::Svg => "svg",
            FileFormat::Png => "png",
        }
    }

    /// Its media type.
    fn media(self) -> &'static str {
        match self {
            FileFormat::Csv => "text/csv;charset=utf-8",
            FileFormat::Json => "application/json",
            FileFormat::Svg => "image/svg+xml",
            FileFormat::Png => "image/png",
        }
    }
}

/// Makes a file and hands it over; where that leads nowhere, what there is to
/// show instead. `None` where it could not be made.
async fn give(chart: &Chart, format: FileFormat) -> Option<Told> {
    let name = [&chart.name, ".", format.ending()].concat();
    let words = match format {
        FileFormat::Csv => chart.sheet.csv(&chart.origin),
        FileFormat::Json => chart.sheet.json(&chart.origin),
        FileFormat::Svg => Picture::draw(chart.subject()?)?.svg,
        FileFormat::Png => return paint(chart, &name).await,
    };
    if !files::are_refused() {
        files::save(&name, &files::of_words(&words, format.media())?)?;
        if saves() {
            return Some(Told::Nothing);
        }
    }
    Some(Told::Words(words))
}

/// The picture in pixels.
async fn paint(chart: &Chart, name: &str) -> Option<Told> {
    let subject = chart.subject()?;
    let Picture { svg, width, height } = Picture::draw(subject)?;
    let [width, height] = [width, height].map(|side| (side * SCALE).clamp(1.0, 32_767.0) as u32);
    let painted = Painted::of(&svg, width, height).await?;
    if !files::are_refused() {
        files::save(name, &painted.file().await?)?;
        if saves() {
            return Some(Told::Nothing);
        }
    }
    Some(Told::Picture(painted.address()?))
}
