//! `<tujie-report>` in a page of another origin: as high as the report, live in
//! all its attributes, and gone without a trace.

use serde_json::json;

use crate::browser::Browser;
use crate::host::{Host, Told, hosting};
use crate::server::Fault;

/// One embed of a chapter, with something to read until it is there.
const CHAPTER: &str = "<tujie-report id=\"one\" src=\"REPORT/\" view=\"chapter\">\
    <a id=\"fallback\" href=\"REPORT/\">report</a></tujie-report><p id=\"after\">after</p>";

/// A closed section of the first chapter.
const SECTION: &str = "congress";

/// Whether the fallback is shown.
const FALLBACK: &str = "document.getElementById('fallback').checkVisibility()";

/// Presses a section in the frame and waits for the frame to fit; returns what
/// the element told of it.
async fn press(browser: &Browser, open: bool) -> Vec<Told> {
    let before = browser.heard().await.len();
    browser.enter("one").await;
    browser.press_summary(SECTION).await;
    browser.leave().await;
    let told = format!("heard.slice({before}).some(({{open}}) => open === {open})");
    browser.until(&told).await;
    browser.until_fitting("one").await;
    browser.let_paint().await;
    let mut heard = browser.heard().await;
    heard.split_off(before)
}

#[test]
fn the_frame_grows_and_shrinks_with_its_report() {
    hosting(CHAPTER, async |browser, host| {
        host.open(browser).await;
        browser.until_heard("one", "ready").await;
        let ready = browser.heard().await.remove(0);
        assert_eq!(ready.kind, "ready");
        assert_eq!(ready.title.as_deref(), Some("五届市政协常委会工作报告图解"));
        browser.until_fitting("one").await;
        let closed = browser.frame_height("one").await;

        for open in [true, false] {
            let heard = press(browser, open).await;
            let heights = heard.iter().filter(|told| told.kind == "height").count();
            assert!((1..=5).contains(&heights), "settles: {heard:#?}");
            let toggles: Vec<_> = heard.iter().filter(|told| told.kind == "toggle").collect();
            let [toggle] = toggles.as_slice() else {
                panic!("one section was pressed: {heard:#?}");
            };
            assert_eq!(
                (toggle.id.as_deref(), toggle.open),
                (Some(SECTION), Some(open))
            );
            let height = browser.frame_height("one").await;
            assert_eq!(
                height > closed,
                open,
                "{height} px, {closed} px when closed"
            );
            let last = heard.iter().rfind(|told| told.kind == "height");
            assert_eq!(last.and_then(|told| told.height), Some(height));
        }
        browser.enter("one").await;
        browser.until_live().await;
    });
}

#[test]
fn attributes_are_live() {
    hosting(CHAPTER, async |browser, host| {
        host.open(browser).await;
        browser.until_heard("one", "ready").await;
        for (name, value) in [
            ("view", "funnel"),
            ("theme", "dark"),
            ("size", "elder"),
            ("motion", "off"),
        ] {
            browser.set("one", name, Some(value)).await;
            browser.enter("one").await;
            browser
                .until(&format!(
                    "document.documentElement.dataset.{name} === '{value}'"
                ))
                .await;
            browser.leave().await;
        }
        browser.until_fitting("one").await;

        // What is no value is the default, as in an address.
        for (name, value) in [
            ("view", Some("funnels")),
            ("theme", None),
            ("size", Some("")),
        ] {
            browser.set("one", name, value).await;
            browser.enter("one").await;
            browser
                .until(&format!("!('{name}' in document.documentElement.dataset)"))
                .await;
            browser.leave().await;
        }
        browser.until_fitting("one").await;
        assert!(
            browser.frame_height("one").await > 5000.0,
            "the whole report"
        );
    });
}

#[test]
fn a_stage_is_told() {
    let funnel = CHAPTER.replace("chapter", "funnel");
    hosting(&funnel, async |browser, host| {
        host.open(browser).await;
        browser.until_heard("one", "ready").await;
        browser.enter("one").await;
        browser
            .run::<()>(
                "[...document.querySelectorAll('[data-stage=filed]')]
                    .find((stage) => stage.checkVisibility()).focus();",
                Vec::new(),
            )
            .await;
        browser.leave().await;
        browser.until_heard("one", "stage").await;
        let heard = browser.heard().await;
        let stage = heard
            .iter()
            .find(|told| told.kind == "stage")
            .expect("just heard");
        assert_eq!(
            (stage.id.as_deref(), stage.count),
            (Some("filed"), Some(6237.0))
        );
    });
}

/// A frame as high as its page has nothing to scroll: the report asks its host.
#[test]
fn a_link_in_the_frame_asks_the_host_to_scroll() {
    let whole = CHAPTER.replace(" view=\"chapter\"", "");
    hosting(&whole, async |browser, host| {
        host.open(browser).await;
        browser.until_heard("one", "ready").await;
        browser.enter("one").await;
        browser.until_live().await;
        browser
            .run::<()>("location.hash = arguments[0];", vec![json!("members")])
            .await;
        browser.leave().await;
        browser.until("scrolls.length > 0").await;
        browser.until_fitting("one").await;
        let asked: f64 = browser.eval("scrolls[0]").await;
        browser.enter("one").await;
        let top: f64 = browser
            .eval("document.getElementById('members').getBoundingClientRect().top")
            .await;
        assert!((asked - top).abs() < 2.0, "{asked}, where it is at {top}");
    });
}

