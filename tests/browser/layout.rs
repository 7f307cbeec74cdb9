//! Nothing moves while the app starts, and nothing is wider than the window.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::server::Site;

/// The most that may move: the share of the window times the share of the way.
const BOUND: f64 = 0.01;

/// Collects what moves, when the app started to run, and whether digits roll.
const WATCH: &str = include_str!("layout/watch.js");

/// Where in the window everything is that can be told apart: left and top in px.
/// What is further down finds its place when it comes near.
const PLACES: &str = "
    Object.fromEntries(
        [...document.querySelectorAll('#app [id]:not(defs *), #app h1, #app p, [data-figure]')]
            .map((one) => {
                const {left, top, bottom} = one.getBoundingClientRect();
                const name = one.id || one.dataset.figure || one.textContent;
                return bottom > 0 && top < innerHeight && [name, [left, top]];
            })
            .filter(Boolean)
    )";

fn stays_still(width: u32, height: u32) {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.resize(width, height).await;
        browser.before_scripts(WATCH).await;
        browser.open(&site.page("")).await;
        browser
            .until("performance.getEntriesByName('first-contentful-paint').length > 0")
            .await;
        let before: BTreeMap<String, Vec<f64>> = browser.eval(PLACES).await;
        assert!(before.len() > 3, "{before:?}");
        gate.open();
        browser.until_live().await;
        browser.until("performance.now() > live + 1000").await;
        still(browser).await;
        // To the browser what is new has not moved, wherever it stands.
        let after: BTreeMap<String, Vec<f64>> = browser.eval(PLACES).await;
        assert_eq!(after, before, "where they are now");

        // The digits that were not in view roll now; the others may have rolled before.
        browser
            .run::<()>(
                "document.getElementById('figures').scrollIntoView({block: 'center'});",
                Vec::new(),
            )
            .await;
        // A roll may be over before anybody asks.
        browser.until("rolled").await;
        browser
            .until(
                "document.getAnimations().every(({effect}) => !effect.target.closest('#figures'))",
            )
            .await;
        still(browser).await;
    });
}

async fn still(browser: &Browser) {
    let shifts: Vec<Value> = browser.eval("shifts").await;
    let sum: f64 = shifts
        .iter()
        .filter_map(|shift| shift["value"].as_f64())
        .sum();
    assert!(sum <= BOUND, "{sum}: {shifts:#?}");
}

#[test]
fn nothing_moves_on_a_phone() {
    stays_still(390, 844);
}

#[test]
fn nothing_moves_on_a_wide_screen() {
    stays_still(1440, 900);
}

/// At every width, closed and open, in normal and in large type.
#[test]
fn no_page_is_wider_than_its_window() {
    browse(async |browser| {
        let site = Site::built().await;
        for address in ["", "?size=elder"] {
            browser.open(&site.page(address)).await;
            browser.until_live().await;
            browser.click("button", "展开全部").await;
            browser.click("summary", "数据表").await;
            for width in [320, 390, 768, 1440] {
                browser.resize(width, 900).await;
                browser.until(&format!("innerWidth === {width}")).await;
                fits(browser, width).await;
            }
        }
    });
}

/// The window does not scroll sideways, and no words are cut off at its edges:
/// a page that hides what is too wide would not scroll, either.
pub async fn fits(browser: &Browser, width: u32) {
    let scrolled: u32 = browser.eval("document.documentElement.scrollWidth").await;
    assert!(scrolled <= width, "{scrolled} px at {width} px");
    let outside: Vec<String> = browser
        .call(include_str!("layout/outside.js"), vec![json!(width)])
        .await;
    assert_eq!(outside, [""; 0], "cut off at {width} px");
}

#[test]
fn key_figures_stay_beside_a_long_text() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(1280, 800).await;
        browser.open(&site.page("?motion=off")).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "document.querySelector('#consultation .tj-onward').scrollIntoView({block: 'end'});",
                Vec::new(),
            )
            .await;
        browser
            .until(
                "(() => {
                    const bar = document.querySelector('.tj-masthead').getBoundingClientRect();
                    const figures = document.querySelectorAll('#consultation .tj-chapter__strip li');
                    return [...figures].every((figure) => {
                        const {top, bottom} = figure.getBoundingClientRect();
                        return top >= bar.bottom && bottom < innerHeight;
                    });
                })()",
            )
            .await;
    });
}
