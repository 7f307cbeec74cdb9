//! Number phrases: what `近20项`, `增长5.6％`, `4.5%—5%`, `居全国第2位` say.
//!
//! Knows how Chinese reports write numbers, and no report. The grammar:
//! ```text
//! phrase   := rank | change | ratio | range | quantity
//! rank     := [居 …] [全国 …] (第 numeral [位 名] | 前 (numeral [位 名 强 %] | 千分之 numeral))
//! change   := 持平 | [年均 同比 …] (增长 提高 下降 … [了] | − | +) (range | quantity)
//! range    := lead numeral|quantity (— – - ~ ～ 至 到) quantity
//! ratio    := lead (numeral (∶ numeral)+ | numeral / numeral | numeral 分之 numeral) [behind]
//! quantity := lead (百分之 numeral | numeral 成 | [“] numeral [scale] [余 多 来] [scale] [”] unit) [behind]
//! lead     := (约 近 超 逾 突破 不低于 不少于 至少 … | 累计 连续 | 达 占 | 提高到 降至 …)*
//! behind   := 以上 以下 以内 左右 …
//! numeral  := digits of either width, with point, separators or a sum | Chinese numeral
//! scale    := 百 千 万 亿 and what they make together
//! ```
//! A quantity needs a unit, unless a fraction, a scale or words before say that it is
//! one. What names a day or a year (`2035年`, `5月`) is none.
//!
//! 从…到… is two phrases, with and without a verb between: in the reports that were
//! tried (从1795亿元增加到5260亿元) it tells what became of a number, never how wide
//! something is. So 从4.5%到5% is 4.5% and 5%; without 从, 4.5%到5% is a range.

mod amount;
mod cursor;
mod decimal;
mod found;
mod han;
mod lead;
mod numeral;
mod percent;
mod phrase;
mod quantity;
mod rank;
mod ratios;
mod tail;
mod unbroken;
mod unit;
mod whole;

pub use decimal::Decimal;
pub use found::{Found, find};
pub use quantity::Quantity;
pub use rank::Rank;
pub use ratios::{Ratio, RatioForm};
pub use unbroken::unbroken;
pub use whole::{stands, whole_in};

use cursor::Cursor;

/// What a number phrase says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<'a> {
    /// What it is.
    pub kind: NumberKind<'a>,
    /// The phrase in pieces; joined they are the phrase.
    pub pieces: Vec<Piece<'a>>,
}

