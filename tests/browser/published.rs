//! Other reports, published with the command into the built site.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::browser::{Browser, browse};
use crate::large;
use crate::server::Site;

/// Publishes a sample and opens it on a desk and on a phone; the app runs on
/// both, and nothing sticks out sideways.
fn opens(name: &str, story: impl AsyncFn(&Browser)) {
    browse(async |browser| {
        let site = Site::of(sample(name)).await;
        for width in [1440, 390] {
            browser.resize(width, 900).await;
            browser.open(&site.page("")).await;
            browser.until_live().await;
            browser.notice_is_gone().await;
            let overflow: i32 = browser
                .eval("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .await;
            assert_eq!(overflow, 0, "px wider than {width}");
            if width == 390 {
                browser.click("button", "工具").await;
            }
            browser.click("button", "展开全部").await;
            browser
                .until("document.querySelectorAll('details[id]:not([open])').length === 0")
                .await;
            story(browser).await;
        }
    });
}

/// The folder of the published sample.
pub fn sample(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = root
        .join("tests/fixtures")
        .join(name)
        .with_extension("json");
    publish(name, &data)
}

/// Publishes a data file into the built site; the new site's folder.
fn publish(name: &str, data: &Path) -> PathBuf {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let out = folder().join(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_tujie"));
    command.arg("publish").arg("--data").arg(data);
    command.arg("--site").arg(site).arg("--out").arg(&out);
    let published = command.output().expect("the command runs");
    let errors = String::from_utf8_lossy(&published.stderr);
    assert!(published.status.success(), "{errors}");
    out
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("published");
    std::fs::create_dir_all(&folder).expect("a writable folder");
    folder
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
        assert_eq!(shown[0][0], "stage-received");
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
                "['#funnel, [data-stage]', '.tj-outcomes__item']
                    .map((parts) => document.querySelectorAll(parts).length)",
            )
            .await;
        assert_eq!((funnels, steps), (0, 3));
    });
}

/// Nobody writes fifty reports in one; whoever does still gets a page that runs.
#[test]
fn a_report_fifty_times_as_large() {
    let text = include_str!("../../public/data/report.json");
    let data = folder().join("large.json");
    std::fs::write(&data, large::report(text, 50)).expect("a writable file");
    let out = publish("large", &data);
    browse(async |browser| {
        let site = Site::of(out).await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        let chapters: usize = browser
            .eval("document.querySelectorAll('details.tj-chapter').length")
            .await;
        assert_eq!(chapters, 300);
        // What is far is laid out when its reader comes, and no sooner.
        let last = "[...document.querySelectorAll('#app .tj-chapter h3')].pop()";
        let laid_out = format!("{last}.checkVisibility({{contentVisibilityAuto: true}})");
        assert!(
            !browser.eval::<bool>(&laid_out).await,
            "all of it is laid out"
        );
        browser
            .run::<()>(
                &format!("location.hash = {last}.closest('details').id;"),
                Vec::new(),
            )
            .await;
        browser
            .until(&format!("document.activeElement === {last} && {laid_out}"))
            .await;
    });
}
