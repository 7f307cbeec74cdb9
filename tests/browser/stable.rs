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
const WATCH: &str = "
    window.observing = new Set();
    for (const name of ['IntersectionObserver', 'MutationObserver', 'ResizeObserver']) {
        const {prototype} = window[name];
        const {observe, disconnect} = prototype;
        prototype.observe = function (...all) {
            observing.add(this);
            return observe.apply(this, all);
        };
        prototype.disconnect = function () {
            observing.delete(this);
            return disconnect.call(this);
        };
    }
    window.long = [];
    new PerformanceObserver((list) => {
        for (const {startTime, duration} of list.getEntries()) long.push([startTime, duration]);
    }).observe({type: 'longtask', buffered: true});";

/// Everything that opens is opened and closed once.
const ROUND: &str = "
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    const find = (selector) => {
        const found = [...document.querySelectorAll(selector)];
        const shown = found.find((one) => one.getClientRects().length > 0);
        if (!shown) throw new Error(`no ${selector}`);
        return shown;
    };
    const press = async (selector) => {
        find(selector).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
        await frame();
    };
    const key = async (name, target = document.activeElement) => {
        target.dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true}));
        await frame();
    };
    const type = async (words) => {
        const field = find('[role=search] input');
        field.value = words;
        field.dispatchEvent(new InputEvent('input', {bubbles: true}));
        await frame();
    };
    const opened = async (selector) => {
        while (!document.querySelector(selector)) await frame();
    };
    const closed = async (selector) => {
        while (document.querySelector(selector)) await frame();
    };
    const leave = async () => {
        await opened('dialog[open]');
        await press('dialog[open] [aria-label=关闭]');
        await closed('dialog');
    };

    // The dialogs of the toolbar, and of the sheet.
    for (const tool of ['share', 'more', 'embed']) {
        if (tool === 'embed') {
            await press('[data-tool=more]');
            await press('dialog [data-tool=embed]');
            await opened('.tj-embed');
        } else {
            await press(`[data-tool=${tool}]`);
        }
        await leave();
    }
    await press('#funnel .tj-download');
    await leave();

    // A search, with hits in sections and in drawings.
    for (const words of ['委员', '件']) {
        await key('/', document.body);
        await type(words);
        await key('Enter');
        await key('Escape');
        await closed('[role=search]');
    }

    // The looks.
    for (const tool of ['dark', 'dark', 'elder', 'elder']) await press(`[data-tool=${tool}]`);

    // All sections, opened and closed.
    await press('[data-tool=sections]');
    await press('[data-tool=sections]');

    // A card, and the table.
    const station = find('#funnel [data-stage]');
    station.focus({preventScroll: true});
    await frame();
    if (!document.querySelector('.tj-card')) throw new Error('no card');
    await key('Escape');
    await closed('.tj-card');
    station.blur();
    for (let turn = 0; turn < 2; turn += 1) await press('#funnel-data > summary');

    // To the source of a figure, and back.
    await press('a[data-figure]');
    await press('.tj-way button:last-child');
    await closed('.tj-way');

    // The voice, as far as there is one.
    await press('[data-tool=aloud]');
    await opened('.tj-dock');
    await press('[data-tool=aloud]');
    await closed('.tj-dock');
    return null;";

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
        .run(
            "let bytes = 0;
            // The app, and what few readers need where that was asked for.
            for (const part of [window.tujieApp, window.tujieExtras]) {
                if (part) bytes += (await part()).memory.buffer.byteLength;
            }
            return bytes;",
            Vec::new(),
        )
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
            browser.run::<()>(ROUND, Vec::new()).await;
        }
        let (before, used) = count(browser).await;
        for _ in 0..rounds {
            browser.run::<()>(ROUND, Vec::new()).await;
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
const READ: &str = "
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 3) {
        scrollTo({top, behavior: 'instant'});
        await new Promise((next) => requestAnimationFrame(next));
        await new Promise((next) => requestIdleCallback(next));
    }";

/// What took long is told, not judged: it is this computer's.
#[test]
fn reading_leaves_nothing_behind() {
    browse_alone(async |browser| {
        let _site = live(browser).await;
        browser.click("button", "展开全部").await;
        browser.run::<()>(READ, Vec::new()).await;
        let (before, _) = count(browser).await;
        let from: f64 = browser.eval("performance.now()").await;
        let minutes = u64::from(asked("TUJIE_MINUTES").unwrap_or(0));
        let end = Instant::now() + Duration::from_secs(minutes * 60);
        let mut passes = 0;
        loop {
            browser.run::<()>(READ, Vec::new()).await;
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
