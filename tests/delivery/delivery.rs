//! What a browser gets from each server, at the root of a host and below a path.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::contract::{files, headers, is_compressed};
use crate::host::{BELOW, Host, SERVERS, site};
use crate::http::{Answer, get};

/// The site at the root, and below a path.
const PLACES: [&str; 2] = ["/", BELOW];

/// The answer says of the file what the contract says, and no more of it.
#[track_caller]
fn says(host: &Host, answer: &Answer, name: &str, what: &str) {
    let expected = headers(name, Some(&host.origin()));
    let names = expected.keys().copied();
    let told: BTreeMap<_, _> = names
        .chain(["access-control-allow-origin"])
        .filter_map(|header| Some((header, answer.header(header)?.to_owned())))
        .collect();
    assert_eq!(told, expected, "{what}");
    if is_compressed(name) {
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"), "{what}");
    }
}

#[test]
fn what_visits_fetch_keeps_its_bounds() {
    let sizes = tujie::site::measure(&site()).expect("the site is whole");
    assert_eq!(sizes.broken(), [""; 0], "\n{sizes}");
}

#[test]
fn every_file_is_served_as_it_is_to_whom_asks_for_no_encoding() {
    for server in SERVERS {
        let host = Host::open(server);
        for (place, name) in PLACES.iter().flat_map(|place| {
            let names = files().into_iter();
            names.map(move |name| (place, name))
        }) {
            let what = format!("{server:?}: {place}{name}");
            let answer = get(host.port, &format!("{place}{name}"), &[]);
            assert_eq!(answer.status, 200, "{what}");
            assert_eq!(answer.header("content-encoding"), None, "{what}");
            let bytes = fs::read(site().join(&name)).expect("the file");
            assert!(answer.body == bytes, "{what}: other bytes");
            says(&host, &answer, &name, &what);
        }
    }
}

#[test]
fn the_compressed_copies_are_served_to_whom_accepts_them() {
    for server in SERVERS {
        let host = Host::open(server);
        for name in files().iter().filter(|name| is_compressed(name)) {
            let mut tags = BTreeSet::new();
            for (accepted, encoding) in [
                ("br", Some("br")),
                ("gzip, deflate, br", Some("br")),
                ("gzip, deflate", Some("gzip")),
                ("br;q=0, gzip", Some("gzip")),
                ("identity", None),
            ] {
                let what = format!("{server:?}: {name} for {accepted}");
                let accept = [("Accept-Encoding", accepted)];
                let answer = get(host.port, &format!("/{name}"), &accept);
                assert_eq!(answer.status, 200, "{what}");
                assert_eq!(answer.header("content-encoding"), encoding, "{what}");
                let copy = match encoding {
                    Some("br") => format!("{name}.br"),
                    Some(_) => format!("{name}.gz"),
                    None => name.clone(),
                };
                let bytes = fs::read(site().join(copy)).expect("the file");
                assert!(answer.body == bytes, "{what}: other bytes");
                says(&host, &answer, name, &what);
                tags.insert(answer.header("etag").expect("an ETag").to_owned());
            }
            assert_eq!(tags.len(), 3, "{server:?}: {name}: a tag for each encoding");
        }
    }
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    for server in SERVERS {
        let host = Host::open(server);
        for (name, accepted) in files()
            .iter()
            .flat_map(|name| ["br", "gzip", "identity"].map(|accepted| (name, accepted)))
        {
            let what = format!("{server:?}: {name} for {accepted}");
            let path = format!("{BELOW}{name}");
            let accept = ("Accept-Encoding", accepted);
            let first = get(host.port, &path, &[accept]);
            let tag = first.header("etag").expect("an ETag");

            let again = get(host.port, &path, &[accept, ("If-None-Match", tag)]);
            assert_eq!((again.status, again.body.len()), (304, 0), "{what}");
            assert_eq!(again.header("etag"), Some(tag), "{what}");
            assert_eq!(
                again.header("cache-control"),
                first.header("cache-control"),
                "{what}"
            );

            let other = get(host.port, &path, &[accept, ("If-None-Match", "\"other\"")]);
            assert_eq!(other.status, 200, "{what}");
            assert!(other.body == first.body, "{what}");
        }
    }
}

