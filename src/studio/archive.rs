//! A site's files as one zip, and back. The same files give the same bytes.

use std::io::{Cursor, Read, Write};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::site::Files;

/// The files of a zip.
pub fn unzipped(bytes: &[u8]) -> Result<Files> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).context("the site is no zip")?;
    let mut files = Files::default();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).context("the zip is cut off")?;
        if file.is_file() {
            let name = file.name().context("a name in the zip is no text")?;
            let name = name.into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)
                .with_context(|| format!("cannot unzip {name}"))?;
            files.put(name, bytes);
        }
    }
    Ok(files)
}

/// A zip of the files, without a time; what is compressed already is stored.
pub fn zipped(files: &Files) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files.iter() {
        let packed = [".br", ".gz", ".png"]
            .iter()
            .any(|ending| path.ends_with(ending));
        let method = match packed {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        writer
            .start_file(path, options)
            .and_then(|()| Ok(writer.write_all(bytes)?))
            .with_context(|| format!("cannot zip {path}"))?;
    }
    let zip = writer.finish().context("cannot finish the zip")?;
    Ok(zip.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_zipped_comes_back() {
        let files = Files::from_iter([("a/b.html", "甲".repeat(99)), ("c.png", "d".to_owned())]);
        let zip = zipped(&files).unwrap();
        assert_eq!(unzipped(&zip).unwrap(), files);
        assert_eq!(zipped(&files).unwrap(), zip);
    }
}
