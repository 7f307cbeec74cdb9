//! Another report in a copy of a finished site. Needs no compiler and no
//! bundler: the app is the same for every report.
//!
//! Everything is checked and made before anything is written, and written aside
//! before the output changes.
//!
//! - `output`: where the output stands, and whether it may be replaced.
//! - `stage`: the folder beside it, which takes its place.
//! - `keep`: what stays of an earlier site.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::output::{apart, made_by, place, replaceable};
use self::stage::Staging;
use super::failure::{Failure, unreadable_at};
use super::open_graph::BaseUrl;
use super::{SiteOptions, complete, data, folder, version};
use crate::explain::{self, Finding, Lang};
use crate::report::Report;

mod keep;
mod output;
mod stage;

/// What is asked for.
#[derive(Debug)]
pub struct Order {
    /// The data file.
    pub data: PathBuf,
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
    /// The report.
    pub report: Report,
    /// What does no harm in the data file but is hardly meant.
    pub hints: Vec<Finding>,
}

/// What is drawn of a report, relative to the site. Drawings of another report
/// are worse than none, and not every computer can make new ones.
const DRAWN: &str = "share/";

/// Makes the site. Where it fails, the output is as it was. What is found in the
/// data file is told in `lang`.
pub fn publish(order: &Order, lang: Lang) -> Result<Published, Failure> {
    let bytes = folder::data(&order.data).map_err(unreadable_at(&order.data))?;
    let checked = explain::validate(&bytes, lang);
    let report = match checked.report {
        Some(report) if checked.problems.is_empty() => report,
        _ => {
            return Err(Failure::Data {
                path: order.data.clone(),
                problems: checked.problems,
                hints: checked.hints,
            });
        }
    };
    let site = site(&order.site)?;
    let out = place(&order.out)?;
    apart(&out, &site, &order.data)?;
    replaceable(&out)?;
    let keep = keep(order)?;

    let stage = Staging::beside(&out)?;
    let mut files = folder::read(&site)?;
    files.retain(|path| !path.starts_with(DRAWN));
    files.put(data::PATH, bytes);
    if let Some(earlier) = keep {
        keep::carry(earlier, &mut files)?;
    }
    let base_url = order.base_url.clone();
    let options = SiteOptions {
        pictures: folder::pictures(&report, base_url.as_ref()).map_err(Failure::Finish)?,
        base_url,
        mark: order.at.unwrap_or_else(folder::now),
        offline: order.offline,
        compressed: true,
    };
    complete(&mut files, &report, &options).map_err(Failure::Finish)?;
    folder::write(stage.path(), &files)?;
    stage.take_place(&out)?;
    Ok(Published {
        report,
        hints: checked.hints,
    })
}

/// The folder of a finished site of this version, without links on the way.
fn site(folder: &Path) -> Result<PathBuf, Failure> {
    let site = fs::canonicalize(folder).map_err(unreadable_at(folder))?;
    let path = folder.to_owned();
    match made_by(&site) {
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
