//! Publishing: how long it takes, how much memory, how large the command is.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::large;
use crate::row::Row;
use crate::sites::{TIMES, repository};
use crate::spent::spent;

/// Publishes the report and a large one into the site in `dist/`, with the
/// command as it is released; works in a folder.
pub fn rows(command: &Path, folder: &Path) -> Result<Vec<Row>> {
    let site = repository().join("dist");
    let size = fs::metadata(command).context("there is no command")?.len();
    let text = fs::read_to_string(repository().join("public/data/report.json"))
        .context("cannot read the report")?;
    // One that is not in the site yet: what is there already is not made again.
    let text = text.replacen('{', "{\"sample\": true,", 1);
    let large = large::report(&text, TIMES);
    let mut rows = vec![Row::new("the command", size as f64 / 1e6, 25.0, "MB")];
    for (what, text, seconds) in [
        ("publish a report".to_owned(), text, 2.0),
        (format!("publish one {TIMES} times as large"), large, 5.0),
    ] {
        let data = folder.join("report.json");
        fs::write(&data, text).context("cannot write the report")?;
        let mut publish = Command::new(command);
        publish.arg("publish").arg("--data").arg(&data);
        publish.arg("--site").arg(&site);
        let (time, memory) = spent(publish.arg("--out").arg(folder.join("out")))?;
        rows.push(Row::new(what.clone(), time, seconds, "s"));
        rows.push(Row::new(format!("{what}: memory"), memory, 300.0, "MB"));
    }
    Ok(rows)
}
