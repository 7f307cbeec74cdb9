//! In a low window what sticks to it leaves nothing to read: 400 % of magnification on
//! a desk, a phone held across with its keyboard out.
//!
//! Reported of pages with sticky bars: <https://github.com/swisspost/design-system/issues/7815>.

use crate::browser::browse;
use crate::server::{Fault, Site};

#[test]
fn a_link_shows_its_heading() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(320, 256).await;
        for chapter in ["people", "unity", "building"] {
            browser
                .open(&site.page(&format!("?motion=off#{chapter}")))
                .await;
            browser.until_live().await;
            let heading: (f64, f64) = browser
                .eval(
                    "(() => {
                        const chapter = document.querySelector(':target');
                        const {top} = chapter.querySelector('h3').getBoundingClientRect();
                        const bar = document.querySelector('.tj-masthead');
                        return [top, Math.max(0, bar.getBoundingClientRect().bottom)];
                    })()",
                )
                .await;
            let (top, bar) = heading;
            assert!(top >= bar && top < 160.0, "{chapter}: {top}, under {bar}");
        }
    });
}

#[test]
fn the_bar_is_there_while_it_has_the_focus() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(640, 320).await;
        browser.open(&site.page("?motion=off#people")).await;
        browser.until_live().await;
        let bottom = "document.querySelector('.tj-masthead').getBoundingClientRect().bottom";
        assert!(browser.eval::<f64>(bottom).await <= 0.0);
        browser
            .run::<()>(
                "document.querySelector('.tj-bar__summary').focus();",
                Vec::new(),
            )
            .await;
        browser.until(&format!("{bottom} > 40")).await;
    });
}

/// 目录 lay over what its links lead to, where the app was not there to close it.
#[test]
fn the_contents_close_without_the_app() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        site.fault(&site.wasm(), Fault::Missing);
        browser.resize(320, 480).await;
        browser.open(&site.page("")).await;
        browser.click("summary", "目录").await;
        browser.click("a", "3 人民至上").await;
        browser
            .until("location.hash === '#people' && !document.querySelector('.tj-bar__menu').open")
            .await;
    });
}
