//! Later visits after another deploy: what was published last is seen, and no
//! reader is stuck with what was before.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tujie::explain::Lang;
use tujie::site::publish::{Order, publish};

use crate::browser::{Browser, browse};
use crate::offline::visited;
use crate::server::Fault;

/// The title of the report that is published later.
pub const LATER: &str = "六届市政协工作报告";

impl Browser {
    /// The report on screen, as the served page and as the app tell it.
    pub async fn titles(&self) -> [String; 2] {
        self.eval("[document.title, document.querySelector('h1').textContent]")
            .await
    }
}

/// The built site with another report, as `tujie publish` makes it.
pub fn published(name: &str, order: impl FnOnce(&mut Order)) -> PathBuf {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("deploy-{name}"));
    let data = folder.join("report.json");
    let bytes = fs::read(site.join("data/report.json")).expect("the data file");
    let mut report: Value = serde_json::from_slice(&bytes).expect("the data file is JSON");
    report["title"] = json!({"text": LATER, "short": "工作报告"});
    fs::create_dir_all(&folder).expect("a writable folder");
    fs::write(&data, report.to_string()).expect("a writable folder");
    let mut all = Order {
        data: vec![data],
        title: String::new(),
        site,
        out: folder.join("site"),
        base_url: None,
        at: None,
        keep: None,
        offline: true,
    };
    order(&mut all);
    publish(&all, Lang::default()).expect("a report that can be published");
    all.out
}

/// The new report is there at the next load, and the one after it needs no
/// network for that. What others keep at this address is theirs.
#[test]
fn a_new_report_is_seen_at_the_next_load() {
    browse(async |browser| {
        let mut site = visited(browser).await;
        let others: [String; 2] = browser
            .eval(
                "Promise.all(['somebody', 'tujie ' + location.origin + '/below/ 1']
                    .map((name) => caches.open(name).then(() => name)))",
            )
            .await;
        site.deploy(&published("new", |_| {}));
        browser.reload().await;
        browser.until_live().await;
        assert_eq!(browser.titles().await, [LATER, LATER]);

        browser.until_kept(&site).await;
        let kept: Vec<String> = browser.eval("caches.keys()").await;
        for other in others {
            assert!(kept.contains(&other), "{other} is gone: {kept:?}");
        }
        site.stop();
        browser.foresee("net::ERR_");
        browser.reload().await;
        browser.until_live().await;
        assert_eq!(browser.titles().await, [LATER, LATER]);
    });
}

/// A page of yesterday that is still open gets what it may still ask for, from
/// the host, which keeps it; its next load is the new site.
#[test]
fn a_page_of_yesterday_goes_on() {
    browse(async |browser| {
        let site = visited(browser).await;
        let old = site.path("loader-", ".js");
        let today = published("today", |order| another_release(order, &old));
        site.deploy(&today);
        browser
            .run::<()>(
                "const registration = await navigator.serviceWorker.getRegistration();
                await registration.update();",
                Vec::new(),
            )
            .await;
        browser.until_kept(&site).await;
        browser.click("button", "展开全部").await;
        let script = format!("return fetch('{old}').then((answer) => answer.status);");
        let status: u16 = browser.run(&script, Vec::new()).await;
        assert_eq!(status, 200, "the old loader");

        browser.reload().await;
        browser.until_live().await;
        let loader: String = browser
            .eval("new URL(document.querySelector('script[data-app]').src).pathname")
            .await;
        assert_ne!(loader, old);
        assert_eq!(browser.titles().await, [LATER, LATER]);
    });
}

/// A publisher who wants no offline reading any more gets rid of it everywhere.
#[test]
fn a_site_without_offline_reading_releases_its_readers() {
    browse(async |browser| {
        let site = visited(browser).await;
        site.deploy(&published("released", |order| order.offline = false));
        browser.reload().await;
        browser.until_live().await;
        let left = "Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
            .then((all) => all.every((left) => left.length === 0))";
        browser.until(left).await;

        browser.reload().await;
        browser.until_live().await;
        assert!(browser.eval::<bool>(left).await, "it is back");
    });
}

/// While a host is between two deploys its new worker may find the old page;
/// what it would keep then would not run.
#[test]
fn half_a_deploy_is_not_kept() {
    browse(async |browser| {
        let mut site = visited(browser).await;
        let old = site.path("loader-", ".js");
        let today = published("half", |order| another_release(order, &old));
        let page = site.read("/index.html");
        site.deploy(&today);
        site.fault("/index.html", Fault::Bytes(page));
        let failed: bool = browser
            .call(include_str!("deploy/update.js"), Vec::new())
            .await;
        assert!(failed, "the new worker took over");
        site.stop();
        browser.foresee("net::ERR_");
        browser.reload().await;
        browser.until_live().await;
    });
}

/// Publishes into another release of the app, in which that script has other
/// bytes and so another name, and keeps the files of the one before.
fn another_release(order: &mut Order, script: &str) {
    let release = order.out.with_file_name("release");
    let _ = fs::remove_dir_all(&release);
    copy(&order.site, &release);
    let script = release.join(script.trim_start_matches('/'));
    let mut bytes = fs::read(&script).expect("the script");
    bytes.push(b'\n');
    fs::write(&script, bytes).expect("a writable folder");
    order.keep = Some(std::mem::replace(&mut order.site, release));
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a writable folder");
    for entry in fs::read_dir(from).expect("a readable folder") {
        let entry = entry.expect("a readable entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a writable file");
        }
    }
}
