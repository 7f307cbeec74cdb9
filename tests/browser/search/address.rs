//! The query in the address.

use thirtyfour::prelude::*;

use crate::browser::browse;
use crate::search::{live, search, shown, type_in, until_said};
use crate::server::Site;

/// Holds what waits for a second, until it is told to go on.
const HOLD: &str = "
    window.held = [];
    const later = window.setTimeout;
    window.setTimeout = (go, delay, ...rest) =>
        delay === 1000 ? held.push(go) : later(go, delay, ...rest);";

#[test]
fn the_address_holds_the_query_while_searching() {
    browse(async |browser| {
        let site = Site::built().await;
        // A second after the search, the address follows the reader again.
        browser.before_scripts(HOLD).await;
        live(browser, &site, "?size=normal&q2=x#members").await;
        let entries: usize = browser.eval("history.length").await;
        let asked = "new URLSearchParams(location.search).get('q')";
        search(browser, "委员").await;
        browser.until(&format!("{asked} === '委员'")).await;
        type_in(browser, &"很长的词".repeat(8)).await;
        browser.until(&format!("{asked} === null")).await;
        browser.press(&Key::Escape).await;
        let address: String = browser.eval("location.search + location.hash").await;
        assert_eq!(address, "?size=normal&q2=x#members");
        let now: usize = browser.eval("history.length").await;
        assert_eq!(now, entries);
    });
}

/// A hit at the top of the page, left in the second before the address would have
/// followed to it, once took the place out of the address.
#[test]
fn the_address_names_no_place_that_was_left() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.before_scripts(HOLD).await;
        live(browser, &site, "#members").await;
        browser.until("held.length === 1").await;
        browser
            .run::<()>("scrollBy(0, 1); held.pop()();", Vec::new())
            .await;
        // It stands in the first chapter alone.
        search(browser, "双周学习会").await;
        browser.until("scrollY < 1500 && held.length === 1").await;
        let place: String = browser
            .run(
                "const escape = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true});
                document.activeElement.dispatchEvent(escape);
                document.querySelector('footer').scrollIntoView();
                held.pop()();
                return new Promise((done) => later(() => done(location.hash)));",
                Vec::new(),
            )
            .await;
        assert_eq!(place, "#members");
    });
}

#[test]
fn an_address_with_a_query_is_searched() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?q=%E5%A7%94%E5%91%98").await;
        let open = "document.activeElement.matches('[role=search] input')";
        browser.until(open).await;
        let found = shown(browser).await;
        assert!(found.said.starts_with("第1处，共"), "{found:?}");
        assert_eq!(found.current, "委员");

        // With a place in the address, the reader is led there.
        live(browser, &site, "?q=%E5%A7%94%E5%91%98&x#members").await;
        browser
            .until("document.activeElement === document.querySelector('#members h4')")
            .await;
        let again = shown(browser).await;
        assert_eq!(again.marks, found.marks);
        let holds = "[...document.querySelectorAll('details[id] li')]
            .filter((point) => point.textContent.includes('委员'))";
        browser
            .until(&format!(
                "{holds}.every((point) => !point.closest('details:not([open])'))"
            ))
            .await;
        let top: f64 = browser
            .eval("document.querySelector('#members').getBoundingClientRect().top")
            .await;
        assert!((-1.0..=100.0).contains(&top), "#members is at {top} px");
    });
}

#[test]
fn a_bad_query_is_text_or_nothing() {
    browse(async |browser| {
        let site = Site::built().await;
        for spaces in ["", "%20%20", "%E3%80%80", "+"] {
            live(browser, &site, &format!("?q={spaces}")).await;
            let fields: usize = browser
                .eval("document.querySelectorAll('[role=search]').length")
                .await;
            assert_eq!(fields, 0, "{spaces}");
        }
        let long = "x".repeat(10_000);
        let markup = "%3Cimg%20src=x%20onerror=%22document.title='x'%22%3E%3C/b%3E";
        for query in [
            long.as_str(),
            markup,
            "%E2%80%AE%E6%A1%88%E6%8F%90",
            "%%%",
            "%FF",
            "%00",
        ] {
            live(browser, &site, &format!("?q={query}")).await;
            until_said(browser, "没有找到").await;
            let (value, images): (String, usize) = browser
                .eval(
                    "[document.querySelector('[role=search] input').value, document.images.length]",
                )
                .await;
            assert!(value.chars().count() <= 100, "{value}");
            assert_eq!(images, 0);
            browser.text_is_complete().await;
        }
    });
}

/// A page that changed, or a step, in the moment after a key once ended what the
/// key had begun: the hit was not gone to, and the address did not get the query.
#[test]
fn what_a_key_leads_to_comes_whatever_else_happens() {
    for other in [
        "document.querySelector('main').append(' ')",
        "field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}))",
    ] {
        browse(async |browser| {
            let site = Site::built().await;
            live(browser, &site, "").await;
            search(browser, "").await;
            browser
                .run::<()>(
                    &format!(
                        "const field = document.activeElement;
                        field.value = '集体提案';
                        field.dispatchEvent(new InputEvent('input', {{bubbles: true}}));
                        {other};"
                    ),
                    Vec::new(),
                )
                .await;
            assert_eq!(shown(browser).await.current, "集体提案");
            browser
                .until("new URLSearchParams(location.search).get('q') === '集体提案'")
                .await;
        });
    }
}
