//! Whatever a file holds, it is drafted or refused, and what is drafted is good.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use tujie::draft::{draft, json};
use tujie::explain::{Lang, validate};

use crate::each::each;
use crate::measure::fixture;

/// One change to some bytes.
#[derive(Clone, Debug)]
enum Change {
    /// Another byte there.
    Byte(Index, u8),
    /// The file ends there.
    End(Index),
    /// What lies between the two stands there again.
    Again(Index, Index),
    /// This stands there as well.
    Put(Index, &'static str),
}

const TOKENS: [&str; 24] = [
    "一、",
    "（一）",
    "1.",
    "·",
    "★",
    "——",
    "\n",
    "\r",
    "\0",
    "\u{FEFF}",
    "。",
    "，",
    "“",
    "《",
    "5286件",
    "增长5%",
    "# ",
    "</p>",
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "</w:del>",
    "<div",
    "&#x0;",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        any::<Index>().prop_map(Change::End),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Again(from, to)),
        (any::<Index>(), select(&TOKENS[..])).prop_map(|(at, token)| Change::Put(at, token)),
    ];
    vec(change, 1..6)
}

fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for change in changes {
        let length = bytes.len() + 1;
        match change {
            Change::Byte(at, byte) => {
                let at = at.index(length);
                bytes.get_mut(at).into_iter().for_each(|one| *one = *byte);
            }
            Change::End(at) => bytes.truncate(at.index(length).max(length / 2)),
            Change::Again(from, to) => {
                let (from, to) = (from.index(length), to.index(length));
                let piece = bytes[from.min(to)..from.max(to)].to_vec();
                bytes.splice(from..from, piece.into_iter().take(2000));
            }
            Change::Put(at, token) => {
                let at = at.index(length);
                bytes.splice(at..at, token.bytes());
            }
        }
    }
    bytes
}

#[track_caller]
fn good(bytes: &[u8], name: &str) {
    let Ok(draft) = draft(bytes, name, None) else {
        return;
    };
    let checked = validate(json(&draft.report).as_bytes(), Lang::Zh);
    assert!(checked.problems.is_empty(), "{:#?}", checked.problems);
}

fn short(name: &str, lines: usize) -> String {
    let text = String::from_utf8(fixture(name)).expect("UTF-8");
    text.lines().take(lines).collect::<Vec<_>>().join("\n")
}

#[test]
fn any_text_is_drafted_or_refused() {
    let seed = short("../source.txt", 60);
    let marks = short("seed-marks.txt", 30);
    each(24, (any::<bool>(), changes()), |(raw, changes)| {
        let text = if raw { &seed } else { &marks };
        // Broken letters are read as another encoding or refused; whole ones are drafted.
        let bytes = changed(text.as_bytes(), &changes);
        good(&bytes, "a.txt");
        good(String::from_utf8_lossy(&bytes).as_bytes(), "a.md");
    });
}

#[test]
fn any_page_is_drafted_or_refused() {
    let words = short("seed-marks.txt", 12).replace('\n', "</p><p>");
    let page = format!("<html><body><div><p>{words}</div><ul><li>一<li>二</ul></body></html>");
    each(24, changes(), |changes| {
        let bytes = changed(page.as_bytes(), &changes);
        good(String::from_utf8_lossy(&bytes).as_bytes(), "a.html");
    });
}

#[test]
fn any_packed_file_is_drafted_or_refused() {
    let bytes = fixture("word-features.docx");
    each(48, changes(), |changes| {
        good(&changed(&bytes, &changes), "a.docx")
    });
}

/// What is packed is whole, and what is in it is not.
#[test]
fn any_word_text_is_drafted_or_refused() {
    use std::io::{Cursor, Read, Write};
    let mut archive =
        zip::ZipArchive::new(Cursor::new(fixture("word-features.docx"))).expect("a zip file");
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the text");
    part.read_to_string(&mut xml).expect("UTF-8");
    each(48, changes(), |changes| {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file("word/document.xml", options)
            .expect("a part");
        zip.write_all(&changed(xml.as_bytes(), &changes))
            .expect("bytes");
        good(&zip.finish().expect("a zip file").into_inner(), "a.docx");
    });
}
