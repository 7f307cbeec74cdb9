//! Starts the app in the browser. WASM only.
//!
//! The served page is brought to life as it stands where it was made of the data
//! that the site has now, whatever translators and in-app browsers did to it. Of
//! other data the writer (`src/writer.rs`) makes a page, which takes the place of
//! the served one in one step. If anything fails before, the served page is simply
//! still there.
//!
//! - [`swap`]: one page in the place of another.
//! - [`reader`]: where the reader is, in one page and in another.

mod reader;
mod swap;

use crate::browser::on_paper::Printing;
use crate::browser::pause::{self, pause};
use crate::browser::rove::Roving;
use crate::browser::{fetch, loader};
use crate::page::{self, mounting::keep};
use crate::report::{MAX_BYTES, hash::hexadecimal, hash::sha256};
use crate::tools;
use any_spawner::Executor;
use leptos::prelude::Owner;
use std::cell::RefCell;
use web_sys::{CustomEvent, CustomEventInit, Document, Element};

/// How long the data file may take, in ms.
const PATIENCE: i32 = 10_000;

thread_local! {
    /// Owns whatever works in the page, for as long as the page stays.
    static RUNNING: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

/// Called once, when the WASM is instantiated.
pub fn start() {
    std::panic::set_hook(Box::new(|_| loader::panicked()));
    let _ = Executor::init_wasm_bindgen();
    pause::begin(begin());
}

/// Shows the newest report, or leaves the served one and offers to try again.
async fn begin() {
    // What starts the app takes its time, too.
    pause().await;
    match show().await {
        Some(()) => {
            loader::live();
            page::far::lay_out().await;
        }
        None => loader::no_data(|| pause::begin(begin())),
    }
}

/// Brings a page of the newest data to life; in a few tasks, so that none keeps a
/// slow device from answering its reader.
async fn show() -> Option<()> {
    let data = fetch::bytes(loader::data(), MAX_BYTES, PATIENCE).await?;
    pause().await;
    let document = web_sys::window()?.document()?;
    let served = document.get_element_by_id("app")?;
    let hash = match loader::digest(&data).await {
        Some(digest) => hexadecimal(&digest),
        None => sha256(&data.to_vec()),
    };
    let root = if is_of(&served, &hash) || is_whole(&served) && loader::older(&data) {
        served
    } else {
        let written = loader::write(&data).await?;
        written.set_attribute(page::DATA, &hash).ok()?;
        swap::swap(&document, &served, &written)?;
        written
    };
    run(&root).await;
    tell_focus(&document);
    Some(())
}

/// Whether the served page was made of the data with this hash and still has what
/// the app needs: others may have changed all of it.
fn is_of(served: &Element, hash: &str) -> bool {
    served.get_attribute(page::DATA).as_deref() == Some(hash) && is_whole(served)
}

/// Whether the served page still has what the app needs.
fn is_whole(served: &Element) -> bool {
    let has = |selector| matches!(served.query_selector(selector), Ok(Some(_)));
    page::NEEDED.into_iter().all(has)
}

/// What works in the page, in the order in which it starts. What asks where
/// something is comes before what changes the page.
const PARTS: [fn(&Element); 11] = [
    tools::toolbar::attach,
    page::flow::views::attach,
    page::flow::detail::attach,
    tools::on_demand::attach,
    page::provenance::attach,
    page::nav::current::attach,
    page::figure::roll::attach,
    page::drawing::attach,
    |root| keep((Roving::watch(root), Printing::watch(root))),
    tools::links::attach,
    tools::search::attach,
];

/// Starts everything that works in the page, each in a task of its own.
async fn run(root: &Element) {
    let owner = Owner::new();
    for part in PARTS {
        pause().await;
        owner.with(|| part(root));
    }
    RUNNING.with(|running| running.replace(Some(owner)));
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
