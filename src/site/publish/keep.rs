//! Hashed files of an earlier site, carried over so that a page somebody
//! opened yesterday still finds its app.
//!
//! Knows names. A file whose bytes are not those its name tells stays behind.

use std::fs;
use std::path::Path;

use crate::site::failure::{Failure, unreadable_at};
use crate::site::names::{digest, named_digest};
use crate::site::rules::is_hashed;
use crate::site::tree::Files;

/// Takes in the hashed files of that folder which the site has not.
pub fn carry(folder: &Path, files: &mut Files) -> Result<(), Failure> {
    collect(folder, "", files)
}

fn collect(folder: &Path, above: &str, files: &mut Files) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(unreadable_at(folder))? {
        let entry = entry.map_err(unreadable_at(folder))?;
        let path = entry.path();
        let kind = entry.file_type().map_err(unreadable_at(&path))?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let inside = [above, &name].concat();
        if kind.is_dir() {
            collect(&path, &(inside + "/"), files)?;
        } else if kind.is_file()
            && is_hashed(&name)
            && let Some(told) = named_digest(&name)
            && files.find(&inside).is_none()
        {
            let bytes = fs::read(&path).map_err(unreadable_at(&path))?;
            if digest(&bytes) == told {
                files.put(inside, bytes);
            }
        }
    }
    Ok(())
}
