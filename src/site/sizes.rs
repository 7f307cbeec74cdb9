//! What a first visit downloads, and the bounds it keeps to.
//!
//! The page itself tells which files these are, but for the data file, which the
//! app fetches. (A preload of it would be answered from the cache of a host that
//! sends no cache headers, and hide a new report.) Sizes are of the brotli
//! copies, in KB of 1,000 bytes.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::compress::brotli;
use super::data;
use super::html::visit;

/// The most a first visit may download, in bytes of brotli.
pub const TOTAL_BOUND: usize = 150_000;

/// The most the WASM may take of it.
pub const WASM_BOUND: usize = 100_000;

/// Attributes by which the page, or its loader, fetches a file.
const FETCHED: [(&str, &str); 7] = [
    ("script[src]", "src"),
    ("script[data-app]", "data-app"),
    ("script[data-app-wasm]", "data-app-wasm"),
    ("script[data-worker]", "data-worker"),
    ("link[rel='stylesheet']", "href"),
    ("link[rel~='icon']", "href"),
    ("link[rel='manifest']", "href"),
];

/// The files of a first visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// In the order of their names, the page first.
    pub files: Vec<FileSize>,
}

/// One file of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileSize {
    /// Relative to the site.
    pub name: String,
    /// In bytes, as it is.
    pub raw: usize,
    /// In bytes, as brotli.
    pub brotli: usize,
}

/// Measures what the page of a finished site makes a browser fetch.
pub fn measure(site: &Path) -> Result<Sizes> {
    let page = site.join("index.html");
    let html = fs::read_to_string(&page)
        .with_context(|| format!("there is no built site: cannot read {}", page.display()))?;
    let mut names = BTreeSet::from([data::PATH.to_owned()]);
    for (selector, attribute) in FETCHED {
        visit(&html, selector, |element| {
            names.extend(element.get_attribute(attribute));
        })?;
    }
    names.retain(|name| !name.starts_with("data:"));
    let files = std::iter::once("index.html".to_owned())
        .chain(names)
        .map(|name| {
            let bytes = fs::read(site.join(&name))
                .with_context(|| format!("the page fetches {name}, which is not in the site"))?;
            Ok(FileSize {
                raw: bytes.len(),
                brotli: brotli(&bytes)?.len(),
                name,
            })
        })
        .collect::<Result<_>>()?;
    Ok(Sizes { files })
}

impl Sizes {
    /// Bytes of brotli in all.
    pub fn total(&self) -> usize {
        self.files.iter().map(|file| file.brotli).sum()
    }

    /// Bytes of brotli of the WASM.
    pub fn wasm(&self) -> usize {
        let wasm = self.files.iter().filter(|file| is_wasm(&file.name));
        wasm.map(|file| file.brotli).sum()
    }

    /// A sentence for each bound that is broken.
    pub fn broken(&self) -> Vec<String> {
        [
            ("A first visit", self.total(), TOTAL_BOUND),
            ("The WASM", self.wasm(), WASM_BOUND),
        ]
        .into_iter()
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

/// The table, one file a line, then the sum beside the bounds.
impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let row = |out: &mut fmt::Formatter, name: &str, raw: &str, brotli: &str, bound: &str| {
            let line = format!("{name:<36}{raw:>10}{brotli:>10}{bound:>10}");
            writeln!(out, "{}", line.trim_end())
        };
        row(out, "first visit (KB)", "raw", "brotli", "bound")?;
        for file in &self.files {
            let bound = if is_wasm(&file.name) {
                kb(WASM_BOUND)
            } else {
                String::new()
            };
            row(out, &file.name, &kb(file.raw), &kb(file.brotli), &bound)?;
        }
        let raw = self.files.iter().map(|file| file.raw).sum();
        row(out, "sum", &kb(raw), &kb(self.total()), &kb(TOTAL_BOUND))
    }
}

fn is_wasm(name: &str) -> bool {
    name.ends_with(".wasm")
}

/// Bytes in KB with one decimal, rounded up so that no bound looks kept that is not.
fn kb(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(wasm: usize, rest: usize) -> Sizes {
        let file = |name: &str, brotli| FileSize {
            name: name.to_owned(),
            raw: brotli * 3,
            brotli,
        };
        Sizes {
            files: vec![file("index.html", rest), file("a.wasm", wasm)],
        }
    }

    #[test]
    fn bounds_hold_up_to_the_last_byte() {
        assert_eq!(sizes(100_000, 50_000).broken(), Vec::<String>::new());
        assert_eq!(
            sizes(100_001, 49_000).broken(),
            ["The WASM takes 100.1 KB of brotli; the bound is 100.0 KB."]
        );
        assert_eq!(
            sizes(90_000, 60_001).broken(),
            ["A first visit takes 150.1 KB of brotli; the bound is 150.0 KB."]
        );
    }

    #[test]
    fn the_table_shows_the_sum_beside_its_bound() {
        let table = sizes(90_000, 1_050).to_string();
        let last = table.lines().last().unwrap();
        let words: Vec<_> = last.split_whitespace().collect();
        assert_eq!(words, ["sum", "273.2", "91.1", "150.0"]);
    }
}
