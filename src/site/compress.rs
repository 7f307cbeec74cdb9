//! `.br` and `.gz` beside each compressible file, for hosts that serve them as
//! they are.
//!
//! The same bytes give the same copies on any day and any machine.

use std::cmp::Reverse;
use std::io::{Read, Write};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, available_parallelism};

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
    for (name, packed) in side_by_side(&missing(files), workers())? {
        files.put(name, packed);
    }
    Ok(())
}

/// A compressed copy that is to be made.
struct CompressedCopy<'a> {
    name: String,
    of: &'a [u8],
    pack: Pack,
}

type Pack = fn(&[u8]) -> Result<Vec<u8>>;
type Unpack = fn(&[u8]) -> Option<Vec<u8>>;

/// The copies that are not there, or are of other bytes; what takes longest first.
fn missing(files: &Files) -> Vec<CompressedCopy<'_>> {
    let mut copies = Vec::new();
    for (path, of) in files.iter().filter(|(path, _)| compressible(path)) {
        let kinds: [(&str, Unpack, Pack); 2] = [("br", unbrotli, brotli), ("gz", gunzip, gzip)];
        for (ending, unpack, pack) in kinds {
            let name = format!("{path}.{ending}");
            let standing = files.find(&name).and_then(unpack);
            if standing.is_none_or(|standing| standing != of) {
                copies.push(CompressedCopy { name, of, pack });
            }
        }
    }
    copies.sort_by_key(|copy| Reverse(copy.of.len()));
    copies
}

/// How many copies are made at once: as many as the computer does things at once. Where
/// there are no threads, as in the 编辑台, one.
fn workers() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}

/// The names and bytes of all copies: each worker takes the next one that nobody has
/// taken. Who made which is not to be seen in them.
fn side_by_side(copies: &[CompressedCopy], workers: usize) -> Result<Vec<(String, Vec<u8>)>> {
    let next = AtomicUsize::new(0);
    let work = || -> Result<Vec<(String, Vec<u8>)>> {
        let taken = std::iter::from_fn(|| copies.get(next.fetch_add(1, Ordering::Relaxed)));
        taken
            .map(|copy| Ok((copy.name.clone(), (copy.pack)(copy.of)?)))
            .collect()
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..workers.min(copies.len()))
            .map(|_| scope.spawn(work))
            .collect();
        let mut made = work()?;
        for other in others {
            made.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic))?);
        }
        Ok(made)
    })
}

fn compressible(path: &str) -> bool {
    kind(path).is_some_and(|kind| kind.compressed)
}

/// The file that one is named as a compressed copy of.
fn copied(path: &str) -> Option<&str> {
    let (file, ending) = path.rsplit_once('.')?;
    (matches!(ending, "br" | "gz") && compressible(file)).then_some(file)
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

    /// Whoever makes a copy, and beside whom, is not to be seen in it.
    #[test]
    fn many_workers_make_the_copies_that_one_makes() {
        let texts = ["甲", "乙", "丙"].map(|text| text.repeat(999));
        let names = ["a.json", "b.js", "c.css"];
        let files = Files::from_iter(names.into_iter().zip(texts));
        let made = |workers| {
            let made = side_by_side(&missing(&files), workers).unwrap();
            Files::from_iter(made)
        };
        assert_eq!(made(1).paths().count(), 6);
        assert_eq!(made(4), made(1));
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
