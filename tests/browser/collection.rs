//! Many reports in one site: the list leads to each, each runs with the programs that
//! stand above it, and each is kept for reading without a network by itself.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::browse;
use crate::server::Site;

/// The built site with two reports; its folder.
fn published() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("collection");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tujie"));
    command.arg("publish").arg("--site").arg(root.join("dist"));
    for data in ["public/data/report.json", "tests/fixtures/no-funnel.json"] {
        command.arg("--data").arg(root.join(data));
    }
    let published = command.arg("--out").arg(&out).output();
    let published = published.expect("the command runs");
    let errors = String::from_utf8_lossy(&published.stderr);
    assert!(published.status.success(), "{errors}");
    out
}

#[test]
fn each_report_runs_in_its_folder_and_needs_no_network_later() {
    const KEPT: &str = "navigator.serviceWorker.getRegistration().then(async (registration) => {
        const active = registration && registration.active;
        const names = await caches.keys();
        return Boolean(active) && active.state === 'activated'
            && names.some((name) => name.startsWith('tujie ' + location.origin + '/report/ '));
    })";
    browse(async |browser| {
        let mut site = Site::of(published()).await;
        browser.open(&site.page("index.html")).await;
        let listed: Vec<String> = browser
            .eval("[...document.querySelectorAll('main a')].map((link) => link.pathname)")
            .await;
        assert_eq!(listed, ["/report/index.html", "/no-funnel/index.html"]);
        let scripts: usize = browser.eval("document.scripts.length").await;
        assert_eq!(scripts, 0, "a list needs none");

        for page in ["no-funnel/index.html", "report/index.html"] {
            browser.open(&site.page(page)).await;
            browser.until_live().await;
        }
        browser.text_is_complete().await;

        // The code for other sites names the script where it is, and the report here.
        browser.click("button", "工具").await;
        browser.click("button", "嵌入").await;
        browser
            .until("document.querySelector('dialog textarea') !== null")
            .await;
        let code: String = browser
            .eval("document.querySelector('dialog textarea').value")
            .await;
        for address in [
            format!("<script src=\"{}\"", site.page("embed.js")),
            format!("<tujie-report src=\"{}\"", site.page("report/index.html")),
        ] {
            assert!(code.contains(&address), "{address} in {code}");
        }
        let guide: String = browser
            .eval("document.querySelector('dialog a[target]').pathname")
            .await;
        assert_eq!(guide, "/embed/");

        browser.until(KEPT).await;
        site.stop();
        browser.foresee("net::ERR_");
        for rest in ["report/index.html", "report/?theme=dark"] {
            browser.open(&site.page(rest)).await;
            browser.until_live().await;
            browser.text_is_complete().await;
        }
    });
}
