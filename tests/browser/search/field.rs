//! The field: opened, typed into, stepped through, closed.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::browse;
use crate::search::{count, live, search, shown, type_in, until_said};
use crate::server::Site;

#[test]
fn the_field_opens_by_button_and_keys_and_closes() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        let open = "document.activeElement.matches('[role=search] input')";
        browser.click("button", "搜索").await;
        browser.until(open).await;
        // In the field a stroke is a letter.
        type_in(browser, "/").await;
        let value: String = browser.eval("document.activeElement.value").await;
        assert_eq!(value, "/");
        let close = By::Css("[role=search] button[aria-label=关闭搜索]");
        let close = browser.driver.find(close).await.expect("a button");
        close.click().await.expect("it is pressed");
        browser
            .until("!document.querySelector('[role=search]')")
            .await;
        let focused: String = browser.eval("document.activeElement.textContent").await;
        assert_eq!(focused, "搜索");

        let keys = browser.driver.action_chain().key_down(Key::Control);
        let keys = keys.send_keys("k").key_up(Key::Control);
        keys.perform().await.expect("keys are pressed");
        browser.until(open).await;
    });
}

/// Who steers by voice or by keys of their own may not want one that acts alone.
#[test]
fn the_key_can_be_turned_off_for_good() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        let fields = "document.querySelectorAll('[role=search]').length";
        browser.click("button", "工具").await;
        browser.click("button", "用“/”键搜索").await;
        for _ in 0..2 {
            type_in(browser, "/").await;
            assert_eq!(browser.eval::<usize>(fields).await, 0);
            live(browser, &site, "").await;
        }
        browser.click("button", "工具").await;
        browser.click("button", "用“/”键搜索").await;
        type_in(browser, "/").await;
        browser.until(&format!("{fields} === 1")).await;
    });
}

/// While an input method composes, what it shows is not the query yet.
#[test]
fn half_typed_words_are_not_searched() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "").await;
        for half in ["w", "wei", "wei'yuan"] {
            let end = half.len();
            let composed = json!({"text": half, "selectionStart": end, "selectionEnd": end});
            browser.tell("Input.imeSetComposition", composed).await;
            let value: String = browser.eval("document.activeElement.value").await;
            assert_eq!(value, half);
            assert_eq!(shown(browser).await.said, "");
        }
        browser
            .tell("Input.insertText", json!({"text": "委员"}))
            .await;
        browser
            .until(
                "document.querySelector('[role=search] [role=status]').textContent.includes('共')",
            )
            .await;
        assert_eq!(shown(browser).await.current, "委员");
    });
}

/// Some browsers end a composition before they tell of the Enter or Escape that ended
/// it. The code of such a key alone says whose it is; it once went to another hit, or
/// closed the search.
#[test]
fn keys_of_an_input_method_are_no_commands() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "提案").await;
        let said = shown(browser).await.said;
        for (key, by_the_method) in [("Enter", true), ("Escape", true), ("Enter", false)] {
            let code = if by_the_method { 229 } else { 13 };
            let taken: bool = browser
                .eval(&format!(
                    "(() => {{
                        const field = document.activeElement;
                        field.dispatchEvent(new CompositionEvent('compositionend', {{bubbles: true}}));
                        const key = {{key: '{key}', keyCode: {code}, bubbles: true, cancelable: true}};
                        return !field.dispatchEvent(new KeyboardEvent('keydown', key));
                    }})()"
                ))
                .await;
            assert_eq!(taken, !by_the_method, "{key}");
            assert_eq!(shown(browser).await.said == said, by_the_method, "{key}");
        }
    });
}

#[test]
fn hits_are_gone_through_by_keys_and_buttons() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "提案").await;
        let all = count(browser).await;
        assert!(all > 10, "{all} hits");
        browser.press(&Key::Enter).await;
        until_said(browser, &format!("第2处，共{all}处")).await;
        let keys = browser.driver.action_chain().key_down(Key::Shift);
        let keys = keys
            .send_keys(Key::Enter)
            .send_keys(Key::Enter)
            .key_up(Key::Shift);
        keys.perform().await.expect("keys are pressed");
        until_said(browser, &format!("第{all}处，共{all}处")).await;
        for (name, at) in [("下一处", 1), ("上一处", all)] {
            let button = format!("[role=search] button[aria-label={name}]");
            let button = browser.driver.find(By::Css(button)).await;
            button
                .expect("a button")
                .click()
                .await
                .expect("it is pressed");
            until_said(browser, &format!("第{at}处，共{all}处")).await;
            let sight: bool = browser
                .eval(
                    "(([range]) => {
                        const {top, bottom} = range.getBoundingClientRect();
                        const bar = document.querySelector('[role=search]').getBoundingClientRect();
                        return top >= bar.bottom && bottom <= innerHeight;
                    })([...CSS.highlights.get('tj-current'), document.querySelector('.tj-hit[data-current]')].filter(Boolean))",
                )
                .await;
            assert!(sight, "the current hit is in sight");
        }
        browser.press(&Key::F3).await;
        until_said(browser, &format!("第1处，共{all}处")).await;
    });
}

/// Closed by its button, search leaves the reader at the hit.
#[test]
fn closing_by_the_button_stays_at_the_hit() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?motion=off").await;
        search(browser, "璧南河").await;
        let place: f64 = browser.eval("scrollY").await;
        assert!(place > 0.0, "the hit is further down");
        let close = By::Css("[role=search] button[aria-label=关闭搜索]");
        let close = browser.driver.find(close).await.expect("a button");
        close.click().await.expect("it is pressed");
        let (stayed, focused): (f64, String) = browser
            .eval("[scrollY, document.activeElement.textContent]")
            .await;
        assert_eq!(stayed, place);
        assert!(focused.contains("璧南河"), "{focused}");
    });
}

/// A figure's label is hidden from assistive technology, since the figure's link
/// says it; the focus at a hit there was heard by nobody.
#[test]
fn closing_at_a_label_leads_to_its_figure() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?motion=off").await;
        search(browser, "助解难题").await;
        let close = By::Css("[role=search] button[aria-label=关闭搜索]");
        let close = browser.driver.find(close).await.expect("a button");
        close.click().await.expect("it is pressed");
        let (hidden, figure): (bool, Option<String>) = browser
            .eval(
                "[!!document.activeElement.closest('[aria-hidden=true]'),
                    document.activeElement.dataset.figure]",
            )
            .await;
        assert!(!hidden && figure.is_some(), "{figure:?}");
    });
}
