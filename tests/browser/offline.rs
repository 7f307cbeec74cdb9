//! Later visits: without a network the page is as good as with one, and with
//! one it is what was published last.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tujie::report::explain::Lang;
use tujie::site::publish::{Order, publish};

use crate::browser::{Browser, browse};
use crate::server::{Fault, Site};

const DATA: &str = "/data/report.json";

/// The title of the report that is published later.
const LATER: &str = "六届市政协工作报告";

impl Browser {
    /// Waits until this deploy is kept, and no other.
    async fn until_kept(&self, site: &Site) {
        let worker = String::from_utf8(site.read("/sw.js")).expect("a script");
        let version = worker.split("\"version\":\"").nth(1);
        let version = version.and_then(|rest| rest.get(..16)).expect("a version");
        self.until(&format!(
            "navigator.serviceWorker.getRegistration().then(async (registration) => {{
                const active = registration && registration.active;
                const kept = await caches.keys();
                const ours = kept.filter((name) => name.startsWith('tujie ' + location.origin + '/ '));
                return Boolean(active) && active.state === 'activated' && !registration.installing
                    && ours.length === 1 && ours[0].endsWith(' {version}');
            }})"
        ))
        .await;
    }

    async fn reload(&self) {
        self.driver
            .refresh()
            .await
            .expect("the page is loaded again");
    }

    /// The report on screen, as the served page and as the app tell it.
    async fn titles(&self) -> [String; 2] {
        self.eval("[document.title, document.querySelector('h1').textContent]")
            .await
    }
}

/// A first visit after which the site is kept.
async fn visited(browser: &Browser) -> Site {
    let site = Site::built().await;
    browser.open(&site.page("")).await;
    browser.until_live().await;
    browser.until_kept(&site).await;
    site
}

/// The built site with another report, as `tujie publish` makes it.
fn published(name: &str, order: impl FnOnce(&mut Order)) -> PathBuf {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("offline-{name}"));
    let data = folder.join("report.json");
    let bytes = fs::read(site.join("data/report.json")).expect("the data file");
    let mut report: Value = serde_json::from_slice(&bytes).expect("the data file is JSON");
    report["title"] = json!({"text": LATER, "short": "工作报告"});
    fs::create_dir_all(&folder).expect("a writable folder");
    fs::write(&data, report.to_string()).expect("a writable folder");
    let mut all = Order {
        data,
        site,
        out: folder.join("site"),
        base_url: None,
        keep: None,
        offline: true,
    };
    order(&mut all);
    publish(&all, Lang::default()).expect("a report that can be published");
    all.out
}

