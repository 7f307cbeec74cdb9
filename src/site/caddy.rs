//! `deploy/Caddyfile`: the rules for Caddy.

use super::rules::{FOREVER, FRESH, FileType, HASHED, KINDS, endings, policy};
use super::tree::Files;

/// Where the file stands, relative to the site.
pub const PATH: &str = "deploy/Caddyfile";

/// Puts the file into the site.
pub fn put(files: &mut Files) {
    let types: String = KINDS
        .iter()
        .map(|kind| {
            let FileType { ending, mime, .. } = kind;
            // A folder's address shows its page.
            let folder = if *ending == "html" { "*/ " } else { "" };
            format!(
                "\t@{ending} path {folder}*.{ending}\n\theader @{ending} Content-Type \"{mime}\"\n"
            )
        })
        .collect();
    let text = TEXT
        .replace("TYPES", types.trim())
        .replace("FOREVER", FOREVER)
        .replace("FRESH", FRESH)
        .replace("HASHED", HASHED)
        .replace("SHARED", &endings(|kind| kind.shared, " *."))
        .replace("COMPRESSED", &endings(|kind| kind.compressed, " *."))
        .replace("POLICY", &policy(" http://{http.request.hostport}"));
    files.put(PATH, text);
}

/// Caddy adds headers to errors, too: what is kept for a year must be there. And
/// it says that answers vary only where it sends a compressed one; deferred, we say
/// it after Caddy, once.
const TEXT: &str = r#"# tujie on Caddy: import this file in /etc/caddy/Caddyfile, or copy it there. Three
# variables of Caddy's environment say what is of your host:
#   TUJIE_ADDRESS  the address, as report.example.org (which brings HTTPS)
#   TUJIE_ROOT     the folder of the site
#   TUJIE_FRAMES   who may show the report in a frame. Without it, everyone; for
#                  some only: ; frame-ancestors 'self' https://www.example.org
{$TUJIE_ADDRESS::80} {
	root * "{$TUJIE_ROOT:/srv/tujie}"

	# For a folder `report` of another site: the lines from here on in a
	# `handle /report/* { … }` of that site.
	@forever {
		file
		path_regexp HASHED
	}
	header @forever Cache-Control "FOREVER"
	@fresh not path_regexp HASHED
	header @fresh Cache-Control "FRESH"
	@shared path *.SHARED
	header @shared Access-Control-Allow-Origin *
	@compressed path */ *.COMPRESSED
	header @compressed {
		Vary Accept-Encoding
		defer
	}
	# The policy names the origin that the report is asked for by, for WebKit: in a
	# sandboxed frame 'self' is nothing there. http: stands for https: as well.
	header Content-Security-Policy "POLICY{$TUJIE_FRAMES}"
	header X-Content-Type-Options nosniff

	TYPES

	# A folder without its slash: sent on with what is asked for, which file_server
	# of before 2.7 would lose.
	@bare {
		file {path}/index.html
		vars_regexp bare {http.request.uri} ^(/[^/?](?:[^?]*[^/?])?)\?(.*)$
	}
	redir @bare {re.bare.1}/?{re.bare.2} 308

	file_server {
		precompressed br gzip
	}
}
"#;
