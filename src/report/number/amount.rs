//! How an amount is written: a number with what bounds it and what it counts.
//!
//! `[words before] [“] numeral [scale] [余多来] [scale] [”] unit [以上 以下 左右]`,
//! or a part of a hundred in words: `百分之八十五`, `七成`.

use super::cursor::{Cursor, in_a_word};
use super::lead::{Lead, lead};
use super::numeral::{Numeral, Script, numeral};
use super::percent::part;
use super::quantity::Quantity;
use super::tail::{after, behind, take_scale};

/// Quotation marks that may stand around a numeral.
const QUOTES: [(char, char); 3] = [('“', '”'), ('"', '"'), ('「', '」')];

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

/// A numeral with its scale and unit.
fn counted<'a>(cursor: &mut Cursor<'a>, lead: &Lead, told: bool) -> Option<Quantity<'a>> {
    let quote = QUOTES
        .into_iter()
        .find(|(open, _)| cursor.take(|letter| letter == *open).is_some());
    let numeral = numeral(cursor)?;
    let start = cursor.at();
    let first = take_scale(cursor);
    cursor.scale(start);
    let start = cursor.at();
    let after = if opens(numeral, first) {
        after(cursor)
    } else {
        None
    };
    let second = match after {
        Some(_) => take_scale(cursor),
        None => 0,
    };
    // 多万 multiplies as one: 800 alone would be read as the number.
    if second > 0 {
        cursor.scale(start);
    }
    let scale = first + second;
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

#[cfg(test)]
mod tests {
    use super::super::{Bound, Piece, read};

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
        check("800多万字", "8000000", Some("多"), "字", "[800]<多万>字");
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
}
