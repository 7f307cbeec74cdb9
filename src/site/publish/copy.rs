//! Plain files, copied by their bytes.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::site::failure::Failure;

/// Copies a folder's plain files; anything else in it is refused.
pub fn folder(from: &Path, to: &Path, left_out: &dyn Fn(&Path) -> bool) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(unwritable(to))?;
    for entry in fs::read_dir(from).map_err(unreadable(from))? {
        let entry = entry.map_err(unreadable(from))?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type().map_err(unreadable(&path))?;
        if left_out(&path) {
            continue;
        }
        if kind.is_dir() {
            folder(&path, &target, left_out)?;
        } else if kind.is_file() {
            file(&path, &target)?;
        } else {
            return Err(Failure::NotAFile { path });
        }
    }
    Ok(())
}

/// Copies the bytes alone: a copy of a read-only file is not one.
pub fn file(from: &Path, to: &Path) -> Result<(), Failure> {
    let mut source = File::open(from).map_err(unreadable(from))?;
    let mut target = File::create(to).map_err(unwritable(to))?;
    io::copy(&mut source, &mut target).map_err(unwritable(to))?;
    Ok(())
}

/// Writes a file, with the folder it stands in.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(unwritable(folder))?;
    }
    fs::write(path, bytes).map_err(unwritable(path))
}

/// For an error met while reading there.
pub fn unreadable(path: &Path) -> impl Fn(io::Error) -> Failure {
    let path = path.to_owned();
    move |error| Failure::Unreadable {
        path: path.clone(),
        error,
    }
}

/// For an error met while writing there.
pub fn unwritable(path: &Path) -> impl Fn(io::Error) -> Failure {
    let path = path.to_owned();
    move |error| Failure::Unwritable {
        path: path.clone(),
        error,
    }
}
