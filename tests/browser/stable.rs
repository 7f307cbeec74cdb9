//! Reading for long: what opens and closes leaves nothing behind, and nothing
//! holds the reader up. A few rounds in every test run; `TUJIE_TIMES` times as
//! many, and `TUJIE_MINUTES` of reading, in a long one.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse_alone};
use crate::server::Site;

/// How many rounds there are, as a rule, before anything is counted and then
/// again: what is made once and kept, and what the browser makes of code that
/// runs often, is there by then.
const ROUNDS: u32 = 10;

/// How many at most before anything is counted.
const WARM: u32 = 250;

/// How much more memory may be in use than before.
const MORE: f64 = 1.1;

/// Counts observers that observe, and notes tasks that hold the reader up.
const WATCH: &str = include_str!("stable/watch.js");

/// Everything that opens is opened and closed once.
const ROUND: &str = include_str!("stable/round.js");

/// What is there.
#[derive(Debug, Deserialize, PartialEq)]
struct Counted {
    nodes: u64,
    #[serde(rename = "jsEventListeners")]
    listeners: u64,
    documents: u64,
    #[serde(skip)]
    observers: u64,
}

/// What is in use, in bytes.
#[derive(Debug)]
struct Memory {
    script: f64,
    wasm: f64,
}

/// Counts once all is gone that nobody holds.
async fn count(browser: &Browser) -> (Counted, Memory) {
    // What the first collection frees may hold more, by way of finalizers.
    for _ in 0..3 {
        browser.tell("HeapProfiler.collectGarbage", json!({})).await;
        browser
            .run::<()>("await new Promise((next) => setTimeout(next));", Vec::new())
            .await;
    }
    let counted = browser.tell("Memory.getDOMCounters", json!({})).await;
    let mut counted: Counted = serde_json::from_value(counted).expect("counts");
    counted.observers = browser.eval("observing.size").await;
    let metrics = browser.tell("Performance.getMetrics", json!({})).await;
    let metrics = metrics["metrics"].as_array().expect("metrics");
    let script = metrics
        .iter()
        .find(|metric| metric["name"] == "JSHeapUsedSize")
        .and_then(|metric| metric["value"].as_f64());
    let wasm = browser
        .call(include_str!("stable/memory.js"), Vec::new())
        .await;
    let memory = Memory {
        script: script.expect("the heap"),
        wasm,
    };
    (counted, memory)
}

/// A number that a long run asks for.
fn asked(name: &str) -> Option<u32> {
    let value = std::env::var(name).ok()?;
    Some(
        value
            .parse()
            .unwrap_or_else(|_| panic!("{name} is a number")),
    )
}

/// A page that is counted from its beginning.
async fn live(browser: &Browser) -> Site {
    let site = Site::built().await;
    browser.before_scripts(WATCH).await;
    browser.tell("Performance.enable", json!({})).await;
    browser.open(&site.page("?motion=off")).await;
    browser.until_live().await;
    site
}

#[test]
fn what_opens_and_closes_leaves_nothing_behind() {
    browse_alone(async |browser| {
        let _site = live(browser).await;
        let rounds = ROUNDS * asked("TUJIE_TIMES").unwrap_or(1);
        for _ in 0..rounds.min(WARM) {
            browser.call::<()>(ROUND, Vec::new()).await;
        }
        let (before, used) = count(browser).await;
        for _ in 0..rounds {
            browser.call::<()>(ROUND, Vec::new()).await;
        }
        let (after, using) = count(browser).await;
        println!("{rounds} rounds: {before:?}, {used:?}; after {after:?}, {using:?}");
        assert_eq!(after, before, "after {rounds} rounds");
        for (what, before, after) in [
            ("the heap", used.script, using.script),
            ("the app's memory", used.wasm, using.wasm),
        ] {
            assert!(
                after <= before * MORE,
                "{what} grew from {before} to {after} bytes"
            );
        }
    });
}

/// Through the whole page, a third of a window at a time; the browser is idle
/// between.
const READ: &str = include_str!("stable/read.js");

/// What took long is told, not judged: it is this computer's.
#[test]
fn reading_leaves_nothing_behind() {
    browse_alone(async |browser| {
        let _site = live(browser).await;
        browser.click("button", "展开全部").await;
        browser.call::<()>(READ, Vec::new()).await;
        let (before, _) = count(browser).await;
        let from: f64 = browser.eval("performance.now()").await;
        let minutes = u64::from(asked("TUJIE_MINUTES").unwrap_or(0));
        let end = Instant::now() + Duration::from_secs(minutes * 60);
        let mut passes = 0;
        loop {
            browser.call::<()>(READ, Vec::new()).await;
            passes += 1;
            if Instant::now() >= end {
                break;
            }
        }
        let (after, _) = count(browser).await;
        let tasks: Vec<(f64, f64)> = browser.eval("long").await;
        let tasks: Vec<f64> = tasks
            .into_iter()
            .filter(|task| task.0 > from)
            .map(|task| task.1)
            .collect();
        let longest = tasks.iter().copied().fold(0.0, f64::max);
        println!(
            "{passes} passes: {} tasks over 50 ms, the longest {longest} ms",
            tasks.len()
        );
        assert_eq!(after, before, "after {passes} passes");
    });
}
