//! The paragraphs of a Word file: its styles, its numbering, its tables and text boxes,
//! with tracked changes as accepted.

use crate::draft::document::{Document, DocumentFormat, Paragraph, ParagraphPlace};
use crate::draft::refusal::Refusal;

mod body;
mod numbering;
mod package;
mod styles;
mod xml;

use package::Package;

/// Reads a Word file.
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    let styles = styles::Styles::read(&package.part("word/styles.xml")?.unwrap_or_default());
    let numbering = package.part("word/numbering.xml")?.unwrap_or_default();
    let numbering = numbering::Numbering::read(&numbering);
    let Some(main) = package.part("word/document.xml")? else {
        return Err(Refusal::Broken);
    };
    let mut hidden = 0;
    let mut paragraphs = body::paragraphs(&main, &styles, &numbering, &mut hidden)?;
    drop(main);
    for part in package.names() {
        let place = match part.strip_prefix("word/") {
            Some(name) if name.starts_with("header") || name.starts_with("footer") => {
                ParagraphPlace::Margin
            }
            Some("footnotes.xml" | "endnotes.xml") => ParagraphPlace::Note,
            _ => continue,
        };
        let Some(xml) = package.part(&part)? else {
            continue;
        };
        let found = body::paragraphs(&xml, &styles, &numbering, &mut hidden)?;
        paragraphs.extend(found.into_iter().map(|one| Paragraph { place, ..one }));
    }
    Ok(Document {
        format: DocumentFormat::Docx,
        charset: None,
        paragraphs,
        hidden,
        pictures: package.pictures(),
    })
}
