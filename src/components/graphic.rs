//! The small graphics of a chapter, by the kind that the data asks for.

use crate::components::arc::drawing;
use crate::components::element::{Element, el};
use crate::components::figure::{key_figure, link, number, spoken};
use crate::layout::arcs::bows;
use crate::layout::path;
use crate::layout::share::share;
use crate::layout::tally::{self, Tally};
use crate::report::{Figure, Graphic, GraphicKind, Report};

/// The longest label that fits beside the ticks without taking room from them,
/// in characters.
const SHORT: usize = 3;

/// The graphic, as a figure with its title and how to read it.
pub fn graphic(report: &Report, graphic: &Graphic) -> Element {
    let figures: Vec<&Figure> = graphic
        .figures
        .iter()
        .filter_map(|id| report.figure(id))
        .collect();
    let class = match graphic.kind {
        GraphicKind::Tally => "tj-graphic tj-tally",
        GraphicKind::Linked => "tj-graphic tj-linked",
        GraphicKind::Share => "tj-graphic tj-share",
    };
    let title = el("span")
        .class("tj-graphic__title")
        .child(graphic.title.as_str());
    let note = el("span")
        .class("tj-graphic__note")
        .child(note(graphic.kind, &figures));
    let figure = el("figure").class(class).child(
        el("figcaption")
            .class("tj-graphic__caption")
            .child(title)
            .child(note),
    );
    match graphic.kind {
        GraphicKind::Tally => figure.child(rows(report, &figures)),
        GraphicKind::Linked => figure.child(linked(report, &figures)),
        GraphicKind::Share => figure.children(bar(report, &figures)),
    }
}

/// How the drawing is read.
pub fn note(kind: GraphicKind, figures: &[&Figure]) -> String {
    match (kind, figures) {
        (GraphicKind::Tally, _) => tick(figures),
        (GraphicKind::Share, [part, whole]) => [
            "细条全长为",
            &whole.label,
            &whole.unit,
            "数，朱色段为",
            &part.label,
            &part.unit,
            "数",
        ]
        .concat(),
        _ => "弧线只作连接，不表示数量".to_owned(),
    }
}

/// What a tick stands for: one of each unit, those after the first in brackets.
fn tick(figures: &[&Figure]) -> String {
    let mut units: Vec<&str> = Vec::new();
    for figure in figures {
        if !units.contains(&figure.unit.as_str()) {
            units.push(&figure.unit);
        }
    }
    let (first, others) = match units.split_first() {
        Some((first, others)) => (*first, others.join("、")),
        None => ("", String::new()),
    };
    let (open, close) = if others.is_empty() {
        ("", "")
    } else {
        ("（", "）")
    };
    ["一竖一", first, open, &others, close, "，每十竖一组"].concat()
}

/// 算筹: a row of ticks for each figure, all on one scale, in the given order.
fn rows(report: &Report, figures: &[&Figure]) -> Element {
    let counts: Vec<f64> = figures.iter().map(|figure| figure.value).collect();
    let long = figures
        .iter()
        .any(|figure| figure.label.chars().count() > SHORT);
    let view_box = ["0 0 ", &path::number(tally::width(&counts)), " 26"].concat();
    el("ul")
        .class(if long {
            "tj-tally__rows tj-tally__rows--long"
        } else {
            "tj-tally__rows"
        })
        .children(figures.iter().map(|figure| {
            let row = Tally::place(figure.value);
            let name = el("span")
                .class("tj-tally__name")
                .hidden()
                .child(figure.label.as_str());
            let ticks = el("svg")
                .attr("viewBox", view_box.clone())
                .attr("preserveAspectRatio", "none")
                .attr("focusable", "false")
                .child(el("path").class("tj-tally__tick").attr("d", row.ticks.d()))
                .child(
                    el("path")
                        .class("tj-tally__tenth")
                        .attr("d", row.tenths.d()),
                );
            let ticks = el("span").class("tj-tally__ticks").hidden().child(ticks);
            let row = link(report, figure)
                .class("tj-tally__row")
                .child(spoken(figure))
                .child(name)
                .child(ticks)
                .child(number(figure));
            el("li").class("tj-tally__item").child(row)
        }))
}

/// Figures side by side, joined by one more arc each time.
fn linked(report: &Report, figures: &[&Figure]) -> Element {
    let items = figures.iter().enumerate().map(|(index, figure)| {
        let arcs = el("path")
            .attr("d", bows(index + 1).d())
            .attr("pathLength", "1");
        el("li")
            .class("tj-linked__item")
            .child(key_figure(report, figure))
            .child(drawing("tj-linked__bows", "-2 -1 52 98").child(arcs))
    });
    el("ul").class("tj-linked__row").children(items)
}

/// A part of a whole: the first figure of the second.
fn bar(report: &Report, figures: &[&Figure]) -> Option<Element> {
    let (part, whole) = (figures.first()?, figures.get(1)?);
    let width = path::number(share(part.value, whole.value) * 1000.0);
    let rect = |class, y, width, height| {
        el("rect")
            .class(class)
            .attr("y", y)
            .attr("width", width)
            .attr("height", height)
    };
    let bar = drawing("tj-share__bar", "0 0 1000 14")
        .attr("preserveAspectRatio", "none")
        .child(rect("tj-share__whole", "4", "1000".to_owned(), "6"))
        .child(rect("tj-share__part", "0", width, "14"));
    let ends = el("div")
        .class("tj-share__ends")
        .child(key_figure(report, part))
        .child(key_figure(report, whole));
    Some(el("div").child(bar).child(ends))
}
