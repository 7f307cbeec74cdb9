//! The pictures of the editor's guide, `studio/guide.md`. `TUJIE_RENEW=1 cargo test --test
//! browser pictures` takes them anew; otherwise the same steps are played, so that the guide
//! tells of what is there.

use std::path::Path;
use std::{env, fs};

use serde_json::json;
use thirtyfour::Key;

use super::{SHOWN, opened, with};
use crate::browser::{Browser, browse};

/// Takes a picture of the window, where pictures are taken; it stands in the guide.
async fn picture(browser: &Browser, name: &str) {
    let studio = Path::new(env!("CARGO_MANIFEST_DIR")).join("studio");
    let path = studio.join("guide").join(name);
    if env::var_os("TUJIE_RENEW").is_some() {
        let png = browser.driver.screenshot_as_png().await.expect("a picture");
        fs::create_dir_all(studio.join("guide")).expect("a folder");
        fs::write(&path, png).expect("the picture is written");
    }
    assert!(path.is_file(), "{}: TUJIE_RENEW=1 takes it", path.display());
    let guide = fs::read_to_string(studio.join("guide.md")).expect("the guide");
    let link = format!("(guide/{name})");
    assert!(guide.contains(&link), "the guide has no {link}");
}

async fn run(browser: &Browser, script: &str) {
    browser.run::<()>(script, Vec::new()).await;
}

#[test]
fn the_guides_pictures_show_the_steps() {
    browse(async |browser| {
        browser.resize(1280, 720).await;
        opened(browser).await;
        picture(browser, "1-open.png").await;

        with(browser, "seed-headings.docx").await;
        picture(browser, "2-three-panes.png").await;

        run(browser, "document.querySelector('.de-number').click();").await;
        browser.until("!!document.querySelector('.de-panel')").await;
        picture(browser, "3-number.png").await;

        run(
            browser,
            "[...document.querySelectorAll('.de-panel button')].find(one => one.textContent === '好了').click();
            const flow = document.querySelector('.de-flow');
            flow.open = true;
            flow.scrollIntoView({block: 'start'});",
        )
        .await;
        browser
            .until("!!document.querySelector('.de-flow table')")
            .await;
        picture(browser, "4-flow.png").await;

        run(
            browser,
            "const more = document.querySelector('details[data-holds=\"/topics\"]');
            more.open = true;
            more.scrollIntoView({block: 'center'});",
        )
        .await;
        browser
            .until("!!document.querySelector('details[data-holds=\"/topics\"] button')")
            .await;
        picture(browser, "5-more.png").await;

        run(
            browser,
            "for (const one of document.querySelectorAll('.de-remark [data-first=true]')) one.click();",
        )
        .await;
        browser.until("!!document.querySelector('.de-good')").await;
        browser.click("button", "下载网站").await;
        browser
            .until("!!document.querySelector('.de-dialog')")
            .await;
        picture(browser, "6-out.png").await;
    });
}

/// Everything can be reached with the keyboard alone: from the drop field to a line, a word
/// written in it, a problem, the page, and the way out.
#[test]
fn the_keyboard_alone_is_enough() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        let stops: Vec<String> = browser
            .run(
                "return [...document.querySelectorAll('button, input, select, textarea, summary, a[href], [tabindex]')]
                    .filter(one => one.tabIndex < 0 && one !== document.activeElement && one.checkVisibility())
                    .map(one => one.outerHTML.slice(0, 80));",
                Vec::new(),
            )
            .await;
        assert_eq!(stops, Vec::<String>::new(), "out of the keyboard's reach");
        run(
            browser,
            "document.querySelector('.de-line__words').focus();",
        )
        .await;
        browser.press(&Key::Down).await;
        browser.press(&Key::Enter).await;
        browser
            .until("document.activeElement.matches('.de-write__field')")
            .await;
        browser.press_letter('字').await;
        browser.press(&Key::Escape).await;
        browser
            .until("document.activeElement.matches('.de-line__words')")
            .await;
        browser.until(SHOWN).await;
        browser
            .tell(
                "Input.dispatchKeyEvent",
                json!({"type": "rawKeyDown", "key": "?", "text": "?"}),
            )
            .await;
        browser
            .until("!!document.querySelector('dialog[open] .de-keys, [role=dialog] .de-keys')")
            .await;
        browser.press(&Key::Escape).await;
        browser
            .until("!document.querySelector('dialog[open] .de-keys')")
            .await;
    });
}
