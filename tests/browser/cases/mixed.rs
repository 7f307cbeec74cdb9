//! Two deploys mixed: a cache or a second server answers with a file of the one before.
//!
//! A kind of pages whose data is fetched beside them; the title of the second edition stood
//! over the body of the first.

use serde_json::{Value, json};

use crate::browser::browse;
use crate::deploy::{LATER, published};
use crate::server::{Fault, Site};

const DATA: &str = "/data/report.json";

/// Installs the worker, and tells how that ends.
const INSTALL: &str = include_str!("mixed/install.js");

/// The data of that site with another title, made at that time.
fn edition(site: &Site, title: &str, mark: impl FnOnce(u64) -> Option<u64>) -> Vec<u8> {
    let mut report: Value = serde_json::from_slice(&site.read(DATA)).expect("JSON");
    report["title"] = json!({"text": title, "short": "工作报告"});
    let made = report["deploy"].as_u64().expect("a mark");
    report["deploy"] = mark(made).map_or(Value::Null, |mark| json!(mark));
    if report["deploy"].is_null() {
        report
            .as_object_mut()
            .expect("an object")
            .shift_remove("deploy");
    }
    report.to_string().into_bytes()
}

#[test]
fn older_data_leave_the_served_page_and_newer_take_its_place() {
    for (title, mark, shown) in [
        ("更早的工作报告", Some(-1), false),
        ("更新的工作报告", Some(1), true),
        ("手工换上的工作报告", None, true),
    ] {
        browse(async |browser| {
            let site = Site::built().await;
            let mark = |made: u64| mark.map(|step| made.saturating_add_signed(step));
            site.fault(DATA, Fault::Bytes(edition(&site, title, mark)));
            browser.open(&site.page("")).await;
            browser.until_live().await;
            let words: String = browser
                .eval("document.querySelector('h1').textContent")
                .await;
            assert_eq!(words == title, shown, "{title}: {words}");
            // What is shown works.
            browser.click("button", "展开全部").await;
        });
    }
}

/// Installed while a host is between two deploys, the worker kept the new page with the
/// data of before, or a page in the place of data.
#[test]
fn the_worker_keeps_no_mixture() {
    browse(async |browser| {
        let site = Site::of(published("mixed", |_| {})).await;
        let worker = String::from_utf8(site.read("/sw.js")).expect("a script");
        assert!(worker.contains("\"mark\":"), "{worker}");
        let earlier = edition(&site, "更早的工作报告", |made| Some(made - 1));
        for fault in [Fault::Bytes(earlier), Fault::Html] {
            site.fault(DATA, fault);
            browser.open(&site.page("")).await;
            browser
                .until("['live', 'failed'].includes(document.documentElement.dataset.tujie)")
                .await;
            let ended: String = browser.call(INSTALL, Vec::new()).await;
            assert_eq!(ended, "redundant", "a mixture is kept");
            site.lift(DATA);
        }
        browser.open(&site.page("")).await;
        browser.until_live().await;
        browser.until_kept(&site).await;
        let title: String = browser
            .eval("document.querySelector('h1').textContent")
            .await;
        assert_eq!(title, LATER);
    });
}

/// A network that asks for a log-in first answers with a page of its own.
#[test]
fn a_page_in_the_place_of_data_is_not_shown_to_who_has_better() {
    browse(async |browser| {
        let site = crate::offline::visited(browser).await;
        site.fault(DATA, Fault::Html);
        browser.open(&site.page("")).await;
        browser.until_live().await;
    });
}
