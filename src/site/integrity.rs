//! Subresource integrity: the page says which bytes of JS and WASM may run.
//!
//! CSS has none: from `file://` and in sandboxed frames browsers would refuse a
//! style sheet with integrity, and the page must be styled there. Nor has the
//! one script that keeps its name: a new one must fit a page of before.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::html::edit;
use super::names::LASTING;

/// Attributes that name a file, each with the one that takes its digest.
const PAIRS: [(&str, &str); 8] = [
    ("src", "integrity"),
    ("data-extras", "data-extras-integrity"),
    ("data-extras-wasm", "data-extras-wasm-integrity"),
    ("data-framed", "data-framed-integrity"),
    ("data-app", "data-app-integrity"),
    ("data-app-wasm", "data-app-wasm-integrity"),
    ("data-writer", "data-writer-integrity"),
    ("data-writer-wasm", "data-writer-wasm-integrity"),
];

/// The page with a digest beside each script and WASM it names; `folder` is
/// the page's.
pub fn apply(folder: &Path, html: &str) -> Result<String> {
    let (html, _) = edit(html, "script", |script| {
        for (source, target) in PAIRS {
            let name = script.get_attribute(source);
            if let Some(name) = name.filter(|name| !name.ends_with(LASTING)) {
                script.set_attribute(target, &of_file(&folder.join(name))?)?;
            }
        }
        if script.has_attribute("integrity") {
            // Integrity needs a readable answer, which a frame of opaque
            // origin gets only by asking for one.
            script.set_attribute("crossorigin", "anonymous")?;
        }
        Ok(())
    })?;
    Ok(html)
}

/// `sha384-…` of a file.
fn of_file(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(["sha384-", &BASE64_STANDARD.encode(Sha384::digest(bytes))].concat())
}

/// `sha256-…` of these bytes.
pub fn sha256(bytes: &[u8]) -> String {
    ["sha256-", &BASE64_STANDARD.encode(Sha256::digest(bytes))].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_wasm_get_digests_and_styles_none() {
        let site = std::env::temp_dir().join(format!("tujie-integrity-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join("a.js"), "abc").unwrap();
        fs::write(site.join("a.wasm"), "abc").unwrap();
        let page = "<link rel=\"stylesheet\" href=\"a.css\">\
            <script src=\"a.js\" data-app-wasm=\"a.wasm\"></script>\
            <script src=\"../embed.js\"></script>";
        let html = apply(&site, page).unwrap();
        fs::remove_dir_all(&site).unwrap();
        // SHA-384 of "abc" from FIPS 180-2, appendix D.1, in base64.
        let abc = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(
            html,
            format!(
                "<link rel=\"stylesheet\" href=\"a.css\"><script src=\"a.js\" \
                 data-app-wasm=\"a.wasm\" integrity=\"{abc}\" data-app-wasm-integrity=\"{abc}\" \
                 crossorigin=\"anonymous\"></script><script src=\"../embed.js\"></script>"
            )
        );
    }
}
