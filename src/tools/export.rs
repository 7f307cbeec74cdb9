//! 下载: the funnel and the tallies as CSV, JSON, SVG and PNG, made here.

mod picture;

use super::{Page, built, dialog};
use crate::browser::place::find;
use crate::browser::save;
use crate::components::element::{Element, el};
use crate::components::tally;
use crate::report::export::Sheet;
use crate::report::hash::sha256;
use crate::report::{Figure, GraphicKind};
use picture::Picture;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// A chart that can be downloaded.
#[derive(Clone)]
struct Chart {
    /// What its files are called.
    name: String,
    sheet: Rc<dyn Fn() -> Option<Sheet>>,
    drawing: Rc<dyn Fn() -> Option<web_sys::Element>>,
}

/// The formats, and what they are for.
const FORMATS: [(&str, &str); 4] = [
    ("csv", "CSV 表格，可用 Excel 打开"),
    ("json", "JSON 数据"),
    ("svg", "SVG 矢量图"),
    ("png", "PNG 图片，两倍大小"),
];

/// Adds 下载 to the funnel and to every tally.
pub fn attach(page: &Page) {
    let _ = funnel(page);
    for (_, chapter) in page.report.chapters() {
        let tallies = chapter.graphics.iter();
        let tallies = tallies.filter(|graphic| graphic.kind == GraphicKind::Tally);
        let drawn = find(&page.root, &["#", &chapter.id.0, " .tj-tally"].concat());
        for (graphic, holder) in tallies.zip(drawn) {
            let (here, graphic) = (page.clone(), graphic.clone());
            let figures = move || -> Vec<Figure> {
                let figures = graphic.figures.iter();
                figures
                    .filter_map(|id| here.report.figure(id).cloned())
                    .collect()
            };
            let (here, title) = (page.clone(), graphic_title(&holder));
            let rows = figures.clone();
            let sheet = move || {
                let (rows, hash) = (rows(), sha256(&here.data));
                let rows: Vec<_> = rows.iter().collect();
                Some(Sheet::of_figures(&here.report, &title, &rows, &hash))
            };
            let drawing = move || {
                let figures = figures();
                let figures: Vec<_> = figures.iter().collect();
                built(tally::drawing(&figures))
            };
            let chart = Chart {
                name: chapter.id.0.clone(),
                sheet: Rc::new(sheet),
                drawing: Rc::new(drawing),
            };
            if let Some(button) = built(button(chart)) {
                let _ = holder.append_child(&button);
            }
        }
    }
}

fn graphic_title(holder: &web_sys::Element) -> String {
    let title = holder.query_selector(".tj-graphic__title").ok().flatten();
    title
        .and_then(|title| title.text_content())
        .unwrap_or_default()
}

fn funnel(page: &Page) -> Option<()> {
    let figure = page.root.query_selector("#funnel").ok()??;
    let holder = figure.query_selector(".tj-funnel__tools").ok()??;
    let here = page.clone();
    let sheet = move || {
        let (part, funnel) = here.report.funnel()?;
        Some(Sheet::of_funnel(
            &here.report,
            part,
            funnel,
            &sha256(&here.data),
        ))
    };
    // The drawing that is shown, or was shown last.
    let drawing = move || {
        let drawings = find(&figure, ".tj-river");
        let wide = drawings.first()?.clone();
        let shown = |one: &web_sys::Element| one.get_bounding_client_rect().width() > 0.0;
        let shown = drawings.into_iter().find(shown).unwrap_or(wide);
        shown.clone_node_with_deep(true).ok()?.dyn_into().ok()
    };
    let chart = Chart {
        name: "funnel".to_owned(),
        sheet: Rc::new(sheet),
        drawing: Rc::new(drawing),
    };
    let button = built(button(chart))?;
    let first = holder.first_child();
    holder.insert_before(&button, first.as_ref()).ok()?;
    Some(())
}

fn button(chart: Chart) -> Element {
    el("button")
        .class("tj-download")
        .attr("type", "button")
        .on("click", move |_| {
            let chart = chart.clone();
            dialog::open("下载", "tj-downloads", move |_| choice(chart));
        })
        .child("下载")
}

/// What can be had; where downloads are refused, to be copied or saved by hand.
fn choice(chart: Chart) -> Element {
    let refused = save::refused();
    let buttons = FORMATS.map(|(format, words)| {
        let chart = chart.clone();
        let button = el("button")
            .class("tj-sheet__button")
            .attr("type", "button")
            .attr("data-format", format)
            .on("click", move |_| {
                let chart = chart.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    if give(&chart, format, refused).await.is_none() {
                        say("这个文件没有做成，请换一种格式。", None);
                    }
                });
            })
            .child(words);
        el("li").child(button)
    });
    let note = refused.then_some(
        "此处不能下载。选一种格式，内容会显示在下面，可以复制；图片可以长按或右键保存。",
    );
    el("div")
        .child(el("ul").class("tj-sheet__list").children(buttons))
        .child(
            el("div")
                .class("tj-downloads__note")
                .attr("role", "status")
                .child(note.unwrap_or_default()),
        )
}

/// Makes the file and hands it over, or shows it.
async fn give(chart: &Chart, format: &'static str, refused: bool) -> Option<()> {
    let sheet = (chart.sheet)()?;
    let hash = sheet.hash().get(..8)?;
    let name = ["tujie-", &chart.name, "-", hash, ".", format].concat();
    let (words, mime) = match format {
        "csv" => (sheet.csv(), "text/csv;charset=utf-8"),
        "json" => (sheet.json(), "application/json"),
        _ => {
            let Picture { svg, width, height } = picture::picture((chart.drawing)()?, &sheet)?;
            if format == "png" {
                let canvas = save::painted(&svg, width, height).await?;
                if refused {
                    let shown = canvas.to_data_url_with_type("image/png").ok()?;
                    let image = web_sys::window()?.document()?.create_element("img").ok()?;
                    image.set_attribute("src", &shown).ok()?;
                    image.set_attribute("alt", &sheet.chart).ok()?;
                    return say(
                        "此处不能下载。图片可以长按或右键保存。",
                        Some(image.unchecked_into()),
                    );
                }
                return save::save_png(&canvas, name);
            }
            (svg, "image/svg+xml")
        }
    };
    if refused {
        let field = web_sys::window()?
            .document()?
            .create_element("textarea")
            .ok()?;
        let field: HtmlTextAreaElement = field.dyn_into().ok()?;
        field.set_read_only(true);
        field.set_attribute("aria-label", &name).ok()?;
        field.set_value(&words);
        say(
            "此处不能下载。内容已选中，可以复制：",
            Some(field.clone().unchecked_into()),
        )?;
        field.focus().ok()?;
        field.select();
        return Some(());
    }
    save::save(&save::file(&words, mime)?, &name)
}

/// Says something below the choice, and shows what belongs to it.
fn say(words: &str, shown: Option<HtmlElement>) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let note = document.query_selector(".tj-downloads__note").ok()??;
    note.set_text_content(Some(words));
    if let Some(shown) = shown {
        note.append_child(&shown).ok()?;
    }
    Some(())
}
