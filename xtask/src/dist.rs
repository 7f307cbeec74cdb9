//! `cargo xtask dist`: what is released, in `target/dist`: the site and the
//! command, an archive each, and their checksums.
//!
//! The same commit gives the same archives on the same computer. What a publisher
//! does with them is done once before they are good.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::step::{execute, output, repository, step};
use crate::{build, system, tools};

/// The workspace's, so the command's as well.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Builds, packs, and publishes with what was packed.
pub fn run() -> Result<()> {
    eprintln!("dist: builds the site and the command, and packs them for a release");
    let tools = tools::ensure(tools::BUILD, &[system::ZSTD], None, build::hooks())?;
    build::site(&tools)?;
    let command = build::command()?;

    let dist = build::target().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("cannot clear {}", dist.display()))?;
    }
    fs::create_dir_all(&dist).with_context(|| format!("cannot make {}", dist.display()))?;

    let site = format!("tujie-{VERSION}-site");
    let program = format!("tujie-{VERSION}-x86_64-linux");
    step("pack", || {
        let time = time()?;
        let mut tar = tar(&dist, &site, &time);
        execute(tar.arg("-C").arg(repository().join("dist")).arg("."))?;
        let mut tar = self::tar(&dist, &program, &time);
        let folder = command.parent().context("the command has no folder")?;
        tar.arg("-C").arg(folder).arg("./tujie");
        execute(tar.arg("-C").arg(repository()).arg("./LICENSE"))?;
        checksums(&dist, &[&site, &program])
    })?;
    step("publish with what is packed", || {
        rehearse(&dist, &site, &program)
    })?;
    println!("{}", dist.display());
    Ok(())
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

/// `SHA256SUMS`, as `sha256sum --check` reads it.
fn checksums(dist: &Path, names: &[&str]) -> Result<()> {
    let names = names.iter().map(|name| format!("{name}.tar.zst"));
    let mut sha256sum = Command::new("sha256sum");
    let lines = output(sha256sum.args(names).current_dir(dist));
    let lines = lines.context("sha256sum does not tell the checksums")?;
    fs::write(dist.join("SHA256SUMS"), lines).context("cannot write SHA256SUMS")
}

/// Does as a publisher does: checks, unpacks, and publishes the report that the
/// site shows anyway, which gives the same site.
fn rehearse(dist: &Path, site: &str, program: &str) -> Result<()> {
    let place = dist.join("rehearsal");
    fs::create_dir_all(&place).with_context(|| format!("cannot make {}", place.display()))?;
    let mut check = Command::new("sha256sum");
    execute(
        check
            .args(["--check", "--quiet", "SHA256SUMS"])
            .current_dir(dist),
    )?;
    for name in [site, program] {
        let mut tar = Command::new("tar");
        tar.args(["--extract", "--use-compress-program=zstd", "--file"])
            .arg(dist.join(format!("{name}.tar.zst")));
        execute(tar.current_dir(&place))?;
    }
    let site = place.join(site);
    let out = place.join("out");
    let mut publish = Command::new(place.join(program).join("tujie"));
    publish.args(["publish", "--data"]);
    publish.arg(repository().join("public/data/report.json"));
    publish.arg("--site").arg(&site).arg("--out").arg(&out);
    execute(&mut publish)?;
    execute(Command::new("diff").arg("--recursive").arg(&site).arg(&out))?;
    fs::remove_dir_all(&place).with_context(|| format!("cannot remove {}", place.display()))
}
