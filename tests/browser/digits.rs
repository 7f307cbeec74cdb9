//! Digits roll once, where nobody listens; what is heard never changes.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::server::Site;

/// Notes, in every frame, what each figure says to assistive technology; each
/// change in a figure outside what is hidden from it; and each roll of a digit.
const WATCH: &str = include_str!("digits/watch.js");

#[derive(Deserialize)]
struct Noted {
    told: BTreeMap<String, BTreeMap<String, bool>>,
    changed: Vec<String>,
    rolls: BTreeMap<String, usize>,
    reels: usize,
    longest: f64,
}

async fn noted(browser: &Browser) -> Noted {
    browser.eval("{told, changed, rolls, reels, longest}").await
}

/// Shows every figure in turn for some frames: in the first, the browser finds
/// out that it is in view; in the next, what that leads to begins.
async fn see_all(browser: &Browser) {
    browser
        .run::<()>(
            "const frame = () => new Promise((next) => requestAnimationFrame(next));
            for (const figure of document.querySelectorAll('[data-figure]')) {
                figure.scrollIntoView({block: 'center'});
                for (let count = 0; count < 4; count += 1) await frame();
            }",
            Vec::new(),
        )
        .await;
    browser
        .until(
            "document.getAnimations()
                .every(({effect}) => !effect.target.closest('[data-figure]'))",
        )
        .await;
}

/// What each figure must say, by its id: its label and the source's phrase; and
/// how many digits it has.
fn figures(site: &Site) -> BTreeMap<String, (String, usize)> {
    let report: Value =
        serde_json::from_slice(&site.read("/data/report.json")).expect("the data file is JSON");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let figures = report["figures"].as_array().expect("figures").iter();
    figures
        .map(|figure| {
            let phrase = text(&figure["phrase"]);
            let digits = phrase
                .matches(|letter: char| letter.is_ascii_digit())
                .count();
            let spoken = format!("{} {phrase}", text(&figure["label"]));
            (text(&figure["id"]), (spoken, digits))
        })
        .collect()
}

/// Opens the page, sees it come to life, and sees all its figures, twice.
async fn read_twice(browser: &Browser, site: &Site, address: &str) -> Noted {
    browser.before_scripts(WATCH).await;
    let gate = site.hold(&site.wasm());
    browser.open(&site.page(address)).await;
    browser.until("Object.keys(told).length > 0").await;
    gate.open();
    browser.until_live().await;
    browser.click("button", "展开全部").await;
    see_all(browser).await;
    let once = noted(browser).await.rolls;
    see_all(browser).await;
    let noted = noted(browser).await;
    assert_eq!(noted.rolls, once, "digits rolled again");
    assert_eq!(noted.changed, [""; 0], "what is heard was changed");
    noted
}

#[test]
fn digits_roll_once_and_what_is_heard_stays() {
    browse(async |browser| {
        let site = Site::built().await;
        let noted = read_twice(browser, &site, "").await;
        let figures = figures(&site);
        assert!(noted.told.len() > 20, "{:?}", noted.told.keys());
        for (id, told) in &noted.told {
            let told: BTreeSet<_> = told.keys().map(String::as_str).collect();
            assert_eq!(told, BTreeSet::from([figures[id].0.as_str()]), "{id}");
        }

        let shown: BTreeMap<String, usize> = browser
            .eval(
                "[...document.querySelectorAll('[data-figure]')].reduce((shown, {dataset}) => {
                    shown[dataset.figure] = (shown[dataset.figure] || 0) + 1;
                    return shown;
                }, {})",
            )
            .await;
        for (id, places) in shown {
            let digits = places * figures[&id].1;
            assert_eq!(noted.rolls.get(&id), Some(&digits), "the digits of {id}");
        }
        assert!(noted.longest <= 2.0, "{} s", noted.longest);
    });
}

/// Nothing rolls, and nothing is made ready to.
fn nothing_rolls(address: &str, motion: &str) {
    browse(async |browser| {
        let site = Site::built().await;
        let wanted = json!({"features": [{"name": "prefers-reduced-motion", "value": motion}]});
        browser.tell("Emulation.setEmulatedMedia", wanted).await;
        let noted = read_twice(browser, &site, address).await;
        assert_eq!(noted.rolls, BTreeMap::new());
        assert_eq!(noted.reels, 0);
    });
}

#[test]
fn nothing_rolls_where_the_system_asks_for_less_motion() {
    nothing_rolls("", "reduce");
}

#[test]
fn nothing_rolls_where_the_address_asks_for_none() {
    nothing_rolls("?motion=off", "no-preference");
}

/// Who comes back to a tab finds the figures as they are printed.
#[test]
fn nothing_rolls_in_a_hidden_tab() {
    browse(async |browser| {
        let site = Site::built().await;
        let hidden = "Object.defineProperty(Document.prototype, 'hidden', {get: () => true});";
        browser.before_scripts(hidden).await;
        let noted = read_twice(browser, &site, "").await;
        assert_eq!(noted.rolls, BTreeMap::new());
    });
}
