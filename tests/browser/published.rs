//! Other reports, published with the command into the built site.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::browser::{Browser, browse};
use crate::server::Site;

/// Publishes a sample and opens it on a desk and on a phone; the app runs on
/// both, and nothing sticks out sideways.
fn opens(name: &str, story: impl AsyncFn(&Browser)) {
    browse(async |browser| {
        let site = Site::of(publish(name)).await;
        for width in [1440, 390] {
            browser.resize(width, 900).await;
            browser.open(&site.page("")).await;
            browser.until_live().await;
            browser.notice_is_gone().await;
            let overflow: i32 = browser
                .eval("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .await;
            assert_eq!(overflow, 0, "px wider than {width}");
            browser.click("button", "展开全部").await;
            browser
                .until("document.querySelectorAll('details[id]:not([open])').length === 0")
                .await;
            story(browser).await;
        }
    });
}

/// The folder of the published sample.
fn publish(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("published")
        .join(name);
    let published = Command::new(env!("CARGO_BIN_EXE_tujie"))
        .arg("publish")
        .arg("--data")
        .arg(
            root.join("tests/fixtures")
                .join(name)
                .with_extension("json"),
        )
        .arg("--site")
        .arg(root.join("dist"))
        .arg("--out")
        .arg(&out)
        .output()
        .expect("the command runs");
    let errors = String::from_utf8_lossy(&published.stderr);
    assert!(published.status.success(), "{errors}");
    out
}

#[test]
fn a_county_with_a_funnel_of_five_stages() {
    opens("county", async |browser| {
        let shown: Vec<Value> = browser
            .eval(
                "[...document.querySelectorAll('#funnel [data-stage]')]
                    .filter((stage) => stage.checkVisibility())
                    .map((stage) => [stage.dataset.stage, stage.getAttribute('aria-label')])",
            )
            .await;
        assert_eq!(
            shown.len(),
            5,
            "stages of the one drawing that is shown: {shown:?}"
        );
        assert_eq!(shown[0][0], "received");
        let last = shown[4][1].as_str().expect("a label");
        assert!(last.contains("已经办结 285件"), "{last}");
        assert!(last.contains("95.0%") && last.contains("67.9%"), "{last}");
    });
}

#[test]
fn a_report_without_funnel() {
    opens("no-funnel", async |browser| {
        let (funnels, steps): (usize, usize) = browser
            .eval(
                "['#funnel, [data-stage]', '.tj-stairs__step']
                    .map((parts) => document.querySelectorAll(parts).length)",
            )
            .await;
        assert_eq!((funnels, steps), (0, 3));
    });
}
