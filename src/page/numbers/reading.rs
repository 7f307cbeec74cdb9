//! The numbers that the page holds, read back.

use crate::browser::dom::find;
use crate::report::export::{Cell, Origin, Spreadsheet};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement};

/// The numbers of a chart.
pub fn spreadsheet(chart: &Element) -> Option<Spreadsheet> {
    let content = content(chart, "template[data-numbers]")?;
    let rows = find(&content, "tr");
    let rows = rows.iter().skip(1).map(|row| find(row, "td"));
    Some(Spreadsheet {
        chart: words(&content.query_selector("caption").ok()??),
        columns: find(&content, "th").iter().map(words).collect(),
        rows: rows.map(|row| row.iter().map(cell).collect()).collect(),
    })
}

fn cell(cell: &Element) -> Cell {
    let number = cell.get_attribute("data-count");
    match number.map(|digits| digits.parse().map_err(|_| digits)) {
        Some(Ok(count)) => Cell::Count(count),
        Some(Err(digits)) => Cell::Measure(digits),
        None if cell.has_child_nodes() => Cell::Words(words(cell)),
        None => Cell::None,
    }
}

/// Where the numbers of the page inside `root` come from, but for the data's hash.
pub fn origin(root: &Element) -> Origin {
    let content = content(root, "template[data-origin]");
    let rows = content.map(|content| find(&content, "tr"));
    let rows = rows.unwrap_or_default().into_iter();
    rows.filter_map(|row| {
        let name = row.first_element_child()?;
        Some((words(&name), words(&row.last_element_child()?)))
    })
    .collect()
}

/// The one element of a template.
fn content(holder: &Element, template: &str) -> Option<Element> {
    let template = holder.query_selector(template).ok()??;
    let template: HtmlTemplateElement = template.dyn_into().ok()?;
    template.content().first_element_child()
}

fn words(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}
