//! What a first visit downloads, what is fetched on need apart from it, and the
//! bounds of both.
//!
//! The page itself tells which files these are, but for the data file, which the
//! app fetches. (A preload of it would be answered from the cache of a host that
//! sends no cache headers, and hide a new report.) Sizes are of the brotli
//! copies, in KB of 1,000 bytes.

use std::collections::BTreeSet;
use std::fmt;

use anyhow::{Context, Result};

use super::compress::brotli;
use super::references::{REFERENCES, Reference};
use super::tree::Files;
use super::{PAGE, data};

/// The most a first visit may download, in bytes of brotli.
const FIRST_VISIT: usize = 135_000;

/// The most that each WASM may take, in bytes of brotli, by the attribute that
/// names it.
const WASMS: [(&str, usize); 3] = [
    ("data-app-wasm", 76_000),
    ("data-writer-wasm", 171_000),
    // Few readers fetch it, and after the first visit.
    ("data-extras-wasm", 77_000),
];

/// The files that the page makes a browser fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Of every first visit, the page first.
    first_visit: Vec<FileSize>,
    /// Fetched on need.
    on_need: Vec<FileSize>,
}

/// One file of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FileSize {
    /// Relative to the site.
    name: String,
    /// In bytes, as it is.
    raw: usize,
    /// In bytes, as brotli.
    brotli: usize,
    /// The most it may be as brotli.
    bound: Option<usize>,
}

/// Measures what the page of a finished site makes a browser fetch.
pub fn measure(files: &Files) -> Result<Sizes> {
    let html = files.text(PAGE).context("there is no built site")?;
    let mut first_visit = vec![size(files, PAGE, None)?, size(files, data::PATH, None)?];
    first_visit.extend(named(files, html, |reference| reference.first)?);
    Ok(Sizes {
        first_visit,
        on_need: named(files, html, |reference| !reference.first)?,
    })
}

/// The files that the page names by some references.
fn named(files: &Files, html: &str, of: fn(&Reference) -> bool) -> Result<Vec<FileSize>> {
    let mut sizes = Vec::new();
    for reference in REFERENCES.iter().filter(|reference| of(reference)) {
        let bound = WASMS.iter().find(|(name, _)| *name == reference.attribute);
        let bound = bound.map(|(_, bound)| *bound);
        let names: BTreeSet<String> = reference.names(html)?.into_iter().collect();
        for name in &names {
            sizes.push(size(files, name, bound)?);
        }
    }
    Ok(sizes)
}

fn size(files: &Files, name: &str, bound: Option<usize>) -> Result<FileSize> {
    let bytes = files
        .get(name)
        .with_context(|| format!("the page fetches {name}, which is not in the site"))?;
    Ok(FileSize {
        name: name.to_owned(),
        raw: bytes.len(),
        brotli: brotli(bytes)?.len(),
        bound,
    })
}

impl Sizes {
    /// A sentence for each bound that is broken.
    pub fn broken(&self) -> Vec<String> {
        let files = self.first_visit.iter().chain(&self.on_need);
        let files = files.filter_map(|file| Some((file.name.as_str(), file.brotli, file.bound?)));
        std::iter::once(("A first visit", brotli_of(&self.first_visit), FIRST_VISIT))
            .chain(files)
            .filter(|(_, size, bound)| size > bound)
            .map(|(what, size, bound)| {
                format!(
                    "{what} takes {} KB of brotli; the bound is {} KB.",
                    kb(size),
                    kb(bound)
                )
            })
            .collect()
    }
}

/// The table, one file a line: of a first visit with its sum, then the rest.
impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        row(out, "first visit (KB)", ["raw", "brotli", "bound"])?;
        rows(out, &self.first_visit)?;
        let raw = kb(self.first_visit.iter().map(|file| file.raw).sum());
        let brotli = kb(brotli_of(&self.first_visit));
        row(out, "sum", [&raw, &brotli, &kb(FIRST_VISIT)])?;
        row(out, "on need", [""; 3])?;
        rows(out, &self.on_need)
    }
}

fn rows(out: &mut fmt::Formatter, files: &[FileSize]) -> fmt::Result {
    files.iter().try_for_each(|file| {
        let bound = file.bound.map(kb).unwrap_or_default();
        row(out, &file.name, [&kb(file.raw), &kb(file.brotli), &bound])
    })
}

fn row(out: &mut fmt::Formatter, name: &str, [raw, brotli, bound]: [&str; 3]) -> fmt::Result {
    let line = format!("{name:<36}{raw:>10}{brotli:>10}{bound:>10}");
    writeln!(out, "{}", line.trim_end())
}

/// Bytes of brotli in all.
fn brotli_of(files: &[FileSize]) -> usize {
    files.iter().map(|file| file.brotli).sum()
}

/// Bytes in KB with one decimal, rounded up so that no bound looks kept that is not.
fn kb(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(rest: usize, app: usize, writer: usize) -> Sizes {
        let file = |name: &str, brotli, bound| FileSize {
            name: name.to_owned(),
            raw: brotli * 3,
            brotli,
            bound,
        };
        Sizes {
            first_visit: vec![
                file("index.html", rest, None),
                file("app.wasm", app, Some(75_000)),
            ],
            on_need: vec![file("writer.wasm", writer, Some(122_000))],
        }
    }

    #[test]
    fn bounds_hold_up_to_the_last_byte() {
        assert_eq!(
            sizes(59_500, 75_000, 122_000).broken(),
            Vec::<String>::new()
        );
        assert_eq!(
            sizes(49_000, 75_001, 122_001).broken(),
            [
                "app.wasm takes 75.1 KB of brotli; the bound is 75.0 KB.",
                "writer.wasm takes 122.1 KB of brotli; the bound is 122.0 KB.",
            ]
        );
        assert_eq!(
            sizes(70_001, 65_000, 0).broken(),
            ["A first visit takes 135.1 KB of brotli; the bound is 135.0 KB."]
        );
    }

    #[test]
    fn what_is_fetched_on_need_is_no_part_of_the_sum() {
        let table = sizes(1_050, 70_000, 90_000).to_string();
        let sum = table.lines().find(|line| line.starts_with("sum")).unwrap();
        let words: Vec<_> = sum.split_whitespace().collect();
        assert_eq!(words, ["sum", "213.2", "71.1", "135.0"]);
    }
}
