//! JS, WASM and CSS named by the first 16 hex digits of the SHA-256 of their
//! final bytes, so that a host may let browsers keep them forever.
//!
//! Knows which attributes of the page name files. Nothing may change the bytes
//! of a named file afterwards.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::html::{edit, visit};

/// Where the page names its own JS, WASM and CSS.
const REFERENCES: [(&str, &str); 4] = [
    ("script[src]", "src"),
    ("script[data-glue]", "data-glue"),
    ("script[data-wasm]", "data-wasm"),
    ("link[rel='stylesheet'][href]", "href"),
];

/// The JS, WASM and CSS that the page names.
pub fn references(html: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for (selector, attribute) in REFERENCES {
        names.extend(at(html, selector, attribute)?);
    }
    Ok(names)
}

/// Renames the files the page names and returns the page with the new names.
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

/// What that attribute says in all elements that the selector matches.
fn at(html: &str, selector: &str, attribute: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    visit(html, selector, |element| {
        names.extend(element.get_attribute(attribute));
    })?;
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

/// `tujie_bg.wasm` with its bytes becomes `tujie_bg-0123456789abcdef.wasm`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let digest = start_of(&Sha256::digest(bytes));
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{digest}.{extension}"),
        None => format!("{name}-{digest}"),
    }
}

/// The first 16 hex digits of a digest.
pub fn start_of(digest: &[u8]) -> String {
    let bytes = digest.iter().take(8);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_the_start_of_the_digest() {
        // SHA-256 of "abc" from FIPS 180-2, appendix B.1.
        assert_eq!(hashed("a_bg.wasm", b"abc"), "a_bg-ba7816bf8f01cfea.wasm");
    }

    #[test]
    fn files_and_references_move_together() {
        let site = std::env::temp_dir().join(format!("tujie-names-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        for name in ["a.js", "b.js", "c.wasm", "d.css"] {
            fs::write(site.join(name), "abc").unwrap();
        }
        let page = "<script src=\"a.js\" data-glue=\"b.js\" data-wasm=\"c.wasm\"></script>\
            <link rel=\"stylesheet\" href=\"d.css\"><link rel=\"icon\" href=\"d.css\">";
        let html = apply(&site, page).unwrap();
        assert_eq!(
            html,
            "<script src=\"a-ba7816bf8f01cfea.js\" data-glue=\"b-ba7816bf8f01cfea.js\" \
             data-wasm=\"c-ba7816bf8f01cfea.wasm\"></script>\
             <link rel=\"stylesheet\" href=\"d-ba7816bf8f01cfea.css\">\
             <link rel=\"icon\" href=\"d.css\">"
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