#[test]
fn after_one_visit_the_page_needs_no_network() {
    browse(async |browser| {
        let mut site = visited(browser).await;
        site.stop();
        browser.foresee("net::ERR_");
        for rest in ["", "index.html", "?theme=dark&utm_source=x#institutions"] {
            browser.open(&site.page(rest)).await;
            browser.until_live().await;
            browser.text_is_complete().await;
        }
        browser.reload().await;
        browser.until_live().await;
        browser.click("button", "展开全部").await;

        let reached: bool = browser
            .eval("fetch('data/report.schema.json').then(() => true, () => false)")
            .await;
        assert!(!reached, "the network is still there");
    });
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
        let today = published("today", |order| {
            // Another release of the app: its files have other names.
            let release = order.out.with_file_name("release");
            let _ = fs::remove_dir_all(&release);
            copy(&order.site, &release);
            let loader = release.join(old.trim_start_matches('/'));
            let mut script = fs::read(&loader).expect("the loader");
            script.push(b'\n');
            fs::write(&loader, script).expect("a writable folder");
            order.keep = Some(std::mem::replace(&mut order.site, release));
        });
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
            .eval("new URL(document.querySelector('script[data-wasm]').src).pathname")
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

/// Readers on a train have a network that answers nothing.
#[test]
fn a_network_that_never_answers_is_not_waited_for() {
    browse(async |browser| {
        let site = visited(browser).await;
        let gates = [site.hold("/index.html"), site.hold(DATA)];
        browser.reload().await;
        browser.until_live().await;
        browser.text_is_complete().await;
        drop(gates);
    });
}

#[test]
fn an_overloaded_host_is_not_shown() {
    browse(async |browser| {
        let site = visited(browser).await;
        for path in ["/index.html", DATA] {
            site.fault(path, Fault::Overloaded);
        }
        browser.reload().await;
        browser.until_live().await;
        browser.text_is_complete().await;
    });
}

/// What the host says of a file is what the reader is told: only no answer and
/// a broken host are better replaced.
#[test]
fn a_kept_copy_hides_no_missing_file() {
    browse(async |browser| {
        let site = visited(browser).await;
        browser.foresee_missing_files();
        site.fault(DATA, Fault::Missing);
        browser.reload().await;
        browser.until_failed("data").await;
    });
}

/// Half a file in the browser's own cache once failed every visit; it must not
/// be kept for those without a network as well.
#[test]
fn a_damaged_copy_is_not_kept() {
    browse(async |browser| {
        let mut site = Site::built().await;
        browser.foresee_missing_files();
        site.fault(&site.wasm(), Fault::Half);
        browser.open(&site.page("")).await;
        browser.until_failed("load").await;
        site.lift(&site.wasm());
        browser.click("button", "重试").await;
        browser.until_live().await;
        browser.until_kept(&site).await;
        site.stop();
        browser.foresee("net::ERR_");
        browser.reload().await;
        browser.until_live().await;
    });
}

/// A copy that was damaged after it was kept: 重试 asks past it.
#[test]
fn trying_again_reaches_the_network() {
    browse(async |browser| {
        let site = visited(browser).await;
        browser.foresee_missing_files();
        browser
            .run::<()>(
                "const [name] = await caches.keys();
                const cache = await caches.open(name);
                await cache.put(arguments[0], new Response('half'));",
                vec![json!(site.wasm())],
            )
            .await;
        browser.reload().await;
        browser.until_failed("load").await;
        browser.click("button", "重试").await;
        browser.until_live().await;
    });
}

/// While a host is between two deploys its new worker may find the old page;
/// what it would keep then would not run.
#[test]
fn half_a_deploy_is_not_kept() {
    browse(async |browser| {
        let mut site = visited(browser).await;
        let today = published("half", |order| {
            let release = order.out.with_file_name("release");
            let _ = fs::remove_dir_all(&release);
            copy(&order.site, &release);
            let style = site.path("style-", ".css");
            let style = release.join(style.trim_start_matches('/'));
            fs::write(style, "body { color: black }").expect("a writable folder");
            order.keep = Some(std::mem::replace(&mut order.site, release));
        });
        let page = site.read("/index.html");
        site.deploy(&today);
        site.fault("/index.html", Fault::Bytes(page));
        let failed: bool = browser
            .run(
                "const registration = await navigator.serviceWorker.getRegistration();
                const found = new Promise((resolve) => {
                    registration.addEventListener('updatefound', () => {
                        const worker = registration.installing;
                        worker.addEventListener('statechange', () => resolve(worker.state));
                    });
                });
                await registration.update();
                return (await found) === 'redundant';",
                Vec::new(),
            )
            .await;
        assert!(failed, "the new worker took over");
        site.stop();
        browser.foresee("net::ERR_");
        browser.reload().await;
        browser.until_live().await;
    });
}

/// Who reads a part of the report in somebody else's page did not visit it.
#[test]
fn a_frame_keeps_nothing() {
    browse(async |browser| {
        let site = Site::built().await;
        let frame = "<!DOCTYPE html><title>host</title><iframe src=\"./\" title=\"report\">\
            </iframe>";
        site.fault("/host.html", Fault::Bytes(frame.into()));
        site.fault("/host.html", Fault::Mime("text/html"));
        site.fault(
            "/host.html",
            Fault::Policy("default-src 'none'; frame-src 'self'".to_owned()),
        );
        browser
            .before_scripts(
                "ServiceWorkerContainer.prototype.register = function () {
                    window.registered = true;
                    return Promise.resolve();
                };",
            )
            .await;
        browser.open(&site.page("host.html")).await;
        browser.driver.enter_frame(0).await.expect("the frame");
        browser.until_live().await;
        let asked: bool = browser.eval("'registered' in window").await;
        assert!(!asked, "the frame asks to be kept");

        browser
            .driver
            .enter_default_frame()
            .await
            .expect("the host");
        browser.open(&site.page("")).await;
        browser.until_live().await;
        let asked: bool = browser.eval("'registered' in window").await;
        assert!(asked, "the page does not ask to be kept");
    });
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
