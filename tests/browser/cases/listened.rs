//! Voices that fall silent without a word, or speak another language.
//!
//! Reported of pages that are read aloud:
//! <https://github.com/HadrienGardeur/read-aloud-best-practices/issues/3>,
//! <https://github.com/janantala/speech-synthesis/issues/16>; the others are kinds that
//! were found with real voices.

use serde_json::Value;

use crate::aloud::VOICE;
use crate::browser::{Browser, browse};
use crate::server::Site;

/// What is said now, and what the dock tells.
pub const NOW: &str = "voice.now && voice.now.text";
pub const TOLD: &str = "document.querySelector('.tj-dock [role=status]').textContent";

/// Opens the page with a voice that does as the story wants, and presses 朗读.
pub async fn begin(browser: &Browser, change: &str) -> Site {
    let site = Site::built().await;
    browser.before_scripts(&format!("{VOICE}{change}")).await;
    listen(browser, &site).await;
    site
}

/// Opens the page and presses 朗读.
pub async fn listen(browser: &Browser, site: &Site) {
    browser.open(&site.page("?motion=off")).await;
    browser.until_live().await;
    browser.click("button", "朗读").await;
    browser.until("!!document.querySelector('.tj-dock')").await;
}

/// Long waits end at once, when the story wants them to.
const HASTY: &str = include_str!("listened/hasty.js");

#[test]
fn a_voice_that_never_ends_is_not_awaited() {
    browse(async |browser| {
        let _site = begin(browser, HASTY).await;
        browser.until(&format!("{TOLD} === '正在朗读'")).await;
        let first: String = browser.eval(NOW).await;
        browser
            .eval::<Value>("waiting.splice(0).forEach((end) => end()), 0")
            .await;
        browser
            .until(&format!(
                "{NOW} !== null && {NOW} !== {}",
                serde_json::json!(first)
            ))
            .await;
    });
}

#[test]
fn a_voice_that_is_never_heard_is_told_of() {
    browse(async |browser| {
        let _site = begin(browser, &format!("voice.silent = true; {HASTY}")).await;
        browser.until("!!voice.now").await;
        assert_eq!(browser.eval::<String>(TOLD).await, "正在准备语音…");
        browser
            .eval::<Value>("waiting.splice(0).forEach((end) => end()), 0")
            .await;
        browser
            .until(&format!("{TOLD}.includes('语音中断了')"))
            .await;
        // Nothing is read, so there is nothing to stop.
        browser.named("button", "朗读").await;
    });
}

#[test]
fn mandarin_comes_before_cantonese() {
    for cantonese in ["zh-HK", "zh_HK_#Hant", "zh-yue", "yue-HK", "zh-Hant-MO"] {
        browse(async |browser| {
            let voices = format!(
                "window.voices = [{{lang: '{cantonese}', localService: true}},
                    {{lang: 'zh-TW', localService: false}}];"
            );
            let _site = begin(browser, &voices).await;
            browser.until("!!voice.now").await;
            assert_eq!(browser.eval::<String>("voice.now.lang").await, "zh-TW");
            // Better than none.
            browser
                .eval::<Value>("(() => { voices.pop(); voice.onvoiceschanged(); })()")
                .await;
            browser.click("button", "下一句").await;
            assert_eq!(browser.eval::<String>("voice.now.lang").await, cantonese);
        });
    }
}

#[test]
fn after_a_failure_the_button_offers_to_read() {
    browse(async |browser| {
        browser.hasten(3_000).await;
        let _site = begin(browser, "voices.pop();").await;
        browser
            .until(&format!("{TOLD}.includes('没有中文语音')"))
            .await;
        let on = "document.querySelector('[data-tool=aloud]').getAttribute('aria-pressed')";
        browser.until(&format!("{on} === 'false'")).await;
        browser
            .eval::<Value>("(() => { voices.push({lang: 'zh-CN'}); voice.onvoiceschanged(); })()")
            .await;
        browser.until(&format!("{on} === 'true'")).await;
    });
}
