//! A quantity: a number with what bounds it and what it counts.
//!
//! `[words before] [“] numeral [scale] [余多来] [scale] [”] unit [以上 以下 左右]`,
//! or a part of a hundred in words: `百分之八十五`, `七成`.

use super::cursor::Cursor;
use super::decimal::Decimal;
use super::lead::{Lead, lead};
use super::numeral::{Numeral, Script, han_digit, is_han, numeral};

/// A number with what bounds it and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity<'a> {
    /// The value as printed, scale words multiplied: 余, 多 and 近 add nothing.
    pub value: Decimal,
    /// How the value bounds what is counted.
    pub bound: Bound,
    /// How many digits are printed after the point: 1 in `4.0`.
    pub decimals: u32,
    /// How many tens the scale words multiply by: 4 for 万, 8 for 亿, 1
    /// for 成, a tenth in percent.
    pub scale: u32,
    /// The counter or unit; `%` in either width is `%`, as are 百分之 and 成.
    pub unit: &'a str,
    /// 余, 多, 近, 连续 …, where the phrase has one: first what bounds the number.
    pub qualifier: Option<&'a str>,
}

/// How a printed value bounds what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// It is the number.
    Exact,
    /// 约, 近, 来, 左右.
    About,
    /// 不低于, 不少于, 至少, 以上.
    AtLeast,
    /// 不超过, 至多, 以下, 以内.
    AtMost,
    /// 超, 逾, 突破, 余, 多.
    MoreThan,
    /// 不足, 不到, 低于.
    LessThan,
}

impl Quantity<'_> {
    /// The count, where it is whole, exact and not below zero.
    pub fn whole(&self) -> Option<u64> {
        self.value.whole().filter(|_| self.bound == Bound::Exact)
    }
}

/// Scale words with how many tens they multiply by, longer ones first.
const SCALES: [(&str, u32); 7] = [
    ("万亿", 12),
    ("千万", 7),
    ("百万", 6),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("百", 2),
];

/// Units that begin like a scale word.
const UNITS: [&str; 8] = [
    "百分", "千瓦", "千米", "千克", "千伏", "千卡", "百帕", "千焦",
];

/// Words behind a number that leave it open upwards, or to both sides.
const AFTER: [(&str, Bound); 4] = [
    ("余", Bound::MoreThan),
    ("多", Bound::MoreThan),
    ("来", Bound::About),
    ("几", Bound::MoreThan),
];

/// Words behind the unit that bound the number.
pub const BEHIND: [(&str, Bound); 11] = [
    ("及以上", Bound::AtLeast),
    ("（含）以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
    ("之多", Bound::Exact),
    ("有余", Bound::MoreThan),
];

/// Quotation marks that may stand around a numeral.
const QUOTES: [(char, char); 3] = [('“', '”'), ('"', '"'), ('「', '」')];

/// Parts of a whole in words, with the sign that says the same.
pub const PARTS: [(&str, &str); 3] = [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")];

/// What is counted otherwise than things are: days, months and years by name.
const DATES: [char; 5] = ['月', '日', '号', '时', '届'];

/// A quantity; `told` where words before say what the number is, so that it may
/// stand without a unit.
pub fn quantity<'a>(cursor: &mut Cursor<'a>, told: bool) -> Option<Quantity<'a>> {
    cursor.attempt(|cursor| {
        let lead = lead(cursor)?;
        let mut quantity = part(cursor).or_else(|| counted(cursor, &lead, told))?;
        if let Some((bound, word)) = lead.bound {
            quantity.bound(bound, word)?;
        }
        behind(cursor, &mut quantity)?;
        quantity.qualifier = quantity.qualifier.or(lead.count);
        Some(quantity)
    })
}

impl<'a> Quantity<'a> {
    fn new(numeral: Numeral, scale: u32, unit: &'a str) -> Option<Self> {
        Some(Self {
            value: numeral.value.scaled(scale)?,
            bound: Bound::Exact,
            decimals: numeral.decimals,
            scale,
            unit,
            qualifier: None,
        })
    }

    /// Bounds it by a word; `None` where another word bounds it otherwise.
    pub fn bound(&mut self, bound: Bound, word: &'a str) -> Option<()> {
        let free = self.bound == Bound::Exact || self.bound == bound;
        self.bound = bound;
        self.qualifier.get_or_insert(word);
        free.then_some(())
    }
}

/// 百分之八十五, 七成, 三成五.
fn part<'a>(cursor: &mut Cursor<'a>) -> Option<Quantity<'a>> {
    cursor.attempt(|cursor| {
        let left = cursor.left();
        if let Some((word, unit)) = PARTS.iter().find(|(word, _)| left.starts_with(word)) {
            cursor.pass(word.len());
            return Quantity::new(numeral(cursor)?, 0, unit);
        }
        let numeral = numeral(cursor)?;
        let after = after(cursor);
        cursor.take(|letter| letter == '成')?;
        // 成 begins more words than it counts for.
        const WORDS: &str = "立功为员果本套品熟绩份都型长不效就人交";
        if cursor.next().is_some_and(|letter| WORDS.contains(letter)) {
            return None;
        }
        let mut quantity = Quantity::new(numeral, 1, "%")?;
        let fifth = cursor.take(|letter| is_han(letter) && han_digit(letter).is_some());
        if let Some(more) = fifth.and_then(han_digit) {
            quantity.value = quantity.value.plus(more.into())?;
        }
        if let Some((word, bound)) = after.or_else(|| self::after(cursor)) {
            quantity.bound(bound, word)?;
        }
        Some(quantity)
    })
}

