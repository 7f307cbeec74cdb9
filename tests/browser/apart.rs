//! Stories share a Chromium and know nothing of each other.

use serde_json::json;

use crate::browser::browse;
use crate::server::{Fault, Site};

/// Keeps something in each place that a page has for that.
const LEAVE: &str = include_str!("apart/leave.js");

/// What is found of it, and of anything else that a story may leave.
const FOUND: &str = include_str!("apart/found.js");

/// A document without scripts, on the report's origin.
const EMPTY: &str = "/robots.txt";

#[test]
fn what_a_story_leaves_is_not_there_for_the_next() {
    let mut served = None;
    let mut left_by = String::new();
    browse(async |browser| {
        let site = Site::built().await;
        // An answer that may be kept.
        site.fault(EMPTY, Fault::Mime("text/html; charset=utf-8"));
        browser.before_scripts("window.left = 'script';").await;
        let media = json!({
            "media": "print",
            "features": [{"name": "prefers-reduced-motion", "value": "reduce"}],
        });
        browser.tell("Emulation.setEmulatedMedia", media).await;
        let zone = json!({"timezoneId": "Asia/Kathmandu"});
        browser.tell("Emulation.setTimezoneOverride", zone).await;
        let agent = json!({"userAgent": "left"});
        browser.tell("Network.setUserAgentOverride", agent).await;
        browser.resize(390, 844).await;
        browser.open(&site.page("")).await;
        browser.until_kept(&site).await;
        browser.call::<()>(LEAVE, Vec::new()).await;
        let blocked = json!({"urls": ["*robots.txt*"]});
        browser.tell("Network.enable", json!({})).await;
        let tab = browser.enter_tab().await;
        browser.open(&site.page("robots.txt")).await;
        let found: Vec<String> = browser.call(FOUND, Vec::new()).await;
        for place in [
            "cookie",
            "localStorage",
            "indexedDB",
            "caches",
            "service worker",
        ] {
            assert!(found.iter().any(|found| found == place), "{found:?}");
        }
        browser.leave_tab(tab).await;
        browser.tell("Network.setBlockedURLs", blocked).await;
        left_by = browser.program().await;
        served = Some(site);
    });
    let site = served.expect("a site that is still served");
    // Other stories are told at once, and may have the program in between.
    let mut same = false;
    for _ in 0..100 {
        browse(async |browser| {
            same = browser.program().await == left_by;
            if same {
                browser.open(&site.page("robots.txt")).await;
                let found: Vec<String> = browser.call(FOUND, Vec::new()).await;
                assert!(found.is_empty(), "left behind: {found:?}");
            }
        });
        if same {
            break;
        }
    }
    assert!(same, "the program that was left had no other story");
}

/// A story that ends badly takes its Chromium with it.
#[test]
fn a_program_whose_story_failed_is_not_used_again() {
    let mut used = String::new();
    let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        browse(async |browser| {
            used = browser.program().await;
            browser.crash().await;
        });
    }));
    assert!(told.is_err(), "nobody noticed that the program ended");
    browse(async |browser| {
        assert_ne!(browser.program().await, used);
        browser.open("about:blank").await;
    });
}
