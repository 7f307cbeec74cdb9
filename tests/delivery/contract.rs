//! How the contract has each file of the site served, whoever serves it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::host::site;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; \
    worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// In a sandboxed frame WebKit takes `'self'` for nothing: the origin stands beside it.
fn policy(origin: Option<&str>) -> String {
    let beside = origin.map_or_else(String::new, |origin| format!(" {origin}"));
    POLICY.replace("'self'", &format!("'self'{beside}"))
}

/// What a browser may ask for, by its name in the site.
pub fn files() -> Vec<String> {
    let mut names = Vec::new();
    list(&site(), "", &mut names);
    names.retain(|name| {
        let for_servers = name == "_headers" || name.starts_with("deploy/");
        !for_servers && !is_copy(name)
    });
    assert!(names.len() > 10, "a site: {names:?}");
    names
}

/// Whether a file is another one, compressed.
fn is_copy(name: &str) -> bool {
    name.ends_with(".br") || name.ends_with(".gz")
}

fn list(folder: &Path, before: &str, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let name = format!("{before}{name}");
        match entry.path() {
            path if path.is_dir() => list(&path, &format!("{name}/"), names),
            _ => names.push(name),
        }
    }
}

/// Whether the file has compressed copies; pictures are compressed already.
pub fn is_compressed(name: &str) -> bool {
    !name.ends_with(".png")
}

/// What every answer with that file says, by the header's name, where the server knows the
/// site by that origin; nothing where it cannot.
pub fn headers(name: &str, origin: Option<&str>) -> BTreeMap<&'static str, String> {
    let (stem, ending) = name.rsplit_once('.').expect("a name with an ending");
    let mime = match ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => panic!("{name}: what is served as {ending}?"),
    };
    let digest = stem.rsplit_once('-').map_or("", |(_, digest)| digest);
    let hashed = matches!(ending, "css" | "js" | "wasm")
        && digest.len() == 16
        && u64::from_str_radix(digest, 16).is_ok();
    let cache = if hashed {
        "max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut headers = BTreeMap::from([
        ("content-type", mime.to_owned()),
        ("cache-control", cache.to_owned()),
        ("content-security-policy", policy(origin)),
        ("x-content-type-options", "nosniff".to_owned()),
    ]);
    if matches!(ending, "css" | "js" | "json" | "wasm") {
        headers.insert("access-control-allow-origin", "*".to_owned());
    }
    headers
}
