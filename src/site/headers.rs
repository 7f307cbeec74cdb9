//! `_headers`: the rules for hosts that read them from this file, as Netlify and
//! Cloudflare Pages do.

use std::collections::{BTreeMap, BTreeSet};

use super::open_graph::BaseUrl;
use super::rules::{FileType, cache, is_hashed, kind, policy};
use super::tree::Files;

/// Where the file stands, relative to the site.
pub const PATH: &str = "_headers";

/// Puts the file into the site, from what stands there. The compressed copies are
/// not in it: such hosts negotiate by themselves.
///
/// They join the values of all rules that fit, so each file has one rule: its own, or
/// that of its like in the folders of many reports. Some stop reading after a hundred: files whose name tells their bytes
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
    let shapes = shapes(&served);
    let mut told: Vec<String> = Vec::new();
    let mut text = String::new();
    for (name, kind) in served {
        let shape = shape(name).filter(|shape| shapes.contains(shape));
        let name = shape.unwrap_or_else(|| name.to_owned());
        if !told.contains(&name) {
            text.push_str(&rule(&name, kind, &policy));
            told.push(name);
        }
    }
    files.put(PATH, text);
}

/// What the files of many reports are called alike: `:report/index.html`,
/// `:report/data/*`.
fn shape(name: &str) -> Option<String> {
    let (_, rest) = name.split_once('/')?;
    Some(match rest.rsplit_once('/') {
        Some((folder, _)) => format!(":report/{folder}/*"),
        None => format!(":report/{rest}"),
    })
}

/// The shapes that files of several folders have, all of one kind: each is one rule, so
/// that many reports need no more of them than a few. Hosts read a hundred at most.
fn shapes(served: &[(&str, FileType)]) -> Vec<String> {
    let mut found: BTreeMap<String, (BTreeSet<&str>, FileType, bool)> = BTreeMap::new();
    for &(name, kind) in served {
        let (Some(shape), Some((folder, _))) = (shape(name), name.split_once('/')) else {
            continue;
        };
        let (folders, first, alike) = found
            .entry(shape)
            .or_insert_with(|| (BTreeSet::new(), kind, true));
        folders.insert(folder);
        *alike &= *first == kind && !is_hashed(name);
    }
    let many = found
        .into_iter()
        .filter(|(_, (folders, _, alike))| folders.len() > 1 && *alike);
    many.map(|(shape, _)| shape).collect()
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

    /// Cloudflare Pages reads a hundred rules and Netlify not many more: with eight
    /// reports there were more, and the last had none.
    #[test]
    fn many_reports_need_no_more_rules_than_two() {
        let of = |count: usize| {
            let mut files: Files = [("index.html", ""), ("embed/index.html", "")]
                .into_iter()
                .collect();
            for report in 0..count {
                let own = ["index.html", "sw.js", "data/report.json", "share/1.png"];
                for name in own {
                    files.put(format!("{report}/{name}"), "");
                }
                files.put(format!("{report}/share/{report}.png"), "");
            }
            put(&mut files, None);
            files.text(PATH).unwrap().to_owned()
        };
        assert_eq!(of(2), of(200));
        let text = of(200);
        let paths: Vec<_> = text.lines().filter(|line| line.starts_with('/')).collect();
        let expected = [
            "/:report/data/*",
            "/:report/",
            "/:report/index.html",
            "/:report/share/*",
            "/:report/sw.js",
            "/",
            "/index.html",
        ];
        assert_eq!(paths, expected);
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
