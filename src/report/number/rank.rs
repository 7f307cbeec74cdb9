//! Ranks: `第2位`, `居全国第2位`, `全国第二`, `前六`, `前10%`.

use super::cursor::{Cursor, in_a_word};
use super::decimal::Decimal;
use super::lead::bound;
use super::numeral::numeral;
use super::percent::PARTS;

/// A place in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank<'a> {
    /// The place itself, 1 the first.
    Place(u64),
    /// Among the first: how many, and of what: 位, 名, or `%` and `‰` of all.
    Top {
        /// How many.
        count: Decimal,
        /// What is counted.
        unit: &'a str,
    },
}

/// Words that say that an order follows, longer ones first.
const RANKED: [&str; 26] = [
    "位居",
    "稳居",
    "跃居",
    "位列",
    "名列",
    "排名",
    "排在",
    "排到",
    "位次",
    "居于",
    "保持",
    "稳定在",
    "进入",
    "跻身",
    "挺进",
    "迈入",
    "跨入",
    "升至",
    "上升至",
    "跃升至",
    "提升至",
    "上升到",
    "居",
    "列",
    "排",
    "入",
];

/// Where the order holds.
const AMONG: [&str; 24] = [
    "全国",
    "全省",
    "全市",
    "全区",
    "全县",
    "全球",
    "全州",
    "世界",
    "亚洲",
    "中国",
    "国内",
    "省内",
    "全军",
    "西部",
    "中部",
    "东部",
    "中西部",
    "沿海",
    "同类",
    "各省",
    "省区市",
    "总量",
    "综合",
    "国际",
];

/// What follows 第 in the names of meetings, parts and years, and of products.
const NAMED: &str = "届次批期章节条款号大线版轮代季产航梯个年月日天站部方课回级种类课场台";

/// A rank. In a text it needs words that say so, for 第二 alone numbers anything;
/// `alone` it is read as what it can only be.
pub fn rank<'a>(cursor: &mut Cursor<'a>) -> Option<Rank<'a>> {
    cursor.attempt(|cursor| {
        let said = order(cursor);
        let _ = bound(cursor);
        let place = cursor.take(|letter| matches!(letter, '第' | '前'))?;
        if place == '第' {
            let rank = numeral(cursor)?.value.whole().filter(|&rank| rank > 0)?;
            let counted = cursor.take_one(&["位", "名"]).is_some();
            let told = counted || cursor.alone || said && !is_named(cursor);
            return told.then_some(Rank::Place(rank));
        }
        let (count, unit) = top(cursor)?;
        let told = !unit.is_empty() || cursor.alone || said && !is_named(cursor);
        told.then_some(Rank::Top { count, unit })
    })
}

/// Words that say that an order follows, up to 第 or 前.
fn order(cursor: &mut Cursor) -> bool {
    /// The most letters between such a word and the rank.
    const MOST: usize = 10;
    let said = cursor.attempt(|cursor| {
        cursor.take_one(&RANKED)?;
        for _ in 0..MOST {
            if matches!(cursor.next(), Some('第' | '前')) {
                return Some(());
            }
            cursor.take(|letter| in_a_word(Some(letter)))?;
        }
        None
    });
    let mut among = false;
    while said.is_none() && cursor.take_one(&AMONG).is_some() {
        among = true;
    }
    said.is_some() || among
}

/// How many are among the first, and of what.
fn top<'a>(cursor: &mut Cursor<'a>) -> Option<(Decimal, &'a str)> {
    let left = cursor.left();
    if let Some((word, unit)) = PARTS.iter().find(|(word, _)| left.starts_with(word)) {
        cursor.pass(word.len());
        return Some((numeral(cursor)?.value, unit));
    }
    let count = numeral(cursor)?.value;
    if cursor.take(|letter| matches!(letter, '%' | '％')).is_some() {
        return Some((count, "%"));
    }
    let unit = cursor.take_one(&["位", "名", "强", "‰"]);
    Some((count, unit.unwrap_or_default()))
}

/// Whether what follows makes it the name of a meeting, a part or a time.
fn is_named(cursor: &Cursor) -> bool {
    cursor.next().is_some_and(|letter| NAMED.contains(letter)) || (cursor.unit)(cursor.left()) > 0
}

#[cfg(test)]
mod tests {
    use super::super::{NumberKind, find, read};
    use super::*;

    #[track_caller]
    fn check(phrase: &str, expected: Rank) {
        let reading = read(phrase).expect("a number phrase");
        assert_eq!(reading.kind, NumberKind::Rank(expected));
    }

    #[test]
    fn places_are_read() {
        check("第2位", Rank::Place(2));
        check("居全国第2位", Rank::Place(2));
        check("全国第二", Rank::Place(2));
        check("第七", Rank::Place(7));
        check(
            "人均生产总值居全国第12位".trim_start_matches("人均生产总值"),
            Rank::Place(12),
        );
        check("居中国西部第1", Rank::Place(1));
    }

    #[test]
    fn the_first_are_read() {
        let top = |count: u32, unit| Rank::Top {
            count: count.into(),
            unit,
        };
        check("前六", top(6, ""));
        check("前10名", top(10, "名"));
        check("居全国前三位", top(3, "位"));
        check("进入ESI前千分之一", top(1, "‰"));
        check("前1%", top(1, "%"));
    }

    #[test]
    fn ordinals_in_names_are_no_ranks() {
        for text in [
            "贵州省第十四届人民代表大会第四次会议",
            "首条第七航权航线",
            "全国第一批美丽城市",
            "“新年第一会”",
            "第三方评估",
            "全国第二大市场",
            "前三季度",
            "居前列",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
