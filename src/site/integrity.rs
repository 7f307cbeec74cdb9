//! Subresource integrity: the page says which bytes of JS and WASM may run.
//!
//! Which files have it, [`references`](super::references) tells.

use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::references::REFERENCES;
use super::rewrite::edit;
use super::tree::Files;

/// The page with a digest beside each script and WASM it names; `folder` is the
/// page's, empty or with a slash at its end.
pub fn apply(files: &Files, folder: &str, html: &str) -> Result<String> {
    let mut html = html.to_owned();
    for reference in REFERENCES {
        let Some(target) = reference.integrity else {
            continue;
        };
        for name in reference.names(&html)? {
            let digest = sha256(files.get(&[folder, &name].concat())?);
            (html, _) = edit(&html, &reference.naming(&name), |script| {
                Ok(script.set_attribute(target, &digest)?)
            })?;
        }
    }
    // Integrity needs a readable answer, which a frame of opaque origin gets only by
    // asking for one.
    let (html, _) = edit(&html, "script[integrity]", |script| {
        Ok(script.set_attribute("crossorigin", "anonymous")?)
    })?;
    Ok(html)
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
        let files = Files::from_iter([("a.js", "abc"), ("a.wasm", "abc")]);
        let page = "<link rel=\"stylesheet\" href=\"a.css\">\
            <script src=\"a.js\" data-app-wasm=\"a.wasm\"></script>\
            <script src=\"../embed.js\"></script>";
        let html = apply(&files, "", page).unwrap();
        // SHA-256 of "abc" from FIPS 180-2, appendix B.1, in base64.
        let abc = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
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
