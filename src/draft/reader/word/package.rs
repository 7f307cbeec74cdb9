//! The files that a Word file is packed of.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::draft::refusal::Refusal;

/// The most bytes that a part may unpack to: far more than 10 MB of text with its tags.
const MOST: u64 = 160 << 20;

/// A Word file, to be unpacked part by part.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of its parts, with `/` between folders.
    names: Vec<String>,
}

impl<'a> Package<'a> {
    /// Opens the file and sees what it is.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
        let names: Vec<String> = archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.replace('\\', "/")))
            .collect();
        let package = Self { archive, names };
        let holds = |name: &str| package.names.iter().any(|one| one.starts_with(name));
        if holds("word/document.xml") {
            return Ok(package);
        }
        Err(if holds("xl/") {
            Refusal::Packed("电子表格（.xlsx）", "a spreadsheet (.xlsx)")
        } else if holds("ppt/") {
            Refusal::Packed("演示文稿（.pptx）", "a set of slides (.pptx)")
        } else if holds("OFD.xml") {
            Refusal::Packed("版式文件（.ofd）", "a file of fixed layout (.ofd)")
        } else if holds("mimetype") && holds("content.xml") {
            Refusal::Packed("OpenDocument 文件（.odt）", "an OpenDocument file (.odt)")
        } else if holds("word/") || holds("[Content_Types].xml") || package.names.is_empty() {
            Refusal::Broken
        } else {
            Refusal::Packed("压缩包（.zip）", "an archive (.zip)")
        })
    }

    /// The names of all parts, in order of names.
    pub fn names(&self) -> Vec<String> {
        let mut names = self.names.clone();
        names.sort_unstable();
        names
    }

    /// How many pictures it holds.
    pub fn pictures(&self) -> usize {
        let media = |name: &&String| name.starts_with("word/media/");
        self.names.iter().filter(media).count()
    }

    /// The text of a part; none where there is no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let at = self.names.iter().position(|one| one == name);
        let Some(at) = at else { return Ok(None) };
        let file = self.archive.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => Refusal::Encrypted,
            _ => Refusal::Broken,
        })?;
        let mut bytes = Vec::new();
        // What the file says of its size is not believed.
        let read = file.take(MOST + 1).read_to_end(&mut bytes);
        read.map_err(|_| Refusal::Broken)?;
        if bytes.len() as u64 > MOST {
            return Err(Refusal::Bomb);
        }
        let (text, _) = crate::charset::decode(&bytes).ok_or(Refusal::Broken)?;
        Ok(Some(text.into_owned()))
    }
}
