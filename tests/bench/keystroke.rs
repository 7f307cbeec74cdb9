//! How long the page takes for a key that is typed into the search field.

use std::path::Path;

use serde_json::json;

use crate::browser::browse;
use crate::server::Site;

/// What is typed, a character at a time: a frequent word, a figure in full
/// width, words that do not stand there.
const TYPED: [&str; 3] = ["提案工作", "２０００余人次", "没有的词"];

/// The median and the longest of all keys, in ms, from the key to when the
/// page can answer the next. The first is typed a second after the field opened,
/// the others a frame after what the last one led to.
pub fn keystrokes(folder: &Path) -> [f64; 2] {
    let mut found = [0.0; 2];
    browse(async |browser| {
        let site = Site::packed(folder.to_owned()).await;
        browser.open(&site.page("?motion=off")).await;
        browser
            .until("document.documentElement.dataset.tujie === 'live'")
            .await;
        browser.click("button", "搜索").await;
        browser
            .tell("Emulation.setCPUThrottlingRate", json!({"rate": 4}))
            .await;
        let mut times: Vec<f64> = browser
            .call(include_str!("keystroke.js"), vec![json!(TYPED)])
            .await;
        times.sort_by(f64::total_cmp);
        let at = |index: usize| times.get(index).copied().unwrap_or_default();
        found = [at(times.len() / 2), at(times.len() - 1)];
    });
    found
}
