//! The app starts, and its controls work.

use serde_json::{Value, json};

use crate::browser::{browse, browse_alone};
use crate::server::{Fault, POLICY, Site};

#[test]
fn the_page_comes_to_life_under_the_strict_policy() {
    browse(async |browser| {
        let site = Site::built().await;
        // The site's own lets the example article have frames; the page needs none.
        let strict = POLICY.replace("frame-src 'self'; ", "");
        assert_ne!(strict, POLICY);
        site.fault("/", Fault::Policy(strict.clone()));
        site.fault("/index.html", Fault::Policy(strict));
        browser.open(&site.page("")).await;
        browser.until_live().await;
        browser.notice_is_gone().await;
        browser.text_is_complete().await;
    });
}

/// What the browser makes of the page where a reader puts it among the apps.
#[test]
fn the_page_can_be_put_on_a_home_screen() {
    // What a private window shows is put nowhere.
    browse_alone(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("?theme=dark#institutions")).await;
        browser.until_live().await;
        let read = browser.tell("Page.getAppManifest", json!({})).await;
        assert_eq!(read["errors"], json!([]), "{read}");
        assert_eq!(read["url"], json!(site.page("manifest.webmanifest")));
        let report: Value =
            serde_json::from_slice(&site.read("/data/report.json")).expect("the data file");
        let manifest = read["data"].as_str().expect("the manifest");
        let manifest: Value = serde_json::from_str(manifest).expect("JSON");
        assert_eq!(manifest["short_name"], report["title"]["short"]);
        let icon = manifest["icons"][0]["src"].as_str().expect("an icon");
        assert!(!site.read(icon).is_empty());

        let refused = browser
            .tell("Page.getInstallabilityErrors", json!({}))
            .await;
        assert_eq!(refused["installabilityErrors"], json!([]));
    });
}

#[test]
fn all_sections_open_and_close_at_once() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        let open = "[...document.querySelectorAll('details[id]')].map((section) => section.open)";
        for wanted in [true, false, true] {
            browser.click("button", "展开全部").await;
            let sections: Vec<bool> = browser.eval(open).await;
            assert!(sections.len() > 30, "chapters and sections: {sections:?}");
            let as_wanted = sections.iter().all(|open| *open == wanted);
            assert!(as_wanted, "{wanted}: {sections:?}");
        }
    });
}

/// A page that others changed is brought to life as it stands; one that lost what the
/// app needs is written anew.
#[test]
fn only_a_page_that_lost_its_places_is_replaced() {
    for (change, kept) in [
        ("", true),
        ("document.querySelector('#people').open = true;", true),
        ("app.querySelector('h1').lang = 'zh';", true),
        (
            "app.querySelector('h1').append(document.createElement('font'));",
            true,
        ),
        ("app.querySelector('.tj-rail').remove();", true),
        // As in pages without https.
        ("delete Crypto.prototype.subtle;", true),
        ("app.querySelector('.tj-toolbar').remove();", false),
        ("app.textContent = '';", false),
    ] {
        browse(async |browser| {
            let site = Site::built().await;
            browser
                .before_scripts(&format!(
                    "addEventListener('DOMContentLoaded', () => {{
                        const app = document.getElementById('app');
                        window.served = app;
                        {change}
                    }});"
                ))
                .await;
            browser.open(&site.page("")).await;
            browser.until_live().await;
            let same: bool = browser.eval("served.isConnected").await;
            assert_eq!(same, kept, "{change}");
            browser.text_is_complete().await;
        });
    }
}
