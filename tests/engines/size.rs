//! 大字版 turns on by its button, and the text grows.

use crate::engine::in_every_engine;
use crate::page::{Page, named};

in_every_engine!(large_type_grows_the_text);

/// How large the text of the report is set, in px.
const SIZE: &str =
    "parseFloat(getComputedStyle(document.querySelector('.tj-hero__lead')).fontSize)";

async fn large_type_grows_the_text(page: &mut Page) {
    page.resize(390, 844).await;
    page.open_live("").await;
    let before: f64 = page.eval(SIZE).await;
    page.click(&named("button", "大字版")).await;
    page.until("document.documentElement.dataset.size === 'elder'")
        .await;
    let large: f64 = page.eval(SIZE).await;
    assert!(
        large >= before * 1.2 && large >= 20.0,
        "{before} px, {large} px"
    );

    page.click(&named("button", "大字版")).await;
    page.until("!document.documentElement.dataset.size").await;
    let after: f64 = page.eval(SIZE).await;
    assert_eq!(after, before);
}
