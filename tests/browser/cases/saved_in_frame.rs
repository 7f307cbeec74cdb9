//! A file is saved from a frame, whose sandbox may forbid that without a sign.
//!
//! Reported of pages that show others' exports:
//! <https://github.com/codesandbox/codesandbox-client/issues/4739>.

use thirtyfour::By;

use crate::browser::{Browser, browse};
use crate::export::{Folder, sha256};
use crate::host::{Host, hosting};
use crate::server::{Fault, Site};

/// Presses 下载 of the first flow, in the frame's page.
async fn press(browser: &Browser) {
    let button = browser.driver.find(By::Css("#funnel .tj-download")).await;
    let button = button.expect("a button");
    button.click().await.expect("it is pressed");
    browser
        .until("!!document.querySelector('dialog[open] [data-format=csv]')")
        .await;
}

async fn save(browser: &Browser) {
    browser
        .run::<()>(
            "document.querySelector('dialog [data-format=csv]').click();",
            Vec::new(),
        )
        .await;
}

/// Waits for the file to land.
async fn until_saved(site: &Site, folder: &Folder) {
    let hash = sha256(&site.read("/data/report.json"));
    let name = format!("tujie-funnel-{}.csv", &hash[..8]);
    let csv = String::from_utf8(folder.landed(&name).await).expect("UTF-8");
    assert!(csv.contains("6237"), "{csv}");
}

#[test]
fn our_own_element_lets_files_be_saved() {
    hosting(
        "<tujie-report id=\"one\" src=\"REPORT/\" view=\"funnel\"></tujie-report>",
        async |browser, host| {
            let folder = Folder::new("element");
            browser.save_into(&folder.0).await;
            host.open(browser).await;
            browser.until_heard("one", "ready").await;
            browser.enter("one").await;
            browser.until_live().await;
            browser
                .until("document.documentElement.hasAttribute('data-fitted')")
                .await;
            press(browser).await;
            let beside: usize = browser
                .eval("[...document.querySelectorAll('dialog a[target=_blank]')].filter((link) => link.checkVisibility()).length")
                .await;
            assert_eq!(beside, 0, "nothing is doubtful here");
            save(browser).await;
            until_saved(&host.report, &folder).await;
        },
    );
}

/// Others' frames: with the permission the file is saved, without it nothing tells.
/// In both, what there is to copy and the way to the whole stand beside.
#[test]
fn in_other_frames_what_is_saved_is_shown_as_well() {
    for (sandbox, saves) in [
        ("allow-scripts allow-downloads", true),
        ("allow-scripts", false),
    ] {
        browse(async |browser| {
            browser.foresee("Download is disallowed");
            let folder = Folder::new(if saves { "granted" } else { "untold" });
            browser.save_into(&folder.0).await;
            let (site, host) = (Site::built().await, Site::built().await);
            let page = format!(
                "<!DOCTYPE html><title>host</title><iframe src=\"{}\" sandbox=\"{sandbox}\" \
                 title=\"report\" width=\"1000\" height=\"800\"></iframe>",
                site.page("index.html?view=funnel")
            );
            Host::file(&host, "/host.html", &page);
            let policy = "default-src 'none'; frame-src *".to_owned();
            host.fault("/host.html", Fault::Policy(policy));
            browser.open(&host.page("host.html")).await;
            let frame = browser.driver.find(By::Css("iframe")).await;
            let frame = frame.expect("the frame");
            frame.enter_frame().await.expect("a page");
            browser.until_live().await;
            press(browser).await;
            let whole: Vec<String> = browser
                .eval(
                    "[...document.querySelectorAll('dialog a[target=_blank]')]
                    .filter((link) => link.checkVisibility()).map(({href}) => href)",
                )
                .await;
            assert_eq!(whole, [site.page("index.html?")], "{sandbox}");
            save(browser).await;
            browser
                .until("!!document.querySelector('dialog textarea:not([hidden])')?.value.includes('6237')")
                .await;
            if saves {
                until_saved(&site, &folder).await;
            }
        });
    }
}

/// The window opened in the middle of a frame of thousands of pixels, and the focus in
/// it scrolled the host there.
#[test]
fn opening_a_window_leaves_the_host_where_it_is() {
    hosting(
        "<p id=\"before\"></p><tujie-report id=\"one\" src=\"REPORT/\"></tujie-report>",
        async |browser, host| {
            host.open(browser).await;
            browser.until_heard("one", "ready").await;
            browser.until_fitting("one").await;
            browser.enter("one").await;
            browser.until_live().await;
            let button = browser.driver.find(By::Css("#funnel .tj-download")).await;
            let button = button.expect("a button");
            let json = button.to_json().expect("a reference");
            browser
                .run::<()>(
                    "arguments[0].scrollIntoView({block: 'center'});",
                    vec![json],
                )
                .await;
            browser.leave().await;
            let before: f64 = browser.eval("scrollY").await;
            assert!(before > 500.0, "the host is at {before} px");
            browser.enter("one").await;
            press(browser).await;
            let top: f64 = browser
                .eval("document.querySelector('dialog').getBoundingClientRect().top")
                .await;
            browser.leave().await;
            let (after, height, frame): (f64, f64, f64) = browser
                .eval(
                    "[scrollY, innerHeight, document.getElementById('one').shadowRoot
                        .querySelector('iframe').getBoundingClientRect().top]",
                )
                .await;
            assert!(
                (after - before).abs() < height / 2.0,
                "from {before} to {after} px"
            );
            let seen = frame + top;
            assert!(
                (-1.0..height).contains(&seen),
                "the window is at {seen} px of {height}"
            );
        },
    );
}
