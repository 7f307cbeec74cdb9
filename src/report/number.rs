//! Number phrases: what `近20项`, `增长5.6％`, `4.5%—5%`, `居全国第2位` say.
//!
//! Knows how Chinese reports write numbers, and no report. The grammar:
//! ```text
//! phrase   := rank | change | ratio | range | quantity
//! rank     := [居 …] [全国 …] (第 numeral [位 名] | 前 (numeral [位 名 强 %] | 千分之 numeral))
//! change   := 持平 | (增长 提高 下降 … [了] | − | +) (range | quantity)
//! range    := lead numeral|quantity (— – - ~ ～ 至 到) quantity
//! ratio    := lead (numeral (∶ numeral)+ | numeral / numeral | numeral 分之 numeral) [behind]
//! quantity := lead (百分之 numeral | numeral 成 | [“] numeral [scale] [余 多 来] [scale] [”] unit) [behind]
//! lead     := (约 近 超 逾 突破 不低于 不少于 至少 … | 累计 连续 | 达 占 为 | 提高到 降至 …)*
//! behind   := 以上 以下 以内 左右 …
//! numeral  := digits of either width, with point, separators or a sum | Chinese numeral
//! scale    := 百 千 万 亿 and what they make together
//! ```
//! A quantity needs a unit, unless a fraction, a scale or words before say that it is
//! one. What names a day or a year (`2035年`, `5月`) is none. 从…到… is two phrases.

mod cursor;
mod decimal;
mod found;
mod lead;
mod numeral;
mod phrase;
mod quantity;
mod rank;
mod terms;
mod unit;
mod whole;

