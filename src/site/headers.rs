//! `_headers`: the rules for hosts that read them from this file, as Netlify and
//! Cloudflare Pages do.

use std::path::Path;

use anyhow::Result;

use super::folder::{self, files};
use super::rules::{Kind, POLICY, cache, is_hashed, kind};

/// Where the file stands, relative to the site.
pub const PATH: &str = "_headers";

/// Writes the file, from what stands in the site. The compressed copies are not
/// in it: such hosts negotiate by themselves.
///
/// They join the values of all rules that fit, so each file has one rule of its
/// own. Some stop reading after a hundred: files whose name tells their bytes
/// come last, as there may be many of earlier days among them.
pub fn write(site: &Path) -> Result<()> {
    let mut served: Vec<(String, Kind)> = files(site)?
        .iter()
        .filter_map(|path| {
            let name = path.strip_prefix(site).ok()?.to_str()?.replace('\\', "/");
            let kind = kind(&name)?;
            Some((name, kind))
        })
        .collect();
    served.sort_by_key(|(name, _)| is_hashed(name));
    let text: String = served
        .into_iter()
        .map(|(name, kind)| rule(&name, kind))
        .collect();
    folder::write(&site.join(PATH), text)
}

/// The rule of one file, and of the site's own address where that shows it.
fn rule(name: &str, kind: Kind) -> String {
    let shared = if kind.shared {
        "  Access-Control-Allow-Origin: *\n"
    } else {
        ""
    };
    let lines = format!(
        "  Content-Type: {}\n  Cache-Control: {}\n  Content-Security-Policy: {POLICY}\n  \
         X-Content-Type-Options: nosniff\n{shared}",
        kind.mime,
        cache(name),
    );
    let own = match name {
        "index.html" => format!("/\n{lines}"),
        _ => String::new(),
    };
    format!("{own}/{name}\n{lines}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn each_file_has_one_rule_and_what_changes_comes_first() {
        let site = std::env::temp_dir().join(format!("tujie-headers-{}", std::process::id()));
        for name in [
            "a-0123456789abcdef.js",
            "index.html",
            "index.html.br",
            "data/报告.json",
        ] {
            folder::write(&site.join(name), "").unwrap();
        }
        write(&site).unwrap();
        let once = fs::read_to_string(site.join(PATH)).unwrap();
        write(&site).unwrap();
        let twice = fs::read_to_string(site.join(PATH)).unwrap();
        fs::remove_dir_all(&site).unwrap();

        assert_eq!(once, twice);
        let paths: Vec<_> = once.lines().filter(|line| line.starts_with('/')).collect();
        let expected = [
            "/data/报告.json",
            "/",
            "/index.html",
            "/a-0123456789abcdef.js",
        ];
        assert_eq!(paths, expected);
        let last = "/a-0123456789abcdef.js\n  Content-Type: text/javascript; charset=utf-8\n  \
            Cache-Control: max-age=31536000, immutable\n";
        assert!(once.contains(last), "{once}");
        assert!(
            once.ends_with("  Access-Control-Allow-Origin: *\n"),
            "{once}"
        );
        assert_eq!(once.matches("Allow-Origin").count(), 2, "{once}");
    }
}
