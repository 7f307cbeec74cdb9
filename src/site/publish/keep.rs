//! Hashed files of an earlier site, carried over so that a page somebody
//! opened yesterday still finds its app.
//!
//! Knows names. A file whose bytes are not those its name tells stays behind.

use std::fs;
use std::path::Path;

use super::copy::{file, unreadable, unwritable};
use crate::site::failure::Failure;
use crate::site::names::{digest, named_digest};

/// Endings of what is named by its bytes.
const EXTENSIONS: [&str; 3] = ["js", "wasm", "css"];

/// Copies the hashed files that stand in `from` and not yet in `to`.
pub fn carry(from: &Path, to: &Path) -> Result<(), Failure> {
    for entry in fs::read_dir(from).map_err(unreadable(from))? {
        let entry = entry.map_err(unreadable(from))?;
        let (path, name) = (entry.path(), entry.file_name());
        let target = to.join(&name);
        let kind = entry.file_type().map_err(unreadable(&path))?;
        if kind.is_dir() {
            carry(&path, &target)?;
            continue;
        }
        let known = path
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| EXTENSIONS.contains(&extension));
        let Some(told) = name.to_str().and_then(named_digest) else {
            continue;
        };
        if kind.is_file() && known && !target.exists() {
            let bytes = fs::read(&path).map_err(unreadable(&path))?;
            if digest(&bytes) == told {
                fs::create_dir_all(to).map_err(unwritable(to))?;
                file(&path, &target)?;
            }
        }
    }
    Ok(())
}
