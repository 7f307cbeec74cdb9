//! How many frames are dropped while a drawing draws itself.

use std::path::Path;

use serde_json::json;

use crate::browser::browse;
use crate::server::Site;

/// What draws itself, and for how long, in ms.
pub const DRAWINGS: [(&str, &str, u32); 5] = [
    ("a chapter's arc", ".tj-glyph", 600),
    ("the tally", ".tj-tally__rows", 740),
    ("the stairs", ".tj-stairs", 1100),
    ("the river", "#funnel .tj-funnel__river", 2400),
    ("the closing circle", ".tj-land__closing", 1200),
];

/// The share of frames, in percent, that did not come while the drawing of that
/// selector drew itself. It comes into view as it does for a reader: the page
/// stands still just above it, then scrolls by half a window.
pub fn dropped(folder: &Path, drawing: &str, duration: u32) -> f64 {
    let mut share = 0.0;
    browse(async |browser| {
        let site = Site::packed(folder.to_owned()).await;
        browser.open(&site.page("")).await;
        browser
            .until(
                "document.documentElement.dataset.tujie === 'live'
                    && !document.documentElement.hasAttribute('data-waits')",
            )
            .await;
        browser
            .tell("Emulation.setCPUThrottlingRate", json!({"rate": 4}))
            .await;
        share = browser
            .run(
                "const [selector, duration] = arguments;
                const frame = () => new Promise(requestAnimationFrame);
                const rest = () => new Promise((next) => setTimeout(next, 400));
                await rest();
                const shown = [...document.querySelectorAll(selector)].find((one) =>
                    one.getClientRects().length > 0 && one.dataset.draw === 'waiting');
                // What is laid out on the way moves it.
                for (let count = 0; count < 3; count += 1) {
                    window.scrollBy(0, shown.getBoundingClientRect().top - innerHeight - 40);
                    await rest();
                }
                window.scrollBy(0, innerHeight / 2);
                await frame();
                const first = await frame();
                let frames = 0;
                let last = first;
                while (last - first < duration) {
                    last = await frame();
                    frames += 1;
                }
                const due = Math.round((last - first) / (1000 / 60));
                return 100 * Math.max(0, due - frames) / due;",
                vec![json!(drawing), json!(duration)],
            )
            .await;
    });
    share
}