/// What a number phrase is.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberKind<'a> {
    /// `1126.6亿元`, `近20项`, `81.31%`.
    Quantity(Quantity<'a>),
    /// `4.5%—5%`: both ends are bound by the words around.
    Range {
        /// The lower end.
        from: Quantity<'a>,
        /// The upper end.
        to: Quantity<'a>,
        /// Whether it is a change between these: `增长4.5%—5%`.
        trend: Option<Trend>,
    },
    /// `4.0∶37.7∶58.3`, `三分之一`.
    Ratio(Ratio),
    /// `第2位`, `前六`.
    Rank(Rank<'a>),
    /// `增长5.6%`, `−17.5`, `持平`.
    Change {
        /// Where it went.
        trend: Trend,
        /// How far, never below zero; none for 持平.
        by: Option<Quantity<'a>>,
    },
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

/// Where a number went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// 增长, 提高, `+`.
    Up,
    /// 下降, 减少, `−`.
    Down,
    /// 持平.
    Level,
}

/// A piece of a number phrase, by how it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Numerals, set largest: `2000`, `13+1`, `三十二`.
    Digits(&'a str),
    /// 千, 万, 亿 behind the digits, with 余, 多 or 来 where that stands between: 多万.
    Scale(&'a str),
    /// Everything else: 余 and 多 without such a word behind them, 近, 连续, quotation
    /// marks, dashes, the unit.
    Word(&'a str),
}

impl<'a> Reading<'a> {
    /// The one quantity that it says, an amount of change among them.
    pub fn quantity(&self) -> Option<&Quantity<'a>> {
        match &self.kind {
            NumberKind::Quantity(quantity) => Some(quantity),
            NumberKind::Change { by, .. } => by.as_ref(),
            NumberKind::Range { .. } | NumberKind::Ratio(_) | NumberKind::Rank(_) => None,
        }
    }
}

/// Reads a whole phrase; `None` where it is no number phrase.
pub fn read(phrase: &str) -> Option<Reading<'_>> {
    let mut cursor = Cursor::new(phrase, 0, rest, true);
    let kind = phrase::phrase(&mut cursor)?;
    cursor.ended().then(|| Reading {
        kind,
        pieces: cursor.pieces(0),
    })
}

/// How long the unit of a phrase that stands alone is: all that is left, up to the
/// dash of a range, but for the words behind a unit.
fn rest(left: &str) -> usize {
    let is_mark = |letter| "，。、；：！？,.;:!?\"“”‘’%％‰+".contains(letter);
    let mut end = 0;
    let mut letters = left.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let numeral = |letter| numeral::digit(letter).is_some() || han::is_han(letter);
        let dash = phrase::DASHES.contains(&letter) && next.is_some_and(numeral);
        if dash || is_mark(letter) || numeral::digit(letter).is_some() {
            break;
        }
        end += letter.len_utf8();
    }
    let unit = left.get(..end).unwrap_or_default();
    end - tail::behind_length(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn changes(phrase: &str, trend: Trend, by: &str) {
        let reading = read(phrase).expect("a number phrase");
        let amount = reading.quantity();
        let shown = amount.map_or(String::new(), |by| format!("{}{}", by.value, by.unit));
        assert_eq!(shown, by);
        assert!(matches!(reading.kind, NumberKind::Change { trend: found, .. } if found == trend));
    }

    #[test]
    fn a_change_says_where_it_went() {
        changes("增长5.6％", Trend::Up, "5.6%");
        changes("下降8.3%", Trend::Down, "8.3%");
        changes("−17.5", Trend::Down, "17.5");
        changes("+5.6%", Trend::Up, "5.6%");
        changes("提高11.9个百分点", Trend::Up, "11.9个百分点");
        changes("年均增长超20%", Trend::Up, "20%");
        changes("增长3.2倍", Trend::Up, "3.2倍");
        changes("翻一番", Trend::Up, "1番");
        changes("翻了两番多", Trend::Up, "2番");
        changes("增长3倍多", Trend::Up, "3倍");
        changes("微降0.1%", Trend::Down, "0.1%");
        changes("负增长2%", Trend::Down, "2%");
        changes("持平", Trend::Level, "");
    }

    #[test]
    fn what_was_reached_is_no_change() {
        for phrase in [
            "提高到14.58万亿元",
            "增至46个",
            "达到23562亿元",
            "缩小至2.54",
        ] {
            let reading = read(phrase).expect("a number phrase");
            assert!(matches!(reading.kind, NumberKind::Quantity(_)), "{phrase}");
        }
    }

    #[track_caller]
    fn ranges(phrase: &str, expected: &str) {
        let reading = read(phrase).expect("a number phrase");
        let NumberKind::Range { from, to, .. } = reading.kind else {
            panic!("{phrase} is {:?}", reading.kind)
        };
        assert_eq!(
            format!("{} {} {:?} {}", from.value, to.value, to.bound, to.unit),
            expected
        );
        assert_eq!((from.bound, from.unit), (to.bound, to.unit));
    }

    #[test]
    fn a_range_has_two_ends() {
        ranges("4.5%—5%", "4.5 5 Exact %");
        ranges("4.5-5％", "4.5 5 Exact %");
        ranges("约10—15件", "10 15 About 件");
        ranges("10至15件以上", "10 15 AtLeast 件");
        ranges("1—2万件", "10000 20000 Exact 件");
        ranges("增长4.5%—5%左右", "4.5 5 About %");
        ranges("3～5成", "30 50 Exact %");
        ranges("三至五个", "3 5 Exact 个");
        ranges("三万件到五万件", "30000 50000 Exact 件");
    }

    #[track_caller]
    fn refuse(phrase: &str) {
        assert_eq!(read(phrase), None, "{phrase}");
    }

    #[test]
    fn what_is_no_number_phrase_is_refused() {
        refuse("");
        refuse("件");
        refuse("很多件");
        refuse("12");
        refuse("1..2件");
        refuse("1,23件");
        refuse("1234,567件");
        refuse("13+件");
        refuse("近20余项");
        refuse("3件5件");
        refuse("12.件");
        refuse("1亿2000万元");
        refuse("从11.37万亿元提高到14.58万亿元");
        refuse("数十件");
        refuse("5%—3%");
    }

    #[test]
    fn numerals_that_are_no_figures_are_refused() {
        refuse("2035年");
        refuse("2021年底");
        refuse("5月1日");
        refuse("5月");
        refuse("“1310”");
        refuse("“23·7”");
        refuse("十四五");
        refuse("“十四五”");
        refuse("第一次会议");
        refuse("二〇三五年");
    }
}
