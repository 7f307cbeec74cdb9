//! Number phrases and rates.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use tujie::report::number::{Bound, NumberKind, Piece, find, read, whole_in};
use tujie::report::rate::percent;

use super::each::each;

/// A phrase in the parts it is written from.
#[derive(Clone, Debug)]
struct Phrase {
    count: Option<&'static str>,
    /// What bounds it, on one side.
    bound: Option<(Side, &'static str, Bound)>,
    quote: Option<(&'static str, &'static str)>,
    terms: Vec<Term>,
    scale: Option<(&'static str, u32)>,
    /// A scale word behind 余, as in 800余万.
    again: Option<(&'static str, u32)>,
    unit: &'static str,
}

/// Where a word stands that bounds a number.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    Before,
    After,
    Behind,
}

/// A decimal number: its digits, and where they stand apart.
#[derive(Clone, Debug)]
struct Term {
    whole: u64,
    fraction: Option<u32>,
    grouped: bool,
    wide: bool,
}

const SCALES: [(&str, u32); 7] = [
    ("百", 2),
    ("千", 3),
    ("万", 4),
    ("百万", 6),
    ("千万", 7),
    ("亿", 8),
    ("万亿", 12),
];

const QUOTES: [(&str, &str); 3] = [("“", "”"), ("\"", "\""), ("「", "」")];

const BOUNDS: [(Side, &str, Bound); 16] = [
    (Side::Before, "约", Bound::About),
    (Side::Before, "近", Bound::About),
    (Side::Before, "超", Bound::MoreThan),
    (Side::Before, "超过", Bound::MoreThan),
    (Side::Before, "逾", Bound::MoreThan),
    (Side::Before, "突破", Bound::MoreThan),
    (Side::Before, "不低于", Bound::AtLeast),
    (Side::Before, "至少", Bound::AtLeast),
    (Side::Before, "不超过", Bound::AtMost),
    (Side::Before, "不足", Bound::LessThan),
    (Side::After, "余", Bound::MoreThan),
    (Side::After, "多", Bound::MoreThan),
    (Side::After, "来", Bound::About),
    (Side::Behind, "以上", Bound::AtLeast),
    (Side::Behind, "以内", Bound::AtMost),
    (Side::Behind, "左右", Bound::About),
];

const UNITS: [&str; 12] = [
    "件",
    "个",
    "项",
    "人次",
    "省区市",
    "%",
    "元",
    "篇",
    "千瓦时",
    "万吨/年",
    "户（套）",
    "个百分点",
];

fn phrases() -> impl Strategy<Value = Phrase> {
    let term = (
        0..1_000_000_u64,
        of(0..1000_u32),
        any::<bool>(),
        any::<bool>(),
    );
    let term = term.prop_map(|(whole, fraction, grouped, wide)| Term {
        whole,
        fraction,
        grouped,
        wide,
    });
    (
        of(select(&["连续", "累计"][..])),
        of(select(&BOUNDS[..])),
        of(select(&QUOTES[..])),
        vec(term, 1..4),
        of(select(&SCALES[..])),
        of(select(&[("万", 4), ("亿", 8)][..])),
        select(&UNITS[..]),
    )
        .prop_map(|(count, bound, quote, terms, scale, again, unit)| Phrase {
            again: again.filter(|_| {
                let after = bound.is_some_and(|(side, _, _)| side == Side::After);
                after && scale.is_none_or(|(_, tens)| tens < 4) && unit != "万吨/年"
            }),
            scale: scale.filter(|_| unit != "万吨/年"),
            count,
            bound,
            quote: quote.filter(|_| unit != "万吨/年"),
            terms,
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
        if self.wide {
            let wide = |letter| match letter {
                '0'..='9' => char::from_u32(letter as u32 + 0xFEE0).expect("a wide digit"),
                letter => letter,
            };
            text = text.chars().map(wide).collect();
        }
        text
    }

    fn thousandths(&self) -> i128 {
        i128::from(self.whole) * 1000 + i128::from(self.fraction.unwrap_or_default())
    }
}

impl Phrase {
    fn written(&self) -> String {
        let terms: Vec<_> = self.terms.iter().map(Term::written).collect();
        let (open, close) = self.quote.unwrap_or_default();
        let bound = |wanted| match self.bound {
            Some((side, word, _)) if side == wanted => word,
            _ => "",
        };
        [
            self.count.unwrap_or_default(),
            bound(Side::Before),
            open,
            &terms.join("+"),
            self.scale.map_or("", |(word, _)| word),
            bound(Side::After),
            self.again.map_or("", |(word, _)| word),
            close,
            self.unit,
            bound(Side::Behind),
        ]
        .concat()
    }

    /// The value in plain digits, reckoned in integers.
    fn value(&self) -> String {
        let unit = if self.unit.starts_with('万') { 4 } else { 0 };
        let scales = [self.scale, self.again].into_iter().flatten();
        let tens: u32 = unit + scales.map(|(_, tens)| tens).sum::<u32>();
        let sum: i128 = self.terms.iter().map(Term::thousandths).sum();
        let thousandths = sum * 10_i128.pow(tens);
        let fraction = format!("{:03}", thousandths % 1000);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{}{point}{fraction}", thousandths / 1000)
    }
}

#[test]
fn what_is_written_is_read() {
    each(1024, phrases(), |phrase| {
        let text = phrase.written();
        let reading = read(&text).unwrap_or_else(|| panic!("{text} is not read"));
        let quantity = reading.quantity().expect("a quantity");
        let value = quantity.value.to_string();
        assert_eq!(value, phrase.value(), "{text}");
        // The nearest binary number, as when it is read from its digits.
        let nearest: f64 = value.parse().expect("a number");
        let exact = value.len() < 16;
        assert!(!exact || quantity.value.to_f64() == nearest, "{text}");
        let word = phrase.bound.map(|(_, word, _)| word).or(phrase.count);
        assert_eq!(quantity.qualifier, word, "{text}");
        let bound = phrase.bound.map_or(Bound::Exact, |(_, _, bound)| bound);
        assert_eq!(quantity.bound, bound, "{text}");
        assert_eq!(
            quantity.unit,
            phrase.unit.trim_start_matches('万'),
            "{text}"
        );
    });
}

#[test]
fn what_is_written_is_found_whole() {
    each(512, phrases(), |phrase| {
        let phrase = phrase.written();
        let text = format!("完成投资，{phrase}。其余");
        let expected = text.find(&phrase).map(|at| at..at + phrase.len());
        let found: Vec<_> = find(&text)
            .into_iter()
            .map(|found| Some(found.range))
            .collect();
        assert_eq!(found, std::slice::from_ref(&expected), "{text}");
        assert_eq!(whole_in(&text, &phrase), expected, "{text}");
    });
}

/// A whole number as it is spelt in Chinese.
fn spelt(number: u64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let scales = [
        (100_000_000, "亿"),
        (10_000, "万"),
        (1000, "千"),
        (100, "百"),
        (10, "十"),
    ];
    let Some((scale, word)) = scales.into_iter().find(|(scale, _)| *scale <= number) else {
        return DIGITS[number as usize].to_owned();
    };
    let (times, rest) = (number / scale, number % scale);
    let rest = match rest {
        0 => String::new(),
        rest if rest < scale / 10 => format!("零{}", spelt(rest)),
        rest => spelt(rest),
    };
    format!("{}{word}{rest}", spelt(times))
}

#[test]
fn numbers_spelt_in_chinese_are_read() {
    each(
        1024,
        prop_oneof![1..1000_u64, 1..1_000_000_000_u64],
        |number| {
            let text = format!("{}件", spelt(number));
            let reading = read(&text).unwrap_or_else(|| panic!("{text} is not read"));
            let whole = reading.quantity().and_then(|quantity| quantity.whole());
            assert_eq!(whole, Some(number), "{text}");
            let short = text
                .strip_prefix('一')
                .filter(|text| text.starts_with('十'));
            let again = short.and_then(read);
            assert_eq!(
                again.map(|reading| reading.kind),
                short.map(|_| reading.kind)
            );
        },
    );
}

/// Texts of the letters that phrases are made of, and of any others.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[连续累计超过约近逾“”\"「」0-9.,+百千万亿余多来件项%]{0,12}",
        "[第前全国居占增长提高到降至0-9０-９一二三十百万亿成倍个百分点之∶：—~/−.％‰以上左右、，年月]{0,16}",
        ".{0,16}",
    ]
}

fn joined(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Digits(text) | Piece::Scale(text) | Piece::Word(text) => *text,
    });
    texts.collect()
}

