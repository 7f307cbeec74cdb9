//! Which data files are meant, and what the folders of many reports are called.

use std::fs;
use std::path::{Path, PathBuf};

use crate::site::failure::{Failure, unreadable_at};
use crate::site::tree::Files;

/// A data file.
#[derive(Debug)]
pub struct Input {
    /// Where it stands.
    pub path: PathBuf,
    /// The name of its report's folder in a site of many: its own, without the ending.
    pub folder: String,
}

/// What was asked for.
#[derive(Debug)]
pub struct Inputs {
    /// The files, in the order they were named, those of a folder by name.
    pub files: Vec<Input>,
    /// Whether they make a site of many reports.
    pub many: bool,
    /// Whether nobody has said in which order: then the newest comes first.
    pub sorted: bool,
}

/// The data files that these paths mean. A folder means all in it.
pub fn of(paths: &[PathBuf]) -> Result<Inputs, Failure> {
    let mut files = Vec::new();
    let mut folders = 0;
    for path in paths {
        if path.is_dir() {
            files.extend(of_folder(path)?);
            folders += 1;
        } else {
            files.push(input(path.clone()));
        }
    }
    Ok(Inputs {
        many: folders > 0 || files.len() > 1,
        sorted: folders == paths.len(),
        files,
    })
}

/// The data files in a folder, but for schemas and what is hidden.
fn of_folder(folder: &Path) -> Result<Vec<Input>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable_at(folder))? {
        let path = entry.map_err(unreadable_at(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let data = name.ends_with(".json") && !name.ends_with(".schema.json");
        if data && !name.starts_with('.') && path.is_file() {
            found.push(path);
        }
    }
    if found.is_empty() {
        let path = folder.to_owned();
        return Err(Failure::NoData { path });
    }
    found.sort();
    Ok(found.into_iter().map(input).collect())
}

fn input(path: PathBuf) -> Input {
    let name = path.file_stem().unwrap_or_default();
    let folder = name.to_string_lossy().into_owned();
    Input { path, folder }
}

/// Whether each report can have its folder: a name that an address may hold, of no
/// other report and of nothing that the site itself has.
pub fn distinct<'a>(inputs: impl Iterator<Item = &'a Input>, site: &Files) -> Result<(), Failure> {
    let first = |path: &str| path.split('/').next().unwrap_or(path).to_lowercase();
    let mut taken: Vec<String> = site.paths().map(first).collect();
    for Input { path, folder } in inputs {
        let (path, name) = (path.clone(), folder.clone());
        if !fits(folder) {
            return Err(Failure::OddName { path, name });
        }
        // Some file systems do not tell capital letters from small ones.
        let folder = folder.to_lowercase();
        if taken.contains(&folder) {
            return Err(Failure::TakenName { path, name });
        }
        taken.push(folder);
    }
    Ok(())
}

/// Whether an address may hold the name as it is, on every host.
fn fits(name: &str) -> bool {
    let odd = |letter: char| {
        letter.is_whitespace() || letter.is_control() || "<>\"'#?%&\\/:*|".contains(letter)
    };
    !name.is_empty() && !name.starts_with('.') && !name.ends_with('.') && !name.contains(odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_an_address_cannot_hold_do_not_fit() {
        for name in ["2026", "五届", "2025年报告（定稿）", "a.b"] {
            assert!(fits(name), "{name}");
        }
        for name in [
            "",
            ".a",
            "a.",
            "..",
            "a b",
            "a\u{3000}b",
            "a#",
            "50%",
            "a?b",
            "a\u{FFFD}\0",
        ] {
            assert!(!fits(name), "{name}");
        }
    }
}
