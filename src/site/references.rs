//! Where a page names its own files: the one table that names, integrity and sizes
//! are made of.

use anyhow::Result;

use super::rewrite::visit;

/// An attribute that names a file.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// The elements that have it.
    pub selector: &'static str,
    /// Its name.
    pub attribute: &'static str,
    /// The attribute beside it that takes the file's integrity. Style sheets have
    /// none: from `file://` and in sandboxed frames browsers would refuse them.
    pub integrity: Option<&'static str>,
    /// Whether the file's name tells its bytes.
    pub hashed: bool,
    /// Whether every first visit fetches the file.
    pub first: bool,
}

/// All of them, in the order of the page.
pub const REFERENCES: [Reference; 12] = [
    script("script[src]", "src", "integrity", true),
    script("script[data-app]", "data-app", "data-app-integrity", true),
    script(
        "script[data-app-wasm]",
        "data-app-wasm",
        "data-app-wasm-integrity",
        true,
    ),
    script(
        "script[data-writer]",
        "data-writer",
        "data-writer-integrity",
        false,
    ),
    script(
        "script[data-writer-wasm]",
        "data-writer-wasm",
        "data-writer-wasm-integrity",
        false,
    ),
    script(
        "script[data-extras]",
        "data-extras",
        "data-extras-integrity",
        false,
    ),
    script(
        "script[data-extras-wasm]",
        "data-extras-wasm",
        "data-extras-wasm-integrity",
        false,
    ),
    script(
        "script[data-framed]",
        "data-framed",
        "data-framed-integrity",
        false,
    ),
    Reference {
        hashed: true,
        ..plain("link[rel='stylesheet'][href]", "href")
    },
    plain("script[data-worker]", "data-worker"),
    plain("link[rel~='icon'][href]", "href"),
    plain("link[rel='manifest'][href]", "href"),
];

/// The script that other sites link to keeps its name and has no integrity: a new
/// one must fit a page of before.
pub const LASTING: &str = "embed.js";

/// A script or a WASM, named by its bytes and with integrity.
const fn script(
    selector: &'static str,
    attribute: &'static str,
    integrity: &'static str,
    first: bool,
) -> Reference {
    Reference {
        selector,
        attribute,
        integrity: Some(integrity),
        hashed: true,
        first,
    }
}

/// A file of a lasting name that every first visit fetches.
const fn plain(selector: &'static str, attribute: &'static str) -> Reference {
    Reference {
        selector,
        attribute,
        integrity: None,
        hashed: false,
        first: true,
    }
}

impl Reference {
    /// Selects the elements that name that file by it.
    pub fn naming(&self, name: &str) -> String {
        format!("{}[{}='{name}']", self.selector, self.attribute)
    }

    /// The files that it names in a page, but for what is written into the page and
    /// the script that keeps its name.
    pub fn names(&self, html: &str) -> Result<Vec<String>> {
        let mut names = Vec::new();
        visit(html, self.selector, |element| {
            names.extend(element.get_attribute(self.attribute));
        })?;
        names.retain(|name| !name.ends_with(LASTING) && !name.starts_with("data:"));
        Ok(names)
    }
}
