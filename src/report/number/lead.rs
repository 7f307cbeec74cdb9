//! Words before a number: what bounds it, how it is counted, how it moved.
//!
//! Knows words, and nothing of numbers.

use super::cursor::Cursor;
use super::{Bound, Trend};

/// What the words before a number say of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lead<'a> {
    /// What bounds it, with its word.
    pub bound: Option<(Bound, &'a str)>,
    /// 连续 or 累计.
    pub count: Option<&'a str>,
    /// Whether any word stood there.
    pub any: bool,
}

/// Words that bound a number, each before those it begins with.
const BOUNDS: [(Bound, &str); 5] = [
    (Bound::AtLeast, "不低于 不少于 不小于 至少 最少 ≥"),
    (
        Bound::AtMost,
        "不超过 不高于 不多于 不大于 不突破 至多 最多 最高",
    ),
    (
        Bound::MoreThan,
        "超过了 突破了 超过 超出 突破 高于 多于 大于 逾 超",
    ),
    (Bound::LessThan, "不到 不足 不满 低于 少于 小于"),
    (Bound::About, "大约 接近 将近 大概 约为 约 近"),
];

/// Words that say how it is counted.
const COUNTS: [&str; 2] = ["连续", "累计"];

/// Words that only lead to a number.
const PLAIN: [&str; 5] = ["达到了", "达到", "高达", "多达", "达"];

/// Words that say that the number is a share.
pub const SHARES: [&str; 2] = ["占比", "占"];

/// What it may be a share of, where the text around does not end with the phrase.
const WHOLES: [&str; 10] = [
    "全国", "全省", "全市", "全区", "全县", "全球", "世界", "总数", "总量", "的",
];

/// What moves up or down, longer words first.
const MOVES: [(Trend, &str); 2] = [
    (
        Trend::Down,
        "负增长 净减少 净减 微降 下降 下滑 下跌 下浮 下调 降低 降幅 减少 缩小 \
        缩短 缩减 回落 收窄 压减 减幅 降 减",
    ),
    (
        Trend::Up,
        "正增长 净增长 净增加 净增 微增 微升 增长 增加 增幅 涨幅 提高 提升 \
        上升 上涨 上浮 上调 扩大 攀升 跃升 翻了 翻 增 升 涨",
    ),
];

/// Words that say since when a number moved.
const SINCE: [&str; 9] = [
    "年均",
    "同比",
    "环比",
    "分别",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "再",
];

/// Words after a move that make it lead to what was reached: 提高到, 降至, 增加为.
const REACHED: [&str; 4] = ["到", "至", "为", "成"];

/// Letters that end another word with the word behind them: 节约, 附近, 赶超, 到达.
const OTHER_WORDS: [(&str, &str); 7] = [
    ("约", "节签预合契制履违特条公集简隐邀婚"),
    ("近", "附最靠邻临就亲远相贴"),
    ("超", "赶反高英村苏"),
    ("达", "到发传送直抵表通转下"),
    ("占", "抢侵霸"),
    ("增", "新倍递激陡"),
    ("升", "提上攀跃晋回爬抬"),
];

/// The words before a number, each kind in any order. `None` where two of them
/// bound it in different ways.
pub fn lead<'a>(cursor: &mut Cursor<'a>) -> Option<Lead<'a>> {
    let mut lead = Lead::default();
    loop {
        let start = cursor.at();
        if let Some((word, bound)) = bound(cursor) {
            if lead.bound.is_some_and(|(before, _)| before != bound) {
                return None;
            }
            lead.bound.get_or_insert((bound, word));
        } else if let Some(word) = cursor.take_one(&COUNTS) {
            lead.count.get_or_insert(word);
        } else if cursor.take_one(&SHARES).is_some() {
            while cursor.take_one(&WHOLES).is_some() {}
        } else if cursor.take_one(&PLAIN).is_none() {
            return Some(lead);
        }
        cursor.take_space();
        lead.any |= cursor.at() > start;
    }
}

/// A word that bounds a number.
pub fn bound<'a>(cursor: &mut Cursor<'a>) -> Option<(&'a str, Bound)> {
    let (bound, word) = begins(cursor.left(), &BOUNDS)?;
    Some((cursor.pass(word.len()), bound))
}

/// How a number moved. No amount begins with 到 or 至, so what it reached is no move.
pub fn moved(cursor: &mut Cursor) -> Option<Trend> {
    cursor.attempt(|cursor| {
        let trend = verb(cursor)?;
        cursor.take(|letter| letter == '了');
        cursor.take_space();
        Some(trend)
    })
}

/// A move that leads to what was reached: 提高到, 降至, 增加为.
pub fn reached(cursor: &mut Cursor) -> bool {
    let taken = cursor.attempt(|cursor| {
        verb(cursor)?;
        cursor.take_one(&REACHED)?;
        cursor.take_space();
        Some(())
    });
    taken.is_some()
}

fn verb(cursor: &mut Cursor) -> Option<Trend> {
    while cursor.take_one(&SINCE).is_some() {}
    let (trend, word) = begins(cursor.left(), &MOVES)?;
    cursor.pass(word.len());
    Some(trend)
}

/// The word of a list with which a text begins. A list without its first letter is not
/// read through: this is asked at every place of a text.
fn begins<K: Copy>(text: &str, words: &[(K, &'static str)]) -> Option<(K, &'static str)> {
    let first = text.chars().next()?;
    let mut lists = words.iter().filter(|(_, list)| list.contains(first));
    lists.find_map(|(kind, list)| {
        let word = list.split(' ').find(|word| text.starts_with(word))?;
        Some((*kind, word))
    })
}

/// All words of a list, each with its kind.
fn all<K: Copy>(words: &[(K, &'static str)]) -> impl Iterator<Item = (K, &'static str)> {
    words
        .iter()
        .flat_map(|(kind, words)| words.split(' ').map(|word| (*kind, word)))
}

/// Whether a word that stands behind this text is the end of another word.
pub fn is_end_of_another(before: &str, word: &str) -> bool {
    let letter = before.chars().next_back();
    let rule = OTHER_WORDS
        .iter()
        .find(|(first, _)| word.starts_with(first));
    rule.is_some_and(|(_, others)| letter.is_some_and(|letter| others.contains(letter)))
}

/// Whether the text ends with a word that bounds the number behind it, or turns
/// the sense of a word there: 不 before 超过, 负 before 增长.
pub fn bounds_what_follows(before: &str, after: &str) -> bool {
    let bound = all(&BOUNDS).any(|(_, word)| {
        let rest = before.trim_end_matches(' ').strip_suffix(word);
        rest.is_some_and(|rest| !is_end_of_another(rest, word))
    });
    bound
        || before.ends_with('不') && begins(after, &BOUNDS).is_some()
        || before.ends_with('负') && after.starts_with("增长")
}
