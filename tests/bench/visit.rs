//! A visit by a browser that has never been here, and the next one.

use std::path::Path;

use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::median;
use crate::sites::serve;

/// What a visit took: times in ms from asking for the page, memory in MB.
#[derive(Clone, Default, Deserialize)]
pub struct Visit {
    pub fcp: f64,
    pub lcp: f64,
    /// Until the page was parsed and painted and the last long task was over.
    pub interactive: f64,
    /// Until the app ran; without scripts nothing.
    pub live: f64,
    /// How much moved.
    pub shift: f64,
    /// What tasks took beyond 50 ms each, all together.
    pub blocking: f64,
    /// The longest task.
    pub longest: f64,
    /// What it downloaded, in KB as they were sent.
    pub sent: f64,
    /// The same with what its worker downloaded to keep the site.
    #[serde(default)]
    pub kept: f64,
    /// The first paint of the visit after it, in ms.
    #[serde(default)]
    pub again: f64,
    #[serde(default)]
    pub heap: f64,
    #[serde(default)]
    pub wasm: f64,
}

impl Visit {
    /// The median of each measurement.
    pub fn median(visits: &[Visit]) -> Visit {
        let of = |measurement: fn(&Visit) -> f64| median(visits.iter().map(measurement).collect());
        Visit {
            fcp: of(|one| one.fcp),
            lcp: of(|one| one.lcp),
            interactive: of(|one| one.interactive),
            live: of(|one| one.live),
            shift: of(|one| one.shift),
            blocking: of(|one| one.blocking),
            longest: of(|one| one.longest),
            sent: of(|one| one.sent),
            kept: of(|one| one.kept),
            again: of(|one| one.again),
            heap: of(|one| one.heap),
            wasm: of(|one| one.wasm),
        }
    }
}

/// Notes what the browser tells while it loads the page.
const WATCH: &str = include_str!("visit/watch.js");

/// Waits until the page is loaded, painted, alive where it has scripts, and quiet
/// since. To ask from outside would take the page's time.
const SETTLED: &str = include_str!("visit/settled.js");

/// Kept when the worker, where there is one, has kept what it keeps.
const KEPT: &str = include_str!("visit/kept.js");

/// Visits the site in a folder, and then once more.
pub fn visit(folder: &Path) -> Visit {
    let mut seen = Visit::default();
    browse(async |browser| {
        let site = serve(folder).await;
        slow_down(browser).await;
        browser.before_scripts(WATCH).await;
        browser.open(&site.page("")).await;
        seen = browser.call(SETTLED, Vec::new()).await;

        browser.tell("HeapProfiler.collectGarbage", json!({})).await;
        let heap = browser.tell("Runtime.getHeapUsage", json!({})).await;
        seen.heap = heap["usedSize"].as_f64().unwrap_or_default() / 1e6;
        let wasm: f64 = browser
            .run(
                "return window.tujieApp ? (await tujieApp()).memory.buffer.byteLength : 0;",
                Vec::new(),
            )
            .await;
        seen.wasm = wasm / 1e6;

        browser.call::<()>(KEPT, Vec::new()).await;
        seen.kept = site.sent() as f64 / 1e3;
        browser.open("about:blank").await;
        browser.open(&site.page("")).await;
        let again: Visit = browser.call(SETTLED, Vec::new()).await;
        seen.again = again.fcp;
    });
    seen
}

/// A phone of the cheaper kind, far from its mast.
async fn slow_down(browser: &Browser) {
    browser.resize(390, 844).await;
    browser.tell("Network.enable", json!({})).await;
    browser
        .tell(
            "Network.emulateNetworkConditions",
            json!({
                "offline": false,
                "latency": 150,
                "downloadThroughput": 1_600_000 / 8,
                "uploadThroughput": 750_000 / 8,
            }),
        )
        .await;
    browser
        .tell("Emulation.setCPUThrottlingRate", json!({"rate": 4}))
        .await;
}
