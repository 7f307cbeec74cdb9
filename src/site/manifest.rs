//! `manifest.webmanifest`: how the report is called and looks where a reader
//! puts it on a screen among other things.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::folder;
use crate::report::Report;

/// Where the file stands, relative to the site; its URLs are relative to it.
pub const PATH: &str = "manifest.webmanifest";

/// Writes the file.
pub fn write(site: &Path, report: &Report) -> Result<()> {
    let manifest = json!({
        "name": report.title.text.text(),
        "short_name": report.title.short,
        "lang": "zh-CN",
        "start_url": ".",
        "scope": ".",
        // With the browser's own way back, and without its tabs.
        "display": "minimal-ui",
        "icons": [{"src": "icon.svg", "type": "image/svg+xml", "sizes": "any"}],
    });
    let text = serde_json::to_string_pretty(&manifest).context("the manifest is no JSON")?;
    folder::write(&site.join(PATH), text + "\n")
}
