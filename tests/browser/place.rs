//! What the reader did before the app started survives its start.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::server::{Fault, Site};

const DATA: &str = "/data/report.json";

/// Sections that are still unfolding have no place yet.
const STILL: &str = "?motion=off";

/// Where the reader is.
#[derive(Debug, Deserialize, PartialEq)]
struct Place {
    /// The ids of all open sections.
    open: Vec<String>,
    /// The words of the focused element.
    focused: String,
    /// How far the heading being read is below the window's top, in whole px.
    top: i32,
}

async fn place(browser: &Browser) -> Place {
    browser
        .eval(
            "({
                open: [...document.querySelectorAll('details[open]')].map((section) => section.id),
                focused: document.activeElement.innerText,
                top: Math.round(document.querySelector('#consensus').getBoundingClientRect().top),
            })",
        )
        .await
}

/// Opens one section, closes another, scrolls away and focuses a third.
async fn read_on(browser: &Browser) {
    for section in ["congress", "thought"] {
        browser.press_summary(section).await;
    }
    browser
        .run::<()>(
            "document.querySelector('#consensus').scrollIntoView({block: 'center'});
            document.querySelector('#solidarity > summary').focus({preventScroll: true});",
            Vec::new(),
        )
        .await;
}

/// The reader stays in the same place. Whether the page is still the same, too.
async fn stays(browser: &Browser, site: &Site) -> bool {
    let gate = site.hold(&site.wasm());
    browser.open(&site.page(STILL)).await;
    read_on(browser).await;
    browser
        .run::<()>(
            "window.served = [...document.querySelectorAll('#app, .tj-chapter')];",
            Vec::new(),
        )
        .await;
    let before = place(browser).await;
    assert!(before.open.contains(&"congress".to_owned()), "{before:?}");
    assert!(!before.open.contains(&"thought".to_owned()), "{before:?}");
    assert!(before.focused.contains("同心圆梦"), "{before:?}");
    gate.open();
    browser.until_live().await;
    assert_eq!(place(browser).await, before);
    browser.eval("served.every((one) => one.isConnected)").await
}

/// What the app would write stands there already: nothing is built, and nothing
/// that a reader or another program holds on to goes away.
#[test]
fn the_page_stays_and_the_reader_in_it() {
    browse(async |browser| {
        let site = Site::built().await;
        assert!(stays(browser, &site).await, "the page is another");
    });
}

#[test]
fn the_reader_stays_where_another_report_takes_the_place() {
    browse(async |browser| {
        let site = Site::built().await;
        let mut report: Value = serde_json::from_slice(&site.read(DATA)).expect("the data file");
        report["title"]["short"] = json!("工作报告");
        site.fault(DATA, Fault::Bytes(report.to_string().into_bytes()));
        assert!(!stays(browser, &site).await, "the page is the same");
    });
}

/// A translated text is longer or shorter than ours, so what the reader reads
/// is elsewhere when ours takes its place. What is under the reader's eyes is
/// an element of the translator, which ours does not have.
#[test]
fn a_reader_of_a_translation_stays_at_the_same_point() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.resize(390, 844).await;
        browser.open(&site.page(STILL)).await;
        browser.press_summary("solidarity").await;
        let top: f64 = browser
            .call(include_str!("place/translate.js"), Vec::new())
            .await;
        gate.open();
        browser.until_live().await;
        let now: f64 = browser
            .eval("document.querySelector('#solidarity li').getBoundingClientRect().top")
            .await;
        assert!((now - top).abs() <= 1.0, "from {top} px to {now} px");
    });
}
