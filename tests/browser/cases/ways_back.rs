//! Back leads to the place that was left, not to the page before or to a heading; and
//! what is opened in another tab is there what it was here.
//!
//! Reported of pages with links of their own:
//! <https://github.com/sveltejs/kit/issues/3621>.

use serde_json::Value;
use thirtyfour::prelude::*;

use crate::browser::{Browser, browse};
use crate::server::Site;

/// A figure in the strip of a chapter far down, in the middle of the window.
const FIGURE: &str = "document.querySelector('#people .tj-figure')";

async fn open(browser: &Browser) -> Site {
    let site = Site::built().await;
    browser.resize(1280, 800).await;
    browser.open(&site.page("?motion=off")).await;
    browser.until_live().await;
    browser
        .run::<()>(
            &format!("{FIGURE}.scrollIntoView({{block: 'center'}});"),
            Vec::new(),
        )
        .await;
    browser.let_paint().await;
    site
}

/// The browser's own Back.
async fn back(browser: &Browser) {
    browser.run::<()>("history.back();", Vec::new()).await;
}

/// How far the page is scrolled, and whether the figure has the focus.
const PLACE: &str = "[Math.round(scrollY), document.activeElement.matches('.tj-figure')]";

#[test]
fn back_returns_from_a_figure_s_sentence() {
    browse(async |browser| {
        let _site = open(browser).await;
        let (before, _): (f64, bool) = browser.eval(PLACE).await;
        for way in ["back", "button", "escape"] {
            browser
                .run::<()>(&format!("{FIGURE}.click();"), Vec::new())
                .await;
            browser.until("!!document.querySelector('.tj-way')").await;
            match way {
                "back" => back(browser).await,
                "button" => browser.click("button", "返回").await,
                _ => browser.press(&Key::Escape).await,
            }
            browser.until("!document.querySelector('.tj-way')").await;
            browser
                .until(&format!(
                    "Math.abs({PLACE}[0] - {before}) < 3 && {PLACE}[1]"
                ))
                .await;
        }
    });
}

/// Where the address had been named a moment before, the browser went to what it names
/// once it had told of the step back.
#[test]
fn back_returns_to_a_place_that_was_just_named() {
    browse(async |browser| {
        let _site = open(browser).await;
        let (before, _): (f64, bool) = browser.eval(PLACE).await;
        browser
            .run::<()>(
                &format!(
                    "history.replaceState(history.state, '', '#people');
                    {FIGURE}.click();
                    history.back();"
                ),
                Vec::new(),
            )
            .await;
        browser
            .until(&format!(
                "Math.abs({PLACE}[0] - {before}) < 3 && {PLACE}[1]"
            ))
            .await;
        browser.let_paint().await;
        let (after, focused): (f64, bool) = browser.eval(PLACE).await;
        assert!(
            (after - before).abs() < 3.0 && focused,
            "{after} for {before}"
        );
    });
}

/// Browsers tell of a link into the page as they tell of a step back.
#[test]
fn a_link_from_a_figure_s_sentence_leads_on() {
    browse(async |browser| {
        let _site = open(browser).await;
        browser
            .run::<()>(&format!("{FIGURE}.click();"), Vec::new())
            .await;
        browser.until("!!document.querySelector('.tj-way')").await;
        browser
            .run::<()>("location.hash = '#outlook';", Vec::new())
            .await;
        browser.until("!document.querySelector('.tj-way')").await;
        browser.let_paint().await;
        let there: bool = browser
            .eval(
                "!document.activeElement.matches('.tj-figure')
                && Math.abs(document.querySelector('#outlook').getBoundingClientRect().top) < 200",
            )
            .await;
        assert!(there, "the reader was taken back");
    });
}

/// Follows a link of the rail.
async fn follow(browser: &Browser, stop: &str) {
    browser
        .run::<()>(
            &format!("document.querySelector('.tj-rail a[href=\"{stop}\"]').click();"),
            Vec::new(),
        )
        .await;
    browser.until(&format!("location.hash === '{stop}'")).await;
    browser.let_paint().await;
}

async fn scroll(browser: &Browser) {
    browser
        .run::<()>("scrollBy(0, innerHeight / 2);", Vec::new())
        .await;
    browser.let_paint().await;
}

/// How far below the window's top the figure is.
async fn place(browser: &Browser) -> f64 {
    browser
        .eval(&format!("{FIGURE}.getBoundingClientRect().top"))
        .await
}

