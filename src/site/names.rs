//! JS, WASM and CSS named by the first 16 hex digits of the SHA-256 of their
//! final bytes, so that a host may let browsers keep them forever.
//!
//! Knows which attributes of the page name files. Nothing may change the bytes
//! of a named file afterwards; where something did, the file is named anew.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::html::{edit, visit};
use crate::report::hash::sha256;

/// Where the page names its own JS, WASM and CSS.
const REFERENCES: [(&str, &str); 9] = [
    ("script[src]", "src"),
    ("script[data-app]", "data-app"),
    ("script[data-app-wasm]", "data-app-wasm"),
    ("script[data-writer]", "data-writer"),
    ("script[data-writer-wasm]", "data-writer-wasm"),
    ("script[data-extras]", "data-extras"),
    ("script[data-extras-wasm]", "data-extras-wasm"),
    ("script[data-framed]", "data-framed"),
    ("link[rel='stylesheet'][href]", "href"),
];

/// The script that other sites link to keeps its name.
pub const LASTING: &str = "embed.js";

/// The JS, WASM and CSS that the page names.
pub fn references(html: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for (selector, attribute) in REFERENCES {
        names.extend(at(html, selector, attribute)?);
    }
    Ok(names)
}

/// Renames the files the page names and returns the page with the new names.
/// `site` is the page's folder; no two pages name the same file.
pub fn apply(site: &Path, html: &str) -> Result<String> {
    let mut html = html.to_owned();
    for (selector, attribute) in REFERENCES {
        for name in at(&html, selector, attribute)? {
            let new = rename(site, &name)?;
            let one = format!("{selector}[{attribute}='{name}']");
            (html, _) = edit(&html, &one, |element| {
                Ok(element.set_attribute(attribute, &new)?)
            })?;
        }
    }
    Ok(html)
}

/// What that attribute says in all elements that the selector matches, but for
/// the script that keeps its name.
fn at(html: &str, selector: &str, attribute: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    visit(html, selector, |element| {
        names.extend(element.get_attribute(attribute));
    })?;
    names.retain(|name| !name.ends_with(LASTING));
    Ok(names)
}

/// Renames one file and returns its new name.
fn rename(site: &Path, name: &str) -> Result<String> {
    let old = site.join(name);
    let bytes = fs::read(&old)
        .with_context(|| format!("the page names {name}, which is not in the site"))?;
    let new = hashed(name, &bytes);
    fs::rename(&old, site.join(&new)).with_context(|| format!("cannot rename {name} to {new}"))?;
    Ok(new)
}

/// `app_bg.wasm` with its bytes becomes `app_bg-0123456789abcdef.wasm`; a
/// digest that stands there already gives way.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let digest = digest(bytes);
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = named_digest(name).map_or(stem, |old| {
        stem.strip_suffix(old)
            .and_then(|stem| stem.strip_suffix('-'))
            .unwrap_or(stem)
    });
    match extension {
        "" => format!("{stem}-{digest}"),
        _ => format!("{stem}-{digest}.{extension}"),
    }
}

/// How many digits of a file's digest stand in its name.
const DIGITS: usize = 16;

/// The first 16 hex digits of the SHA-256.
pub fn digest(bytes: &[u8]) -> String {
    sha256(bytes).chars().take(DIGITS).collect()
}

/// The digest a file's name ends with, where it has one: `0123456789abcdef` of
/// `app_bg-0123456789abcdef.wasm`.
pub fn named_digest(name: &str) -> Option<&str> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let (_, digest) = stem.rsplit_once('-')?;
    let hex = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
    (digest.len() == DIGITS && digest.bytes().all(hex)).then_some(digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_the_start_of_the_digest() {
        // SHA-256 of "abc" from FIPS 180-2, appendix B.1.
        assert_eq!(hashed("a_bg.wasm", b"abc"), "a_bg-ba7816bf8f01cfea.wasm");
        assert_eq!(hashed("a-b", b"abc"), "a-b-ba7816bf8f01cfea");
    }

    #[test]
    fn a_digest_that_is_there_gives_way() {
        let named = "a_bg-ba7816bf8f01cfea.wasm";
        assert_eq!(hashed(named, b"abc"), named);
        assert_eq!(
            hashed("a-0123456789abcdef.js", b"abc"),
            "a-ba7816bf8f01cfea.js"
        );
        assert_eq!(named_digest(named), Some("ba7816bf8f01cfea"));
        for name in [
            "a.js",
            "a-0123456789abcde.js",
            "a-0123456789ABCDEF.js",
            "0123456789abcdef.js",
        ] {
            assert_eq!(named_digest(name), None, "{name}");
        }
    }

    #[test]
    fn files_and_references_move_together() {
        let site = std::env::temp_dir().join(format!("tujie-names-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        for name in ["a.js", "b.js", "c.wasm", "d.css"] {
            fs::write(site.join(name), "abc").unwrap();
        }
        let page = "<script src=\"a.js\" data-app=\"b.js\" data-app-wasm=\"c.wasm\"></script>\
            <link rel=\"stylesheet\" href=\"d.css\"><link rel=\"icon\" href=\"d.css\">\
            <script src=\"../embed.js\"></script>";
        let html = apply(&site, page).unwrap();
        assert_eq!(
            html,
            "<script src=\"a-ba7816bf8f01cfea.js\" data-app=\"b-ba7816bf8f01cfea.js\" \
             data-app-wasm=\"c-ba7816bf8f01cfea.wasm\"></script>\
             <link rel=\"stylesheet\" href=\"d-ba7816bf8f01cfea.css\">\
             <link rel=\"icon\" href=\"d.css\"><script src=\"../embed.js\"></script>"
        );
        assert!(site.join("c-ba7816bf8f01cfea.wasm").is_file());
        assert!(!site.join("c.wasm").exists());
        fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn a_reference_to_nothing_fails() {
        let error = apply(Path::new("no-such-site"), "<script src=\"x.js\"></script>").unwrap_err();
        assert_eq!(
            error.to_string(),
            "the page names x.js, which is not in the site"
        );
    }
}
