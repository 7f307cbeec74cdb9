//! From a figure to its phrase in the text, and back.

use thirtyfour::prelude::*;

use crate::browser::{Browser, browse};
use crate::server::{Fault, Site};

/// The marked words, in one piece.
const MARKED: &str =
    "[...document.querySelectorAll('mark')].map((mark) => mark.textContent).join('')";

async fn live(browser: &Browser, site: &Site) {
    browser.open(&site.page("?motion=off")).await;
    browser.until_live().await;
}

/// Puts the focus on a figure and follows it.
async fn follow(browser: &Browser, figure: &str) {
    browser
        .run::<()>(
            "const figure = document.querySelector(arguments[0]);
            figure.focus();
            window.before = figure.getBoundingClientRect().top;",
            vec![figure.into()],
        )
        .await;
    browser.press(&Key::Enter).await;
}

/// Whether the reader is back at the figure, which is where it was.
fn back_at(figure: &str) -> String {
    format!(
        "((figure) => document.activeElement === figure
            && Math.abs(figure.getBoundingClientRect().top - before) < 2
            && !document.querySelector('mark, .tj-way'))(document.querySelector('{figure}'))"
    )
}

/// Whether the words are marked, in the window, in a focused sentence, and all
/// around them is open.
fn at(section: &str, words: &str) -> String {
    format!(
        "(() => {{
            const mark = document.querySelector('#{section} mark');
            if (!mark) return false;
            const {{top, bottom}} = mark.getBoundingClientRect();
            return {MARKED} === '{words}' && top >= 0 && bottom <= innerHeight
                && document.activeElement === mark.closest('li, p')
                && !mark.closest('details:not([open])');
        }})()"
    )
}

#[test]
fn a_figure_leads_to_its_phrase_and_back() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site).await;
        // In a section that is closed as the page is served.
        let figure = "#figures [data-figure=\"supervision-members\"]";
        let text = "document.getElementById('supervision').textContent";
        let before: String = browser.eval(text).await;
        for (key, pressed) in [(Key::Escape, false), (Key::Enter, true)] {
            follow(browser, figure).await;
            browser.until(&at("supervision", "2万余人次")).await;
            if pressed {
                // The stop after the sentence.
                browser.press(&Key::Tab).await;
                let named = "document.activeElement.textContent === '返回'";
                assert!(browser.eval::<bool>(named).await);
            }
            browser.press(&key).await;
            browser.until(&back_at(figure)).await;
        }
        let after: String = browser.eval(text).await;
        assert_eq!(after, before, "the text as it was");
        // The address says where the reader reads, a moment after the reader.
        browser.until("location.hash === ''").await;
    });
}

#[test]
fn a_fact_in_two_places_is_one_figure_with_two_places() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site).await;
        let figure = "#figures [data-figure=\"handled\"]";
        follow(browser, figure).await;
        browser.until(&at("routine", "5286件")).await;
        browser.named("span", "原文1／2").await;
        browser.click("button", "下一处").await;
        browser.until(&at("proposals", "5286件")).await;
        browser.named("span", "原文2／2").await;
        browser.click("button", "下一处").await;
        browser.until(&at("routine", "5286件")).await;
        browser.click("button", "返回").await;
        browser.until(&back_at(figure)).await;
    });
}

/// The funnel's card quotes the source; the quotation leads to it, across the
/// figures in it, and back to the station.
#[test]
fn a_station_leads_to_the_words_it_is_taken_from() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site).await;
        let station = ".tj-river--wide [data-stage=\"filed\"]";
        browser
            .run::<()>(
                "const station = document.querySelector(arguments[0]);
                station.dispatchEvent(new KeyboardEvent('keydown', {key: 'Tab', bubbles: true}));
                station.focus();
                window.before = station.getBoundingClientRect().top;",
                vec![station.into()],
            )
            .await;
        browser.click("a", "经审查，立案6237件").await;
        browser.until(&at("proposals", "经审查，立案6237件")).await;
        browser.press(&Key::Escape).await;
        browser
            .until(&format!(
                "document.activeElement === document.querySelector('{station}')
                    && !document.querySelector('mark')"
            ))
            .await;
    });
}

/// Whoever presses something else does not want to go back.
#[test]
fn the_mark_is_gone_when_the_reader_turns_to_something_else() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site).await;
        follow(browser, "#figures [data-figure=\"venues\"]").await;
        browser
            .until("!!document.querySelector('mark') && !!document.querySelector('.tj-way')")
            .await;
        browser.press_summary("institutions").await;
        browser
            .until("!document.querySelector('mark, .tj-way')")
            .await;
    });
}

/// Without the app a figure is a plain link to the section.
#[test]
fn a_figure_leads_to_its_section_without_the_app() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        site.fault(&site.wasm(), Fault::Missing);
        browser.open(&site.page("")).await;
        browser
            .until("document.documentElement.dataset.tujie === 'failed'")
            .await;
        follow(browser, "#figures [data-figure=\"supervision-members\"]").await;
        browser
            .until(
                "location.hash === '#supervision' && document.getElementById('supervision').open",
            )
            .await;
    });
}
