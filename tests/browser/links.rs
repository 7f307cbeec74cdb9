//! A link to a section opens what hides it, scrolls there and puts the focus
//! where reading goes on.

use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::server::{Fault, Site};

/// A section inside a chapter, closed as the page is served.
const SECTION: &str = "institutions";
/// Another one, in another chapter.
const OTHER: &str = "members";

#[derive(Debug, Deserialize)]
struct Target {
    /// Whether it and each section around it is open.
    open: Vec<bool>,
    /// Whether the focus is on its heading.
    focused: bool,
    /// How far below the window's top it lies, in whole px.
    top: i32,
}

/// The section, once its heading has the focus.
async fn arrived(browser: &Browser, id: &str) {
    let focused = format!(
        "document.activeElement === document.querySelector('#{id} > summary').querySelector('h4')"
    );
    browser.until(&focused).await;
    let target: Target = browser
        .call(include_str!("links/target.js"), vec![json!(id)])
        .await;
    assert_eq!(target.open, [true, true], "#{id} and its chapter");
    assert!(target.focused, "#{id}: {target:?}");
    assert!(
        (-1..=100).contains(&target.top),
        "#{id} at the top: {target:?}"
    );
}

/// Follows a link in the page to a section in a closed chapter.
async fn follow(browser: &Browser, id: &str) {
    browser
        .run::<()>(
            "document.getElementById(arguments[0]).parentElement.closest('details').open = false;
            location.hash = arguments[0];",
            vec![json!(id)],
        )
        .await;
    arrived(browser, id).await;
}

#[test]
fn links_lead_to_sections() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.open(&site.page(&format!("#{SECTION}"))).await;
        arrived(browser, SECTION).await;
        gate.open();
        browser.until_live().await;
        arrived(browser, SECTION).await;
        follow(browser, OTHER).await;
    });
}

#[test]
fn links_lead_to_sections_without_the_app() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        site.fault(&site.wasm(), Fault::Missing);
        browser.open(&site.page(&format!("#{SECTION}"))).await;
        arrived(browser, SECTION).await;
        browser
            .until("document.documentElement.dataset.tujie === 'failed'")
            .await;
        arrived(browser, SECTION).await;
        follow(browser, OTHER).await;
    });
}

/// The link names where the address already points; the browser reports nothing.
#[test]
fn the_same_link_opens_a_chapter_again() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        let open = "document.getElementById('people').open";
        for _ in 0..2 {
            browser
                .run::<()>(
                    "document.getElementById('people').open = false;",
                    Vec::new(),
                )
                .await;
            let link = browser
                .driver
                .find(thirtyfour::By::Css(".tj-rail a[href='#people']"));
            let link = link.await.expect("a link to the chapter");
            link.click().await.expect("the link is pressed");
            browser.until(open).await;
        }
    });
}

/// Every chapter and section can be linked to, and is what a link opens.
#[test]
fn every_section_has_an_id_and_a_heading() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        let headings: Vec<Option<String>> = browser
            .eval(
                "[...document.querySelectorAll('details')]
                    .filter((section) => !section.closest('figure, nav'))
                    .map((section) => section.id
                        && section.querySelector(':scope > summary :is(h2, h3, h4)')?.textContent)",
            )
            .await;
        assert!(headings.len() > 30, "{headings:?}");
        for heading in &headings {
            let text = heading.as_deref().unwrap_or_default();
            assert!(!text.is_empty(), "a section without: {headings:?}");
        }
    });
}
