//! How many frames are dropped while a drawing draws itself.

use std::path::Path;

use serde_json::json;

use crate::browser::browse;
use crate::server::Site;

/// What draws itself, and for how long, in ms.
pub const DRAWINGS: [(&str, &str, u32); 4] = [
    ("a chapter's arc", ".tj-glyph", 600),
    ("the tally", ".tj-graphic__rows", 740),
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
                    && document.documentElement.dataset.waits !== ''",
            )
            .await;
        browser
            .tell("Emulation.setCPUThrottlingRate", json!({"rate": 4}))
            .await;
        share = browser
            .call(
                include_str!("frames.js"),
                vec![json!(drawing), json!(duration)],
            )
            .await;
    });
    share
}
