//! Starts the app in the browser: fetch, check, build off-document, swap in.
//!
//! The served page is never hydrated: translators and in-app browsers may have
//! changed it. A new tree is built beside it and takes its place in one step,
//! with what the reader had opened, focused and scrolled to. If anything fails
//! before that step, the served page is simply still there.

use crate::app;
use crate::browser::pause::{self, pause};
use crate::browser::place::Place;
use crate::browser::print::Printing;
use crate::browser::reading::Reading;
use crate::browser::roll::Rolling;
use crate::browser::rove::Roving;
use crate::browser::{fetch, json, loader};
use crate::report::{MAX_BYTES, Report, check::check};
use crate::tools::{self, Page};
use js_sys::Reflect;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// How long the data file may take, in ms.
const PATIENCE: i32 = 10_000;

/// Called once, when the WASM is instantiated.
pub fn start() {
    std::panic::set_hook(Box::new(|_| loader::panicked()));
    pause::begin(begin());
}

/// Shows the newest report, or leaves the served one and offers to try again.
async fn begin() {
    let bytes = fetch::bytes("data/report.json", MAX_BYTES, PATIENCE).await;
    let report = bytes.as_deref().and_then(read);
    let shown = match report.zip(bytes) {
        Some((report, bytes)) => show(report).await.map(|()| bytes),
        None => None,
    };
    match shown {
        Some(bytes) => loader::live(&bytes),
        None => loader::no_data(|| pause::begin(begin())),
    }
}

/// The report, if it is one and all of it is right.
fn read(bytes: &[u8]) -> Option<Report> {
    let report = json::read(bytes)?;
    check(&report).is_empty().then_some(report)
}

/// Builds the page and puts it in place of the served one, in a few tasks, so
/// that none keeps a slow device from answering its reader.
async fn show(report: Report) -> Option<()> {
    pause().await;
    let document = web_sys::window()?.document()?;
    let built: HtmlElement = document.create_element("div").ok()?.unchecked_into();
    built.set_id("app");

    let page = Page {
        report: Rc::new(report),
        root: built.clone().into(),
    };
    let shown = page.clone();
    leptos::mount::mount_to(built.clone(), move || {
        let toolbar = tools::all(&shown);
        app::page(&shown.report, Some(toolbar), app::Art::default())
    })
    .forget();

    pause().await;
    let served = document.get_element_by_id("app")?;
    adopt_art(&served, &built);
    let place = Place::of(&document, &served);
    place.open_in(&built);
    tools::enliven(&page);
    served.replace_with_with_node_1(&built).ok()?;
    place.return_to(&built);
    // The page stays as long as its document, and so does what watches it.
    std::mem::forget((
        Rolling::watch(&built),
        Roving::watch(&built),
        Reading::watch(&built),
        Printing::watch(&built),
        tools::begin(&page),
    ));
    Some(())
}

/// Moves the drawings that are made at build time into their places. Moved, they
/// begin to draw themselves anew; the style is told how far they had come.
fn adopt_art(served: &Element, built: &Element) {
    let drawn = [painted_for().to_string().as_str(), "ms"].concat();
    for class in app::ART {
        let places = built.get_elements_by_class_name(class);
        let drawings = served.get_elements_by_class_name(class);
        if let (Some(place), Some(drawing)) = (places.item(0), drawings.item(0)) {
            let style = drawing.unchecked_ref::<HtmlElement>().style();
            let _ = style.set_property("--drawn", &drawn);
            let _ = place.replace_with_with_node_1(&drawing);
        }
    }
}

/// For how many ms the page has been painted; since it was asked for, where the
/// browser does not tell.
fn painted_for() -> i32 {
    let clock = web_sys::window().and_then(|window| window.performance());
    clock.map_or(0, |clock| {
        let paint = clock.get_entries_by_name("first-contentful-paint").get(0);
        let began = Reflect::get(&paint, &"startTime".into());
        let began = began.ok().and_then(|began| began.as_f64());
        (clock.now() - began.unwrap_or_default()) as i32
    })
}
