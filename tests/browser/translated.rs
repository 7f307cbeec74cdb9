//! A translated page: every text node was replaced by one in elements of the
//! translator's. What changes later is seen all the same.
//!
//! A label was bound to its text node, so a page that was translated after the
//! start said 展开全部 for good, whatever was open.

use crate::browser::{Browser, browse};
use crate::faults::TRANSLATE;
use crate::server::Site;

#[test]
fn what_changes_is_seen_where_the_page_was_translated_before_the_start() {
    browse(async |browser| {
        let mut site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.open(&site.page("")).await;
        TRANSLATE(browser, &mut site).await;
        gate.open();
        browser.until_live().await;
        changes_are_seen(browser, &mut site, false).await;
    });
}

#[test]
fn what_changes_is_seen_where_the_page_was_translated_after_the_start() {
    browse(async |browser| {
        let mut site = Site::built().await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        TRANSLATE(browser, &mut site).await;
        changes_are_seen(browser, &mut site, true).await;
    });
}

/// Turns switches on and off, and searches. Where the page was
/// `translated` once it ran, a translator is at work in what comes later, too.
async fn changes_are_seen(browser: &Browser, site: &mut Site, translated: bool) {
    for switch in ["展开全部", "大字版"] {
        for on in ["true", "false"] {
            browser.click("button", switch).await;
            let said = format!("document.activeElement.getAttribute('aria-pressed') === '{on}'");
            browser.until(&said).await;
        }
    }

    browser.click("button", "搜索").await;
    let field = "document.activeElement.matches('[role=search] input')";
    browser.until(field).await;
    type_in(browser, "提案").await;
    until_said(browser, "第1处，").await;
    if translated {
        TRANSLATE(browser, site).await;
    }
    browser.press(&thirtyfour::Key::Enter).await;
    until_said(browser, "第2处，").await;
}

async fn type_in(browser: &Browser, words: &str) {
    let keys = browser.driver.action_chain().send_keys(words);
    keys.perform().await.expect("keys are pressed");
}

/// Waits until search says which hit is shown.
async fn until_said(browser: &Browser, which: &str) {
    let said = "document.querySelector('[role=search] [role=status]').textContent";
    browser
        .until(&format!("{said}.startsWith('{which}')"))
        .await;
}
