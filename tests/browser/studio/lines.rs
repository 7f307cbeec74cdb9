//! What happens to a line of the text, its numbers and the focus.

use thirtyfour::Key;

use super::with;
use crate::browser::{Browser, browse};

/// The line that holds some words.
fn line(words: &str) -> String {
    format!(
        "[...document.querySelectorAll('.de-line')].find(one => one.textContent.includes('{words}'))"
    )
}

/// Opens the line that holds some words.
async fn open(browser: &Browser, words: &str) {
    let line = line(words);
    browser
        .run::<()>(
            &format!("({line}).querySelector('.de-line__words').click();"),
            Vec::new(),
        )
        .await;
    browser
        .until("document.activeElement.matches('.de-write__field')")
        .await;
}

/// A digit that is put right: the figure keeps its label and its places, and the flow that
/// quotes it follows.
#[test]
fn a_figure_follows_its_digits() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        open(browser, "反馈民情民意").await;
        let number: String = browser
            .eval("document.activeElement.value.match(/[0-9]+/)[0]")
            .await;
        let other = format!("{number}1");
        browser
            .run::<()>(
                "const field = document.activeElement;
                field.value = field.value.replace(arguments[0], arguments[1]);
                field.dispatchEvent(new Event('input', {bubbles: true}));",
                vec![number.into(), other.clone().into()],
            )
            .await;
        browser
            .until(&format!("document.querySelector('iframe').contentDocument.body.textContent.includes('{other}')"))
            .await;
        browser.press(&Key::Escape).await;
        browser.until("!!document.querySelector('.de-good')").await;
        let taken = format!(
            "[...document.querySelectorAll('.de-number[data-taken=true]')].some(one => one.textContent.includes('{other}'))"
        );
        browser.until(&taken).await;
    });
}

/// Whatever is pressed, something has the focus afterwards.
#[test]
fn the_focus_is_never_lost() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        let pressed = async |button: &str| {
            let script = format!("window.pressed = {button}; pressed.focus(); pressed.click();");
            browser.run::<()>(&script, Vec::new()).await;
            // It takes itself away, or stays and has the focus.
            browser
                .until("!pressed.isConnected || pressed.disabled || pressed === document.activeElement")
                .await;
            browser
                .until(
                    "document.activeElement !== document.body && document.activeElement !== null",
                )
                .await;
        };
        let named = |around: &str, name: &str| {
            format!(
                "[...document.querySelectorAll('{around} button')].find(one => one.textContent.startsWith('{name}'))"
            )
        };
        pressed("document.querySelector('[data-doubt] [data-first=true]')").await;
        pressed(&named(".de-remark--settled", "再想想")).await;
        pressed(&named(".de-pane--review", "其余都照")).await;
        browser
            .run::<()>("document.querySelector('.de-number').click();", Vec::new())
            .await;
        browser.until("!!document.querySelector('.de-panel')").await;
        pressed(&named(".de-panel", "好了")).await;
        open(browser, "反馈民情民意").await;
        pressed(&named(".de-write__tools", "删去这一行")).await;
        pressed(&named(".de-bar__tools", "撤销")).await;
    });
}

/// Another line opens at once, at the letter where the pointer is pressed.
#[test]
fn a_press_opens_the_line_at_the_letter() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        open(browser, "反馈民情民意").await;
        let [x, y]: [f64; 2] = browser
            .eval(
                "(() => {
                    const words = document.querySelectorAll('.de-line__words')[1];
                    words.scrollIntoView({block: 'center'});
                    const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
                    const range = document.createRange();
                    range.setStart(text, 2);
                    range.setEnd(text, 3);
                    const {left, top, height} = range.getBoundingClientRect();
                    return [left + 1, top + height / 2];
                })()",
            )
            .await;
        let press = browser
            .driver
            .action_chain()
            .move_to(x as i64, y as i64)
            .click();
        press.perform().await.expect("the line is pressed");
        browser
            .until("document.activeElement.matches('.de-write__field') && document.activeElement.selectionStart === 2")
            .await;
    });
}
