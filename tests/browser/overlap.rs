//! Words stand clear of each other, of the water and of the circles, and none
//! is cut off or too small: at every width, in normal and in large type, at 200 %
//! text, and with letters, words and lines further apart.
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

/// How a reader has the page.
struct Setting {
    address: &'static str,
    /// The size that everything in rem is measured by, where the reader sets it.
    root: Option<&'static str>,
    /// Whether letters, words, lines and paragraphs stand as far apart as
    /// WCAG 1.4.12 wants a page to bear.
    spaced: bool,
    /// The least size of letters, in px; on the smallest phones, where the
    /// drawing is smaller than it was made for, and elsewhere.
    least: [f64; 2],
}

/// What WCAG 1.4.12 has readers set, by a style of their own.
const SPACED: &str = include_str!("overlap/spaced.js");

fn stands_clear(setting: Setting) {
    browse(async |browser| {
        let site = Site::built().await;
        let still = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
        browser.tell("Emulation.setEmulatedMedia", still).await;
        browser.open(&site.page(setting.address)).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "const [size] = arguments;
                if (size) document.documentElement.style.fontSize = size;
                for (const details of document.querySelectorAll('#app details[id]')) {
                    details.open = true;
                }",
                vec![json!(setting.root)],
            )
            .await;
        if setting.spaced {
            browser.call::<()>(SPACED, Vec::new()).await;
        }
        let mut wrong = Vec::new();
        for width in WIDTHS {
            browser.resize(width, 900).await;
            browser.until(&format!("innerWidth === {width}")).await;
            let least = setting.least[usize::from(width >= 375)];
            // Words in a drawing cannot make room for themselves.
            let shore = if setting.spaced { 0.0 } else { 2.0 };
            let found = look(browser, least, shore).await.into_iter();
            wrong.extend(found.map(|fault| format!("at {width} px {fault}")));
        }
        assert_eq!(wrong, [""; 0]);
    });
}

async fn look(browser: &Browser, least: f64, shore: f64) -> Vec<String> {
    let arguments = vec![json!(least), json!(shore)];
    let seen: Seen = browser.call(SCRIPT, arguments).await;
    let (all, drawn) = (seen.boxes, seen.drawn);
    assert!(
        all > 300 && drawn > 30,
        "{all} words, {drawn} of them drawn"
    );
    seen.faults
}

const NORMAL: Setting = Setting {
    address: "",
    root: None,
    spaced: false,
    least: [12.0, 12.0],
};

const LARGE: Setting = Setting {
    address: "?size=elder",
    least: [15.0, 18.0],
    ..NORMAL
};

#[test]
fn words_stand_clear() {
    stands_clear(NORMAL);
}

#[test]
fn large_words_stand_clear() {
    stands_clear(LARGE);
}

/// Twice the 16 px that browsers begin with.
#[test]
fn words_at_twice_their_size_stand_clear() {
    let root = Some("32px");
    stands_clear(Setting { root, ..NORMAL });
}

#[test]
fn large_words_at_twice_their_size_stand_clear() {
    let root = Some("32px");
    stands_clear(Setting { root, ..LARGE });
}

#[test]
fn words_further_apart_stand_clear() {
    let spaced = true;
    stands_clear(Setting { spaced, ..NORMAL });
}

#[test]
fn large_words_further_apart_stand_clear() {
    let spaced = true;
    stands_clear(Setting { spaced, ..LARGE });
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
                "document.querySelector('.tj-river--wide [data-exit] text').setAttribute('y', '280');",
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
            let faults = look(browser, 12.0, 2.0).await;
            assert!(
                faults.iter().any(|one| one.contains(fault)),
                "{script} is not seen: {faults:#?}"
            );
        }
    });
}
