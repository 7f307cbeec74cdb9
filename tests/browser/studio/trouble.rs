//! What may go wrong at the 编辑台: a plain message, and nothing lost.

use thirtyfour::{By, Key};

use super::{come_back, fixture, opened, text, with};
use crate::browser::{Browser, browse};

/// The draft is kept as it is.
const KEPT: &str = "document.querySelector('.de-bar__kept').textContent === '已保存在本浏览器'";

/// Writes at the end of the second line.
async fn write(browser: &Browser, words: &str) {
    let line = "document.querySelectorAll('.de-line__words')[1]";
    browser
        .run::<()>(&format!("{line}.click();"), Vec::new())
        .await;
    browser
        .until("document.activeElement.matches('.de-write__field')")
        .await;
    for letter in words.chars() {
        browser.press_letter(letter).await;
    }
    browser.press(&Key::Escape).await;
    browser
        .until(&format!(
            "document.querySelector('.de-lines').textContent.includes('{words}')"
        ))
        .await;
}

/// The preview shows the words.
fn shows(words: &str) -> String {
    format!("document.querySelector('iframe').contentDocument.body.textContent.includes('{words}')")
}

/// Two windows on one draft: neither writes over the other, and both are kept.
#[test]
fn two_windows_on_one_draft_lose_nothing() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        browser.until(KEPT).await;
        let first = browser.enter_tab().await;
        come_back(browser).await;
        write(browser, "他处").await;
        browser.until(KEPT).await;
        browser.leave_tab(first).await;
        write(browser, "此处").await;
        browser
            .until("document.querySelector('.de-notice').textContent.includes('另存成了一份')")
            .await;
        browser.until(KEPT).await;
        browser.click("button", "打开别的").await;
        browser
            .until("document.querySelectorAll('.de-drafts__name').length === 2")
            .await;
    });
}

/// Whatever cannot be drafted from is told in the words of `draft`, and nothing is lost.
#[test]
fn a_file_that_is_no_document_is_refused_in_words() {
    browse(async |browser| {
        opened(browser).await;
        let field = browser
            .driver
            .find(By::Css(".de-drop input"))
            .await
            .expect("a field");
        let path = fixture("old.doc").display().to_string();
        field.send_keys(path).await.expect("a file is chosen");
        browser
            .until("document.querySelector('.de-notice').textContent.includes('另存为 .docx')")
            .await;
    });
}

/// A private window may keep nothing: the editor is told, and everything else goes on.
#[test]
fn where_nothing_can_be_kept_that_is_said() {
    browse(async |browser| {
        let script = "Object.defineProperty(self, 'indexedDB', {value: {open() { throw new Error('private'); }}});";
        browser.before_scripts(script).await;
        with(browser, "seed-headings.docx").await;
        browser
            .until("document.querySelector('.de-bar__kept').textContent.includes('没有保存')")
            .await;
    });
}

/// A full disk: the editor is told where her work is, and it is kept as soon as there is room.
#[test]
fn a_full_disk_is_told_and_no_word_is_lost() {
    browse(async |browser| {
        let script = "const put = IDBObjectStore.prototype.put;
            self.full = false;
            IDBObjectStore.prototype.put = function (...all) {
                const request = put.apply(this, all);
                if (self.full) this.transaction.abort();
                return request;
            };";
        browser.before_scripts(script).await;
        with(browser, "seed-headings.docx").await;
        browser.until(KEPT).await;
        browser.run::<()>("self.full = true;", Vec::new()).await;
        write(browser, "盘满").await;
        browser
            .until("document.querySelector('.de-bar__kept').textContent.includes('没有保存')")
            .await;
        browser.until(&shows("盘满")).await;
        browser.run::<()>("self.full = false;", Vec::new()).await;
        write(browser, "又空").await;
        browser.until(KEPT).await;
        let kept: String = browser
            .eval("tujieOutside.kept().then(all => JSON.parse(all)[0].record)")
            .await;
        assert!(kept.contains("盘满") && kept.contains("又空"));
    });
}

/// The press falls over while it works: it is replaced, and the page follows.
#[test]
fn a_press_that_falls_over_is_replaced() {
    browse(async |browser| {
        let script = "self.hands = [];
            self.Worker = class extends Worker {
                constructor(...all) { super(...all); hands.push(this); }
            };";
        browser.before_scripts(script).await;
        with(browser, "seed-headings.docx").await;
        // The next errand is never answered by this one.
        let fall = "hands[0].postMessage = () => hands[0].dispatchEvent(new ErrorEvent('error', {message: 'out of memory'}));";
        browser.run::<()>(fall, Vec::new()).await;
        write(browser, "续写").await;
        browser.until(&shows("续写")).await;
        assert_eq!(browser.eval::<usize>("hands.length").await, 2);
        let notice = "document.querySelector('.de-notice').textContent";
        assert_eq!(browser.eval::<String>(notice).await, "");
        browser.until(KEPT).await;
    });
}

/// The desk itself falls over, on an answer larger than any memory: it says so, and the draft
/// waits.
#[test]
fn a_desk_that_stops_says_so_and_the_draft_waits() {
    browse(async |browser| {
        browser.foresee("unreachable");
        with(browser, "seed-headings.docx").await;
        write(browser, "停前").await;
        browser.until(KEPT).await;
        let before = text(browser).await;
        let stop = "tujieOutside.press = async () => ({length: 0xffffffff});";
        browser.run::<()>(stop, Vec::new()).await;
        let answer = "document.querySelector('[data-doubt] [data-first=true]').click();";
        browser.run::<()>(answer, Vec::new()).await;
        browser
            .until("document.querySelector('#trouble').textContent.includes('重新载入本页')")
            .await;
        come_back(browser).await;
        assert_eq!(text(browser).await, before);
    });
}
