//! None of the faults that axe-core finds, in any state, at two widths and in
//! every look.
//!
//! WebDriver's scripts run whatever the page's policy forbids to its own.

use std::fs;

use serde_json::json;

use super::states::{STATES, enter, give_voice, leave, open, part};
use crate::browser::{Browser, browse};
use crate::server::Site;
use xtask::cache;

/// All rules but experiments, in what matches, or in the whole page. The size
/// of targets is asked for by name.
const FAULTS: &str = include_str!("axe.js");

/// axe-core, as `cargo xtask test` installs it.
fn script() -> String {
    let (version, file) = cache::AXE;
    let folder = cache::folder().expect("a home folder");
    let path = cache::of(&folder, "axe-core", version).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "{}: {error}; `cargo xtask test` installs axe-core",
            path.display()
        )
    })
}

async fn faults(browser: &Browser, part: &str) -> Vec<String> {
    let (faults, passes): (Vec<String>, usize) = browser.call(FAULTS, vec![json!(part)]).await;
    assert!(passes > 3, "only {passes} rules found something to look at");
    faults
}

/// Every state of the page at that address. What lies over the page is looked
/// at with the page, or where `alone`, alone: by colour and size each look
/// differs, by structure none.
fn has_no_faults(address: &'static str, alone: bool) {
    browse(async |browser| {
        let (site, axe) = (Site::built().await, script());
        give_voice(browser).await;
        let mut all = Vec::new();
        for width in [1440, 390] {
            open(browser, &site, address, width).await;
            browser.run::<()>(&axe, Vec::new()).await;
            for state in STATES {
                enter(browser, state).await;
                let part = if alone {
                    part(browser, state).await
                } else {
                    String::new()
                };
                let found = faults(browser, &part).await.into_iter();
                all.extend(found.map(|fault| format!("{state} at {width} px: {fault}")));
                leave(browser, state).await;
            }
        }
        assert_eq!(all, [""; 0]);
    });
}

#[test]
fn by_day() {
    has_no_faults("?theme=light", false);
}

#[test]
fn by_night() {
    has_no_faults("?theme=dark", true);
}

#[test]
fn in_high_contrast() {
    has_no_faults("?theme=contrast", true);
}

#[test]
fn in_large_type() {
    has_no_faults("?size=elder", true);
}

/// A part of the report alone, as it stands in other pages.
#[test]
fn in_every_view() {
    browse(async |browser| {
        let (site, axe) = (Site::built().await, script());
        for view in ["figures", "chapter", "funnel"] {
            open(browser, &site, &format!("?view={view}"), 800).await;
            browser.run::<()>(&axe, Vec::new()).await;
            assert_eq!(faults(browser, "").await, [""; 0], "{view}");
        }
    });
}

/// Its eyes are open.
#[test]
fn faults_are_found() {
    browse(async |browser| {
        let (site, axe) = (Site::built().await, script());
        open(browser, &site, "", 1440).await;
        browser.run::<()>(&axe, Vec::new()).await;
        for (script, fault) in [
            (
                "document.querySelector('.tj-chapter__text').style.color = '#aaa';",
                "color-contrast",
            ),
            (
                "document.querySelector('#direction h3').outerHTML = '<h6>x</h6>';",
                "heading-order",
            ),
            (
                "document.querySelector('[data-tool=dark]').textContent = '';",
                "button-name",
            ),
        ] {
            browser.run::<()>(script, Vec::new()).await;
            let faults = faults(browser, "").await;
            let found = faults.iter().any(|one| one.starts_with(fault));
            assert!(found, "{fault} is not among {faults:#?}");
        }
    });
}
