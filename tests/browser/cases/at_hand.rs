//! Tools that stand at the top of a long page alone are far from whoever reads it.
//!
//! A kind that readers told of this page: 8,000 to 17,000 px, and nothing at hand.

use serde_json::{Value, json};

use crate::browser::browse;
use crate::server::Site;

/// What of the four tools a finger would not hit now, by name.
const OUT_OF_REACH: &str = "['search', 'aloud', 'elder', 'share'].filter((name) => {
    const button = document.querySelector(`.tj-toolbar [data-tool=${name}]`);
    const {left, right, top, bottom} = button.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return !button.contains(hit) || right - left < 44 || bottom - top < 44;
})";

/// What a scroll bar takes of the width here, and on no phone.
const BAR: u32 = 15;

/// Whether 目录 stands beside the tools, and its name in lines of more than one character.
const IN_ONE_ROW: &str = "(() => {
    const name = document.querySelector('.tj-bar__name');
    const tools = document.querySelector('.tj-toolbar').getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(name);
    const character = parseFloat(getComputedStyle(name).fontSize);
    const lines = [...words.getClientRects()];
    return name.getBoundingClientRect().bottom > tools.top
        && lines.every(({width}) => width > 1.5 * character);
})()";

#[test]
fn the_tools_are_one_tap_away_wherever_the_reader_is() {
    browse(async |browser| {
        let site = Site::built().await;
        for (address, widths) in [
            (
                "?motion=off",
                &[320, 375, 390, 640, 768, 1024, 1280, 1440, 2560][..],
            ),
            (
                "?motion=off&size=elder",
                &[320 + BAR, 360, 375, 390, 768, 1024, 1440],
            ),
        ] {
            for &width in widths {
                browser.resize(width, 800).await;
                browser.open(&site.page(address)).await;
                browser.until_live().await;
                for place in ["#figures", "#people", "#funnel", "footer"] {
                    browser
                        .call::<Value>(
                            "(place) => { document.querySelector(place).scrollIntoView(); }",
                            vec![json!(place)],
                        )
                        .await;
                    let missing: Vec<String> = browser.eval(OUT_OF_REACH).await;
                    assert_eq!(missing, [""; 0], "{address} {width} {place}");
                    let row: bool = browser.eval(IN_ONE_ROW).await;
                    assert!(row, "{address} {width} {place}");
                    let sideways: bool = browser
                        .eval("document.documentElement.scrollWidth > innerWidth")
                        .await;
                    assert!(!sideways, "{address} {width} {place}");
                }
            }
        }
    });
}

#[test]
fn the_search_opens_by_one_press_in_the_midst_of_the_page() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(390, 844).await;
        browser.open(&site.page("?motion=off")).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "document.querySelector('#funnel').scrollIntoView();",
                Vec::new(),
            )
            .await;
        browser.click("button", "搜索").await;
        browser
            .until("document.activeElement.matches('[role=search] input')")
            .await;
    });
}

/// Words of a switch that change say nothing to who has the focus on it.
#[test]
fn switches_say_whether_they_are_on() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(1440, 900).await;
        browser.open(&site.page("?motion=off&theme=light")).await;
        browser.until_live().await;
        for name in ["大字版", "展开全部", "深色"] {
            for on in ["true", "false"] {
                browser.click("button", name).await;
                browser
                    .until(&format!(
                        "document.activeElement.getAttribute('aria-pressed') === '{on}'"
                    ))
                    .await;
            }
        }
    });
}
