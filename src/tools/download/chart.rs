//! A chart of the page, as it is given away: its numbers, and its drawing.

use super::line_picture::line_picture;
use super::picture::Subject;
use crate::browser::dom::find;
use crate::page::DATA;
use crate::page::numbers::reading::{origin, spreadsheet};
use crate::report::export::{HASH, Origin, Spreadsheet, TITLE};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A chart that can be downloaded.
pub struct Chart {
    /// What its files are called, but for their ending.
    pub name: String,
    /// Its numbers.
    pub sheet: Spreadsheet,
    /// Where they come from.
    pub origin: Origin,
    /// Its figure in the page.
    figure: Element,
}

impl Chart {
    /// The flow or the graphic of that id.
    pub fn of(id: &str, root: &Element) -> Option<Chart> {
        let figure = root.owner_document()?.get_element_by_id(id)?;
        let hash = root.get_attribute(DATA)?;
        let mut origin = origin(root);
        origin.push((HASH.to_owned(), hash.clone()));
        Some(Chart {
            name: ["tujie-", id, "-", hash.get(..8).unwrap_or_default()].concat(),
            sheet: spreadsheet(&figure)?,
            origin,
            figure,
        })
    }

    /// Its drawing, and what a picture of it says.
    pub fn subject(&self) -> Option<Subject> {
        let mut title = String::new();
        // How the drawing is read, which it cannot say itself: what a mark stands for.
        let note = find(&self.figure, ".tj-graphic__note").into_iter();
        let mut lines: Vec<String> = note.filter_map(|note| note.text_content()).collect();
        for (name, value) in &self.origin {
            if name == TITLE {
                title.clone_from(value);
            } else {
                lines.push([name, "：", value].concat());
            }
        }
        Some(Subject {
            drawing: self.drawing()?,
            chart: self.sheet.chart.clone(),
            title,
            origin: lines.join("\n"),
        })
    }

    /// Of a flow a copy of the drawing that is shown; a graphic's lines are set anew.
    fn drawing(&self) -> Option<Element> {
        let drawings = find(&self.figure, ".tj-river");
        if drawings.is_empty() {
            return line_picture(&self.figure, &self.sheet);
        }
        let shown = |one: &&Element| one.get_bounding_client_rect().width() > 0.0;
        let shown = drawings.iter().find(shown).or(drawings.first())?;
        shown.clone_node_with_deep(true).ok()?.dyn_into().ok()
    }
}
