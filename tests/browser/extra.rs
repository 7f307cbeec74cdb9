//! What few readers need is fetched when the first of it is pressed, by whatever
//! network there is.

use crate::browser::{Browser, browse};
use crate::server::{Fault, Site};

/// What the page itself fetched for it; a service worker's own are not among it.
const FETCHED: &str = "performance.getEntriesByType('resource')
    .filter(({name}) => /\\/extras(_bg)?-/.test(name)).length";

const TITLE: &str = "document.querySelector('dialog[open] h2')?.textContent";

async fn live(browser: &Browser, site: &Site) {
    browser.open(&site.page("")).await;
    browser.until_live().await;
}

#[test]
fn it_is_fetched_once_and_only_when_it_is_asked_for() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site).await;
        assert_eq!(browser.eval::<usize>(FETCHED).await, 0);
        for _ in 0..2 {
            browser.click("button", "分享").await;
            browser.until(&format!("{TITLE} === '分享'")).await;
            browser.press(&thirtyfour::Key::Escape).await;
            browser.until("!document.querySelector('dialog')").await;
        }
        assert_eq!(browser.eval::<usize>(FETCHED).await, 2);
    });
}

/// The page says so, stays as good as it was, and 重试 opens what was asked for.
#[test]
fn where_it_cannot_be_had_the_rest_goes_on() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        for path in [site.extra_wasm(), site.extra_glue()] {
            site.fault(&path, Fault::Missing);
        }
        live(browser, &site).await;
        for _ in 0..2 {
            browser.click("button", "分享").await;
            browser
                .until("document.getElementById('notice').textContent.includes('没有加载成功')")
                .await;
        }
        assert_eq!(browser.state().await, "live");
        browser.press_summary("institutions").await;
        for path in [site.extra_wasm(), site.extra_glue()] {
            site.lift(&path);
        }
        browser.click("button", "重试").await;
        browser.until(&format!("{TITLE} === '分享'")).await;
        browser.notice_is_gone().await;
    });
}

/// Pressed again and again on a slow network, it opened as often, one window
/// over the other.
#[test]
fn while_it_is_awaited_the_last_press_is_meant() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.extra_wasm());
        live(browser, &site).await;
        browser.click("button", "朗读").await;
        browser
            .until("document.getElementById('notice').textContent === '正在加载…'")
            .await;
        browser.click("button", "分享").await;
        browser.click("button", "分享").await;
        gate.open();
        browser.until(&format!("{TITLE} === '分享'")).await;
        browser.notice_is_gone().await;
        let open: usize = browser
            .eval("document.querySelectorAll('dialog, .tj-dock').length")
            .await;
        assert_eq!(open, 1);
    });
}
