//! `_headers`: the rules for hosts that read them from this file, as Netlify and
//! Cloudflare Pages do.

use super::open_graph::BaseUrl;
use super::rules::{FileType, cache, is_hashed, kind, policy};
use super::tree::Files;

/// Where the file stands, relative to the site.
pub const PATH: &str = "_headers";

/// Puts the file into the site, from what stands there. The compressed copies are
/// not in it: such hosts negotiate by themselves.
///
/// They join the values of all rules that fit, so each file has one rule of its
/// own. Some stop reading after a hundred: files whose name tells their bytes
/// come last, as there may be many of earlier days among them.
///
/// Such a file has no variables, so the policy names the site's origin only where its
/// address is known.
pub fn put(files: &mut Files, base: Option<&BaseUrl>) {
    let policy = policy(&base.map_or_else(String::new, |base| [" ", base.origin()].concat()));
    let mut served: Vec<(&str, FileType)> = files
        .paths()
        .filter_map(|name| Some((name, kind(name)?)))
        .collect();
    served.sort_by_key(|(name, _)| is_hashed(name));
    let text: String = served
        .into_iter()
        .map(|(name, kind)| rule(name, kind, &policy))
        .collect();
    files.put(PATH, text);
}

/// The rule of one file, and of its folder's address where that shows it.
fn rule(name: &str, kind: FileType, policy: &str) -> String {
    let shared = if kind.shared {
        "  Access-Control-Allow-Origin: *\n"
    } else {
        ""
    };
    let lines = format!(
        "  Content-Type: {}\n  Cache-Control: {}\n  Content-Security-Policy: {policy}\n  \
         X-Content-Type-Options: nosniff\n{shared}",
        kind.mime,
        cache(name),
    );
    let own = match name.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}\n{lines}"),
        _ => String::new(),
    };
    format!("{own}/{name}\n{lines}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_origin_is_named() {
        let mut files: Files = [("index.html", "")].into_iter().collect();
        let base = BaseUrl::read("https://example.org:8443/report");
        put(&mut files, base.as_ref());
        let text = files.text(PATH).unwrap();
        let named = "script-src 'self' https://example.org:8443 'wasm-unsafe-eval';";
        assert_eq!(text.matches(named).count(), 2, "{text}");
    }

    #[test]
    fn each_file_has_one_rule_and_what_changes_comes_first() {
        let names = [
            "a-0123456789abcdef.js",
            "index.html",
            "index.html.br",
            "data/报告.json",
            "embed/index.html",
        ];
        let mut files: Files = names.into_iter().map(|name| (name, "")).collect();
        put(&mut files, None);
        let once = files.text(PATH).unwrap().to_owned();
        put(&mut files, None);
        let twice = files.text(PATH).unwrap();

        assert_eq!(once, twice);
        let paths: Vec<_> = once.lines().filter(|line| line.starts_with('/')).collect();
        let expected = [
            "/data/报告.json",
            "/embed/",
            "/embed/index.html",
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
