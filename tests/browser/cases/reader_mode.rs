//! A browser's reader mode is offered, and shows the report from the preface to the
//! last proposal.
//!
//! What stands a little apart from most of the text is lost:
//! <https://github.com/mozilla/readability/issues/655>.

use std::fs;

use crate::browser::browse;
use crate::server::Site;
use xtask::cache;

/// Readability, as `cargo xtask test` installs it.
fn script() -> String {
    let (version, files) = cache::READABILITY;
    let folder = cache::folder().expect("a home folder");
    let folder = cache::of(&folder, "@mozilla/readability", version);
    let read = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| {
            panic!(
                "{}: {error}; `cargo xtask test` installs Readability",
                path.display()
            )
        })
    };
    files.map(read).concat()
}

/// Whether the mode is offered, and what of the report it leaves out: texts of blocks
/// that hold no other block.
const LEFT_OUT: &str = include_str!("reader_mode/left_out.js");

#[test]
fn the_report_reads_whole_in_a_reader_mode() {
    let script = script();
    for live in [false, true] {
        browse(async |browser| {
            let site = Site::built().await;
            let gate = (!live).then(|| site.hold(&site.wasm()));
            browser.open(&site.page("")).await;
            if live {
                browser.until_live().await;
            }
            let function = format!("() => {{ {script}\nreturn ({LEFT_OUT})(); }}");
            let (offered, blocks, left_out): (bool, usize, Vec<String>) =
                browser.call(&function, Vec::new()).await;
            assert!(offered, "nobody would offer the mode");
            assert!(blocks > 100, "{blocks} blocks");
            assert_eq!(left_out, [""; 0]);
            drop(gate);
        });
    }
}
