//! The data file of a site: read, checked, and its schema written beside it.
//!
//! Knows where the files stand. What makes a report good is `report`'s, and how that
//! is told is `explain`'s.

use anyhow::{Result, bail};

use super::tree::Files;
use crate::charset::{self, Charset};
use crate::explain::{self, Lang};
use crate::report::Report;

/// The data file, relative to the site.
pub const PATH: &str = "data/report.json";

/// The JSON Schema of the data file, relative to the site.
pub const SCHEMA_PATH: &str = "data/report.schema.json";

/// The report of a site. Fails where its data file is missing or not a good one, and
/// then tells every problem: whoever runs the build need not run the check.
pub fn read(files: &Files) -> Result<Report> {
    let checked = explain::validate(files.get(PATH)?, Lang::Zh);
    match checked.report {
        Some(report) if checked.problems.is_empty() => Ok(report),
        _ => {
            let lines: String = checked
                .problems
                .iter()
                .map(|problem| format!("\n  {problem}"))
                .collect();
            bail!("{PATH} has {} problems:{lines}", checked.problems.len())
        }
    }
}

/// The same file as the page reads it: in UTF-8 without a byte order mark.
pub fn in_utf8(bytes: Vec<u8>) -> Vec<u8> {
    match charset::decode(&bytes) {
        None | Some((_, Charset::Utf8)) => bytes,
        Some((text, _)) => text.into_owned().into_bytes(),
    }
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
        let data = r#"{"title": {"text": "图解"}, "parts": []}"#;
        let error = read(&Files::from_iter([(PATH, data)])).unwrap_err();
        let error = error.to_string();
        for place in [
            "3 problems",
            "\n  标题·简称：缺少这一项，应写上（/title/short）",
            "\n  导语：缺少",
            "\n  各部分：",
        ] {
            assert!(error.contains(place), "{place} in {error}");
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = read(&Files::default()).unwrap_err();
        assert_eq!(error.to_string(), "cannot read data/report.json");
    }
}
