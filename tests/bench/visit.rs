//! One visit by a browser that has never been here.

use std::path::Path;

use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::median;
use crate::server::Site;

/// What a visit took: times in ms from asking for the page, memory in MB.
#[derive(Clone, Default, Deserialize)]
pub struct Visit {
    pub fcp: f64,
    pub lcp: f64,
    /// Until the app ran; without scripts nothing.
    pub live: f64,
    /// How much moved.
    pub shift: f64,
    /// What tasks took beyond 50 ms each, all together.
    pub blocking: f64,
    /// The longest task.
    pub longest: f64,
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
            live: of(|one| one.live),
            shift: of(|one| one.shift),
            blocking: of(|one| one.blocking),
            longest: of(|one| one.longest),
            heap: of(|one| one.heap),
            wasm: of(|one| one.wasm),
        }
    }
}

/// Notes what the browser tells while it loads the page.
const WATCH: &str = "
    window.visit = {fcp: 0, lcp: 0, live: 0, shift: 0, blocking: 0, longest: 0};
    const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
        .observe({type, buffered: true});
    watch('paint', ({name, startTime}) => {
        if (name === 'first-contentful-paint') visit.fcp = startTime;
    });
    watch('largest-contentful-paint', ({startTime}) => { visit.lcp = startTime; });
    watch('layout-shift', ({value}) => { visit.shift += value; });
    watch('longtask', ({duration}) => {
        visit.blocking += Math.max(0, duration - 50);
        visit.longest = Math.max(visit.longest, duration);
    });
    new MutationObserver(() => {
        if (document.documentElement.dataset.tujie === 'live') visit.live ||= performance.now();
    }).observe(document, {attributes: true, subtree: true, attributeFilter: ['data-tujie']});";

/// Waits until the page is loaded, painted, alive where it has scripts, and quiet
/// since. To ask from outside would take the page's time.
const SETTLED: &str = "
    const settled = () => document.readyState === 'complete' && visit.fcp > 0
        && (visit.live > 0 || !document.querySelector('script'))
        && performance.now() > Math.max(visit.live, visit.fcp) + 2000;
    while (!settled()) await new Promise((next) => setTimeout(next, 100));
    return visit;";

/// Visits the site in a folder.
pub fn visit(folder: &Path) -> Visit {
    let mut seen = Visit::default();
    browse(async |browser| {
        let site = Site::packed(folder.to_owned()).await;
        slow_down(browser).await;
        browser.before_scripts(WATCH).await;
        browser.open(&site.page("")).await;
        seen = browser.run(SETTLED, Vec::new()).await;

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