/// Steps through the history to where the figure was at that place.
async fn step(browser: &Browser, step: &str, before: f64) {
    browser
        .run::<()>(&format!("history.{step}();"), Vec::new())
        .await;
    browser
        .until(&format!(
            "Math.abs({FIGURE}.getBoundingClientRect().top - {before}) < 3"
        ))
        .await;
    browser.let_paint().await;
    let kept = place(browser).await;
    assert!((kept - before).abs() < 3.0, "{step} to {before}: {kept}");
}

/// Follows a link, goes back and on again.
async fn leave_and_return(browser: &Browser) {
    let before = place(browser).await;
    follow(browser, "#outlook").await;
    scroll(browser).await;
    let there = place(browser).await;
    step(browser, "back", before).await;
    step(browser, "forward", there).await;
    step(browser, "back", before).await;
}

#[test]
fn back_returns_from_a_link_to_where_the_reader_was() {
    browse(async |browser| {
        let _site = open(browser).await;
        leave_and_return(browser).await;
    });
}

/// Chromium goes to what the address names instead.
#[test]
fn back_returns_to_where_the_reader_was_when_the_address_names_a_heading() {
    browse(async |browser| {
        let _site = open(browser).await;
        browser.until("location.hash === '#people'").await;
        leave_and_return(browser).await;
        // A link to where the address leads already makes the entry anew.
        follow(browser, "#people").await;
        follow(browser, "#people").await;
        scroll(browser).await;
        leave_and_return(browser).await;
    });
}

#[test]
fn back_returns_to_the_same_words_in_large_type() {
    browse(async |browser| {
        let _site = open(browser).await;
        scroll(browser).await;
        scroll(browser).await;
        browser.until("!!location.hash").await;
        browser
            .run::<()>(
                "window.words = document.elementFromPoint(innerWidth / 2, innerHeight / 3);
                window.place = () => words.getBoundingClientRect().top;
                window.before = place();",
                Vec::new(),
            )
            .await;
        follow(browser, "#outlook").await;
        browser.click("button", "大字版").await;
        browser.let_paint().await;
        back(browser).await;
        browser.until("Math.abs(place() - before) < 3").await;
    });
}

/// The way back goes when the reader turns to something else; the step of the history stays.
#[test]
fn back_returns_to_a_figure_whose_way_was_left() {
    browse(async |browser| {
        let _site = open(browser).await;
        browser.until("location.hash === '#people'").await;
        let before = place(browser).await;
        browser
            .run::<()>(&format!("{FIGURE}.click();"), Vec::new())
            .await;
        browser.until("!!document.querySelector('.tj-way')").await;
        browser
            .run::<()>(
                "document.body.dispatchEvent(new PointerEvent('pointerup', {bubbles: true}));",
                Vec::new(),
            )
            .await;
        browser.until("!document.querySelector('.tj-way')").await;
        scroll(browser).await;
        step(browser, "back", before).await;
    });
}

#[test]
fn a_figure_in_another_tab_shows_its_sentence() {
    browse(async |browser| {
        let _site = open(browser).await;
        let address: String = browser
            .run(
                &format!(
                    "const figure = {FIGURE};
                    figure.dispatchEvent(new MouseEvent('mousedown', {{button: 1, bubbles: true}}));
                    return figure.href;"
                ),
                Vec::new(),
            )
            .await;
        browser.open(&address).await;
        browser.until_live().await;
        browser.until("!!document.querySelector('.tj-way')").await;
        let (inside, marked): (bool, Value) = browser
            .eval(
                "(() => {
                    const sentence = document.activeElement;
                    const {top, bottom} = sentence.getBoundingClientRect();
                    return [top > 0 && bottom < innerHeight, sentence.textContent];
                })()",
            )
            .await;
        assert!(inside, "{marked}");
        browser
            .until(
                "document.querySelector('.tj-rail [aria-current]')?.getAttribute('href') === '#people'",
            )
            .await;
    });
}

#[test]
fn the_way_back_goes_when_the_reader_has_gone_on() {
    browse(async |browser| {
        let _site = open(browser).await;
        browser
            .run::<()>(&format!("{FIGURE}.click();"), Vec::new())
            .await;
        browser.until("!!document.querySelector('.tj-way')").await;
        browser.let_paint().await;
        browser
            .run::<()>("scrollBy(0, 3 * innerHeight);", Vec::new())
            .await;
        browser.until("!document.querySelector('.tj-way')").await;
    });
}
