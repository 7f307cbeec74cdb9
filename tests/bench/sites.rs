//! The sites to visit: the report, larger ones, and the page without scripts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use tujie::site::compress;
use tujie::site::folder;

use crate::large;

/// How many times as large the largest report is.
pub const TIMES: usize = 50;

/// The folder of Cargo.toml.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Makes `1`, `10`, `50` and `still` in a folder, with the command as it is
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
    still(&folder.join("1"), &folder.join("still"))?;
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
    folder::change(out, compress::all)
}
