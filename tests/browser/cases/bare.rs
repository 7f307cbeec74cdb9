//! Without the stylesheet: it is missing, a page stands in its place, or the page is served
//! at a path at which nothing beside it is found.
//!
//! Kinds of hosts and proxies: a 404, HTML with 200, a folder without its slash.

use crate::browser::{Browser, browse};
use crate::faults::STYLE;
use crate::server::{Fault, Site};

/// What is told where there is no style.
const TOLD: &str = "[...document.querySelectorAll('body > p')]
    .filter((one) => one.checkVisibility()).map((one) => one.textContent).join('')";

/// Buttons of the served page that are shown, and decoration that is.
const SHOWN: &str = "[...document.querySelectorAll('#app button, #app svg')]
    .filter((one) => one.checkVisibility())
    .map((one) => one.getAttribute('class'))";

/// The figures that are not told by their phrase alone, and how they are.
const TOLD_AGAIN: &str = "[...document.querySelectorAll('#app [data-figure]')]
    .filter((one) => one.querySelector('.tj-spoken') && one.checkVisibility())
    .filter((one) => one.innerText.trim() !== one.querySelector('.tj-spoken').textContent.trim())
    .map((one) => one.innerText)";

/// A plain document: no dead control, no black mountains.
async fn is_plain(browser: &Browser, what: &str) {
    let told: String = browser.eval(TOLD).await;
    assert!(told.contains("没有样式"), "{what}: {told}");
    let shown: Vec<String> = browser.eval(SHOWN).await;
    assert_eq!(shown, [""; 0], "{what}");
    let again: Vec<String> = browser.eval(TOLD_AGAIN).await;
    assert_eq!(again, [""; 0], "{what}");
    browser.text_is_complete().await;
}

#[test]
fn without_its_style_the_page_is_a_plain_document() {
    for fault in [Fault::Missing, Fault::Html] {
        browse(async |browser| {
            let site = Site::built().await;
            browser.foresee_missing_files();
            browser.foresee("MIME type");
            site.fault(&STYLE(&site), fault);
            site.fault(&site.wasm(), Fault::Missing);
            browser.open(&site.page("")).await;
            browser.until_failed("load").await;
            is_plain(browser, "the style is missing").await;
        });
    }
}

/// `/report` without its slash is answered with the page, and all beside it is missing.
#[test]
fn at_a_wrong_path_the_page_says_what_is_wrong() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        browser.foresee("MIME type");
        site.fault("/a/report", Fault::Bytes(site.read("/index.html")));
        site.fault("/a/report", Fault::Mime("text/html; charset=utf-8"));
        browser.open(&site.page("a/report")).await;
        is_plain(browser, "a wrong path").await;
        let told: String = browser.eval(TOLD).await;
        assert!(told.contains("斜杠"), "{told}");
        // With its style it says nothing of the kind.
        browser.open(&site.page("")).await;
        browser.until_live().await;
        assert_eq!(browser.eval::<String>(TOLD).await, "");
    });
}
