//! The data file, as the tests read it.

use tujie::report::Report;

/// The data file the site is built from.
pub const TEXT: &str = include_str!("../../public/data/report.json");

/// The same as a report.
pub fn report() -> Report {
    serde_json::from_str(TEXT).expect("the data file is a report")
}
