//! The page as it is served, without the app.

use serde_json::json;

use crate::browser::browse;
use crate::server::Site;

#[test]
fn without_scripts_everything_can_be_read() {
    browse(async |browser| {
        let site = Site::built().await;
        let off = json!({"value": true});
        browser
            .tell("Emulation.setScriptExecutionDisabled", off)
            .await;
        browser.open(&site.page("")).await;
        browser.reads_without_the_app().await;
        assert_eq!(browser.state().await, "static");
    });
}

/// Browsers fetch nothing for a page from a folder; it is styled all the same.
#[test]
fn a_page_opened_from_a_folder_is_read() {
    browse(async |browser| {
        browser.foresee("file:///");
        let page = concat!("file://", env!("CARGO_MANIFEST_DIR"), "/dist/index.html");
        browser.open(page).await;
        browser.reads_without_the_app().await;
        assert_eq!(browser.state().await, "static");
        let styled: bool = browser
            .eval("getComputedStyle(document.getElementById('notice')).position === 'fixed'")
            .await;
        assert!(styled, "the style does not apply");
    });
}
