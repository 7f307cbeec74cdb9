//! What a file is by its first bytes.

use crate::draft::refusal::Refusal;

/// Why files that begin so are not read.
pub fn refused(bytes: &[u8]) -> Option<Refusal> {
    const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if bytes.starts_with(OLE) {
        let name: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let encrypted = bytes.windows(name.len()).any(|window| window == name);
        return Some(if encrypted {
            Refusal::Encrypted
        } else {
            Refusal::OldWord
        });
    }
    let pictures: [(&[u8], &str); 8] = [
        (b"\x89PNG", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF8", "GIF"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"RIFF", "WebP"),
        (b"\0\0\0\x20ftyp", "HEIC"),
        (b"\0\0\0\x1Cftyp", "HEIC"),
    ];
    let picture = pictures.iter().find(|(first, _)| bytes.starts_with(first));
    if let Some((_, name)) = picture {
        return Some(Refusal::Picture(name));
    }
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some(Refusal::Picture("BMP"));
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    if head.windows(5).any(|window| window == b"%PDF-") {
        return Some(Refusal::Pdf);
    }
    bytes.starts_with(b"{\\rtf").then_some(Refusal::Rtf)
}

/// Why texts that are so are not read.
pub fn refused_text(text: &str) -> Option<Refusal> {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
    if text.is_empty() {
        return Some(Refusal::Empty);
    }
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let file: serde_json::Value = serde_json::from_str(text).ok()?;
    let report = file.get("parts").is_some() && file.get("title").is_some();
    Some(if report {
        Refusal::Report
    } else {
        Refusal::Json
    })
}

/// Whether the text is a web page.
pub fn is_html(text: &str, name: &str) -> bool {
    const HEAD: usize = 1024;
    let named = [".html", ".htm", ".xhtml"]
        .iter()
        .any(|end| name.ends_with(end));
    let head: String = text.trim_start().chars().take(HEAD).collect();
    let head = head.to_ascii_lowercase();
    let begins = ["<!doctype html", "<html", "<?xml"]
        .iter()
        .any(|tag| head.starts_with(tag));
    let tagged = ["<body", "<div", "<p>", "<p ", "<meta ", "<br"]
        .iter()
        .any(|tag| head.contains(tag));
    begins && head.contains("<html") || tagged && (named || head.starts_with('<'))
}
