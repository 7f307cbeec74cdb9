//! The page in a browser: makes the sites, which `tests/bench` visits.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use tujie::site::compress;

use super::large;
use crate::build;
use crate::step::{cargo, execute, repository, step};

/// How many times as large the reports are.
const TIMES: [usize; 3] = [1, 10, 50];

/// Visits the report, two larger ones, and the page without scripts.
pub fn run() -> Result<()> {
    let command = build::command()?;
    let folder = build::target().join("bench").join("sites");
    fs::create_dir_all(&folder).context("cannot make a folder for the bench")?;
    let text = fs::read_to_string(repository().join("public/data/report.json"))
        .context("cannot read the report")?;
    for times in TIMES {
        let data = folder.join(format!("{times}.json"));
        fs::write(&data, large::report(&text, times)).context("cannot write a report")?;
        step(&format!("publish {times} times the report"), || {
            publish(&command, &data, &folder.join(times.to_string()))
        })?;
    }
    still(&folder.join("1"), &folder.join("still"))?;
    execute(
        cargo(&["test", "--quiet", "--locked", "--test", "bench"])
            .env("TUJIE_BENCH_SITES", &folder),
    )
}

fn publish(command: &Path, data: &Path, out: &Path) -> Result<()> {
    execute(
        Command::new(command)
            .arg("publish")
            .arg("--data")
            .arg(data)
            .arg("--site")
            .arg(repository().join("dist"))
            .arg("--out")
            .arg(out),
    )
}

/// The page and its style without a script.
fn still(site: &Path, out: &Path) -> Result<()> {
    fs::create_dir_all(out).context("cannot make a folder for the bench")?;
    let page = site.join("index.html");
    let page =
        fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let mut rest = page.as_str();
    let mut plain = String::new();
    while let Some((before, script)) = rest.split_once("<script") {
        plain.push_str(before);
        let Some((_, after)) = script.split_once("</script>") else {
            bail!("a script of the page does not end");
        };
        rest = after;
    }
    plain.push_str(rest);
    fs::write(out.join("index.html"), plain).context("cannot write the page")?;
    for entry in fs::read_dir(site).context("cannot list the site")? {
        let path: PathBuf = entry.context("cannot list the site")?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if [".css", ".svg", ".webmanifest"]
            .iter()
            .any(|end| name.ends_with(end))
        {
            fs::copy(&path, out.join(name)).context("cannot copy a style")?;
        }
    }
    compress::all(out)
}
