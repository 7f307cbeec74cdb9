//! `.br` and `.gz` beside each compressible file, for hosts that serve them as
//! they are.
//!
//! The same bytes give the same copies on any day and any machine.

use std::io::{Read, Write};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};

use super::rules::kind;
use super::tree::Files;

/// Puts both copies of every compressible file beside it. Copies that are there and
/// hold the same bytes stay, others are replaced or, where nothing is left that they
/// are copies of, removed.
pub fn all(files: &mut Files) -> Result<()> {
    let copies: Vec<String> = files
        .paths()
        .filter_map(copied)
        .map(str::to_owned)
        .collect();
    for path in copies {
        if files.find(&path).is_none() {
            for ending in ["br", "gz"] {
                files.remove(&format!("{path}.{ending}"));
            }
        }
    }
    let paths: Vec<String> = files
        .paths()
        .filter(|path| compressible(path))
        .map(str::to_owned)
        .collect();
    for path in paths {
        let bytes = files.get(&path)?.to_owned();
        copy(files, &path, "br", &bytes, unbrotli, brotli)?;
        copy(files, &path, "gz", &bytes, gunzip, gzip)?;
    }
    Ok(())
}

fn compressible(path: &str) -> bool {
    kind(path).is_some_and(|kind| kind.compressed)
}

/// The file that one is named as a compressed copy of.
fn copied(path: &str) -> Option<&str> {
    let (file, ending) = path.rsplit_once('.')?;
    (matches!(ending, "br" | "gz") && compressible(file)).then_some(file)
}

/// One copy of a file, beside it: `report.json` and `br` name `report.json.br`.
fn copy(
    files: &mut Files,
    path: &str,
    ending: &str,
    bytes: &[u8],
    unpack: fn(&[u8]) -> Option<Vec<u8>>,
    pack: fn(&[u8]) -> Result<Vec<u8>>,
) -> Result<()> {
    let name = format!("{path}.{ending}");
    let standing = files.find(&name).and_then(unpack);
    if standing.is_none_or(|standing| standing != bytes) {
        files.put(name, pack(bytes)?);
    }
    Ok(())
}

/// Up to this many bytes brotli works at its highest quality. Above, that takes
/// seven times as long (11.5 s against 1.7 s for a page of 4.2 MB) to save a
/// seventh: more than a publisher would wait for.
const THOROUGH: usize = 1 << 20;

/// The bytes in brotli at its highest quality, or the one below where they are
/// very many.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: if bytes.len() > THOROUGH { 10 } else { 11 },
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)
        .context("brotli cannot compress")?;
    Ok(compressed)
}

/// The bytes in gzip at its highest level, naming neither file nor time.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new()
        .mtime(0)
        .write(Vec::new(), Compression::best());
    encoder.write_all(bytes).context("gzip cannot compress")?;
    encoder.finish().context("gzip cannot finish")
}

/// What brotli packed; none where it is no brotli.
fn unbrotli(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    brotli::BrotliDecompress(&mut &*packed, &mut bytes).ok()?;
    Some(bytes)
}

/// What gzip packed; none where it is no gzip.
fn gunzip(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_copies_hold_the_same_text() {
        let text = "政协提案".repeat(500);

        let packed = brotli(text.as_bytes()).unwrap();
        assert_eq!(unbrotli(&packed).unwrap(), text.as_bytes());
        let packed = gzip(text.as_bytes()).unwrap();
        assert_eq!(gunzip(&packed).unwrap(), text.as_bytes());
    }

    /// A finished site is finished again with another report: its copies are
    /// then of another text, or of none at all.
    #[test]
    fn copies_follow_their_files() {
        let mut files = Files::from_iter([("a.json", "once"), ("b.js", "twice")]);
        all(&mut files).unwrap();
        files.put("a.json", "anew");
        files.remove("b.js");
        files.put("c.br", "a file of somebody else");
        all(&mut files).unwrap();
        assert_eq!(unbrotli(files.find("a.json.br").unwrap()).unwrap(), b"anew");
        assert_eq!(gunzip(files.find("a.json.gz").unwrap()).unwrap(), b"anew");
        let paths: Vec<_> = files.paths().collect();
        assert_eq!(paths, ["a.json", "a.json.br", "a.json.gz", "c.br"]);
    }

    #[test]
    fn a_gzip_copy_carries_no_time() {
        // RFC 1952: MTIME is the four bytes from offset 4.
        assert_eq!(gzip(b"abc").unwrap()[4..8], [0, 0, 0, 0]);
    }
}
