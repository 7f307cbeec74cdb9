//! Forced colours: the system's own few take the place of all of ours. Every
//! word is read, every line that tells something is seen, and what is chosen,
//! marked or found is told from the rest.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::RgbaImage;
use serde_json::{Value, json};

use super::states::{STATES, enter, give_voice, leave, open};
use crate::browser::{Browser, browse};
use crate::server::Site;

/// Finds what is lost; see there.
const SCRIPT: &str = include_str!("forced.js");

/// The system's colours, light or dark, whatever the reader chose here.
async fn force(browser: &Browser, scheme: &str) {
    let forced = json!({"features": [
        {"name": "forced-colors", "value": "active"},
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]});
    browser.tell("Emulation.setEmulatedMedia", forced).await;
    browser
        .until("matchMedia('(forced-colors: active)').matches")
        .await;
}

#[test]
fn every_word_is_read_and_every_line_is_seen() {
    browse(async |browser| {
        let site = Site::built().await;
        give_voice(browser).await;
        let mut wrong = Vec::new();
        // The page's own choice and the system's need not agree.
        for (address, width) in [("?theme=light", 1440), ("?theme=dark", 390)] {
            open(browser, &site, address, width).await;
            for scheme in ["light", "dark"] {
                force(browser, scheme).await;
                for state in STATES {
                    enter(browser, state).await;
                    let (words, marks, faults): (usize, usize, Vec<String>) =
                        browser.call(SCRIPT, Vec::new()).await;
                    assert!(
                        words > 20 && marks > 10,
                        "{words} words, {marks} marks, {state}"
                    );
                    let found = faults.into_iter();
                    let place = format!("{state} at {width} px, system {scheme}");
                    wrong.extend(found.map(|fault| format!("{place}: {fault}")));
                    leave(browser, state).await;
                }
            }
        }
        assert_eq!(wrong, [""; 0]);
    });
}

/// Each looks different when it is chosen, current or marked: not only by a
/// colour or a shadow that is gone.
#[test]
fn what_is_chosen_or_marked_is_told_from_the_rest() {
    browse(async |browser| {
        let site = Site::built().await;
        give_voice(browser).await;
        for (state, part) in [
            ("朗读", "h1"),
            ("出处", "#proposals .tj-part__text"),
            ("数据表", ".tj-funnel__drawn"),
            ("数据表", "#funnel-data > summary"),
            ("搜索", "#proposals .tj-part__text"),
        ] {
            open(browser, &site, "", 1440).await;
            force(browser, "dark").await;
            let before = picture(browser, part).await;
            enter(browser, state).await;
            let after = picture(browser, part).await;
            assert!(before != after, "{part} looks the same, {state}");
        }

        open(browser, &site, "", 1440).await;
        force(browser, "dark").await;
        let link = ".tj-rail a[href='#proposals']";
        let before = picture(browser, link).await;
        browser
            .run::<()>(
                "document.getElementById('funnel').scrollIntoView();",
                Vec::new(),
            )
            .await;
        browser
            .until(&format!(
                "document.querySelector(\"{link}\").hasAttribute('aria-current')"
            ))
            .await;
        assert!(
            before != picture(browser, link).await,
            "where the reader is"
        );
    });
}

/// What a button shows that has no words.
#[test]
fn drawings_on_buttons_are_seen() {
    browse(async |browser| {
        let site = Site::built().await;
        for width in [1440, 390] {
            open(browser, &site, "", width).await;
            force(browser, "dark").await;
            for (state, drawing) in [
                ("工具", ".tj-dialog__close"),
                ("搜索", ".tj-search__button"),
                ("open", ".tj-section__mark"),
            ] {
                enter(browser, state).await;
                let inks = inks(browser, drawing).await;
                assert!(inks > 1, "{drawing} is empty, {state} at {width} px");
                leave(browser, state).await;
            }
        }
    });
}

/// How many colours a picture of an element has.
async fn inks(browser: &Browser, selector: &str) -> usize {
    let picture = picture(browser, selector).await;
    let colours: BTreeSet<_> = picture.pixels().map(|pixel| pixel.0).collect();
    colours.len()
}

/// A picture of the first shown of these elements.
async fn picture(browser: &Browser, selector: &str) -> RgbaImage {
    let clip: Value = browser
        .call(include_str!("clip.js"), vec![json!(selector)])
        .await;
    let taken = browser
        .tell("Page.captureScreenshot", json!({"clip": clip}))
        .await;
    let png = STANDARD.decode(taken["data"].as_str().expect("a picture"));
    image::load_from_memory(&png.expect("base64"))
        .expect("a PNG")
        .into_rgba8()
}
