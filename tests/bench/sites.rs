//! The sites to visit: the report, larger ones, and the yardstick.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::server::{Fault, Site};
use crate::{large, yardstick};

/// How many times as large the largest report is.
pub const TIMES: usize = 50;

/// The folder of Cargo.toml.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Makes `1`, `10`, `50` and the yardstick in a folder, with the command as it is
/// released, and tells the folder that they stand in.
pub fn make(command: &Path, folder: &Path) -> Result<PathBuf> {
    let folder = folder.join("sites");
    fs::create_dir_all(&folder).context("cannot make a folder for the bench")?;
    let text = fs::read_to_string(repository().join("public/data/report.json"))
        .context("cannot read the report")?;
    for times in [1, 10, TIMES] {
        let data = folder.join(format!("{times}.json"));
        fs::write(&data, large::report(&text, times)).context("cannot write a report")?;
        publish(command, &data, &folder.join(times.to_string()))?;
    }
    yardstick::make(&text, &folder.join(yardstick::FOLDER))?;
    Ok(folder)
}

fn publish(command: &Path, data: &Path, out: &Path) -> Result<()> {
    let status = Command::new(command)
        .arg("publish")
        .arg("--data")
        .arg(data)
        .arg("--site")
        .arg(repository().join("dist"))
        .arg("--out")
        .arg(out)
        .stdout(Stdio::null())
        .status()
        .context("cannot run the command")?;
    ensure!(status.success(), "the command ended with {status}");
    Ok(())
}

/// Serves one of them.
pub async fn serve(folder: &Path) -> Site {
    let site = Site::packed(folder.to_owned()).await;
    if folder.ends_with(yardstick::FOLDER) {
        site.fault("/index.html", Fault::Policy(yardstick::POLICY.to_owned()));
    }
    site
}
