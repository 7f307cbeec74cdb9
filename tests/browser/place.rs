//! What the reader did before the app started survives its start.

use serde::Deserialize;
use thirtyfour::By;

use crate::browser::{Browser, browse};
use crate::server::Site;

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
    for section in ["#congress > summary", "#thought > summary"] {
        let summary = browser.driver.find(By::Css(section)).await;
        let summary = summary.expect("a section");
        summary.click().await.expect("its summary is pressed");
    }
    browser
        .run::<()>(
            "document.querySelector('#consensus').scrollIntoView({block: 'center'});
            document.querySelector('#solidarity > summary').focus({preventScroll: true});",
            Vec::new(),
        )
        .await;
}

#[test]
fn what_was_open_focused_and_in_view_stays_so() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.open(&site.page("")).await;
        read_on(browser).await;
        let before = place(browser).await;
        assert!(before.open.contains(&"congress".to_owned()), "{before:?}");
        assert!(!before.open.contains(&"thought".to_owned()), "{before:?}");
        assert!(before.focused.contains("民族团结"), "{before:?}");
        gate.open();
        browser.until_live().await;
        assert_eq!(place(browser).await, before);
    });
}

/// A translated text is longer or shorter than ours, so what the reader reads
/// is elsewhere when ours takes its place.
#[test]
fn a_reader_of_a_translation_stays_at_the_same_heading() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.open(&site.page("")).await;
        browser
            .run::<()>(
                "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                const texts = [];
                while (walker.nextNode()) texts.push(walker.currentNode);
                for (const text of texts) {
                    const font = document.createElement('font');
                    text.replaceWith(font);
                    font.append(text);
                    text.data += text.data;
                }",
                Vec::new(),
            )
            .await;
        read_on(browser).await;
        let before = place(browser).await;
        gate.open();
        browser.until_live().await;
        let after = place(browser).await;
        assert_eq!(after.open, before.open);
        let window: i32 = browser.eval("innerHeight").await;
        assert!((0..window).contains(&after.top), "{before:?} {after:?}");
    });
}
