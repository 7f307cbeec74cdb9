//! Words stand clear of each other, of the water and of the circles, and none
//! is cut off: at every width, in normal and in large type, and at 200 % text.
//!
//! Text at 200 % is what a reader sets in the browser: every size in rem doubles
//! and the window stays as wide. The river's words are part of a drawing and
//! grow with it when the page is zoomed, which halves the window's width: the
//! narrow widths show that. Its table grows with the text.

use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::server::Site;

const WIDTHS: [u32; 6] = [320, 390, 768, 1024, 1440, 1920];

/// Finds what is wrong; see there.
const SCRIPT: &str = include_str!("overlap.js");

/// What was looked at, and what is wrong.
#[derive(Deserialize)]
struct Seen {
    /// How many lines of words there are, and how many of them in drawings.
    boxes: usize,
    drawn: usize,
    faults: Vec<String>,
}

fn stands_clear(address: &'static str, text: Option<&'static str>) {
    browse(async |browser| {
        let site = Site::built().await;
        let still = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
        browser.tell("Emulation.setEmulatedMedia", still).await;
        browser.open(&site.page(address)).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "const [size] = arguments;
                if (size) document.documentElement.style.fontSize = size;
                for (const details of document.querySelectorAll('#app details[id]')) {
                    details.open = true;
                }",
                vec![json!(text)],
            )
            .await;
        for width in WIDTHS {
            browser.resize(width, 900).await;
            browser.until(&format!("innerWidth === {width}")).await;
            let faults = look(browser).await;
            assert_eq!(faults, [""; 0], "at {width} px");
        }
    });
}

async fn look(browser: &Browser) -> Vec<String> {
    let seen: Seen = browser.run(SCRIPT, Vec::new()).await;
    assert!(seen.boxes > 300 && seen.drawn > 40, "{} words", seen.boxes);
    seen.faults
}

#[test]
fn words_stand_clear() {
    stands_clear("", None);
}

#[test]
fn large_words_stand_clear() {
    stands_clear("?size=elder", None);
}

/// Twice the 16 px that browsers begin with.
#[test]
fn words_at_twice_their_size_stand_clear() {
    stands_clear("", Some("32px"));
}

#[test]
fn large_words_at_twice_their_size_stand_clear() {
    stands_clear("?size=elder", Some("32px"));
}

/// The eyes of the tests above are open: what is moved onto something is seen.
#[test]
fn what_does_not_stand_clear_is_seen() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("?motion=off")).await;
        browser.until_live().await;
        for (script, fault) in [
            (
                "document.querySelector('.tj-river--wide [data-stage] text').setAttribute('y', '60');",
                "overlap",
            ),
            (
                "document.querySelector('.tj-river--wide [data-loss] text').setAttribute('x', '300');",
                "touches the water",
            ),
            (
                "document.querySelector('.tj-river--wide .tj-river__rate').setAttribute('y', '20');",
                "runs out of the river",
            ),
            (
                "document.querySelector('.tj-hero__title').style.maxWidth = 'none';
                document.querySelector('.tj-hero__title').style.paddingLeft = '300px';",
                "touches tj-land__ring",
            ),
            (
                "document.querySelector('.tj-headline').style.marginLeft = '-80px';",
                "cut off",
            ),
        ] {
            browser.run::<()>(script, Vec::new()).await;
            let faults = look(browser).await;
            assert!(
                faults.iter().any(|one| one.contains(fault)),
                "{script} is not seen: {faults:#?}"
            );
        }
    });
}
