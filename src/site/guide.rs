//! The pages for those who embed the report: what they name gets names and
//! integrity like what the report's page names. No report is in them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{integrity, names};

/// Where they stand, relative to the site.
pub const FOLDER: &str = "embed";

/// Finishes them; a site may be without.
pub fn apply(site: &Path) -> Result<()> {
    let folder = site.join(FOLDER);
    if !folder.is_dir() {
        return Ok(());
    }
    let entries =
        fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry
            .with_context(|| format!("cannot list {}", folder.display()))?
            .path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let html =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let html = names::apply(&folder, &html)?;
        let html = integrity::apply(&folder, &html)?;
        fs::write(&path, html).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
