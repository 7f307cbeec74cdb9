//! A chart of the page, as it is given away: its numbers, and its drawing.

use super::picture::Subject;
use super::tick_drawing::{TickDrawing, TickRow};
use crate::browser::dom::find;
use crate::page::DATA;
use crate::page::numbers::reading::{origin, spreadsheet};
use crate::report::export::{Cell, HASH, Origin, Spreadsheet, TITLE};
use leptos::prelude::*;
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
    /// The chart that `of` tells: a chapter's id and which of its tallies it is,
    /// or nothing for the funnel.
    pub fn of(of: &str, root: &Element) -> Option<Chart> {
        let (id, figure) = match of.split_once(' ') {
            Some((id, index)) => {
                let chapter = root.owner_document()?.get_element_by_id(id)?;
                let mut tallies = find(&chapter, ".tj-tally").into_iter();
                (id, tallies.nth(index.parse().ok()?)?)
            }
            None => ("funnel", root.query_selector(".tj-funnel").ok()??),
        };
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
        let mut lines = Vec::new();
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

    /// Of the funnel a copy of the drawing that is shown; a tally is drawn anew.
    fn drawing(&self) -> Option<Element> {
        let drawings = find(&self.figure, ".tj-river");
        if drawings.is_empty() {
            let rows = self.sheet.rows.iter().filter_map(|row| tick_row(row));
            let rows: Vec<_> = rows.collect();
            let drawing = view! { <TickDrawing rows/> }.build();
            return drawing.elements().into_iter().next();
        }
        let shown = |one: &&Element| one.get_bounding_client_rect().width() > 0.0;
        let shown = drawings.iter().find(shown).or(drawings.first())?;
        shown.clone_node_with_deep(true).ok()?.dyn_into().ok()
    }
}

/// A row of a tally's numbers: id, name, number, unit and phrase.
fn tick_row(row: &[Cell]) -> Option<TickRow> {
    match row {
        [
            _,
            Cell::Words(label),
            Cell::Count(count),
            _,
            Cell::Words(phrase),
        ] => Some(TickRow {
            label: label.clone(),
            count: *count as f64,
            phrase: phrase.clone(),
        }),
        _ => None,
    }
}