/// A host behind another that speaks HTTPS knows neither its own name nor its
/// port, so it must not send readers to a whole address.
#[test]
fn the_folder_is_the_page() {
    let page = fs::read(site().join("index.html")).expect("the page");
    for server in SERVERS {
        let host = Host::open(server);
        for place in PLACES {
            let answer = get(host.port, place, &[]);
            assert_eq!(answer.status, 200, "{server:?}: {place}");
            assert!(answer.body == page, "{server:?}: {place}");
            says(
                &host,
                &answer,
                "index.html",
                &format!("{server:?}: {place}"),
            );
        }
        let bare = BELOW.trim_end_matches('/');
        let answer = get(host.port, bare, &[]);
        assert!((301..=308).contains(&answer.status), "{server:?}");
        let to = answer.header("location").expect("a place");
        // Caddy leaves spaces to the browser to encode.
        let to = to.replace(' ', "%20");
        assert!(to.eq_ignore_ascii_case(BELOW), "{server:?}: {to}");
        // What is asked for is not lost on the way.
        let answer = get(host.port, &format!("{bare}?view=funnel&theme=dark"), &[]);
        let to = answer.header("location").expect("a place");
        assert!(to.ends_with("/?view=funnel&theme=dark"), "{server:?}: {to}");
    }
}

/// A page in place of a missing file would be taken for it, and an error that
/// is kept for a year would outlive its mending.
#[test]
fn what_is_missing_is_not_found_and_not_kept() {
    for server in SERVERS {
        let host = Host::open(server);
        for name in [
            "loader-0123456789abcdef.js",
            "app_bg-0123456789abcdef.wasm",
            "data/none.json",
            "none/",
        ] {
            let answer = get(host.port, &format!("/{name}"), &[]);
            assert_eq!(answer.status, 404, "{server:?}: {name}");
            let cache = answer.header("cache-control").unwrap_or_default();
            assert!(!cache.contains("immutable"), "{server:?}: {name}: {cache}");
        }
    }
}

#[test]
fn a_host_may_say_who_shows_it_in_a_frame() {
    let end = "; frame-ancestors 'self' https://www.example.org";
    for server in SERVERS {
        let host = Host::framed_by(server, end);
        let open = &headers("index.html", Some(&host.origin()))["content-security-policy"];
        let answer = get(host.port, "/", &[]);
        let policy = answer.header("content-security-policy");
        assert_eq!(policy, Some(format!("{open}{end}").as_str()), "{server:?}");
    }
}

/// Hosts that read `_headers` join the values of all rules that fit a path, so
/// each has one, and it says what the servers say.
#[test]
fn the_headers_file_says_the_same() {
    let text = fs::read_to_string(site().join("_headers")).expect("_headers");
    let mut rules: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    let mut path = "";
    for line in text.lines() {
        match line.strip_prefix("  ") {
            None => {
                path = line;
                assert!(
                    rules.insert(path, BTreeMap::new()).is_none(),
                    "{path} twice"
                );
            }
            Some(header) => {
                let (name, value) = header.split_once(": ").expect("a header");
                let rule = rules.get_mut(path).expect("a path before its headers");
                rule.insert(name.to_ascii_lowercase(), value.to_owned());
            }
        }
    }
    let mut expected: BTreeMap<String, _> = files()
        .into_iter()
        .map(|name| (format!("/{name}"), headers(&name, None)))
        .collect();
    for folder in ["", "embed/"] {
        let name = format!("{folder}index.html");
        expected.insert(format!("/{folder}"), headers(&name, None));
    }
    let paths: Vec<_> = rules.keys().copied().collect();
    assert_eq!(paths, expected.keys().collect::<Vec<_>>());
    for (path, rule) in rules {
        let expected = expected[path].iter();
        let expected: BTreeMap<_, _> = expected
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        assert_eq!(rule, expected, "{path}");
    }
}
