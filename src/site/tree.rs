//! A site as its files, in memory.
//!
//! Knows paths and bytes. Where they come from and where they go, a folder or an
//! archive, is for others to know.

use std::collections::BTreeMap;
use std::io::ErrorKind;

use anyhow::{Context, Result};

/// The files of a site by their paths below it, `/` between the names of folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// The bytes of a file, where the site has it.
    pub fn find(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// The bytes of a file that has to be there.
    pub fn get(&self, path: &str) -> Result<&[u8]> {
        let bytes = self.find(path).ok_or(ErrorKind::NotFound);
        bytes
            .map_err(std::io::Error::from)
            .with_context(|| format!("cannot read {path}"))
    }

    /// The text of a file that has to be there.
    pub fn text(&self, path: &str) -> Result<&str> {
        let bytes = self.get(path)?;
        std::str::from_utf8(bytes).with_context(|| format!("{path} is no text in UTF-8"))
    }

    /// Puts a file there, in the place of one that may be there.
    pub fn put(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// Takes a file away, where it is there.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.0.remove(path)
    }

    /// Takes in files as they stand below a folder, which is empty or has a slash at
    /// its end.
    pub fn put_all(&mut self, folder: &str, files: Files) {
        for (path, bytes) in files.0 {
            self.put([folder, &path].concat(), bytes);
        }
    }

    /// Takes away all files but those.
    pub fn retain(&mut self, stays: impl Fn(&str) -> bool) {
        self.0.retain(|path, _| stays(path));
    }

    /// Every file's path, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Every file's path and bytes, in the order of paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Files {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Files {
        let files = files.into_iter();
        Files(
            files
                .map(|(path, bytes)| (path.into(), bytes.into()))
                .collect(),
        )
    }
}
