//! `cargo xtask bench`: what takes how long, beside the bounds.
//!
//! Times are those of this computer at this moment: they are printed and judged
//! by whoever reads them, and fail nothing. Each group of measurements is a
//! file of its own and gives rows.

mod page;
mod publish;
mod search;

#[path = "../../../tests/large.rs"]
mod large;

use anyhow::Result;

/// How many times as large the large report is.
const TIMES: usize = 50;

/// One measurement.
pub struct Row {
    /// What was measured.
    pub what: String,
    /// With its unit.
    pub found: String,
    /// The most it should be, with its unit.
    pub bound: String,
    /// Whether it is.
    pub kept: bool,
}

impl Row {
    /// A measurement in some unit, with its bound in the same.
    pub fn new(what: impl Into<String>, found: f64, bound: f64, unit: &str) -> Row {
        Row {
            what: what.into(),
            found: format!("{found:.1} {unit}"),
            bound: format!("{bound:.0} {unit}"),
            kept: found <= bound,
        }
    }
}

/// Measures everything and prints a table.
pub fn run() -> Result<()> {
    let mut rows = search::rows()?;
    rows.extend(publish::rows()?);
    for row in rows {
        let mark = if row.kept { "✓" } else { "✗" };
        println!(
            "{mark} {:<44}{:>12}  of {:>9}",
            row.what, row.found, row.bound
        );
    }
    page::run()
}
