//! Searching: how long a search of the whole text takes, at each keystroke.
//!
//! This is the part that grows with the report, on this computer and without
//! optimization; what the browser does besides is marked and opened nearby alone.

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::Value;
use tujie::report::folding::{Folded, Query};

use crate::large;
use crate::row::Row;
use crate::sites::{TIMES, repository};

/// What is searched for: a frequent letter, words, and words that do not stand
/// there.
const QUERIES: [&str; 3] = ["的", "２０００余人次", "没有的词"];

/// Searches the report and a large one.
pub fn rows() -> Result<Vec<Row>> {
    let text = fs::read_to_string(repository().join("public/data/report.json"))
        .context("cannot read the report")?;
    let large = large::report(&text, TIMES);
    let what = [
        "search the report",
        &format!("search one {TIMES} times as large"),
    ];
    let bounds = [10.0, 50.0];
    let texts = [text, large];
    let rows = what.into_iter().zip(texts).zip(bounds);
    rows.map(|((what, text), bound)| {
        let report: Value = serde_json::from_str(&text).context("the report is no JSON")?;
        let mut folded = Folded::default();
        read(&report, &mut folded);
        let slowest = QUERIES.map(|query| {
            let begun = Instant::now();
            let found = folded.find(&Query::of(query));
            std::hint::black_box(found);
            begun.elapsed().as_secs_f64() * 1000.0
        });
        let slowest = slowest.into_iter().fold(0.0, f64::max);
        Ok(Row::new(what, slowest, bound, "ms"))
    })
    .collect()
}

/// Every text of the report, each a block.
fn read(value: &Value, folded: &mut Folded) {
    match value {
        Value::String(text) => {
            folded.push(text);
            folded.end_block();
        }
        Value::Array(entries) => entries.iter().for_each(|entry| read(entry, folded)),
        Value::Object(fields) => fields.values().for_each(|field| read(field, folded)),
        _ => {}
    }
}
