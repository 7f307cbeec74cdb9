//! The data file cannot be had, is wrong, or is another: the page shows the
//! last good report.

use serde_json::{Value, json};

use crate::browser::browse;
use crate::server::{Fault, Site};

const DATA: &str = "/data/report.json";

/// With the faults the served page stays; the app starts once they are gone.
fn recovers(faults: impl FnOnce(&Site) -> Vec<Fault>) {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        for fault in faults(&site) {
            site.fault(DATA, fault);
        }
        browser.open(&site.page("")).await;
        browser.until_failed("data").await;

        browser.click("button", "重试").await;
        browser
            .until("document.querySelector('#notice button') !== null")
            .await;
        browser.until_failed("data").await;

        site.lift(DATA);
        browser.click("button", "重试").await;
        browser
            .until("document.documentElement.dataset.tujie === 'live'")
            .await;
        browser.notice_is_gone().await;
        browser.text_is_complete().await;
    });
}

/// The data file with one change.
fn edited(site: &Site, edit: impl FnOnce(&mut Value)) -> Vec<Fault> {
    let mut report = serde_json::from_slice(&site.read(DATA)).expect("the data file is JSON");
    edit(&mut report);
    vec![Fault::Bytes(report.to_string().into_bytes())]
}

/// The data file with white space at its end up to that size.
fn padded(site: &Site, bytes: usize) -> Fault {
    let mut file = site.read(DATA);
    file.resize(bytes, b' ');
    Fault::Bytes(file)
}

#[test]
fn missing_data() {
    recovers(|_| vec![Fault::Missing]);
}

#[test]
fn a_page_where_the_data_should_be() {
    recovers(|_| vec![Fault::Html]);
}

#[test]
fn half_the_data() {
    recovers(|_| vec![Fault::Half]);
}

#[test]
fn data_whose_download_breaks_off() {
    recovers(|_| vec![Fault::Cut]);
}

#[test]
fn a_value_of_another_type() {
    recovers(|site| edited(site, |report| report["figures"][0]["value"] = json!("20")));
}

#[test]
fn a_stage_that_grows() {
    recovers(|site| {
        edited(site, |report| {
            let count = "/parts/2/funnel/stages/1/count";
            *report.pointer_mut(count).expect("a stage") = json!(7597);
        })
    });
}

#[test]
fn three_mebibytes() {
    recovers(|site| vec![padded(site, 3 << 20)]);
}

/// A host that compresses as it sends cannot tell the length in advance.
#[test]
fn three_mebibytes_that_nobody_announced() {
    recovers(|site| vec![padded(site, 3 << 20), Fault::Unmeasured]);
}

/// The app's timer of ten seconds runs out at once.
#[test]
fn data_that_never_comes() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(DATA);
        browser.hasten(10_000).await;
        browser.open(&site.page("")).await;
        browser.until_failed("data").await;
        gate.open();
        browser.unhasten().await;
        browser.click("button", "重试").await;
        browser
            .until("document.documentElement.dataset.tujie === 'live'")
            .await;
        browser.notice_is_gone().await;
    });
}

/// A newer file may say more than this page knows.
#[test]
fn unknown_fields_are_ignored() {
    browse(async |browser| {
        let site = Site::built().await;
        for fault in edited(&site, |report| {
            report["colour"] = json!("red");
            report["parts"][0]["chapters"][0]["note"] = json!({"by": "us"});
        }) {
            site.fault(DATA, fault);
        }
        browser.open(&site.page("")).await;
        browser.until_live().await;
        browser.text_is_complete().await;
    });
}

/// The newer report is shown, and nothing in it is taken for HTML.
#[test]
fn another_report_is_shown() {
    browse(async |browser| {
        let site = Site::built().await;
        let preface = "序<img src=x onerror=alert(1)>言&amp;";
        for fault in edited(&site, |report| {
            report["title"] = json!({"text": "六届市政协|工作报告", "short": "工作报告"});
            report["preface"] = json!({"text": preface});
        }) {
            site.fault(DATA, fault);
        }
        browser.open(&site.page("")).await;
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
                "return (await wasm_bindgen()).memory.buffer.byteLength;",
                Vec::new(),
            )
            .await;
        assert!(memory < 16 << 20, "{memory} bytes");
    });
}
