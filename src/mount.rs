//! Starts the app in the browser: fetch, check, keep the served page or swap a new
//! one in.
//!
//! The served page stays where it was made of the same data, whatever translators and
//! in-app browsers have changed in it. Then the report is read when it is first
//! needed. Else a new tree is built beside it and takes its place in one step, with
//! what the reader had opened, focused and scrolled to. If anything fails before, the served page is simply still
//! there.

use crate::browser::pause::{self, pause, wait};
use crate::browser::place::{Place, find};
use crate::browser::print::Printing;
use crate::browser::reading::Reading;
use crate::browser::roll::Rolling;
use crate::browser::rove::Roving;
use crate::browser::{fetch, json, loader};
use crate::page::DATA;
use crate::page::chapter::FAR;
use crate::page::landscape::PLACES;
use crate::report::hash::sha256;
use crate::report::{MAX_BYTES, Report, check::check};
use crate::tools::{self, Page};
use crate::writer;
use any_spawner::Executor;
use js_sys::Reflect;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Document, Element, HtmlElement};

/// How long the data file may take, in ms.
const PATIENCE: i32 = 10_000;

/// Called once, when the WASM is instantiated.
pub fn start() {
    std::panic::set_hook(Box::new(|_| loader::panicked()));
    pause::begin(begin());
}

/// Shows the newest report, or leaves the served one and offers to try again.
async fn begin() {
    // What starts the app takes its time, too.
    pause().await;
    let bytes = fetch::bytes(loader::data(), MAX_BYTES, PATIENCE).await;
    let bytes = bytes.map(Rc::new);
    let shown = match &bytes {
        Some(bytes) => show(bytes).await,
        None => None,
    };
    match bytes.zip(shown) {
        Some((bytes, page)) => {
            loader::live(&bytes);
            come_near().await;
            pause().await;
            // Before a reader asks for a card, who would wait for it.
            page.report();
        }
        None => loader::no_data(|| pause::begin(begin())),
    }
}

/// Brings the page to life with the report of this data, if all of it is right; in
/// a few tasks, so that none keeps a slow device from answering its reader.
async fn show(data: &Rc<Vec<u8>>) -> Option<Page> {
    pause().await;
    let document = web_sys::window()?.document()?;
    let served = document.get_element_by_id("app")?;
    let kept = is_made_of(&served, data);
    let page = if kept {
        let data = data.clone();
        Page::new(served.clone(), move || json::read(&data))
    } else {
        write(data).await?
    };
    let root = &page.root;

    pause().await;
    // Done before, where the page is tried again.
    let _ = Executor::init_wasm_bindgen();
    let toolbar = tools::all(&page);

    pause().await;
    let toolbar = tools::built(toolbar);

    pause().await;
    let place = root.query_selector(".tj-toolbar").ok()??;
    place.replace_with_with_node_1(&toolbar).ok()?;

    pause().await;
    if kept {
        tools::enliven(&page);
    } else {
        swap(&document, &served, &page)?;
    }

    pause().await;
    // The page stays as long as its document, and so does what watches it. What
    // asks for its place is told first, before others change the page.
    std::mem::forget((
        Reading::watch(root),
        Rolling::watch(root),
        Roving::watch(root),
        Printing::watch(root),
        tools::begin(&page),
    ));
    if kept {
        tell_focus(&document);
    }
    Some(page)
}

/// Whether the served page was made of this data.
fn is_made_of(served: &Element, data: &[u8]) -> bool {
    served.get_attribute(DATA) == Some(sha256(data))
}

/// The page of a good report, which is in no document.
async fn write(data: &[u8]) -> Option<Page> {
    pause().await;
    let report: Report = json::read(data)?;

    pause().await;
    if !check(&report).is_empty() {
        return None;
    }

    pause().await;
    let built = writer::page(&report).await?;
    built.set_attribute(DATA, &sha256(data)).ok()?;
    Some(Page::new(built, || Some(report)))
}

/// What had the focus before tells those who listen now.
fn tell_focus(document: &Document) {
    let told = CustomEventInit::new();
    told.set_bubbles(true);
    let told = CustomEvent::new_with_event_init_dict("focusin", &told);
    if let (Some(focused), Ok(told)) = (document.active_element(), told) {
        let _ = focused.dispatch_event(&told);
    }
}

/// Puts the page that was built in the place of the served one, in one step.
fn swap(document: &Document, served: &Element, page: &Page) -> Option<()> {
    let built = &page.root;
    adopt_art(served, built);
    let place = Place::of(document, served);
    place.open_in(built);
    tools::enliven(page);
    if !place.is_top() {
        // Where the reader is, is known when everything has its place.
        let root = document.document_element()?;
        let _ = root.remove_attribute(WAITS);
    }
    served.replace_with_with_node_1(built).ok()?;
    place.return_to(built);
    Some(())
}

/// What `public/options.js` puts on `<html>` while what is far waits to be laid
/// out until it comes near. The whole page at once would keep a slow device from
/// answering for too long.
const WAITS: &str = "data-waits";

/// In how many steps that ends, at most, and how long the browser has for each,
/// in ms.
const STEPS: usize = 40;
const EACH: i32 = 20;

/// Lets one after the other be laid out, so that the page has its length and
/// everything in it its place.
async fn come_near() {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.document_element());
    let Some(root) = root.filter(|root| root.has_attribute(WAITS)) else {
        return;
    };
    let far = find(&root, &["[", FAR, "]"].concat());
    for some in far.chunks(far.len() / STEPS + 1) {
        wait(EACH).await;
        for one in some {
            let _ = one.remove_attribute(FAR);
        }
    }
    let _ = root.remove_attribute(WAITS);
}

/// Moves the drawings that are made at build time into their places. Moved, they
/// begin to draw themselves anew; the style is told how far they had come.
fn adopt_art(served: &Element, built: &Element) {
    let drawn = [painted_for().to_string().as_str(), "ms"].concat();
    for class in PLACES {
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
