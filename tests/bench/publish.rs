//! Publishing: how long it takes, how much memory, how large the command is.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

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
        (format!("publish one {TIMES} times as large"), large, 15.0),
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
    let mut child = Command::new(command)
        .arg("publish")
        .arg("--data")
        .arg(data)
        .arg("--site")
        .arg(site)
        .arg("--out")
        .arg(out)
        .stdout(Stdio::null())
        .spawn()
        .context("cannot run the command")?;
    let mut most: f64 = 0.0;
    loop {
        most = most.max(memory(&child));
        if let Some(status) = child.try_wait().context("the command is lost")? {
            ensure!(status.success(), "the command ended with {status}");
            return Ok((start.elapsed().as_secs_f64(), most));
        }
        sleep(Duration::from_millis(2));
    }
}

/// The most memory a process has had so far, in MB, where Linux tells it.
fn memory(child: &Child) -> f64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kibibytes.unwrap_or_default() * 1024.0 / 1e6
}
