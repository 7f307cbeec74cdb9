//! Two tabs of one site that are read aloud at once.
//!
//! Found in Firefox, with a real voice.

use crate::aloud::VOICE;
use crate::browser::browse;
use crate::cases::listened::{TOLD, begin, listen};

/// In Firefox all tabs have one voice, and two that read spoke across each other.
#[test]
fn another_tab_that_reads_makes_this_one_pause() {
    browse(async |browser| {
        let site = begin(browser, "").await;
        browser.until(&format!("{TOLD} === '正在朗读'")).await;
        let first = browser.enter_tab().await;
        browser.before_scripts(VOICE).await;
        listen(browser, &site).await;
        browser.until(&format!("{TOLD} === '正在朗读'")).await;
        let second = browser.driver.window().await.expect("a tab");
        let back = browser.driver.switch_to_window(first.clone()).await;
        back.expect("the tab before");
        browser.until(&format!("{TOLD} === '已暂停'")).await;
        let again = browser.driver.switch_to_window(second).await;
        again.expect("the tab that reads");
        assert_eq!(browser.eval::<String>(TOLD).await, "正在朗读");
        browser.leave_tab(first).await;
    });
}
