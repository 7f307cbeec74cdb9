//! Where a page names its own files: the one table that names, integrity and sizes
//! are made of.

use anyhow::Result;

use super::rewrite::{edit, visit};

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
    /// Whether the file is a report's own: in a site of many reports each has one in
    /// its folder. All others are there once, for all reports.
    pub own: bool,
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
    Reference {
        own: true,
        ..plain("script[data-worker]", "data-worker")
    },
    plain("link[rel~='icon'][href]", "href"),
    Reference {
        own: true,
        ..plain("link[rel='manifest'][href]", "href")
    },
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
        own: false,
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
        own: false,
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

/// The page as it stands in a folder of the site: what is there once for all reports
/// it names by `up`, which leads from the folder to the site.
pub fn from_folder(html: &str, up: &str) -> Result<String> {
    let mut html = html.to_owned();
    for reference in REFERENCES.iter().filter(|reference| !reference.own) {
        for name in reference.names(&html)? {
            (html, _) = edit(&html, &reference.naming(&name), |element| {
                Ok(element.set_attribute(reference.attribute, &[up, &name].concat())?)
            })?;
        }
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_s_page_names_what_is_there_once_above_it() {
        let page = "<link rel=\"icon\" href=\"icon.svg\">\
            <link rel=\"manifest\" href=\"manifest.webmanifest\">\
            <link rel=\"stylesheet\" href=\"style.css\"><link rel=\"icon\" href=\"data:,\">\
            <script src=\"loader.js\" data-app=\"app.js\" data-worker=\"sw.js\"></script>";
        let html = from_folder(page, "../").unwrap();
        assert_eq!(
            html,
            "<link rel=\"icon\" href=\"../icon.svg\">\
             <link rel=\"manifest\" href=\"manifest.webmanifest\">\
             <link rel=\"stylesheet\" href=\"../style.css\"><link rel=\"icon\" href=\"data:,\">\
             <script src=\"../loader.js\" data-app=\"../app.js\" data-worker=\"sw.js\"></script>"
        );
        assert_eq!(from_folder(page, "").unwrap(), page);
    }
}