#[test]
fn what_is_read_is_the_text_again() {
    each(4096, texts(), |text| {
        let Some(reading) = read(&text) else { return };
        assert_eq!(joined(&reading.pieces), text);
        let Some(quantity) = reading.quantity() else {
            return;
        };
        let value = quantity.value.to_f64();
        assert!(value.is_finite() && value >= 0.0, "{text}");
    });
}

/// What is found stands whole, apart and in order, and reads alone as it does there.
#[test]
fn what_is_found_is_read_alone() {
    each(4096, texts(), |text| {
        let mut end = 0;
        for found in find(&text) {
            assert!(found.range.start >= end, "{text}");
            end = found.range.end;
            let phrase = &text[found.range];
            assert_eq!(read(phrase), Some(found.reading), "{phrase} in {text}");
            assert!(whole_in(&text, phrase).is_some(), "{phrase} in {text}");
        }
    });
}

#[test]
fn a_range_has_its_ends_in_order() {
    let ends = (
        1..1000_u32,
        1..1000_u32,
        select(&["—", "–", "-", "～", "至"][..]),
    );
    each(512, ends, |(from, more, dash)| {
        let text = format!("{from}{dash}{}件", from + more);
        let kind = read(&text).map(|reading| reading.kind);
        let Some(NumberKind::Range {
            from: low,
            to: high,
            ..
        }) = kind
        else {
            panic!("{text} is {kind:?}")
        };
        assert_eq!(low.whole(), Some(from.into()));
        assert_eq!(high.whole(), Some((from + more).into()));
        let turned = format!("{}件{dash}{from}件", from + more);
        assert_eq!(read(&turned), None);
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