pub use decimal::Decimal;
pub use found::{Found, find};
pub use quantity::{Bound, Quantity};
pub use rank::Rank;
pub use terms::{Ratio, RatioForm};
pub use whole::whole_in;

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
    /// 千, 万, 亿 standing right after the digits.
    Scale(&'a str),
    /// Everything else: 余, 多, 近, 连续, quotation marks, dashes, the unit.
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
    let ends = |letter: char| {
        numeral::digit(letter).is_some() || "，。、；：！？,.;:!?\"“”‘’%％‰+".contains(letter)
    };
    let mut end = left.find(ends).unwrap_or(left.len());
    let unit = left.get(..end).unwrap_or_default();
    if let Some(dash) = unit
        .chars()
        .next_back()
        .filter(|letter| phrase::DASHES.contains(letter))
    {
        end -= dash.len_utf8();
    }
    let unit = left.get(..end).unwrap_or_default();
    let behind = quantity::BEHIND
        .iter()
        .find(|(word, _)| unit.ends_with(word));
    end - behind.map_or(0, |(word, _)| word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A quantity's value, qualifier and unit, and the pieces with their kind:
    /// `[digits]`, `<scale>`, words bare.
    #[track_caller]
    fn check(phrase: &str, value: &str, qualifier: Option<&str>, unit: &str, pieces: &str) {
        let reading = read(phrase).expect("a number phrase");
        let quantity = reading.quantity().expect("a quantity");
        assert_eq!(quantity.value.to_string(), value);
        assert_eq!(quantity.qualifier, qualifier);
        assert_eq!(quantity.unit, unit);
        let shown: String = reading
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Digits(text) => format!("[{text}]"),
                Piece::Scale(text) => format!("<{text}>"),
                Piece::Word(text) => text.to_string(),
            })
            .collect();
        assert_eq!(shown, pieces);
        assert_eq!(shown.replace(['[', ']', '<', '>'], ""), phrase);
    }

    #[test]
    fn the_printed_number_counts_and_nothing_is_added() {
        check("21项", "21", None, "项", "[21]项");
        check("近20项", "20", Some("近"), "项", "近[20]项");
        check("2000余人次", "2000", Some("余"), "人次", "[2000]余人次");
        check("1千余个", "1000", Some("余"), "个", "[1]<千>余个");
        check("2万余人次", "20000", Some("余"), "人次", "[2]<万>余人次");
        check("近2千条", "2000", Some("近"), "条", "近[2]<千>条");
        check("800多万字", "8000000", Some("多"), "字", "[800]多万字");
        check("连续4年", "4", Some("连续"), "年", "连续[4]年");
        check("11省市", "11", None, "省市", "[11]省市");
        check("“13+1”省区市", "14", None, "省区市", "“[13+1]”省区市");
    }

    #[test]
    fn other_committees_write_other_numbers() {
        check("1.2万件", "12000", None, "件", "[1.2]<万>件");
        check("12,345件", "12345", None, "件", "[12,345]件");
        check("1126.6亿元", "112660000000", None, "元", "[1126.6]<亿>元");
        check("5千万元", "50000000", None, "元", "[5]<千万>元");
        check("3095万吨/年", "30950000", None, "吨/年", "[3095]<万>吨/年");
        check(
            "47.63万户（套）",
            "476300",
            None,
            "户（套）",
            "[47.63]<万>户（套）",
        );
        check("1.27亿千瓦", "127000000", None, "千瓦", "[1.27]<亿>千瓦");
        check("12千瓦", "12", None, "千瓦", "[12]千瓦");
        check("0件", "0", None, "件", "[0]件");
        check("１２３ 件", "123", None, "件", "[１２３] 件");
        check("86.5万", "865000", None, "", "[86.5]<万>");
    }

    #[test]
    fn parts_of_a_hundred_have_one_unit() {
        check("98.5%", "98.5", None, "%", "[98.5]%");
        check("5.1％", "5.1", None, "%", "[5.1]％");
        check("5.63‰", "5.63", None, "‰", "[5.63]‰");
        check("百分之八十五", "85", None, "%", "百分之[八十五]");
        check("百分之九十八点五", "98.5", None, "%", "百分之[九十八点五]");
        check("七成", "70", None, "%", "[七]成");
        check("近9成", "90", Some("近"), "%", "近[9]成");
        check("三成五", "35", None, "%", "[三]成五");
        check("占全国9成", "90", None, "%", "占全国[9]成");
    }

    #[test]
    fn chinese_numerals_count_too() {
        check("三十二项", "32", None, "项", "[三十二]项");
        check("两千余件", "2000", Some("余"), "件", "[两千]余件");
        check("连续十五年", "15", Some("连续"), "年", "连续[十五]年");
        check("超百亿", "10000000000", Some("超"), "", "超[百亿]");
        check(
            "千亿元以上",
            "100000000000",
            Some("以上"),
            "元",
            "[千亿]元以上",
        );
    }

    #[track_caller]
    fn bounds(phrase: &str, bound: Bound, qualifier: &str) {
        let reading = read(phrase).expect("a number phrase");
        let quantity = reading.quantity().expect("a quantity");
        let told = quantity.qualifier.unwrap_or_default();
        assert_eq!((quantity.bound, told), (bound, qualifier));
        assert_eq!(quantity.whole(), None);
    }

    #[test]
    fn words_on_both_sides_bound_a_number() {
        bounds("约65%", Bound::About, "约");
        bounds("2400多亿元", Bound::MoreThan, "多");
        bounds("突破6000亿元", Bound::MoreThan, "突破");
        bounds("不低于90%", Bound::AtLeast, "不低于");
        bounds("不超过3件", Bound::AtMost, "不超过");
        bounds("不足3件", Bound::LessThan, "不足");
        bounds("60万人以上", Bound::AtLeast, "以上");
        bounds("70%左右", Bound::About, "左右");
        bounds("约10件左右", Bound::About, "约");
        bounds("累计超过200件", Bound::MoreThan, "超过");
        bounds("占比超过47%", Bound::MoreThan, "超过");
        bounds("达80%以上", Bound::AtLeast, "以上");
    }

    #[test]
    fn an_exact_count_is_whole() {
        let whole = |phrase| read(phrase)?.quantity()?.whole();
        assert_eq!(whole("7596件"), Some(7596));
        assert_eq!(whole("1.2万件"), Some(12_000));
        assert_eq!(whole("近20项"), None);
        assert_eq!(whole("2.5件"), None);
    }

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
