//! Does with a release as a publisher does, for each computer that it is for: checks
//! the sums, unpacks, writes a file to start from, checks it, and publishes the report
//! that the site shows anyway, which gives the same site.
//!
//! What is not this computer's is run by QEMU and wine, which are no proof of the
//! real ones; yet what fails there fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::platforms::{ALL, Platform, Runner};
use crate::step::{execute, repository, step};

/// What a folder and a file may be called where the command is used.
const CHINESE: &str = "政协 报告";

/// Where something of Windows is made, relative to the folder of the rehearsal.
const PREFIX: &str = "wine";

/// Rehearses with what stands in `dist`, archives of that site and of each platform.
pub fn run(dist: &Path, version: &str) -> Result<()> {
    let place = dist.join("rehearsal");
    fs::create_dir_all(&place).with_context(|| format!("cannot make {}", place.display()))?;
    let mut check = Command::new("sha256sum");
    check.args(["--check", "--quiet", "SHA256SUMS"]);
    execute(check.current_dir(dist))?;
    let site = format!("tujie-{version}-site");
    unpack(dist, &site, false, &place)?;
    // For those who have no zstd the site is there as a zip, too: the same files.
    let zipped = place.join("zipped");
    fs::create_dir_all(&zipped).with_context(|| format!("cannot make {}", zipped.display()))?;
    unpack(dist, &site, true, &zipped)?;
    same(&place.join(&site), &zipped.join(&site))?;
    for platform in &ALL {
        step(
            &format!("publish with the command for {}", platform.name),
            || rehearse(dist, platform, version, &place, &place.join(&site)),
        )?;
    }
    fs::remove_dir_all(&place).with_context(|| format!("cannot remove {}", place.display()))
}

fn rehearse(
    dist: &Path,
    platform: &Platform,
    version: &str,
    place: &Path,
    site: &Path,
) -> Result<()> {
    let archive = platform.archive(version);
    unpack(dist, &archive, platform.zipped(), place)?;
    let program = place.join(&archive).join(platform.program);
    if platform.runner == Runner::Wine {
        prepare_wine(place, &program)?;
    }
    let folder = place.join(&archive).join(CHINESE);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let tujie = |arguments: &[&str]| {
        let mut command = platform.runner.command(program.clone());
        command.args(arguments).current_dir(&folder);
        command.env("WINEPREFIX", place.join(PREFIX));
        command.env("WINEDEBUG", "-all");
        command
    };

    execute(&mut tujie(&["new", "明年.json"]))?;
    let mut check = tujie(&["check", "明年.json"]);
    let told = check.output().context("the command does not run")?;
    let told = String::from_utf8(told.stdout).context("its words are no UTF-8")?;
    ensure!(told.contains("明年.json：没有问题"), "it says {told:?}");
    fs::copy(
        repository().join("public/data/report.json"),
        folder.join("报告.json"),
    )
    .context("cannot copy the report")?;

    // Twice: into nothing, and in the place of what is there. At the time at which the
    // site was made, since that is written in it.
    let mark = mark(site)?;
    for _ in 0..2 {
        let mut publish = tujie(&["publish", "--data", "报告.json", "--out", "网站", "--at"]);
        execute(publish.arg(&mark).arg("--site").arg(site))?;
        same(site, &folder.join("网站"))?;
    }
    let beside = fs::read_dir(&folder).context("cannot list what was written")?;
    ensure!(beside.count() == 4, "something is left beside the site");
    Ok(())
}

/// When a site was made, in seconds since 1970.
fn mark(site: &Path) -> Result<String> {
    let data = site.join("data/report.json");
    let text = fs::read(&data).with_context(|| format!("cannot read {}", data.display()))?;
    let data: Value = serde_json::from_slice(&text).context("the site's data is no JSON")?;
    let mark = data["deploy"].as_u64();
    Ok(mark.context("the site's data has no mark")?.to_string())
}

/// Windows as far as the command needs it: one function that Debian's wine has not,
/// and a Chinese typeface.
fn prepare_wine(place: &Path, program: &Path) -> Result<()> {
    let source = repository().join("xtask/src/windows/process_prng.c");
    let library = program.with_file_name("bcryptprimitives.dll");
    let mut compile = Command::new("x86_64-w64-mingw32-gcc");
    compile.arg("-shared").arg("-o").arg(library).arg(source);
    execute(compile.arg("-ladvapi32"))?;
    let mut boot = Command::new("wine");
    boot.args(["cmd", "/c", "ver"]);
    boot.env("WINEPREFIX", place.join(PREFIX))
        .env("WINEDEBUG", "-all");
    execute(&mut boot)?;
    let fonts = place.join(PREFIX).join("drive_c/windows/Fonts");
    fs::create_dir_all(&fonts).with_context(|| format!("cannot make {}", fonts.display()))?;
    // By links: the typefaces are large.
    let mut link = Command::new("ln");
    link.arg("--symbolic")
        .args(fonts_of(Path::new("/usr/share/fonts")));
    execute(link.arg(&fonts))?;
    Ok(())
}

/// The files of Noto CJK below a folder.
fn fonts_of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            found.extend(fonts_of(&path));
        } else if entry.file_name().to_string_lossy().starts_with("Noto") {
            found.push(path);
        }
    }
    found
}

fn unpack(dist: &Path, name: &str, zipped: bool, place: &Path) -> Result<()> {
    let mut command = if zipped {
        let mut unzip = Command::new("unzip");
        unzip.arg("-q").arg(dist.join(format!("{name}.zip")));
        unzip
    } else {
        let mut tar = Command::new("tar");
        tar.args(["--extract", "--use-compress-program=zstd", "--file"])
            .arg(dist.join(format!("{name}.tar.zst")));
        tar
    };
    execute(command.current_dir(place))
}

/// Both folders hold the same files.
fn same(one: &Path, other: &Path) -> Result<()> {
    let mut diff = Command::new("diff");
    execute(diff.args(["--recursive", "--brief"]).arg(one).arg(other))
}
