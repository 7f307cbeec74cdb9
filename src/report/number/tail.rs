//! Words behind a number: its scale, and what bounds it there.

use super::Bound;
use super::cursor::Cursor;
use super::quantity::Quantity;

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

/// The scale word that stands here, unless it begins a unit.
pub fn take_scale(cursor: &mut Cursor) -> u32 {
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

/// A word that bounds the number right before it.
pub fn after<'a>(cursor: &mut Cursor<'a>) -> Option<(&'a str, Bound)> {
    let left = cursor.left();
    let (word, bound) = AFTER.iter().find(|(word, _)| left.starts_with(word))?;
    Some((cursor.pass(word.len()), *bound))
}

/// Words behind the unit: 以上, 左右, and 多 behind 倍 and 番.
pub fn behind<'a>(cursor: &mut Cursor<'a>, quantity: &mut Quantity<'a>) -> Option<()> {
    if matches!(quantity.unit, "倍" | "番")
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

/// The end of a unit that words behind it are: how many bytes of 元以上, 倍多.
pub fn behind_length(unit: &str) -> usize {
    let many = AFTER.iter().filter(|_| unit.starts_with(['倍', '番']));
    let mut words = BEHIND.iter().chain(many);
    let word = words.find(|(word, _)| unit.ends_with(word));
    word.map_or(0, |(word, _)| word.len())
}
