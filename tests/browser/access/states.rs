//! What a reader may have before them, one after the other in one page.

use serde_json::{Value, json};

use crate::aloud::VOICE;
use crate::browser::Browser;
use crate::server::Site;

/// How each is entered, known to be there, and left.
const SCRIPT: &str = include_str!("states.js");

/// Everything that opens, each alone over the open page, and the page closed.
pub const STATES: [&str; 12] = [
    "closed",
    "open",
    "工具",
    "分享",
    "下载",
    "嵌入",
    "搜索",
    "卡片",
    "数据表",
    "出处",
    "朗读",
    "通知",
];

/// A page that stands still, with a voice, at that address and width.
pub async fn open(browser: &Browser, site: &Site, address: &str, width: u32) {
    let still = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
    browser.tell("Emulation.setEmulatedMedia", still).await;
    browser.resize(width, 900).await;
    browser.open(&site.page(address)).await;
    browser.until_live().await;
}

/// Has a voice in every page that is opened from now on.
pub async fn give_voice(browser: &Browser) {
    browser.before_scripts(VOICE).await;
}

/// Enters a state and waits until it is there.
pub async fn enter(browser: &Browser, state: &str) {
    step(browser, state, "enter").await;
    until(browser, state, "there").await;
}

/// Leaves it; the page is as before, all open.
pub async fn leave(browser: &Browser, state: &str) {
    step(browser, state, "leave").await;
    until(browser, state, "left").await;
}

/// What of the page the state is about, as a selector; empty for the whole.
pub async fn part(browser: &Browser, state: &str) -> String {
    browser
        .call(SCRIPT, vec![json!(state), json!("part")])
        .await
}

async fn step(browser: &Browser, state: &str, step: &str) {
    browser
        .call::<Value>(SCRIPT, vec![json!(state), json!(step)])
        .await;
}

async fn until(browser: &Browser, state: &str, step: &str) {
    let come = format!("({SCRIPT})('{state}', '{step}')");
    browser.until(&come).await;
}
