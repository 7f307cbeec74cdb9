//! The pages for those who embed the report: what they name gets names and
//! integrity like what the report's page names. No report is in them.

use anyhow::Result;

use super::tree::Files;
use super::{integrity, names};

/// Where they stand, relative to the site.
pub const FOLDER: &str = "embed";

/// Finishes them; a site may be without.
pub fn apply(files: &mut Files) -> Result<()> {
    let folder = [FOLDER, "/"].concat();
    let is_page = |path: &&str| path.starts_with(&folder) && path.ends_with(".html");
    let pages: Vec<String> = files.paths().filter(is_page).map(str::to_owned).collect();
    for path in pages {
        let html = files.text(&path)?.to_owned();
        let html = names::apply(files, &folder, &html)?;
        let html = integrity::apply(files, &folder, &html)?;
        files.put(path, html);
    }
    Ok(())
}
