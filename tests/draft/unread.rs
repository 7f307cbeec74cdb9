//! The reader of reports knows how they are written and no words of those it is
//! measured by.

use std::fs;
use std::path::{Path, PathBuf};

use crate::measure::fixture;

/// Fewer letters in a row stand in any report: 并案后交办.
const SHARED: usize = 8;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn no_words_of_a_test_text_stand_in_the_reader() {
    let texts = ["../source.txt", "guizhou.txt", "hainan.txt", "shaanxi.txt"];
    let kinds = [
        "two-lines.txt",
        "broken.txt",
        "portal.html",
        "marks.md",
        "poster.txt",
    ];
    let kinds = kinds.map(|name| format!("kinds/{name}"));
    let names = texts.into_iter().map(str::to_owned).chain(kinds);
    let texts: Vec<String> = names
        .map(|name| String::from_utf8(fixture(&name)).expect("UTF-8"))
        .map(|text| text.split_whitespace().collect())
        .collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = vec![root.join("draft.rs")];
    files(&root.join("draft"), &mut found);
    let han = |letter: char| ('\u{4E00}'..='\u{9FFF}').contains(&letter);
    let told =
        |letter: char| han(letter) || letter.is_ascii_digit() || "“”、，。%".contains(letter);
    for path in found {
        let code = fs::read_to_string(&path).expect("a source file");
        for run in code.split(|letter| !told(letter)) {
            let letters: Vec<char> = run.chars().collect();
            for words in letters.windows(SHARED) {
                let words: String = words.iter().collect();
                let shared = words.contains(han) && texts.iter().any(|text| text.contains(&words));
                assert!(!shared, "{}: {words}", path.display());
            }
        }
    }
}
