//! A chart of the page, as it is given away: its numbers, and its drawing.

use super::picture::Subject;
use super::tick_drawing::TickDrawing;
use crate::browser::dom::find;
use crate::report::export::{Spreadsheet, TITLE};
use crate::report::{Figure, Graphic, GraphicKind, Id, Report};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A chart that can be downloaded.
pub struct Chart {
    report: Report,
    /// `#app`.
    root: Element,
    /// The data file's SHA-256, in hexadecimal.
    hash: String,
    /// A chapter's tally; else the funnel.
    tally: Option<(Id, Graphic)>,
}

impl Chart {
    /// The chart that `of` tells: a chapter's id and which of its tallies it is,
    /// or nothing for the funnel.
    pub fn of(of: &str, report: Report, root: Element, hash: String) -> Option<Chart> {
        let tally = match of.split_once(' ') {
            Some((id, index)) => Some(tally(&report, id, index.parse().ok()?)?),
            None => None,
        };
        Some(Chart {
            report,
            root,
            hash,
            tally,
        })
    }

    /// What its files are called, but for their ending.
    pub fn name(&self) -> String {
        let of = match &self.tally {
            Some((chapter, _)) => &chapter.0,
            None => "funnel",
        };
        let hash = self.hash.get(..8).unwrap_or_default();
        ["tujie-", of, "-", hash].concat()
    }

    /// Its numbers.
    pub fn sheet(&self) -> Option<Spreadsheet> {
        let (report, hash) = (&self.report, &self.hash);
        match &self.tally {
            Some((_, graphic)) => {
                let figures = self.figures(graphic);
                Some(Spreadsheet::of_figures(
                    report,
                    &graphic.title,
                    &figures,
                    hash,
                ))
            }
            None => {
                let (part, funnel) = report.funnel()?;
                Some(Spreadsheet::of_funnel(report, part, funnel, hash))
            }
        }
    }

    /// Its drawing, and what a picture of it says.
    pub fn subject(&self) -> Option<Subject> {
        let Spreadsheet { chart, origin, .. } = self.sheet()?;
        let origin = origin.iter().filter(|(name, _)| *name != TITLE);
        let origin: Vec<_> = origin
            .map(|(name, value)| [name, "：", value].concat())
            .collect();
        Some(Subject {
            drawing: self.drawing()?,
            chart,
            title: self.report.title.text.text(),
            origin: origin.join("\n"),
        })
    }

    fn figures(&self, graphic: &Graphic) -> Vec<&Figure> {
        let figures = graphic.figures.iter();
        figures.filter_map(|id| self.report.figure(id)).collect()
    }

    /// The tally drawn anew; of the funnel a copy of the drawing that is shown.
    fn drawing(&self) -> Option<Element> {
        if let Some((_, graphic)) = &self.tally {
            let figures = self.figures(graphic);
            let drawing = view! { <TickDrawing figures/> }.build();
            return drawing.elements().into_iter().next();
        }
        let drawings = find(&self.root, ".tj-river");
        let shown = |one: &&Element| one.get_bounding_client_rect().width() > 0.0;
        let shown = drawings.iter().find(shown).or(drawings.first())?;
        shown.clone_node_with_deep(true).ok()?.dyn_into().ok()
    }
}

/// The `index`-th tally of the chapter of that id.
fn tally(report: &Report, id: &str, index: usize) -> Option<(Id, Graphic)> {
    let (_, chapter) = report.chapters().find(|(_, chapter)| chapter.id.0 == id)?;
    let tallies = chapter.graphics.iter();
    let mut tallies = tallies.filter(|graphic| graphic.kind == GraphicKind::Tally);
    Some((chapter.id.clone(), tallies.nth(index)?.clone()))
}
