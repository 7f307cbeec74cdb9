//! The 编辑台 as one file: a page in which all that it needs stands.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::archive::zipped;
use crate::site::compress::gzip;
use crate::site::{Files, poster};

/// The page, with places for all that is put into it.
const TEMPLATE: &str = include_str!("../../studio/index.html");
const STYLE: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../studio/desk.css")
);
const BOOT: &str = include_str!("../../studio/boot.js");
const WORKER: &str = include_str!("../../studio/press.js");
const ICON: &str = include_str!("../../public/icon.svg");

/// The largest file, in bytes.
const MOST: usize = 8_000_000;

/// What is compiled and built before.
pub struct Compiled<'a> {
    /// The desk's WASM, and what binds it to the page.
    pub desk: &'a [u8],
    pub glue: &'a str,
    /// The press's WASM.
    pub press: &'a [u8],
    /// The site that reports are put into.
    pub site: &'a Files,
}

/// The file.
pub fn bound(compiled: &Compiled<'_>) -> Result<String> {
    let mut site = compiled.site.clone();
    site.retain(|path| !path.starts_with(poster::FOLDER));
    let boot = format!("{}\n{BOOT}", compiled.glue);
    let hash = BASE64_STANDARD.encode(Sha256::digest(boot.as_bytes()));
    let policy = policy(&hash);
    let icon = ICON.replace('#', "%23").replace('"', "'");
    let parts = [
        ("policy", policy),
        ("icon", icon),
        ("style", STYLE.to_owned()),
        ("desk", packed(compiled.desk)?),
        ("press", packed(compiled.press)?),
        ("site", packed(&zipped(&site)?)?),
        ("worker", WORKER.to_owned()),
        ("boot", boot),
    ];
    let mut page = String::new();
    let mut rest = TEMPLATE;
    for (name, part) in &parts {
        ensure!(!part.contains("</script"), "{name} ends its own element");
        let place = format!("{{{name}}}");
        let (before, after) = rest
            .split_once(&place)
            .with_context(|| format!("no place for {name}"))?;
        page.push_str(before);
        page.push_str(part);
        rest = after;
    }
    page.push_str(rest);
    ensure!(
        page.len() <= MOST,
        "the file has {} bytes; the most is {MOST}",
        page.len()
    );
    Ok(page)
}

/// What the page may do: run this one script, and ask nobody for anything.
fn policy(hash: &str) -> String {
    format!(
        "default-src 'none'; script-src 'sha256-{hash}' 'wasm-unsafe-eval'; worker-src blob:; \
         style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

fn packed(bytes: &[u8]) -> Result<String> {
    Ok(BASE64_STANDARD.encode(gzip(bytes)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_may_run_its_own_script_and_ask_nobody() {
        let site = Files::from_iter([("index.html", "<p>")]);
        let compiled = Compiled {
            desk: b"d",
            glue: "let glue;",
            press: b"p",
            site: &site,
        };
        let page = bound(&compiled).unwrap();
        assert!(page.contains("connect-src 'none'") && page.contains("script-src 'sha256-"));
        assert!(!page.contains("src=\"http") && !page.contains("{boot}"));
        assert_eq!(bound(&compiled).unwrap(), page);
    }
}
