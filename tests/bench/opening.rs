//! How long the page takes from a click on a heading, or on 展开全部, to its next paint.

use std::path::Path;

use serde_json::json;

use crate::browser::{Browser, browse};
use crate::sites::serve;

/// Notes what the next click leads to.
const NEXT: &str = include_str!("opening/next.js");

/// What it led to, in ms.
const TAKEN: &str = "opened";

/// A closed section in the midst of the page, brought into view.
const SECTION: &str = include_str!("opening/section.js");

/// How long a section takes to open, in ms.
pub fn section(folder: &Path) -> f64 {
    let mut taken = 0.0;
    browse(async |browser| {
        let site = serve(folder).await;
        arrive(browser, &site.page("")).await;
        let at: [f64; 2] = browser.call(SECTION, Vec::new()).await;
        browser.run::<()>(NEXT, Vec::new()).await;
        tap(browser, at).await;
        taken = browser.eval(TAKEN).await;
    });
    taken
}

/// How long all sections take to open, in ms.
pub fn all(folder: &Path) -> f64 {
    let mut taken = 0.0;
    browse(async |browser| {
        let site = serve(folder).await;
        browser.resize(1280, 900).await;
        arrive(browser, &site.page("")).await;
        browser.named("button", "展开全部").await;
        browser.run::<()>(NEXT, Vec::new()).await;
        browser.click("button", "展开全部").await;
        taken = browser.eval(TAKEN).await;
    });
    taken
}

/// A page that is there for good, on a processor four times slower.
async fn arrive(browser: &Browser, address: &str) {
    browser.open(address).await;
    let there = "document.readyState === 'complete' && (!document.querySelector('script')
        || document.documentElement.dataset.tujie === 'live')
        && document.documentElement.dataset.waits !== ''";
    browser.until(there).await;
    let slow = json!({"rate": 4});
    browser.tell("Emulation.setCPUThrottlingRate", slow).await;
}

async fn tap(browser: &Browser, [x, y]: [f64; 2]) {
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
        browser.tell("Input.dispatchMouseEvent", event).await;
    }
}
