//! Finding words in texts: what is found stands there, and all that stands
//! there is found.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use tujie::report::find::{around, clause, holds, places};
use tujie::report::folding::{Folded, Query};
use tujie::report::runs::runs;
use tujie::report::{Figure, Id, Point};

use super::each::each;
use crate::data;

/// Texts in which few letters come often, in both widths and cases.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[aAａＡbＢ1１éÉ提案 \u{3000}]{0,24}", 1 => ".{0,24}"]
}

/// Words that stand in one of the texts as often as not.
fn words(texts: &[String]) -> impl Strategy<Value = String> + use<> {
    let letters: Vec<char> = texts.concat().chars().collect();
    let piece = (any::<Index>(), 0..4_usize).prop_map(move |(at, length)| {
        let at = at.index(letters.len() + 1);
        letters.iter().skip(at).take(length).collect()
    });
    prop_oneof![3 => piece, 1 => "[aAａＡbＢ1１éÉ提案 ]{0,3}", 1 => ".{0,3}"]
}

fn texts_and_words() -> impl Strategy<Value = (Vec<String>, String)> {
    vec(texts(), 1..4).prop_flat_map(|texts| (Just(texts.clone()), words(&texts)))
}

/// A letter without width and case, as far as the letters above go.
fn plain(letter: char) -> char {
    match letter {
        'Ａ'..='ｚ' | '０'..='９' => plain(char::from((u32::from(letter) - 0xFEE0) as u8)),
        '\u{3000}' => ' ',
        'É' => 'é',
        other => other.to_ascii_lowercase(),
    }
}

#[test]
fn hits_are_the_words_and_all_of_them() {
    each(1024, texts_and_words(), |(blocks, query)| {
        let known = "aAａＡbＢ1１éÉ提案 \u{3000}";
        if !blocks
            .concat()
            .chars()
            .chain(query.chars())
            .all(|one| known.contains(one))
        {
            return;
        }
        let mut folded = Folded::default();
        let mut expected = Vec::new();
        let words: String = query.chars().map(plain).collect();
        let words = words.trim_matches(' ');
        let mut start = 0;
        for block in &blocks {
            let at = folded.push(block);
            assert_eq!(folded.units(0..at) as usize, start);
            folded.end_block();
            // The letters are all of one unit.
            let letters: Vec<char> = block.chars().map(plain).collect();
            let sought: Vec<char> = words.chars().collect();
            let mut at = 0;
            while at < letters.len() && !sought.is_empty() {
                let here = letters[at..].starts_with(&sought);
                expected.extend(here.then_some(start + at));
                at += if here { sought.len() } else { 1 };
            }
            start += letters.len() + 1;
        }
        let found = folded.find(&Query::of(&query)).into_iter();
        let found: Vec<usize> = found.map(|at| folded.units(0..at) as usize).collect();
        assert_eq!(found, expected, "{query:?} in {blocks:?}");
    });
}

/// Whatever letters there are: what is found is what is sought, and is found again
/// where it stands alone, by the units in which browsers count.
#[test]
fn hits_stand_alone() {
    each(512, texts_and_words(), |(blocks, query)| {
        let query = Query::of(&query);
        for block in blocks {
            let mut folded = Folded::default();
            folded.push(&block);
            let units: Vec<u16> = block.encode_utf16().collect();
            let mut end = 0;
            for at in folded.find(&query) {
                assert!(at >= end && !query.is_empty(), "one in another");
                end = at + query.length();
                let [from, to] = [at, end].map(|place| folded.units(0..place) as usize);
                let hit = String::from_utf16(&units[from..to]).expect("whole letters");
                let mut alone = Folded::default();
                alone.push(&hit);
                assert_eq!(
                    (alone.find(&query), alone.length()),
                    (vec![0], query.length())
                );
            }
        }
    });
}

#[test]
fn places_are_those_of_the_library() {
    each(1024, texts_and_words(), |(texts, words)| {
        let text = texts.concat();
        let found: Vec<_> = places(&text, &words).collect();
        let overlapping = text.char_indices().map(|(at, _)| at);
        let expected: Vec<_> = overlapping
            .filter(|at| !words.is_empty() && text[*at..].starts_with(&words))
            .collect();
        assert_eq!(found, expected);
        assert_eq!(holds(&text, &words), text.contains(&words));
        if let Some((before, after)) = around(&text, &words) {
            assert_eq!([before, &words, after].concat(), text);
        }
        if let Some(clause) = clause(&text, &words) {
            assert!(text.contains(clause) && clause.contains(&words));
        }
    });
}

/// Whatever the lists hold, a text in runs is the text.
#[test]
fn runs_joined_are_the_text() {
    let lists = texts().prop_flat_map(|text| {
        let words = || vec(words(std::slice::from_ref(&text)), 0..4);
        (Just(text.clone()), words(), words(), words())
    });
    each(512, lists, |(text, phrases, keep, strong)| {
        let mut report = data::report();
        report.keep = keep;
        report.figures = phrases
            .iter()
            .map(|phrase| Figure {
                id: Id(phrase.clone()),
                label: String::new(),
                phrase: phrase.clone(),
                value: None,
                qualifier: None,
                unit: None,
            })
            .collect();
        let figures = phrases.into_iter().map(Id).collect();
        let point = Point {
            text,
            figures,
            strong,
        };
        let joined: String = runs(&report, &point).iter().map(|run| run.text).collect();
        assert_eq!(joined, point.text);
    });
}
