//! `manifest.webmanifest`: how the report is called and looks where a reader
//! puts it on a screen among other things.

use anyhow::{Context, Result};
use serde_json::json;

use super::tree::Files;
use crate::report::Report;

/// Where the file stands, relative to the site; its URLs are relative to it.
pub const PATH: &str = "manifest.webmanifest";

/// Puts the file among a report's own; `up` leads from its folder to the site, where
/// the icon stands.
pub fn put(files: &mut Files, report: &Report, up: &str) -> Result<()> {
    let icon = [up, "icon.svg"].concat();
    let manifest = json!({
        "name": report.title.text.text(),
        "short_name": report.title.short,
        "lang": "zh-CN",
        "start_url": ".",
        "scope": ".",
        // With the browser's own way back, and without its tabs.
        "display": "minimal-ui",
        "icons": [{"src": icon, "type": "image/svg+xml", "sizes": "any"}],
    });
    let text = serde_json::to_string_pretty(&manifest).context("the manifest is no JSON")?;
    files.put(PATH, text + "\n");
    Ok(())
}
