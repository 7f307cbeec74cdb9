//! Windows over the page, where the browser has none: Firefox before 98, Safari
//! before 15.4.

use thirtyfour::prelude::*;

use crate::browser::{Browser, browse};
use crate::server::Site;

/// As those browsers: the element is one of no kind.
const WITHOUT: &str = "
    for (const name of ['show', 'showModal', 'close', 'open', 'returnValue']) {
        delete HTMLDialogElement.prototype[name];
    }
    delete window.HTMLDialogElement;";

/// The app in such a browser.
async fn live(browser: &Browser, site: &Site) {
    browser.before_scripts(WITHOUT).await;
    browser.open(&site.page("")).await;
    browser.until_live().await;
}

/// Waits for the window of that name to be in sight, with the focus in it.
async fn opened(browser: &Browser, name: &str) {
    let window = browser
        .driver
        .query(By::Css(format!("[role=dialog][aria-label={name}]")))
        .and_displayed();
    window.single().await.expect("one window");
    browser
        .until(
            "(({top, bottom, left, right}, window) =>
                top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth
                && window.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
                && window.contains(document.activeElement)
            )(document.querySelector('[role=dialog]').getBoundingClientRect(),
                document.querySelector('[role=dialog]'))",
        )
        .await;
}

/// Waits for it to be gone, and for the focus to be back on the button.
async fn closed(browser: &Browser, button: &str) {
    browser.until("!document.querySelector('dialog')").await;
    let back = format!("document.activeElement.textContent === '{button}'");
    browser.until(&back).await;
}

/// At both ways to lay it out.
fn opens_and_closes(width: u32) {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(width, 844).await;
        live(browser, &site).await;
        browser.click("button", "工具").await;
        opened(browser, "工具").await;
        browser.press(&Key::Escape).await;
        closed(browser, "工具").await;

        browser.click("button", "工具").await;
        opened(browser, "工具").await;
        let close = By::Css("[role=dialog] [aria-label=关闭]");
        let close = browser.driver.find(close).await.expect("a button");
        close.click().await.expect("it is pressed");
        closed(browser, "工具").await;

        // What is chosen is done, and opens a window of its own.
        browser.click("button", "工具").await;
        browser.click("button", "嵌入").await;
        opened(browser, "嵌入").await;
        browser.press(&Key::Escape).await;
        closed(browser, "工具").await;
    });
}

#[test]
fn tools_open_on_a_phone_without_dialogs() {
    opens_and_closes(390);
}

#[test]
fn tools_open_on_a_wide_screen_without_dialogs() {
    opens_and_closes(1440);
}
