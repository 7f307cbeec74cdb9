//! The proposals' funnel: the river, and a table of the same numbers.

use crate::components::element::{Element, el};
use crate::components::river;
use crate::layout::path::number;
use crate::layout::river::{Orientation, step};
use crate::report::Funnel;

/// The funnel as a figure: drawn twice, for narrow and wide screens, of which
/// one is shown; the table is one control away. What is pressed comes before
/// the drawing, as the eye meets it, and the style puts the table below.
pub fn funnel(funnel: &Funnel) -> Element {
    let most = funnel.stages.first().map_or(0, |stage| stage.count);
    let note = [
        "河宽与数目严格成比例，水尺每格",
        &number(step(most as f64)),
        &funnel.unit,
    ];
    // Holds only while the app runs, and has its place before.
    let how = el("span")
        .class("tj-funnel__how")
        .child("。指、点，或用方向键逐项查看");
    let note = el("p")
        .class("tj-funnel__note")
        .child(note.concat())
        .child(how);
    let caption = el("figcaption")
        .class("tj-funnel__caption")
        .child(el("h3").class("tj-funnel__title").child("江流漏斗"))
        .child(note);
    let data = el("details")
        .class("tj-funnel__data")
        .attr("id", "funnel-data")
        .child(el("summary").class("tj-funnel__switch").child("数据表"))
        .child(table(funnel));
    let derived = el("p")
        .class("tj-funnel__derived")
        .child("比例按原文数字计算，保留一位小数；减少的数目为相邻环节之差。");
    el("figure")
        .class("tj-funnel")
        .attr("id", "funnel")
        .child(caption)
        .child(el("div").class("tj-funnel__views").child(data))
        .child(
            el("div")
                .class("tj-funnel__river")
                .children(river::drawings(funnel, Orientation::Horizontal))
                .children(river::drawings(funnel, Orientation::Vertical)),
        )
        .child(derived)
}

/// The same numbers as a table.
fn table(funnel: &Funnel) -> Element {
    let stages = funnel.steps().into_iter().map(|step| {
        let rate = step.step_rate().unwrap_or_else(|| "—".to_owned());
        let cells = [step.stage.count.to_string(), rate, step.overall_rate()];
        row("tj-table__stage", step.stage.label.clone(), cells)
    });
    let sources = funnel.sources.iter().map(|source| {
        let label = ["其中 ", &source.label].concat();
        let cells = [
            source.count.to_string(),
            funnel.source_rate(source),
            funnel.source_overall_rate(source),
        ];
        row("tj-table__source", label, cells)
    });
    let first = funnel.stages.first().map_or("", |stage| &stage.short);
    let heads = [
        "环节".to_owned(),
        [funnel.unit.as_str(), "数"].concat(),
        "占上一环节".to_owned(),
        ["占", first].concat(),
    ];
    let heads = heads
        .into_iter()
        .map(|head| el("th").attr("scope", "col").child(head));
    el("table")
        .class("tj-table")
        .child(el("caption").class("tj-spoken").child("各环节数目和比例"))
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(stages).children(sources))
}

fn row(class: &'static str, label: String, cells: [String; 3]) -> Element {
    el("tr")
        .class(class)
        .child(el("th").attr("scope", "row").child(label))
        .children(cells.into_iter().map(|cell| el("td").child(cell)))
}
