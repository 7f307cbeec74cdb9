//! `cargo xtask dist`: what is released, in `target/dist`: the site, the command for
//! each kind of computer, an archive each, and their checksums.
//!
//! The same commit gives the same archives on the same computer. What a publisher
//! does with them is done once before they are good ([`crate::rehearsal`]).

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::platforms::{self, Platform};
use crate::step::{execute, output, repository, step};
use crate::{build, rehearsal, studio, system, tools};

/// The workspace's, so the command's as well.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Builds, packs, and publishes with what was packed.
pub fn run() -> Result<()> {
    eprintln!("dist: builds the site and the command, and packs them for a release");
    let needs = [&[system::ZSTD, system::CJK][..], platforms::NEEDS].concat();
    let tools = tools::ensure(tools::BUILD, &needs, None, build::hooks())?;
    for platform in &platforms::ALL {
        tools::target(platform.target)?;
    }
    build::site(&tools)?;
    let studio = studio::studio(&tools)?;
    let mut commands = Vec::new();
    for platform in &platforms::ALL {
        commands.push((platform, platform.build()?));
    }

    let dist = build::target().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("cannot clear {}", dist.display()))?;
    }
    fs::create_dir_all(&dist).with_context(|| format!("cannot make {}", dist.display()))?;
    step("pack", || {
        let time = time()?;
        pack_site(&dist, &time)?;
        let beside = dist.join(studio.file_name().context("the 编辑台 has no name")?);
        fs::copy(&studio, beside).context("cannot copy the 编辑台")?;
        for (platform, command) in &commands {
            pack_command(&dist, platform, command, &time)?;
        }
        checksums(&dist)
    })?;
    rehearsal::run(&dist, VERSION)?;
    println!("{}", dist.display());
    Ok(())
}

/// The site, for those who have zstd and for those who have not.
fn pack_site(dist: &Path, time: &str) -> Result<()> {
    let name = format!("tujie-{VERSION}-site");
    let site = repository().join("dist");
    let mut tar = tar(dist, &name, time);
    execute(tar.arg("-C").arg(&site).arg("."))?;
    zip(dist, &name, &[&site.join(".")], time)
}

/// The command for one kind of computer, and the licence.
fn pack_command(dist: &Path, platform: &Platform, command: &Path, time: &str) -> Result<()> {
    let name = platform.archive(VERSION);
    let licence = repository().join("LICENSE");
    if platform.zipped() {
        return zip(dist, &name, &[command, &licence], time);
    }
    let mut tar = tar(dist, &name, time);
    let folder = command.parent().context("the command has no folder")?;
    tar.arg("-C")
        .arg(folder)
        .arg(["./", platform.program].concat());
    execute(tar.arg("-C").arg(repository()).arg("./LICENSE"))
}

/// Packs files, or a folder's, as `NAME/…`: copied aside, since zip knows neither
/// another folder nor another time than what it packs has.
fn zip(dist: &Path, name: &str, files: &[&Path], time: &str) -> Result<()> {
    let aside = dist.join("aside");
    let folder = aside.join(name);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    execute(Command::new("cp").arg("-r").args(files).arg(&folder))?;
    let mut touch = Command::new("find");
    touch.args([name, "-exec", "touch", "-d", &format!("@{time}"), "{}", "+"]);
    execute(touch.current_dir(&aside))?;
    let archive = dist.join(format!("{name}.zip"));
    let mut list = Command::new("find");
    list.args([name, "-type", "f"]).current_dir(&aside);
    let list = output(&mut list).context("find does not list the files")?;
    let mut names: Vec<_> = list.lines().collect();
    names.sort_unstable();
    let mut zip = Command::new("zip");
    zip.args(["-q", "-X", "-9"]).arg(archive).args(names);
    // A zip tells times of the place it was made at.
    execute(zip.env("TZ", "UTC").current_dir(&aside))?;
    fs::remove_dir_all(&aside).with_context(|| format!("cannot remove {}", aside.display()))
}

/// Packs `./…` as `NAME/…`, whoever packs it and however the files came here.
fn tar(dist: &Path, name: &str, time: &str) -> Command {
    let mut tar = Command::new("tar");
    tar.args(["--create", "--format=gnu", "--sort=name"])
        .args(["--owner=0", "--group=0", "--numeric-owner"])
        .args(["--mode=u=rwX,go=rX", "--use-compress-program=zstd -19 -q"])
        .arg(format!("--mtime=@{time}"))
        .arg(format!("--transform=s,^\\.,{name},"))
        .arg("--file")
        .arg(dist.join(format!("{name}.tar.zst")));
    tar
}

/// Seconds since 1970: the commit's, or what the environment says. Not one for
/// all: servers tell files apart by time and size, and a browser that asks
/// whether its page is still good would be told so by those of another release.
fn time() -> Result<String> {
    if let Ok(time) = std::env::var("SOURCE_DATE_EPOCH") {
        return Ok(time);
    }
    let mut git = Command::new("git");
    git.args(["log", "-1", "--format=%ct"])
        .current_dir(repository());
    let time = output(&mut git).context("git does not tell the commit's time")?;
    Ok(time.trim().to_owned())
}

/// `SHA256SUMS` of all archives, as `sha256sum --check` reads it.
fn checksums(dist: &Path) -> Result<()> {
    let entries = fs::read_dir(dist).with_context(|| format!("cannot list {}", dist.display()))?;
    let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    let mut sha256sum = Command::new("sha256sum");
    let lines = output(sha256sum.args(names).current_dir(dist));
    let lines = lines.context("sha256sum does not tell the checksums")?;
    fs::write(dist.join("SHA256SUMS"), lines).context("cannot write SHA256SUMS")
}
