//! Writes a whole page in the browser, for a report that is not the served one.

use crate::browser::place::find;
use crate::browser::steps::step;
use crate::page::Frame;
use crate::page::part::{PartContent, PartFrame};
use crate::report::{Report, check::check, read::read};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement};

/// The page of a data file, in no document yet; none where it is no good report. In
/// steps, so that none keeps a slow device from answering its reader.
pub async fn write(data: &[u8]) -> Option<Element> {
    let report = read(data)?;
    step().await;
    if !check(&report).is_empty() {
        return None;
    }
    page(&report).await
}

/// The page of a good report: a step for each thing that its parts hold.
pub async fn page(report: &Report) -> Option<Element> {
    step().await;
    let document = web_sys::window()?.document()?;
    let root = document.create_element("div").ok()?;
    root.set_id("app");
    stand(view! { <Frame report parts=()/> }, &root);
    let parts = root.query_selector(".tj-parts").ok()??;
    for part in &report.parts {
        step().await;
        stand(view! { <PartFrame report part contents=()/> }, &parts);
        let section = parts.last_element_child()?;
        for content in report.contents(part) {
            step().await;
            stand(view! { <PartContent report part content/> }, &section);
        }
    }
    fill_templates(&root)?;
    Some(root)
}

/// Builds a view at the end of its holder, where it stays: nothing in it changes.
fn stand(view: impl IntoView, holder: &Element) {
    view.build().mount(holder, None);
}

/// Moves what stands in templates to where the browser's parser would have put it.
fn fill_templates(root: &Element) -> Option<()> {
    for template in find(root, "template") {
        let template: HtmlTemplateElement = template.dyn_into().ok()?;
        while let Some(child) = template.first_child() {
            template.content().append_child(&child).ok()?;
        }
    }
    Some(())
}
