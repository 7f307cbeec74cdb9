//! The data file of a site: read, checked, and its schema written beside it.
//!
//! Knows where the files stand. What makes a report good is `report`'s.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::explain::{self, Lang};
use crate::report::hash::sha256;
use crate::report::{MAX_BYTES, Report};

/// The data file, relative to the site.
pub const PATH: &str = "data/report.json";

/// The JSON Schema of the data file, relative to the site.
pub const SCHEMA_PATH: &str = "data/report.schema.json";

/// The bytes of a data file, of which no more are taken in than it takes to tell
/// that they are too many.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = 8 * MAX_BYTES as u64;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The report in that file, and its SHA-256. Fails where it is missing or not a good
/// one, and then tells every problem: whoever runs the build need not run the check.
pub fn read(path: &Path) -> Result<(Report, String)> {
    let shown = path.display();
    let bytes = bytes(path).with_context(|| format!("cannot read {shown}"))?;
    let checked = explain::validate(&bytes, Lang::Zh);
    match checked.report {
        Some(report) if checked.problems.is_empty() => Ok((report, sha256(&bytes))),
        _ => {
            let lines: String = checked
                .problems
                .iter()
                .map(|problem| format!("\n  {problem}"))
                .collect();
            bail!("{shown} has {} problems:{lines}", checked.problems.len())
        }
    }
}

/// Writes the schema beside the data file.
pub fn write_schema(site: &Path) -> Result<()> {
    let path = site.join(SCHEMA_PATH);
    fs::write(&path, schema_text()).with_context(|| format!("cannot write {}", path.display()))
}

/// The schema as it stands in a file.
pub fn schema_text() -> String {
    format!("{:#}\n", explain::schema())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_told_in_full() {
        let path = std::env::temp_dir().join(format!("tujie-data-{}.json", std::process::id()));
        fs::write(&path, r#"{"title": {"text": "图解"}, "parts": []}"#).expect("a writable folder");
        let error = read(&path).unwrap_err().to_string();
        fs::remove_file(&path).expect("the file just written");
        for place in [
            "3 problems",
            "\n  /title/short：缺少",
            "\n  /preface：缺少",
            "\n  /parts：",
        ] {
            assert!(error.contains(place), "{place} in {error}");
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = read(Path::new("no/such/report.json")).unwrap_err();
        assert_eq!(error.to_string(), "cannot read no/such/report.json");
    }
}