/// A numeral with its scale and unit.
fn counted<'a>(cursor: &mut Cursor<'a>, lead: &Lead, told: bool) -> Option<Quantity<'a>> {
    let quote = QUOTES
        .into_iter()
        .find(|(open, _)| cursor.take(|letter| letter == *open).is_some());
    let numeral = numeral(cursor)?;
    let start = cursor.at();
    let first = take_scale(cursor);
    cursor.scale(start);
    let after = if opens(numeral, first) {
        after(cursor)
    } else {
        None
    };
    let scale = first
        + if after.is_some() {
            take_scale(cursor)
        } else {
            0
        };
    if let Some((_, close)) = quote {
        cursor.take(|letter| letter == close)?;
    }
    cursor.take_space();
    let plain = scale == 0 && after.is_none() && quote.is_none();
    let unit = unit(cursor);
    if plain && is_date(numeral, unit, lead) {
        return None;
    }
    if unit.is_empty() {
        // A number alone may be anything; a fraction or a scale makes it a value.
        let told = told || lead.any || numeral.decimals > 0 || scale > 0 || after.is_some();
        let apart = cursor.alone || scale > 3 || after.is_some() || !in_a_word(cursor.next());
        if !told || !apart || quote.is_some() {
            return None;
        }
    }
    let mut quantity = Quantity::new(numeral, scale, unit)?;
    if let Some((word, bound)) = after {
        quantity.bound(bound, word)?;
    }
    Some(quantity)
}

/// Whether 余, 多 and 来 may follow: 十余, 3千余, 30多, but not 一来.
fn opens(numeral: Numeral, scale: u32) -> bool {
    let round = numeral
        .value
        .whole()
        .is_some_and(|value| value > 0 && value % 10 == 0);
    numeral.script != Script::Han || scale > 0 || round
}

/// Whether it names a day or a year, which is no quantity: 2035年, 5月, 15日.
fn is_date(numeral: Numeral, unit: &str, lead: &Lead) -> bool {
    let year = || {
        let value = numeral.value.whole();
        numeral.script == Script::Plain && value.is_some_and(|year| (1000..3000).contains(&year))
    };
    lead.bound.is_none()
        && lead.count.is_none()
        && (unit.starts_with(DATES) || unit.starts_with('年') && year())
}

/// The scale word that stands here, unless it begins a unit.
fn take_scale(cursor: &mut Cursor) -> u32 {
    let left = cursor.left();
    if UNITS.iter().any(|unit| left.starts_with(unit)) {
        return 0;
    }
    let scale = SCALES.iter().find(|(word, _)| left.starts_with(word));
    scale.map_or(0, |(word, tens)| {
        cursor.pass(word.len());
        *tens
    })
}

fn after<'a>(cursor: &mut Cursor<'a>) -> Option<(&'a str, Bound)> {
    let left = cursor.left();
    let (word, bound) = AFTER.iter().find(|(word, _)| left.starts_with(word))?;
    Some((cursor.pass(word.len()), *bound))
}

/// The unit, `%` in either width as `%`.
fn unit<'a>(cursor: &mut Cursor<'a>) -> &'a str {
    if cursor
        .take(|letter| matches!(letter, '%' | '％' | '﹪'))
        .is_some()
    {
        return "%";
    }
    if cursor.take(|letter| letter == '‰').is_some() {
        return "‰";
    }
    let length = (cursor.unit)(cursor.left());
    cursor.pass(length)
}

/// Words behind the unit: 以上, 左右, and 多 behind 倍 and 年.
fn behind<'a>(cursor: &mut Cursor<'a>, quantity: &mut Quantity<'a>) -> Option<()> {
    if quantity.unit == "倍"
        && let Some((word, bound)) = after(cursor)
    {
        quantity.bound(bound, word)?;
    }
    let left = cursor.left();
    let Some((word, bound)) = BEHIND.iter().find(|(word, _)| left.starts_with(word)) else {
        return Some(());
    };
    let word = cursor.pass(word.len());
    if *bound == Bound::Exact {
        return Some(());
    }
    quantity.bound(*bound, word)
}

/// Whether a letter goes on with a word: neither a mark nor the end.
pub fn in_a_word(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_ascii_alphanumeric() || is_letter(letter))
}

/// A letter beyond ASCII that is no punctuation. (The standard library's tables of
/// all scripts are too large for a first visit.)
fn is_letter(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9FFF}' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '℃' | '㎡'..='㎥' | '²' | '³')
}
