//! An address that names a place, before the style is there.
//!
//! With a style sheet half a second late, `index.html#routine` ended at the page's
//! foot in every second load, the heading 5,000 px above the view: it was scrolled
//! to in the page without its style, which is many times as long.

use crate::browser::{Browser, browse};
use crate::faults::STYLE;
use crate::server::{Fault, Site};

/// The heading has the focus and is in the window.
async fn arrived(browser: &Browser, when: &str) {
    browser
        .until("document.activeElement === document.querySelector('#routine h4')")
        .await;
    let (top, height): (f64, f64) = browser
        .eval("[document.querySelector('#routine h4').getBoundingClientRect().top, innerHeight]")
        .await;
    assert!(
        (0.0..height).contains(&top),
        "{when}: at {top} px of {height}"
    );
}

/// The page is opened and parsed, and the style comes after that.
async fn opened_late(browser: &Browser, site: &Site, rest: &str) {
    let style = STYLE(site);
    let gate = site.hold(&style);
    browser.open(&site.page(rest)).await;
    // What waits for nothing but the page has its turn.
    browser
        .run::<()>(
            "return new Promise((resolve) => setTimeout(() => setTimeout(resolve, 1), 1));",
            Vec::new(),
        )
        .await;
    gate.open();
    site.lift(&style);
    browser.until("document.styleSheets.length > 0").await;
}

#[test]
fn the_address_is_followed_once_the_style_is_there() {
    browse(async |browser| {
        let site = Site::built().await;
        for load in 0..6 {
            // Another query is another page to load.
            let rest = format!("?{load}#routine");
            // From the second on the browser has the style.
            match load % 2 {
                0 => {
                    browser
                        .tell("Network.clearBrowserCache", serde_json::json!({}))
                        .await;
                    opened_late(browser, &site, &rest).await;
                }
                _ => browser.open(&site.page(&rest)).await,
            }
            browser.until_live().await;
            arrived(browser, &rest).await;
        }
    });
}

#[test]
fn so_it_is_without_the_app() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        site.fault(&site.wasm(), Fault::Missing);
        opened_late(browser, &site, "#routine").await;
        browser.until_failed("load").await;
        browser.open("about:blank").await;
        opened_late(browser, &site, "?again#routine").await;
        arrived(browser, "without the app").await;
    });
}

#[test]
fn without_a_style_it_is_followed_all_the_same() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        site.fault(&STYLE(&site), Fault::Missing);
        browser.open(&site.page("#routine")).await;
        browser.until_live().await;
        arrived(browser, "no style").await;
    });
}

/// A host that never answers keeps nobody waiting for good.
#[test]
fn a_style_that_never_comes_is_not_awaited() {
    browse(async |browser| {
        let site = Site::built().await;
        // It ends with the story.
        browser.foresee_missing_files();
        browser.hasten(4000).await;
        let _gate = site.hold(&STYLE(&site));
        browser.open(&site.page("#routine")).await;
        browser
            .until("document.activeElement === document.querySelector('#routine h4')")
            .await;
        browser
            .until("document.documentElement.dataset.tujie === 'live'")
            .await;
    });
}
