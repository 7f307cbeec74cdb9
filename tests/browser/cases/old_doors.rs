//! Old browsers, and what stands between a host and a reader.
//!
//! Kinds of Chinese browsers with two engines, of phones that make links of numbers, and
//! of optimizers that make modules of scripts.

use crate::browser::browse;
use crate::server::{Fault, Site};

#[test]
fn the_head_asks_for_the_newer_engine_and_for_numbers_to_be_left_alone() {
    browse(async |browser| {
        let site = Site::built().await;
        for page in ["", "embed/index.html", "embed/article.html"] {
            browser.open(&site.page(page)).await;
            let renderer: Option<String> = browser
                .eval("document.querySelector('head > meta[name=renderer]')?.content")
                .await;
            assert_eq!(renderer.as_deref(), Some("webkit"), "{page}");
            let detection: String = browser
                .eval("document.querySelector('head > meta[name=format-detection]').content")
                .await;
            for kind in ["telephone=no", "date=no", "address=no", "email=no"] {
                assert!(detection.contains(kind), "{page}: {detection}");
            }
        }
    });
}

/// A module has no `document.currentScript`, and comes in another order.
#[test]
fn scripts_that_were_made_modules_start_the_app() {
    browse(async |browser| {
        let site = Site::built().await;
        let page = String::from_utf8(site.read("/index.html")).expect("UTF-8");
        let modules = page
            .replace("<script src=", "<script type=\"module\" src=")
            .replace("<script async", "<script type=\"module\" async");
        assert_eq!(modules.matches("type=\"module\"").count(), 2, "{modules}");
        site.fault("/index.html", Fault::Bytes(modules.into_bytes()));
        browser.open(&site.page("?theme=dark#members")).await;
        browser.until_live().await;
        let theme: String = browser.eval("document.documentElement.dataset.theme").await;
        assert_eq!(theme, "dark");
    });
}
