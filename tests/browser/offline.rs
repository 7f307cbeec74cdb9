//! Later visits without a network, or with a bad one: the page is as good as it
//! was, and no better than the host has it.

use crate::browser::{Browser, browse};
use crate::server::{Fault, Site};

impl Browser {
    /// Waits until this deploy is kept, and no other.
    pub async fn until_kept(&self, site: &Site) {
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

    /// Loads the page again.
    pub async fn reload(&self) {
        self.driver
            .refresh()
            .await
            .expect("the page is loaded again");
    }
}

/// A first visit after which the site is kept.
pub async fn visited(browser: &Browser) -> Site {
    let site = Site::built().await;
    browser.open(&site.page("")).await;
    browser.until_live().await;
    browser.until_kept(&site).await;
    site
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

#[test]
fn the_page_of_the_visit_is_kept_and_not_fetched_again() {
    browse(async |browser| {
        let site = visited(browser).await;
        assert_eq!((site.asked("/"), site.asked("/index.html")), (1, 0));
    });
}

/// What writes another page than the served one is kept where it is needed: where the
/// data was replaced by hand since the page was made.
#[test]
fn the_writer_is_kept_for_the_page_that_needs_it() {
    const KEPT: &str = "caches.match([...document.querySelectorAll('script[data-writer]')]
        .map((loader) => loader.dataset.writerWasm)[0]).then((kept) => Boolean(kept))";
    browse(async |browser| {
        let site = visited(browser).await;
        assert!(!browser.eval::<bool>(KEPT).await, "it is kept for nothing");
        assert_eq!(site.asked(&site.path("writer_bg-", ".wasm")), 0);
    });
    browse(async |browser| {
        let mut site = Site::built().await;
        let data = site.read("/data/report.json");
        let mut report: serde_json::Value = serde_json::from_slice(&data).expect("a report");
        let preface = report["preface"]["text"].as_str().expect("a preface");
        report["preface"]["text"] = format!("{preface}（更正）").into();
        let bytes = report.to_string().into_bytes();
        site.fault("/data/report.json", Fault::Bytes(bytes));
        browser.open(&site.page("")).await;
        browser.until_live().await;
        browser.until_kept(&site).await;
        assert!(browser.eval::<bool>(KEPT).await, "it is not kept");
        site.stop();
        browser.foresee("net::ERR_");
        browser.reload().await;
        browser.until_live().await;
        browser
            .until("document.querySelector('.tj-hero__lead').textContent.endsWith('（更正）')")
            .await;
    });
}

/// Whether what few visits load is kept.
const REST: &str = "caches.match(document.querySelector('script[data-extras]').dataset.extrasWasm)
    .then((kept) => Boolean(kept))";

/// Makes the browser tell of another connection than it has.
async fn connect(browser: &Browser, connection: &str) {
    let told = format!(
        "Object.defineProperty(Navigator.prototype, 'connection', {{get: () => ({connection})}});"
    );
    browser.before_scripts(&told).await;
}

/// What few visits load is kept when there is time and a good connection, and is
/// downloaded once, however often the page is opened.
#[test]
fn what_few_visits_load_is_kept_on_a_good_connection() {
    browse(async |browser| {
        connect(
            browser,
            "{saveData: false, effectiveType: '4g', downlink: 10}",
        )
        .await;
        let site = visited(browser).await;
        browser.until(REST).await;
        browser.reload().await;
        browser.until_live().await;
        browser.click("button", "分享").await;
        browser
            .until("!!document.querySelector('dialog[open]')")
            .await;
        assert_eq!(site.asked(&site.extra_wasm()), 1);
    });
}

/// Whoever saves data, or has a slow connection, downloads what was used alone; that is
/// kept.
#[test]
fn what_few_visits_load_is_kept_once_it_was_used() {
    for connection in [
        "{saveData: true, effectiveType: '4g', downlink: 10}",
        "{saveData: false, effectiveType: '4g', downlink: 1.4}",
        "{saveData: false, effectiveType: '3g', downlink: 0.4}",
    ] {
        browse(async |browser| {
            connect(browser, connection).await;
            let site = visited(browser).await;
            // The next visit would ask as well.
            browser.reload().await;
            browser.until_live().await;
            assert_eq!(site.asked(&site.extra_wasm()), 0, "{connection}");
            browser.click("button", "分享").await;
            browser.until(REST).await;
            assert_eq!(site.asked(&site.extra_wasm()), 1, "{connection}");
        });
    }
}

/// Some hosts redirect index.html to its folder, and browsers open no page from
/// an answer that a redirect led to.
#[test]
fn a_host_that_moves_the_page_to_its_folder_is_kept() {
    browse(async |browser| {
        let mut site = Site::built().await;
        site.fault("/index.html", Fault::Moved("/"));
        browser.open(&site.page("")).await;
        browser.until_live().await;
        browser.until_kept(&site).await;
        site.stop();
        browser.foresee("net::ERR_");
        for rest in ["", "index.html"] {
            browser.open(&site.page(rest)).await;
            browser.until_live().await;
        }
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
