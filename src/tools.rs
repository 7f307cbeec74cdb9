//! What the page offers once it runs: the reading tools. WASM only, since none
//! of them works without it; the served page keeps the toolbar's place free.
//!
//! A tool is one file: its state as signals, its elements, and the browser's
//! capabilities it needs. [`toolbar`] shows the tools, [`dialog`] is the window
//! that some of them open. Of the tools that few readers need the app has the
//! buttons, in [`fetched`]; what they do is part of a WASM of its own
//! (`crate::extras`): [`aloud`], [`share`], [`embed`] and [`download`].

pub mod aloud;
mod card;
pub mod dialog;
pub mod download;
pub mod embed;
mod fetched;
pub mod links;
mod look;
mod provenance;
pub mod sandbox;
mod search;
mod sections;
pub mod share;
pub mod toast;
pub mod toolbar;
mod views;

use crate::browser::listen::Listener;
use crate::components::element::Element;
use crate::report::Report;
use leptos::prelude::Render;
use std::cell::LazyCell;
use std::rc::Rc;
use std::sync::Arc;

/// What the tools work on.
#[derive(Clone)]
pub struct Page {
    /// `#app` as it is built, not in the document before the tools are there.
    pub root: web_sys::Element,
    report: Rc<LazyCell<Option<Report>, Reader>>,
}

/// Reads the report.
type Reader = Box<dyn FnOnce() -> Option<Report>>;

impl Page {
    /// A page that shows the report that is read so, when it is first needed.
    pub fn new(root: web_sys::Element, read: impl FnOnce() -> Option<Report> + 'static) -> Page {
        let report = Rc::new(LazyCell::new(Box::new(read) as Reader));
        Page { root, report }
    }

    /// The report that is shown.
    pub fn report(&self) -> Option<&Report> {
        (**self.report).as_ref()
    }
}

/// Gives life to what stands in the page itself, once it is built; for as long
/// as the page stays.
pub fn enliven(page: &Page) {
    card::attach(page);
    views::attach(page);
    fetched::downloads(page);
    provenance::attach(page);
}

/// A button of the toolbar.
#[derive(Clone)]
pub struct Tool {
    /// What it is called in `data-tool`.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// Its drawing: path data in a box of 20.
    pub icon: &'static str,
    /// What pressing it does, in words that follow its signals.
    pub label: Arc<dyn Fn() -> &'static str + Send + Sync>,
    /// What pressing it does.
    pub press: Rc<dyn Fn()>,
}

/// Where a tool stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the row, on every screen.
    Row,
    /// In the row where there is room, else behind 工具.
    Wide,
    /// Behind 工具.
    Sheet,
}

/// A view as an element of its own, for as long as the page stays.
pub fn built(view: Element) -> web_sys::Element {
    let built = view.build();
    let node = built.node().clone();
    std::mem::forget(built);
    node
}

/// The toolbar with every tool, in the order of how many readers need them.
pub fn all(page: &Page) -> Element {
    let [dark, contrast] = look::themes();
    let mut tools = vec![
        search::tool(page),
        sections::tool(),
        look::elder(),
        fetched::aloud(),
        fetched::share(),
        dark,
        contrast,
        search::key(),
    ];
    tools.extend(fetched::embed());
    tools.push(toolbar::print());
    toolbar::toolbar(tools)
}

/// Starts what works on the page that is now in the document, until dropped.
pub fn begin(page: &Page) -> [Option<Listener>; 2] {
    [links::watch(&page.root), search::begin(&page.root)]
}
