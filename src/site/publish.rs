//! Another report in a copy of a finished site, or many of them. Needs no compiler
//! and no bundler: the app is the same for every report.
//!
//! Everything is checked and made before anything is written, and written aside
//! before the output changes.
//!
//! - `inputs`: which data files are meant, and what their folders are called.
//! - `output`: where the output stands, and whether it may be replaced.
//! - `stage`: the folder beside it, which takes its place; `lock`: for one run alone.
//! - `keep`: what stays of an earlier site.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::inputs::{Input, Inputs};
use self::output::{apart, holds_a_report, made_by, place, replaceable};
use self::stage::Staging;
use super::collection::{self, Volume};
use super::failure::{BadData, Failure, unreadable_at};
use super::open_graph::BaseUrl;
use super::{Files, SiteOptions, complete, data, date, folder, poster, version};
use crate::explain::{self, Finding, Lang};
use crate::report::Report;

mod inputs;
mod keep;
mod lock;
mod output;
mod stage;

/// What is asked for.
#[derive(Debug)]
pub struct Order {
    /// The data file; several, or a folder of them, make a site of many reports.
    pub data: Vec<PathBuf>,
    /// What the list of many reports is called.
    pub title: String,
    /// The finished site, which stays as it is.
    pub site: PathBuf,
    /// The folder of the new site; one of an earlier site is replaced.
    pub out: PathBuf,
    /// The address the new site will have, where it is known.
    pub base_url: Option<BaseUrl>,
    /// When the site is made, in seconds since 1970; the clock's, where that is not told.
    pub at: Option<u64>,
    /// An earlier site whose hashed files stay reachable.
    pub keep: Option<PathBuf>,
    /// Whether the site may be kept for reading offline.
    pub offline: bool,
}

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// The data file.
    pub path: PathBuf,
    /// The report.
    pub report: Report,
    /// What does no harm in the data file but is hardly meant.
    pub hints: Vec<Finding>,
}

/// A data file that was read and found good.
struct Good {
    input: Input,
    data: Vec<u8>,
    report: Report,
    hints: Vec<Finding>,
}

/// Makes the site. Where it fails, the output is as it was. What is found in the
/// data files is told in `lang`.
pub fn publish(order: &Order, lang: Lang) -> Result<Vec<Published>, Failure> {
    let Inputs {
        files,
        many,
        sorted,
    } = inputs::of(&order.data)?;
    let mut reports = good(files, lang)?;
    if sorted {
        reports.sort_by_key(|good| std::cmp::Reverse(date::of(&good.report)));
    }
    let site = site(&order.site)?;
    let out = place(&order.out)?;
    for good in &reports {
        apart(&out, &site, &good.input.path)?;
    }
    replaceable(&out)?;
    let keep = keep(order)?;

    let stage = Staging::beside(&out)?;
    let mut files = folder::read(&site)?;
    files.retain(|path| !path.starts_with(poster::FOLDER));
    if many {
        inputs::distinct(reports.iter().map(|good| &good.input), &files)?;
    }
    if let Some(earlier) = keep {
        keep::carry(earlier, &mut files)?;
    }
    let options = SiteOptions {
        pictures: None,
        base_url: order.base_url.clone(),
        mark: order.at.unwrap_or_else(folder::now),
        offline: order.offline,
        compressed: true,
    };
    let published = if many {
        fill_many(&mut files, reports, &order.title, &options)
    } else {
        fill_one(&mut files, reports, options)
    };
    let published = published.map_err(Failure::Finish)?;
    folder::write(stage.path(), &files)?;
    stage.take_place(&out)?;
    Ok(published)
}

/// Reads and checks all data files, and tells of all that are bad.
fn good(inputs: Vec<Input>, lang: Lang) -> Result<Vec<Good>, Failure> {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for input in inputs {
        let path = &input.path;
        let data = folder::data(path).map_err(unreadable_at(path))?;
        let checked = explain::validate(&data, lang);
        let hints = checked.hints;
        match checked.report {
            Some(report) if checked.problems.is_empty() => good.push(Good {
                input,
                data: data::in_utf8(data),
                report,
                hints,
            }),
            _ => bad.push(BadData {
                path: input.path,
                problems: checked.problems,
                hints,
            }),
        }
    }
    if bad.is_empty() {
        Ok(good)
    } else {
        Err(Failure::Data(bad))
    }
}

/// The site of the one report.
fn fill_one(
    files: &mut Files,
    reports: Vec<Good>,
    options: SiteOptions,
) -> anyhow::Result<Vec<Published>> {
    let mut published = Vec::new();
    for good in reports {
        let pictures = folder::pictures(&good.report, options.base_url.as_ref())?;
        let options = SiteOptions {
            pictures,
            ..options.clone()
        };
        files.put(data::PATH, good.data);
        complete(files, &good.report, &options)?;
        published.push(Published {
            path: good.input.path,
            report: good.report,
            hints: good.hints,
        });
    }
    Ok(published)
}

/// The site of them all.
fn fill_many(
    files: &mut Files,
    reports: Vec<Good>,
    title: &str,
    options: &SiteOptions,
) -> anyhow::Result<Vec<Published>> {
    let (mut volumes, mut told) = (Vec::new(), Vec::new());
    for good in reports {
        let base = collection::base(options, &good.input.folder);
        volumes.push(Volume {
            pictures: folder::pictures(&good.report, base.as_ref())?,
            folder: good.input.folder,
            report: good.report,
            data: good.data,
        });
        told.push((good.input.path, good.hints));
    }
    collection::complete(files, &volumes, title, options)?;
    let told = told.into_iter().zip(volumes);
    let published = told.map(|((path, hints), volume)| Published {
        path,
        report: volume.report,
        hints,
    });
    Ok(published.collect())
}

/// The folder of a finished site of this version, without links on the way.
fn site(folder: &Path) -> Result<PathBuf, Failure> {
    let site = dunce::canonicalize(folder).map_err(unreadable_at(folder))?;
    let path = folder.to_owned();
    match made_by(&site) {
        Some(version) if version == version::VERSION && !holds_a_report(&site) => {
            Err(Failure::ListSite { path })
        }
        Some(version) if version == version::VERSION => Ok(site),
        Some(version) => Err(Failure::OtherVersion { path, version }),
        None => Err(Failure::NoSite { path }),
    }
}

/// The earlier site of which files are kept. The first time there is none yet.
fn keep(order: &Order) -> Result<Option<&Path>, Failure> {
    let Some(earlier) = order.keep.as_deref() else {
        return Ok(None);
    };
    let same = std::path::absolute(earlier).ok() == std::path::absolute(&order.out).ok();
    match fs::metadata(earlier) {
        Ok(_) => Ok(Some(earlier)),
        Err(error) if error.kind() == io::ErrorKind::NotFound && same => Ok(None),
        Err(error) => Err(unreadable_at(earlier)(error)),
    }
}
