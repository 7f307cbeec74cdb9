//! `deploy/nginx.conf`: the rules for nginx.

use super::rules::{BYTES, FOREVER, FRESH, HASHED, KINDS, endings, policy};
use super::tree::Files;

/// Where the file stands, relative to the site.
pub const PATH: &str = "deploy/nginx.conf";

/// Puts the file into the site.
pub fn put(files: &mut Files) {
    let types: String = KINDS
        .iter()
        .map(|kind| format!("        \"{}\" {};\n", kind.mime, kind.ending))
        .collect();
    let text = TEXT
        .replace("TYPES", types.trim())
        .replace("BYTES", BYTES)
        .replace("FOREVER", FOREVER)
        .replace("FRESH", FRESH)
        .replace("HASHED", HASHED)
        .replace("SHARED", &endings(|kind| kind.shared, "|"))
        .replace("POLICY", &policy("$tujie_origin"));
    files.put(PATH, text);
}

/// Headers are added by one list with variables: a second list in a location
/// would silently take the place of the first. Without `always` they are not
/// added to errors, which nobody shall keep for a year.
const TEXT: &str = r#"# tujie on nginx: copy this file to /etc/nginx/conf.d/, set the three lines of
# your host (listen, server_name, root), then: nginx -t && nginx -s reload
#
# The compressed copies in brotli need the module ngx_brotli (Debian and Ubuntu:
# apt install libnginx-mod-http-brotli-static). Without it, delete the line
# `brotli_static on;`: gzip serves everyone.

# Who may show the report in a frame. As it is, everyone. For some only, write
# between the quotes: ; frame-ancestors 'self' https://www.example.org
map "" $tujie_frames {
    default "";
}

# The origin that the report is asked for by, which its policy names for WebKit: in a
# sandboxed frame `'self'` is nothing there. `http:` stands for https: as well, which
# another server may speak in front of this one.
map $http_host $tujie_origin {
    default "";
    "" " http://$host";
    "~^[A-Za-z0-9.:_\[\]-]+$" " http://$http_host";
}

map $uri $tujie_cache {
    default "FRESH";
    "~HASHED" "FOREVER";
}

map $uri $tujie_shared {
    default "";
    "~\.(SHARED)$" "*";
}

server {
    listen 80;
    server_name _;
    root /srv/tujie;

    # For a folder `report` of another site: the `map`s as they are, and the lines
    # from here on in a `location /report/ { … }` of that site.
    index index.html;
    absolute_redirect off;

    default_type BYTES;
    types {
        TYPES
    }

    brotli_static on;
    gzip_static on;
    gzip_vary on;
    etag on;

    add_header Cache-Control $tujie_cache;
    add_header Access-Control-Allow-Origin $tujie_shared;
    add_header Content-Security-Policy "POLICY$tujie_frames";
    add_header X-Content-Type-Options nosniff;
}
"#;
