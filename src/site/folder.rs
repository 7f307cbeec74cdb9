//! A site that stands in a folder: read whole, and written.
//!
//! Knows the file system, and nothing of what a site is made of.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;

use super::failure::{Failure, unreadable_at, unwritable_at};
use super::open_graph::BaseUrl;
use super::poster::{self, Pictures};
use super::tree::Files;
use super::{Profile, SiteOptions, complete, sizes};
use crate::report::{MAX_BYTES, Report};

/// Turns the collected files in a folder into the site, as a build does: of the
/// report that stands among them.
pub fn finish(folder: &Path, profile: Profile) -> Result<()> {
    change(folder, |files| {
        let report = super::data::read(files)?;
        let release = profile == Profile::Release;
        let options = SiteOptions {
            base_url: None,
            mark: now(),
            // While developing, a kept page would only be in the way.
            offline: release,
            compressed: release,
            pictures: pictures(&report, None)?,
        };
        complete(files, &report, &options)
    })
}

/// What time it is, in seconds since 1970: as `SOURCE_DATE_EPOCH` has it, by which builds
/// are made alike, or else the clock.
pub fn now() -> u64 {
    let told = std::env::var("SOURCE_DATE_EPOCH").ok();
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).ok();
    told.and_then(|told| told.parse().ok())
        .or_else(|| Some(clock()?.as_secs()))
        .unwrap_or_default()
}

/// The files of a first visit to the site in that folder.
pub fn measure(folder: &Path) -> Result<sizes::Sizes> {
    sizes::measure(&read(folder)?)
}

/// Changes the files of a folder: only those are written or removed that differ.
pub fn change(folder: &Path, change: impl FnOnce(&mut Files) -> Result<()>) -> Result<()> {
    let before = read(folder)?;
    let mut after = before.clone();
    change(&mut after)?;
    for (path, bytes) in after.iter() {
        if before.find(path) != Some(bytes) {
            write_one(folder, path, bytes)?;
        }
    }
    for path in before.paths().filter(|path| after.find(path).is_none()) {
        let path = folder.join(path);
        fs::remove_file(&path).map_err(unwritable_at(&path))?;
    }
    Ok(())
}

/// The plain files below a folder; anything else in it is refused.
pub fn read(folder: &Path) -> Result<Files, Failure> {
    let mut found = Files::default();
    collect(folder, "", &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, above: &str, found: &mut Files) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(unreadable_at(folder))? {
        let entry = entry.map_err(unreadable_at(folder))?;
        let path = entry.path();
        let kind = entry.file_type().map_err(unreadable_at(&path))?;
        let name = entry.file_name();
        let name = [above, &name.to_string_lossy()].concat();
        if kind.is_dir() {
            collect(&path, &(name + "/"), found)?;
        } else if kind.is_file() {
            found.put(name, fs::read(&path).map_err(unreadable_at(&path))?);
        } else {
            return Err(Failure::NotAFile { path });
        }
    }
    Ok(())
}

/// Writes files into a folder, which is made where it is not there.
pub fn write(folder: &Path, files: &Files) -> Result<(), Failure> {
    files
        .iter()
        .try_for_each(|(path, bytes)| write_one(folder, path, bytes))
}

fn write_one(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = folder.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(unwritable_at(folder))?;
    }
    fs::write(&path, bytes).map_err(unwritable_at(&path))
}

/// The bytes of a data file, of which no more are taken in than it takes to tell that
/// they are too many.
pub fn data(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = 8 * MAX_BYTES as u64;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The pictures of a report, where this computer has a typeface for them; where it
/// has not, that is told.
pub fn pictures(report: &Report, base_url: Option<&BaseUrl>) -> Result<Option<Pictures>> {
    let pictures = poster::draw(report, base_url)?;
    if pictures.is_none() {
        eprintln!(
            "没有中文字体，不生成分享用的长图和卡片；装上思源宋体（Noto Serif CJK SC）等字体再做一次即可。"
        );
    }
    Ok(pictures)
}
