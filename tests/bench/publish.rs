//! Publishing: how long it takes, how much memory, how large the command is.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use wait4::Wait4;

use crate::large;
use crate::row::Row;
use crate::sites::{TIMES, repository};

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
        let (time, memory) = publish(command, &data, &site, &folder.join("out"))?;
        rows.push(Row::new(what.clone(), time, seconds, "s"));
        rows.push(Row::new(format!("{what}: memory"), memory, 300.0, "MB"));
    }
    Ok(rows)
}

/// Seconds and megabytes of one run.
fn publish(command: &Path, data: &Path, site: &Path, out: &Path) -> Result<(f64, f64)> {
    let start = Instant::now();
    let child = Command::new(command)
        .arg("publish")
        .arg("--data")
        .arg(data)
        .arg("--site")
        .arg(site)
        .arg("--out")
        .arg(out)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot run the command")?;
    let ended = child.wait4().context("the command is lost")?;
    let status = ended.status;
    ensure!(status.success(), "the command ended with {status}");
    Ok((
        start.elapsed().as_secs_f64(),
        ended.rusage.maxrss as f64 / 1e6,
    ))
}
