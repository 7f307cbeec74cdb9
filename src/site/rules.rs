//! How each file of the site is to be served: the one table that `_headers`,
//! the files for nginx and Caddy and the compressed copies are made of.
//!
//! Knows HTTP and names of files; reads and writes nothing.

use super::names::named_digest;

/// Files of one ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileType {
    /// What their names end with, without the dot.
    pub ending: &'static str,
    /// Their `Content-Type`.
    pub mime: &'static str,
    /// Whether copies in brotli and gzip stand beside them.
    pub compressed: bool,
    /// Whether pages of any origin may read them. A sandboxed frame has no
    /// origin, so the report in it reads its own files as a stranger.
    pub shared: bool,
}

/// All kinds that a site is made of. What is not here is served as bytes.
pub const KINDS: [FileType; 9] = [
    text("html", "text/html; charset=utf-8", false),
    text("css", "text/css; charset=utf-8", true),
    text("js", "text/javascript; charset=utf-8", true),
    text("json", "application/json", true),
    text("wasm", "application/wasm", true),
    text("svg", "image/svg+xml", false),
    text("webmanifest", "application/manifest+json", false),
    text("txt", "text/plain; charset=utf-8", false),
    FileType {
        ending: "png",
        mime: "image/png",
        compressed: false,
        shared: false,
    },
];

/// `Content-Type` of what is of no known kind.
pub const BYTES: &str = "application/octet-stream";

/// `Cache-Control` of a file whose name tells its bytes.
pub const FOREVER: &str = "max-age=31536000, immutable";

/// `Cache-Control` of any other: kept, and asked for anew each time.
pub const FRESH: &str = "no-cache";

/// `Content-Security-Policy` of every file. Who may show the page in a frame is
/// the host's to say, so `frame-ancestors` is not in it. The report has no
/// frames; the example article for webmasters has the report in some.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; \
    worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy for a site whose origin the host names beside `'self'`: `origin` is it with
/// a space before, as text or as the host's variable, or nothing where nobody knows.
///
/// In a sandboxed frame a document has no origin. WebKit of before 2026 and Chromium of 2018
/// take `'self'` for that, which nothing has: the page came without style and scripts.
pub fn policy(origin: &str) -> String {
    POLICY.replace("'self'", &["'self'", origin].concat())
}

/// The names that tell their bytes, as a regular expression that nginx, Caddy
/// and [`is_hashed`] agree on.
pub const HASHED: &str = r"-[0-9a-f]{16}\.(css|js|wasm)$";

/// The kind of a file, by its name.
pub fn kind(name: &str) -> Option<FileType> {
    let (_, ending) = name.rsplit_once('.')?;
    KINDS.into_iter().find(|kind| kind.ending == ending)
}

/// Whether a name tells the file's bytes, as `names` gives them.
pub fn is_hashed(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    matches!(ending, "css" | "js" | "wasm") && named_digest(name).is_some()
}

/// `Cache-Control` of a file, by its name.
pub fn cache(name: &str) -> &'static str {
    if is_hashed(name) { FOREVER } else { FRESH }
}

/// The endings of some kinds, with what a server's language puts between them.
pub fn endings(of: fn(&FileType) -> bool, between: &str) -> String {
    let kinds = KINDS.into_iter().filter(of);
    let endings: Vec<_> = kinds.map(|kind| kind.ending).collect();
    endings.join(between)
}

const fn text(ending: &'static str, mime: &'static str, shared: bool) -> FileType {
    FileType {
        ending,
        mime,
        compressed: true,
        shared,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_whole_digest_are_kept_forever() {
        for name in ["loader-0123456789abcdef.js", "a-b-ba7816bf8f01cfea.wasm"] {
            assert_eq!(cache(name), FOREVER, "{name}");
        }
        for name in [
            "loader.js",
            "loader-0123456789abcde.js",
            "loader-0123456789ABCDEF.js",
            "loader0123456789abcdef.js",
            "report-0123456789abcdef.json",
            "loader-0123456789abcdef.js.map",
            "loader-0123456789abcdef",
        ] {
            assert_eq!(cache(name), FRESH, "{name}");
        }
    }

    #[test]
    fn an_origin_stands_beside_every_self() {
        assert_eq!(policy(""), POLICY);
        let named = policy(" https://example.org");
        let with = "'self' https://example.org";
        assert_eq!(
            named.matches(with).count(),
            POLICY.matches("'self'").count()
        );
        assert_eq!(named.replace(with, "'self'"), POLICY);
    }

    #[test]
    fn a_kind_goes_by_the_last_ending() {
        assert_eq!(kind("data/report.schema.json").unwrap().ending, "json");
        assert_eq!(kind("report.json.br"), None);
        assert_eq!(kind("deploy/Caddyfile"), None);
    }
}
