//! The data file is another than the page was made with, or larger than any.

use serde_json::{Value, json};

use crate::browser::browse;
use crate::server::{Fault, Site};

const DATA: &str = "/data/report.json";

/// A report that is put up while the page is open is shown when it is opened
/// again; nothing in it is taken for HTML.
#[test]
fn another_report_is_shown() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("")).await;
        browser.until_live().await;

        let preface = "序<img src=x onerror=alert(1)>言&amp;";
        let mut report: Value =
            serde_json::from_slice(&site.read(DATA)).expect("the data file is JSON");
        report["title"] = json!({"text": "六届市政协|工作报告", "short": "工作报告"});
        report["preface"] = json!({"text": preface});
        site.fault(DATA, Fault::Bytes(report.to_string().into_bytes()));
        browser.text_is_complete().await;

        browser.reload().await;
        browser.until_live().await;
        let title: String = browser
            .eval("document.querySelector('h1').textContent")
            .await;
        assert_eq!(title, "六届市政协工作报告");
        let shown: bool = browser
            .run(
                "return document.getElementById('app').innerText.includes(arguments[0]);",
                vec![json!(preface)],
            )
            .await;
        assert!(shown, "{preface} is not shown as it stands");
    });
}

/// Nothing in the imprint must be there: a list in its place passed for an empty
/// one, which the publisher's check refuses.
#[test]
fn a_list_is_no_group() {
    browse(async |browser| {
        let site = Site::built().await;
        let mut report: Value =
            serde_json::from_slice(&site.read(DATA)).expect("the data file is JSON");
        report["imprint"] = json!(["某市政协", "2026"]);
        site.fault(DATA, Fault::Bytes(report.to_string().into_bytes()));
        browser.open(&site.page("")).await;
        browser.until_failed("data").await;
    });
}

/// A file that nobody announced was copied before it was measured: the app took
/// as much memory as it had, and never gave it back.
#[test]
fn a_huge_file_does_not_become_part_of_the_app() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        site.fault(DATA, Fault::Bytes(vec![b' '; 48 << 20]));
        site.fault(DATA, Fault::Unmeasured);
        browser.open(&site.page("")).await;
        browser.until_failed("data").await;
        let memory: usize = browser
            .run(
                "return (await tujieApp()).memory.buffer.byteLength;",
                Vec::new(),
            )
            .await;
        assert!(memory < 16 << 20, "{memory} bytes");
    });
}
