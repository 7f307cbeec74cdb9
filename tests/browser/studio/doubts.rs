//! What an editor answers to a doubt is done, or hers to do, and is taken back with the rest.

use super::{SHOWN, opened, with};
use crate::browser::{Browser, browse};

/// The list of doubts as it reads.
const DOUBTS: &str = "[...document.querySelectorAll('[data-doubt]')]";

/// Presses the choice of the doubt that tells some words.
async fn choose(browser: &Browser, words: &str, choice: &str) {
    let script = format!(
        "const doubt = {DOUBTS}.find(one => one.textContent.includes('{words}') && !one.matches('.de-remark--settled'));
        [...doubt.querySelectorAll('button')].find(one => one.textContent.startsWith('{choice}')).click();"
    );
    browser.run::<()>(&script, Vec::new()).await;
}

/// The page shows something.
fn page(selector: &str) -> String {
    format!("!!document.querySelector('iframe').contentDocument.querySelector('{selector}')")
}

/// How many doubts are settled.
fn settled(count: usize) -> String {
    format!("document.querySelectorAll('.de-remark--settled').length === {count}")
}

const UNDO: &str = "[...document.querySelectorAll('.de-bar button')].find(one => one.textContent === '撤销').click();";

#[test]
fn an_answer_is_done_and_taken_back_with_what_it_did() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        browser.until(&page(".tj-reach")).await;
        choose(browser, "范围", "不列入").await;
        browser.until(&settled(1)).await;
        browser.until(&format!("!({})", page(".tj-reach"))).await;
        browser.run::<()>(UNDO, Vec::new()).await;
        browser.until(&settled(0)).await;
        browser.until(&page(".tj-reach")).await;
    });
}

#[test]
fn what_only_the_editor_can_do_waits_for_her() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        choose(browser, "从这段文字读出流程", "改正").await;
        // The table of the flow opens, and the doubt is not yet settled.
        browser
            .until("!!document.activeElement.closest('.de-flow[open]')")
            .await;
        browser.until(&settled(0)).await;
        choose(browser, "从这段文字读出流程", "改好了").await;
        browser.until(&settled(1)).await;
        // The focus goes on to the next one.
        browser
            .until("!!document.activeElement.closest('[data-doubt]:not(.de-remark--settled)')")
            .await;
    });
}

#[test]
fn links_of_the_preview_leave_it_where_it_is() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        let click = |selector: &str| {
            format!(
                "document.querySelector('iframe').contentDocument.querySelector('{selector}').click();"
            )
        };
        // A number leads to its line, the contents to their place in the page.
        browser
            .run::<()>(&click("a.tj-figure[data-figure]"), Vec::new())
            .await;
        browser
            .until("document.activeElement.matches('.de-write__field')")
            .await;
        let top = "document.querySelector('iframe').contentWindow.scrollTo(0, 0);";
        browser.run::<()>(top, Vec::new()).await;
        browser
            .run::<()>(&click(".tj-bar__list li:last-child a"), Vec::new())
            .await;
        browser
            .until("document.querySelector('iframe').contentWindow.scrollY > 0")
            .await;
        browser.until(SHOWN).await;
    });
}

#[test]
fn a_draft_is_not_deleted_by_one_press() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        browser
            .until("document.querySelector('.de-bar__kept').textContent === '已保存在本浏览器'")
            .await;
        opened(browser).await;
        let press = |name: &str| {
            format!(
                "[...document.querySelectorAll('.de-drafts button')].find(one => one.textContent === '{name}').click();"
            )
        };
        browser
            .until("document.querySelectorAll('.de-drafts__name').length === 1")
            .await;
        browser.run::<()>(&press("删除…"), Vec::new()).await;
        browser
            .until("document.activeElement.textContent === '不删'")
            .await;
        browser.run::<()>(&press("不删"), Vec::new()).await;
        browser.run::<()>(&press("删除…"), Vec::new()).await;
        browser.run::<()>(&press("删除"), Vec::new()).await;
        browser
            .until("document.querySelectorAll('.de-drafts__name').length === 0")
            .await;
    });
}

/// Where nothing changes for a while the page is the published one, lines and all.
#[test]
fn the_preview_breaks_its_lines_at_words() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        browser.until(&page("h3 wbr")).await;
    });
}

/// As on paper: nothing of the screen's, with the page's margins.
#[test]
fn the_preview_of_a_print_is_one() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        browser.click("button", "打印").await;
        browser.until(SHOWN).await;
        let gone = |selector: &str| {
            format!(
                "getComputedStyle(document.querySelector('iframe').contentDocument.querySelector('{selector}')).display === 'none'"
            )
        };
        browser.until(&gone(".tj-bar")).await;
        browser.until(&gone(".tj-small__more")).await;
        let margin = "parseFloat(getComputedStyle(document.querySelector('iframe').contentDocument.body).paddingLeft) > 50";
        browser.until(margin).await;
    });
}
