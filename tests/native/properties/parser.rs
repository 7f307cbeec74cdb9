//! Whatever a file holds, it is read to its end or refused at a place in it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use tujie::explain::{Checked, Lang, validate};

use super::each::each;

/// A small report to begin with.
const BASE: &str = include_str!("../../fixtures/no-funnel.json");

/// One change to some bytes.
#[derive(Clone, Debug)]
enum Change {
    /// Another byte there.
    Byte(Index, u8),
    /// The file ends there.
    End(Index),
    /// What lies between the two is not there.
    Cut(Index, Index),
    /// What lies between the two stands there again.
    Again(Index, Index),
    /// This stands there as well.
    Put(Index, &'static [u8]),
}

/// What means something to a reader of JSON, or stops one.
const TOKENS: [&[u8]; 28] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b":",
    b",",
    b"\\",
    b"\\u",
    b"\\ud800",
    b"null",
    b"true",
    b"-",
    b"0",
    b"1e999",
    b".",
    b"\n",
    b"\0",
    b"\xFF",
    b"\xED\xA0\x80",
    b"\xEF\xBB\xBF",
    b"//",
    "\u{201C}".as_bytes(),
    "\u{FF0C}".as_bytes(),
    "\u{202E}".as_bytes(),
    b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    b"{\"a\":",
    b"\"id\":\"a\",",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<Index>;
    let change = prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => at().prop_map(Change::End),
        2 => (at(), at()).prop_map(|(from, to)| Change::Cut(from, to)),
        1 => (at(), at()).prop_map(|(from, to)| Change::Again(from, to)),
        6 => (at(), select(&TOKENS[..])).prop_map(|(at, token)| Change::Put(at, token)),
    ];
    vec(change, 1..6)
}

fn changed(changes: Vec<Change>) -> Vec<u8> {
    let mut bytes = BASE.as_bytes().to_vec();
    for change in changes {
        let at = |index: &Index, bytes: &Vec<u8>| index.index(bytes.len() + 1);
        let range = |from: &Index, to: &Index, bytes: &Vec<u8>| {
            let (from, to) = (at(from, bytes), at(to, bytes));
            // Most of a file stays.
            let (from, to) = (from.min(to), from.max(to));
            from..to.min(from + 40)
        };
        match change {
            Change::Byte(index, byte) => {
                let at = at(&index, &bytes);
                if let Some(there) = bytes.get_mut(at) {
                    *there = byte;
                }
            }
            Change::End(index) => {
                let at = at(&index, &bytes);
                bytes.truncate(at);
            }
            Change::Cut(from, to) => {
                let range = range(&from, &to, &bytes);
                bytes.drain(range);
            }
            Change::Again(from, to) => {
                let range = range(&from, &to, &bytes);
                let again = bytes[range.clone()].to_vec();
                bytes.splice(range.start..range.start, again);
            }
            Change::Put(index, token) => {
                let at = at(&index, &bytes);
                bytes.splice(at..at, token.iter().copied());
            }
        }
    }
    bytes
}

/// What is told is told of a place in the file, and can be shown.
#[track_caller]
fn check(bytes: &[u8], checked: &Checked) {
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    for finding in checked.problems.iter().chain(&checked.hints) {
        assert!(!finding.to_string().is_empty());
        if let Some(spot) = finding.spot {
            let line = lines.get(spot.line.wrapping_sub(1));
            let line = line.unwrap_or_else(|| panic!("no line {} for {finding}", spot.line));
            assert!(
                (1..=line.len() + 1).contains(&spot.column),
                "{spot:?} of {finding}"
            );
        }
        assert!(
            finding.pointer.is_empty() || finding.spot.is_some(),
            "{finding}"
        );
    }
    assert!(checked.report.is_some() || !checked.problems.is_empty());
}

#[test]
fn any_file_is_read_or_refused() {
    each(384, changes().prop_map(changed), |bytes| {
        for lang in [Lang::Zh, Lang::En] {
            check(&bytes, &validate(&bytes, lang));
        }
    });
}

#[test]
fn any_bytes_are_refused() {
    each(512, vec(any::<u8>(), 0..64), |bytes| {
        let checked = validate(&bytes, Lang::Zh);
        assert!(!checked.problems.is_empty());
        check(&bytes, &checked);
    });
}
