//! `.br` and `.gz` beside each compressible file, for hosts that serve them as
//! they are.
//!
//! The same bytes give the same copies on any day and any machine.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};

use super::folder::files;
use super::rules::kind;

/// Writes both copies of every compressible file below `site`, replacing older ones.
pub fn all(site: &Path) -> Result<()> {
    for path in files(site)? {
        let kind = path.to_str().and_then(kind);
        if kind.is_some_and(|kind| kind.compressed) {
            let bytes =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            write_beside(&path, "br", &brotli(&bytes)?)?;
            write_beside(&path, "gz", &gzip(&bytes)?)?;
        }
    }
    Ok(())
}

/// The bytes in brotli at its highest quality.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
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

/// `report.json` and `br` name `report.json.br`.
fn write_beside(path: &Path, extension: &str, bytes: &[u8]) -> Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    fs::write(&name, bytes).with_context(|| format!("cannot write {}", Path::new(&name).display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_copies_hold_the_same_text() {
        let text = "政协提案".repeat(500);

        let mut from_brotli = Vec::new();
        let packed = brotli(text.as_bytes()).unwrap();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut from_brotli).unwrap();
        assert_eq!(from_brotli, text.as_bytes());

        let packed = gzip(text.as_bytes()).unwrap();
        let mut from_gzip = String::new();
        flate2::read::GzDecoder::new(packed.as_slice())
            .read_to_string(&mut from_gzip)
            .unwrap();
        assert_eq!(from_gzip, text);
    }

    #[test]
    fn a_gzip_copy_carries_no_time() {
        // RFC 1952: MTIME is the four bytes from offset 4.
        assert_eq!(gzip(b"abc").unwrap()[4..8], [0, 0, 0, 0]);
    }
}
