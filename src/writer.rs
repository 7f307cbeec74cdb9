//! Writes a whole page in the browser, for a report that is not the served one.
//! WASM only.
//!
//! The app calls one step after the other (`src/bin/writer.rs`), so that no step
//! keeps a slow device from answering, and so that one that fails, fails in the
//! app's hands.

use crate::browser::json;
use crate::page::Frame;
use crate::page::flow::{FlowScale, scale};
use crate::page::part::{PartContent, PartFrame};
use crate::report::{Part, Report, check::check};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlTemplateElement};

/// A page that is being written.
pub struct Writing {
    report: Report,
    /// `#app`, in no document yet.
    root: Element,
    /// How wide the report's flows are drawn, once the frame stands.
    scale: FlowScale,
    /// How many parts are whole.
    parts: usize,
    /// How much of the next part stands.
    contents: usize,
}

impl Writing {
    /// Begins the page of this data; none where that is no good report.
    pub fn begin(data: &[u8]) -> Option<Writing> {
        let report: Report = json::read(data)?;
        if !check(&report).is_empty() {
            return None;
        }
        let document: Document = web_sys::window()?.document()?;
        let root = document.create_element("div").ok()?;
        root.set_id("app");
        Some(Writing {
            report,
            root,
            scale: None,
            parts: 0,
            contents: 0,
        })
    }

    /// Writes the frame, then thing after thing that the parts hold; none once all
    /// is written.
    pub fn step(&mut self) -> Option<()> {
        if self.root.first_child().is_none() {
            stand(view! { <Frame report=&self.report parts=()/> }, &self.root);
            self.scale = scale(&self.report);
            return Some(());
        }
        let part = self.report.parts.get(self.parts)?;
        let holder = self.root.query_selector(".tj-report").ok()??;
        if self.contents == 0 {
            stand(
                view! { <PartFrame report=&self.report part contents=()/> },
                &holder,
            );
        }
        let section = holder.last_element_child()?;
        match self.next_content(part, &section) {
            Some(()) => self.contents += 1,
            None => {
                self.parts += 1;
                self.contents = 0;
            }
        }
        Some(())
    }

    fn next_content(&self, part: &Part, section: &Element) -> Option<()> {
        let (report, scale) = (&self.report, self.scale);
        let content = report.contents(part).into_iter().nth(self.contents)?;
        stand(view! { <PartContent report part content scale/> }, section);
        Some(())
    }

    /// The page; none where it is not whole.
    pub fn end(self) -> Option<Element> {
        let templates = self.root.get_elements_by_tag_name("template");
        for index in 0..templates.length() {
            if let Some(template) = templates.item(index) {
                fold(template.unchecked_ref());
            }
        }
        (self.parts == self.report.parts.len()).then_some(self.root)
    }
}

/// Builds a view at the end of its holder, where it stays: nothing in it changes.
fn stand(view: impl IntoView, holder: &Element) {
    view.build().mount(holder, None);
}

/// What a browser parses inside a template stands in its content; what is built
/// there does not.
fn fold(template: &HtmlTemplateElement) {
    while let Some(child) = template.first_child() {
        if template.content().append_child(&child).is_err() {
            break;
        }
    }
}
