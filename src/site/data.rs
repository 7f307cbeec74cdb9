//! The data file of a site: read, checked, and its schema written beside it.
//!
//! Knows where the files stand. What makes a report good is `report::check`'s.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::report::{MAX_BYTES, Report, check, explain};

/// The data file, relative to the site.
pub const PATH: &str = "data/report.json";

/// The JSON Schema of the data file, relative to the site.
pub const SCHEMA_PATH: &str = "data/report.schema.json";

/// The report in that file. Fails where it is missing, larger than the page
/// accepts, no report, or not a good one.
pub fn read(path: &Path) -> Result<Report> {
    let shown = path.display();
    let bytes = fs::read(path).with_context(|| format!("cannot read {shown}"))?;
    if bytes.len() > MAX_BYTES {
        bail!(
            "{shown} has {} bytes; the page accepts {MAX_BYTES}",
            bytes.len()
        );
    }
    let report: Report =
        serde_json::from_slice(&bytes).with_context(|| format!("{shown} is not a report"))?;
    let problems = check::check(&report);
    if !problems.is_empty() {
        let places: Vec<_> = problems.iter().map(|problem| &*problem.pointer).collect();
        bail!(
            "{shown} has {} problems, at {}; `tujie check` explains them",
            problems.len(),
            places.join(", ")
        );
    }
    Ok(report)
}

/// Writes the schema beside the data file.
pub fn write_schema(site: &Path) -> Result<()> {
    let path = site.join(SCHEMA_PATH);
    let mut text = serde_json::to_string_pretty(&explain::schema())
        .context("the JSON Schema cannot be written as JSON")?;
    text.push('\n');
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_named() {
        let error = read(Path::new("no/such/report.json")).unwrap_err();
        assert_eq!(error.to_string(), "cannot read no/such/report.json");
    }
}
