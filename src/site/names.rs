//! JS, WASM and CSS named by the first 16 hex digits of the SHA-256 of their
//! final bytes, so that a host may let browsers keep them forever.
//!
//! Nothing may change the bytes of a named file afterwards; where something did,
//! the file is named anew.

use anyhow::{Context, Result};

use super::references::REFERENCES;
use super::rewrite::edit;
use super::tree::Files;
use crate::report::hash::sha256;

/// Renames the files the page names and returns the page with the new names.
/// `folder` is the page's, empty or with a slash at its end; no two pages name the
/// same file.
pub fn apply(files: &mut Files, folder: &str, html: &str) -> Result<String> {
    let mut html = html.to_owned();
    for reference in REFERENCES.iter().filter(|reference| reference.hashed) {
        for name in reference.names(&html)? {
            let new = rename(files, folder, &name)?;
            (html, _) = edit(&html, &reference.naming(&name), |element| {
                Ok(element.set_attribute(reference.attribute, &new)?)
            })?;
        }
    }
    Ok(html)
}

/// Renames one file and returns its new name.
fn rename(files: &mut Files, folder: &str, name: &str) -> Result<String> {
    let path = [folder, name].concat();
    let bytes = files
        .get(&path)
        .with_context(|| format!("the page names {name}, which is not in the site"))?
        .to_owned();
    let new = hashed(name, &bytes);
    files.remove(&path);
    files.put([folder, &new].concat(), bytes);
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
        let names = ["a.js", "b.js", "c.wasm", "d.css"];
        let mut files: Files = names.into_iter().map(|name| (name, "abc")).collect();
        let page = "<script src=\"a.js\" data-app=\"b.js\" data-app-wasm=\"c.wasm\"></script>\
            <link rel=\"stylesheet\" href=\"d.css\"><link rel=\"icon\" href=\"d.css\">\
            <script src=\"../embed.js\"></script>";
        let html = apply(&mut files, "", page).unwrap();
        assert_eq!(
            html,
            "<script src=\"a-ba7816bf8f01cfea.js\" data-app=\"b-ba7816bf8f01cfea.js\" \
             data-app-wasm=\"c-ba7816bf8f01cfea.wasm\"></script>\
             <link rel=\"stylesheet\" href=\"d-ba7816bf8f01cfea.css\">\
             <link rel=\"icon\" href=\"d.css\"><script src=\"../embed.js\"></script>"
        );
        assert!(files.find("c-ba7816bf8f01cfea.wasm").is_some());
        assert!(files.find("c.wasm").is_none());
    }

    #[test]
    fn a_reference_to_nothing_fails() {
        let page = "<script src=\"x.js\"></script>";
        let error = apply(&mut Files::default(), "", page).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the page names x.js, which is not in the site"
        );
    }
}
