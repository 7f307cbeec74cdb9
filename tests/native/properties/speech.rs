//! What a voice is given to say.

use proptest::prelude::*;
use tujie::report::breath::sentences;
use tujie::report::speech::spoken;

use super::each::each;

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9.,%+·年月日第件余千万亿~—a-z。；！？，、：“”』 ]{0,40}",
        "[字，。]{0,200}",
        ".{0,40}",
    ]
}

#[test]
fn sentences_joined_are_the_text_but_for_spaces() {
    each(512, texts(), |text| {
        let pieces = sentences(&text);
        let dense = |text: &str| -> String { text.chars().filter(|one| *one > ' ').collect() };
        assert_eq!(dense(&pieces.concat()), dense(&text));
        for piece in pieces {
            assert!(piece.chars().any(|letter| letter > ' '), "{text:?}");
        }
    });
}

/// Digits are said as words, but for those of names such as H5.
#[test]
fn no_number_is_left_to_the_engine() {
    each(1024, texts(), |text| {
        let said = spoken(&text);
        let mut before = ' ';
        for letter in said.chars() {
            let named = before.is_ascii_alphanumeric();
            assert!(
                !letter.is_ascii_digit() || named,
                "{text:?} is said {said:?}"
            );
            before = letter;
        }
    });
}

/// A count as it is said, read back.
fn heard(said: &str) -> u64 {
    let (mut all, mut group, mut digit) = (0, 0, 0);
    for letter in said.chars() {
        match "零一二三四五六七八九".chars().position(|one| one == letter) {
            Some(value) => digit = value as u64,
            None => match letter {
                '两' => digit = 2,
                '十' => (group, digit) = (group + digit.max(1) * 10, 0),
                '百' => (group, digit) = (group + digit * 100, 0),
                '千' => (group, digit) = (group + digit * 1000, 0),
                '万' => (all, group, digit) = (all + (group + digit) * 10_000, 0, 0),
                '亿' => (all, group, digit) = ((all + group + digit) * 100_000_000, 0, 0),
                other => panic!("{other} in {said}"),
            },
        }
    }
    all + group + digit
}

#[test]
fn counts_are_heard_as_they_are_written() {
    // Noughts are what makes counts hard to say.
    let counts = prop_oneof![
        (0..30_u64).prop_map(|count| count.to_string()),
        "[1-9][0-9]{0,2}0{0,5}[0-9]{0,3}",
        "[1-9][02]{0,11}",
        "[1-9][0-9]{0,11}",
    ];
    each(1024, counts, |count| {
        let count: u64 = count.parse().expect("a count");
        let said = spoken(&format!("{count}个"));
        let said = said.strip_suffix('个').expect("the unit");
        assert!(
            !said.is_empty() && heard(said) == count,
            "{count} is said {said}"
        );
    });
}
