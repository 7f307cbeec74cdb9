//! Number phrases and rates.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use tujie::report::number::{Piece, read};
use tujie::report::rate::percent;

use super::each::each;

/// A phrase in the parts it is written from.
#[derive(Clone, Debug)]
struct Phrase {
    before: Option<&'static str>,
    quote: Option<(&'static str, &'static str)>,
    terms: Vec<Term>,
    scale: Option<(&'static str, f64)>,
    after: Option<(&'static str, Option<(&'static str, f64)>)>,
    unit: &'static str,
}

/// A decimal number: its digits, and where they stand apart.
#[derive(Clone, Debug)]
struct Term {
    whole: u64,
    fraction: Option<u32>,
    grouped: bool,
}

const SCALES: [(&str, f64); 7] = [
    ("百", 1e2),
    ("千", 1e3),
    ("万", 1e4),
    ("百万", 1e6),
    ("千万", 1e7),
    ("亿", 1e8),
    ("万亿", 1e12),
];

const QUOTES: [(&str, &str); 3] = [("“", "”"), ("\"", "\""), ("「", "」")];

fn phrases() -> impl Strategy<Value = Phrase> {
    let term = (0..100_000_000_u64, of(0..1000_u32), any::<bool>());
    let term = term.prop_map(|(whole, fraction, grouped)| Term {
        whole,
        fraction,
        grouped,
    });
    (
        of(select(
            &["连续", "累计", "超过", "约", "近", "超", "逾"][..],
        )),
        of(select(&QUOTES[..])),
        vec(term, 1..4),
        of(select(&SCALES[..])),
        of((select(&["余", "多", "来"][..]), of(select(&SCALES[..])))),
        select(&["件", "个", "项", "人次", "省区市", "%", "元", "篇"][..]),
    )
        .prop_map(|(before, quote, terms, scale, after, unit)| Phrase {
            // A number is qualified on one side.
            after: after.filter(|_| before.is_none()),
            before,
            quote,
            terms,
            scale,
            unit,
        })
}

impl Term {
    fn written(&self) -> String {
        let mut text = self.whole.to_string();
        if self.grouped {
            let mut at = text.len();
            while at > 3 {
                at -= 3;
                text.insert(at, ',');
            }
        }
        if let Some(fraction) = self.fraction {
            text += &format!(".{fraction:03}");
        }
        text
    }

    fn value(&self) -> f64 {
        let fraction = self.fraction.unwrap_or_default();
        (self.whole * 1000 + u64::from(fraction)) as f64 / 1000.0
    }
}

impl Phrase {
    fn written(&self) -> String {
        let terms: Vec<_> = self.terms.iter().map(Term::written).collect();
        let (open, close) = self.quote.unwrap_or_default();
        let (after, again) = self.after.unwrap_or_default();
        [
            self.before.unwrap_or_default(),
            open,
            &terms.join("+"),
            self.scale.map_or("", |(word, _)| word),
            after,
            again.map_or("", |(word, _)| word),
            close,
            self.unit,
        ]
        .concat()
    }

    fn value(&self) -> f64 {
        let again = self.after.and_then(|(_, scale)| scale);
        let scales = self.scale.into_iter().chain(again);
        let times: f64 = scales.map(|(_, times)| times).product();
        self.terms.iter().map(Term::value).sum::<f64>() * times
    }
}

#[test]
fn what_is_written_is_read() {
    each(512, phrases(), |phrase| {
        let text = phrase.written();
        let reading = read(&text).unwrap_or_else(|| panic!("{text} is not read"));
        let expected = phrase.value();
        let near = (reading.value - expected).abs() <= 1e-12 * expected;
        assert!(near, "{text}: {} for {expected}", reading.value);
        let qualifier = phrase.before.or(phrase.after.map(|(word, _)| word));
        assert_eq!(reading.qualifier, qualifier, "{text}");
        assert_eq!(reading.unit, phrase.unit, "{text}");
    });
}

/// Texts of the letters that phrases are made of, and of any others.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[连续累计超过约近逾“”\"「」0-9.,+百千万亿余多来件项%]{0,12}",
        ".{0,16}",
    ]
}

#[test]
fn what_is_read_is_the_text_again() {
    each(1024, texts(), |text| {
        let Some(reading) = read(&text) else { return };
        let joined: String = reading
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Digits(text) | Piece::Scale(text) | Piece::Word(text) => *text,
            })
            .collect();
        assert_eq!(joined, text);
        assert!(reading.value.is_finite() && reading.value >= 0.0, "{text}");
        assert!(
            !reading.unit.is_empty() && text.ends_with(reading.unit),
            "{text}"
        );
    });
}

#[test]
fn rates_are_rounded_as_fractions_are() {
    let counts = prop_oneof![0..100_000_u64, any::<u64>()];
    each(1024, (counts.clone(), counts), |(part, whole)| {
        let told = percent(part, whole);
        if whole == 0 {
            assert_eq!(told, "—");
            return;
        }
        // Halves up, in integers that nothing overflows.
        let (exact, of) = (
            u128::from(part) * 2000 + u128::from(whole),
            u128::from(whole) * 2,
        );
        let tenths = exact / of;
        let expected = match part == whole {
            true => "100%".to_owned(),
            false => format!("{}.{}%", tenths / 10, tenths % 10),
        };
        let huge = part.max(whole) > u64::MAX / 4000;
        assert!(
            told == expected || huge,
            "{part} of {whole}: {told} for {expected}"
        );
        assert!(
            part > whole || told.trim_end_matches('%').parse::<f64>().expect("a rate") <= 100.0
        );
    });
}
