//! Search: over everything on the page, as one types. What its stories share.

use serde::Deserialize;

use crate::browser::Browser;
use crate::painted::painted;
use crate::server::Site;

mod address;
mod field;
mod marks;

/// What search shows.
#[derive(Debug, Deserialize, PartialEq)]
struct Shown {
    /// What is said of it.
    said: String,
    /// The words of each mark, in order.
    marks: Vec<String>,
    /// The words of the current mark.
    current: String,
}

/// Marks that are painted and marks that are wrapped, as one list. A wrapped
/// hit may be in several pieces.
const SHOWN: &str = concat!(
    "(() => {
    const painted = ",
    painted!(),
    ";
    const wrapped = (selector) =>
        [...document.querySelectorAll(selector)].map((mark) => mark.textContent);
    return {
        said: document.querySelector('[role=search] [role=status]').textContent,
        marks: painted('tj-hit').concat(wrapped('.tj-hit')),
        current: painted('tj-current').concat(wrapped('.tj-hit[data-current]')).join(''),
    };
})()"
);

/// The page, alive, at an address.
pub async fn live(browser: &Browser, site: &Site, rest: &str) {
    browser.open(&site.page(rest)).await;
    browser.until_live().await;
}

/// Opens the field by `/` and types; the page has followed.
pub async fn search(browser: &Browser, words: &str) {
    type_in(browser, "/").await;
    let open = "document.activeElement.matches('[role=search] input')";
    browser.until(open).await;
    type_in(browser, words).await;
    until_settled(browser).await;
}

pub async fn type_in(browser: &Browser, words: &str) {
    let keys = browser.driver.action_chain().send_keys(words);
    keys.perform().await.expect("keys are pressed");
}

/// What search shows once all has followed that the last key leads to.
async fn shown(browser: &Browser) -> Shown {
    until_settled(browser).await;
    browser.eval(SHOWN).await
}

async fn until_settled(browser: &Browser) {
    let settled = "!document.querySelector('[role=search][aria-busy]')";
    browser.until(settled).await;
}

/// Waits until search says this, before the clause that it has found.
async fn until_said(browser: &Browser, words: &str) {
    let said = format!(
        "document.querySelector('[role=search] [role=status]').textContent.split('：')[0] === '{words}'"
    );
    browser.until(&said).await;
}

async fn count(browser: &Browser) -> usize {
    let said = shown(browser).await.said;
    let count = said
        .split_once('共')
        .and_then(|(_, rest)| rest.split_once('处'))
        .map(|(count, _)| count);
    let count = count.and_then(|count| count.parse().ok());
    count.unwrap_or_else(|| panic!("no count: {said}"))
}
