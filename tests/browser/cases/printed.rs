//! On paper every look is the same document: dark on white, whole, and not a page more.
//!
//! Rules for a look that are stronger than those for paper are a kind of their own; here
//! the tall river was printed over its table, and notices with their buttons.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::server::Site;

/// The pages of the printed document.
async fn pages(browser: &Browser) -> usize {
    let options = json!({"printBackground": true, "preferCSSPageSize": true});
    let printed = browser.tell("Page.printToPDF", options).await;
    let data = printed["data"].as_str().expect("the document");
    let bytes = STANDARD.decode(data).expect("base64");
    let page = b"/Type /Page\n";
    bytes
        .windows(page.len())
        .filter(|part| part == page)
        .count()
}

/// How paper would show it: its ground and its words, and the height of every part.
const SHOWN: &str = "[
    getComputedStyle(document.documentElement).backgroundColor,
    getComputedStyle(document.body).color,
    ...['h1', '.tj-chapter', '.tj-funnel', '.tj-outlook__list, .tj-outcomes', 'footer'].map((part) =>
        Math.round(document.querySelector(part)?.getBoundingClientRect().height ?? 0)),
    [...document.querySelectorAll('button, [role=status], .tj-notice')]
        .filter((one) => one.getClientRects().length).length,
]";

#[test]
fn every_look_prints_as_one_document() {
    browse(async |browser| {
        let site = Site::built().await;
        let mut seen: Vec<(Value, usize)> = Vec::new();
        for look in [
            "theme=light",
            "theme=dark",
            "theme=contrast",
            "theme=dark&size=elder",
            "theme=light&size=elder",
        ] {
            browser.resize(700, 900).await;
            browser
                .open(&site.page(&format!("?motion=off&{look}")))
                .await;
            browser.until_live().await;
            let count = pages(browser).await;
            browser
                .tell("Emulation.setEmulatedMedia", json!({"media": "print"}))
                .await;
            let shown: Value = browser.eval(SHOWN).await;
            browser
                .tell("Emulation.setEmulatedMedia", json!({"media": ""}))
                .await;
            seen.push((shown, count));
        }
        let (first, count) = &seen[0];
        assert!((6..=12).contains(count), "{count} pages");
        assert_eq!(first[0], "rgb(255, 255, 255)");
        assert_eq!(first.as_array().and_then(|all| all.last()), Some(&json!(0)));
        for (shown, pages) in &seen {
            assert_eq!((shown, pages), (first, count));
        }
    });
}
