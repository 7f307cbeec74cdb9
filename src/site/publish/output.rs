//! Where the output stands, and whether it may be replaced: nobody's files
//! shall be lost to a slip of the keyboard.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::site::failure::{Failure, unreadable_at, unwritable_at};
use crate::site::{inject, version};

/// Where something stands or will stand, without links on the way.
pub fn place(path: &Path) -> Result<PathBuf, Failure> {
    resolved(path).map_err(unwritable_at(path))
}

fn resolved(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let strange = path
        .components()
        .any(|step| matches!(step, Component::ParentDir));
    let there = match path.ancestors().find(|above| above.exists()) {
        Some(there) if there == path || !(strange || path.is_symlink()) => there,
        // A step back from what is not there, or a link to it.
        _ => return Err(io::ErrorKind::NotFound.into()),
    };
    let rest = path.strip_prefix(there).unwrap_or(Path::new(""));
    let mut place = dunce::canonicalize(there)?;
    place.extend(rest);
    Ok(place)
}

/// Whether replacing the output leaves alone what it is made of.
pub fn apart(out: &Path, site: &Path, data: &Path) -> Result<(), Failure> {
    let entangled = |other: &Path| Failure::Entangled {
        out: out.to_owned(),
        other: other.to_owned(),
    };
    if out.starts_with(site) || site.starts_with(out) {
        return Err(entangled(site));
    }
    // A pipe has no place.
    match dunce::canonicalize(data) {
        Ok(data) if data.starts_with(out) => Err(entangled(&data)),
        _ => Ok(()),
    }
}

/// Whether the output is new, empty, or an earlier site, of whatever version.
pub fn replaceable(out: &Path) -> Result<(), Failure> {
    if !out.exists() {
        return Ok(());
    }
    let mut entries = fs::read_dir(out).map_err(unreadable_at(out))?;
    if entries.next().is_none() || made_by(out).is_some() {
        return Ok(());
    }
    Err(Failure::Foreign {
        path: out.to_owned(),
    })
}

/// The version that made the site in that folder, if one did.
pub fn made_by(folder: &Path) -> Option<String> {
    let html = fs::read_to_string(folder.join("index.html")).ok()?;
    version::of(&html)
}

/// Whether the site in that folder shows one report, and no list of many.
pub fn holds_a_report(folder: &Path) -> bool {
    let html = fs::read_to_string(folder.join("index.html"));
    html.is_ok_and(|html| inject::has_place(&html))
}