#[test]
fn a_search_in_the_frame_asks_the_host_to_scroll() {
    let whole = CHAPTER.replace(" view=\"chapter\"", "");
    hosting(&whole, async |browser, host| {
        host.open(browser).await;
        browser.until_heard("one", "ready").await;
        browser.enter("one").await;
        browser.until_live().await;
        browser.click("button", "搜索").await;
        browser
            .until("document.activeElement.localName === 'input'")
            .await;
        let field = browser.driver.active_element().await.expect("the field");
        field
            .send_keys("武陵山片区")
            .await
            .expect("keys are pressed");
        browser.leave().await;
        browser.until("scrolls.some((top) => top > 1000)").await;
    });
}

/// Not every browser scrolls the host by itself. Here nothing in the frame does.
#[test]
fn the_host_scrolls_to_where_it_is_asked() {
    hosting(CHAPTER, async |browser, host| {
        let script = "const say = (rest) => parent.postMessage({tujie: 1, ...rest}, '*');
            say({type: 'ready', height: 5000, title: 'report'});
            say({type: 'scroll', top: 3000});";
        Host::file(&host.report, "/said.js", script);
        let page = "<!DOCTYPE html><script src=\"said.js\"></script>";
        Host::file(&host.report, "/index.html", page);
        host.open(browser).await;
        browser.until("scrollY > 1000").await;
        let top: f64 = browser
            .eval("document.getElementById('one').getBoundingClientRect().top")
            .await;
        assert!((top + 3000.0).abs() < 1.0, "the frame's top at {top}");
        let left: usize = browser
            .eval("document.getElementById('one').shadowRoot.querySelectorAll('div').length")
            .await;
        assert_eq!(left, 1, "nothing but its own box");
    });
}

/// The report of another origin keeps it: frames without one would share no
/// cache, and ten embeds download everything ten times.
#[test]
fn ten_embeds_share_what_they_load_and_an_eleventh_loads_nothing() {
    let one = |id: &str, src: &str| {
        format!("<tujie-report id=\"{id}\" src=\"REPORT/{src}\" view=\"figures\"></tujie-report>")
    };
    let near: String = (0..10)
        .map(|index| one(&format!("n{index}"), "index.html"))
        .collect();
    let body = [near, "<p>far</p>".repeat(400), one("far", "")].concat();
    hosting(&body, async |browser, host| {
        browser.resize(1440, 4000).await;
        host.open(browser).await;
        for index in 0..10 {
            browser.until_heard(&format!("n{index}"), "ready").await;
            browser.enter(&format!("n{index}")).await;
            browser.until_live().await;
            browser.leave().await;
            browser.until_fitting(&format!("n{index}")).await;
        }
        for path in [
            host.report.wasm(),
            host.report.glue(),
            host.report.path("style-", ".css"),
        ] {
            assert_eq!(host.report.asked(&path), 1, "{path}");
        }
        assert_eq!(host.report.asked("/index.html"), 10);
        assert_eq!(host.report.asked("/"), 0, "nobody is near the last");
        browser
            .run::<()>(
                "document.getElementById('far').scrollIntoView();",
                Vec::new(),
            )
            .await;
        browser.until_heard("far", "ready").await;
        assert_eq!(host.report.asked("/"), 1);
    });
}

#[test]
fn removed_while_it_loads_and_put_back() {
    hosting(CHAPTER, async |browser, host| {
        let gate = host.report.hold("/index.html");
        host.open(browser).await;
        browser
            .until("document.getElementById('one').shadowRoot.querySelector('iframe') !== null")
            .await;
        browser
            .run::<()>(
                "window.one = document.getElementById('one');
                one.remove();",
                Vec::new(),
            )
            .await;
        gate.open();
        let left: bool = browser
            .eval("one.shadowRoot.querySelector('iframe') !== null")
            .await;
        assert!(!left, "no frame stays behind");
        browser.let_paint().await;
        assert_eq!(browser.heard().await, []);

        browser
            .run::<()>("document.body.prepend(one);", Vec::new())
            .await;
        browser.until_heard("one", "ready").await;
        browser.until_fitting("one").await;
        let shown: bool = browser.eval(FALLBACK).await;
        assert!(!shown, "the report stands in its place");
        let frames: usize = browser
            .eval("one.shadowRoot.querySelectorAll('iframe').length")
            .await;
        assert_eq!(frames, 1);
    });
}

#[test]
fn the_fallback_stays_where_there_is_no_report() {
    hosting(CHAPTER, async |browser, host| {
        browser.foresee_missing_files();
        browser.hasten(15_000).await;
        host.report.fault("/index.html", Fault::Missing);
        host.open(browser).await;
        browser.until_heard("one", "error").await;
        let heard = browser.heard().await;
        let reasons: Vec<_> = heard.iter().map(|told| told.reason.as_deref()).collect();
        assert_eq!(reasons, [Some("timeout")]);
        let shown: bool = browser.eval(FALLBACK).await;
        assert!(shown, "the fallback");
        assert!(browser.frame_height("one").await < 1.0);
    });
}

/// The app cannot start: what was served is read in a frame that fits it.
#[test]
fn a_report_without_its_app_is_as_high_as_it_is() {
    hosting(CHAPTER, async |browser, host| {
        browser.foresee_missing_files();
        host.report.fault(&host.report.wasm(), Fault::Missing);
        host.open(browser).await;
        browser.until_heard("one", "error").await;
        let heard = browser.heard().await;
        let error = heard
            .iter()
            .find(|told| told.kind == "error")
            .expect("just heard");
        assert_eq!(error.reason.as_deref(), Some("load"));
        assert_eq!(heard.first().map(|told| told.kind.as_str()), Some("ready"));
        browser.until_fitting("one").await;
        browser.enter("one").await;
        assert_eq!(browser.state().await, "failed load");
        browser.press_summary(SECTION).await;
        browser.leave().await;
        browser.until_heard("one", "toggle").await;
        browser.until_fitting("one").await;
    });
}
