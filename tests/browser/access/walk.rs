//! The whole page by the keyboard alone: there and back, in reading order, with
//! the focus in sight at every step; and the windows, which hold it and give it
//! back.

use serde_json::json;
use thirtyfour::prelude::*;

use super::states::{enter, give_voice, open};
use crate::browser::{Browser, browse};
use crate::server::Site;

/// Judges each step; see there.
const SCRIPT: &str = include_str!("walk.js");

/// Presses Tab, or with Shift, until the focus has left the page; what was met.
async fn walk(browser: &Browser, back: bool) -> Vec<String> {
    browser
        .run::<()>("walk.begin(arguments[0]);", vec![json!(back)])
        .await;
    let mut met = Vec::new();
    let mut wrong = Vec::new();
    loop {
        if back {
            browser.press_back().await;
        } else {
            browser.press(&Key::Tab).await;
        }
        let (stop, faults): (Option<String>, Vec<String>) = browser.eval("walk.arrive()").await;
        wrong.extend(faults);
        let Some(stop) = stop else {
            assert_eq!(wrong, [""; 0]);
            return met;
        };
        met.push(stop);
        assert!(met.len() < 1000, "a trap: {:?}", &met[990..]);
    }
}

/// There and back on a page of that address and width, in that state.
fn is_walked(address: &'static str, width: u32, state: &'static str) {
    browse(async |browser| {
        let site = Site::built().await;
        give_voice(browser).await;
        open(browser, &site, address, width).await;
        browser.run::<()>(SCRIPT, Vec::new()).await;
        if !state.is_empty() {
            enter(browser, state).await;
            // The walk begins above everything.
            browser
                .run::<()>(
                    "document.body.tabIndex = -1;
                    document.body.focus();
                    document.body.removeAttribute('tabindex');
                    scrollTo(0, 0);",
                    Vec::new(),
                )
                .await;
        }
        let met = walk(browser, false).await;
        assert!(met.len() > 40, "{met:#?}");
        let back = walk(browser, true).await;
        assert!(back.len() > 40, "{back:#?}");
        if state.is_empty() {
            assert_eq!(met[0], "a “跳到正文”", "{met:#?}");
            // Of the river one stop, after what is pressed over it, and the
            // way on from its card.
            let river = met.iter().position(|name| name.starts_with("g "));
            let river = river.expect("the river");
            assert_eq!(
                met[river - 3..river + 3],
                [
                    "button “下载”",
                    "button “图”",
                    "summary “数据表”",
                    "g “提交提案 7596件”",
                    "a “复制链接”",
                    "a “五年共提交提案7596件”",
                ]
            );
            assert!(!met[river + 1..].iter().any(|name| name.starts_with("g ")));
        }
    });
}

#[test]
fn on_a_desk() {
    is_walked("", 1440, "");
}

#[test]
fn on_a_phone() {
    is_walked("", 390, "");
}

#[test]
fn on_a_phone_in_large_type() {
    is_walked("?size=elder", 390, "");
}

#[test]
fn under_an_open_search() {
    is_walked("", 1440, "搜索");
    is_walked("", 390, "搜索");
    is_walked("?size=elder", 390, "搜索");
}

#[test]
fn over_the_dock() {
    is_walked("", 1440, "朗读");
    is_walked("", 390, "朗读");
    is_walked("?size=elder", 390, "朗读");
}

/// The first stop leads over the tools to the title.
#[test]
fn the_tools_can_be_skipped() {
    browse(async |browser| {
        let site = Site::built().await;
        open(browser, &site, "", 1440).await;
        browser.press(&Key::Tab).await;
        browser.press(&Key::Enter).await;
        browser
            .until("document.activeElement.localName === 'h1'")
            .await;
        browser.press(&Key::Tab).await;
        let inside = "document.querySelector('main').contains(document.activeElement)";
        assert!(browser.eval::<bool>(inside).await);
    });
}

/// The buttons that lead to each window, which has the last one's name, at
/// each width.
const WAYS: [(u32, &[&str]); 8] = [
    (1440, &["工具"]),
    (1440, &["分享"]),
    (1440, &["下载"]),
    (1440, &["工具", "嵌入"]),
    (390, &["工具"]),
    (390, &["分享"]),
    (390, &["下载"]),
    (390, &["工具", "嵌入"]),
];

/// Opened from the keyboard, a window has the focus and keeps it; closed, the
/// focus is where it was.
#[test]
fn windows_hold_the_focus_and_give_it_back() {
    browse(async |browser| {
        let site = Site::built().await;
        for (width, way) in WAYS {
            open(browser, &site, "", width).await;
            let mut inside = String::new();
            for name in way {
                let button = browser.named("button", name).await;
                button.focus().await.expect("the focus");
                browser.press(&Key::Enter).await;
                let window = format!("document.querySelector('dialog[open][aria-label={name}]')");
                inside = format!("{window} !== null && {window}.contains(document.activeElement)");
                browser.until(&inside).await;
            }
            let stops =
                "document.querySelectorAll('dialog button, dialog a, dialog select').length";
            for step in 0..browser.eval::<usize>(stops).await + 3 {
                browser.press(&Key::Tab).await;
                // Between the last and the first, the browser's own controls have it.
                let kept = format!("document.activeElement === document.body || {inside}");
                assert!(
                    browser.eval::<bool>(&kept).await,
                    "{way:?} lets go at {step}"
                );
            }
            browser.press(&Key::Escape).await;
            let closed = "document.querySelector('dialog') === null";
            browser.until(closed).await;
            let focus: String = browser.eval("document.activeElement.textContent").await;
            assert_eq!(focus, way[0], "after {way:?} at {width} px");
        }
    });
}
