//! The grammar of number phrases: which kind a phrase is of.
//!
//! A kind is tried after the other, from the one that needs most words.

use super::amount::quantity;
use super::cursor::{Cursor, in_a_word};
use super::lead::{SHARES, lead, moved, reached};
use super::numeral::numeral;
use super::quantity::Quantity;
use super::rank::rank;
use super::ratios::ratio;
use super::{NumberKind, Trend};

/// Signs that stand before a number and say where it went.
const SIGNS: [(char, Trend); 5] = [
    ('−', Trend::Down),
    ('-', Trend::Down),
    ('－', Trend::Down),
    ('+', Trend::Up),
    ('＋', Trend::Up),
];

/// What stands between the ends of a range.
pub const DASHES: [char; 8] = ['—', '–', '－', '-', '~', '～', '至', '到'];

/// Those that lead from one number to another where 从 stands before the first.
pub const TO: [char; 2] = ['至', '到'];

/// A number phrase that stands here.
pub fn phrase<'a>(cursor: &mut Cursor<'a>) -> Option<NumberKind<'a>> {
    if let Some(rank) = rank(cursor) {
        return Some(NumberKind::Rank(rank));
    }
    if cursor.take_one(&["持平"]).is_some() {
        return Some(NumberKind::Change {
            trend: Trend::Level,
            by: None,
        });
    }
    change(cursor)
        .or_else(|| plain(cursor, false))
        .or_else(|| within(cursor))
}

/// A change by an amount: 增长5.6%, 提高11.9个百分点, −17.5.
fn change<'a>(cursor: &mut Cursor<'a>) -> Option<NumberKind<'a>> {
    cursor.attempt(|cursor| {
        let trend = moved(cursor).or_else(|| sign(cursor))?;
        cursor.take_space();
        if let Some((from, to)) = range(cursor, true) {
            return Some(NumberKind::Range {
                from,
                to,
                trend: Some(trend),
            });
        }
        let by = Some(quantity(cursor, true)?);
        Some(NumberKind::Change { trend, by })
    })
}

fn sign(cursor: &mut Cursor) -> Option<Trend> {
    let letter = cursor.take(|letter| SIGNS.iter().any(|(sign, _)| *sign == letter))?;
    SIGNS
        .iter()
        .find(|(sign, _)| *sign == letter)
        .map(|(_, trend)| *trend)
}

/// A number by itself, or with words that lead to it.
fn plain<'a>(cursor: &mut Cursor<'a>, told: bool) -> Option<NumberKind<'a>> {
    cursor.attempt(|cursor| {
        let told = reached(cursor) || told;
        if let Some(ratio) = ratio(cursor) {
            return Some(NumberKind::Ratio(ratio));
        }
        if let Some((from, to)) = range(cursor, told) {
            return Some(NumberKind::Range {
                from,
                to,
                trend: None,
            });
        }
        quantity(cursor, told).map(NumberKind::Quantity)
    })
}

/// 占 with whatever the number is a share of, where the phrase stands alone.
fn within<'a>(cursor: &mut Cursor<'a>) -> Option<NumberKind<'a>> {
    cursor.attempt(|cursor| {
        cursor.take_one(&SHARES).filter(|_| cursor.alone)?;
        while let Some(letter) = cursor.next().filter(|&letter| in_a_word(Some(letter))) {
            cursor.pass(letter.len_utf8());
            let found = cursor.attempt(|cursor| plain(cursor, true).filter(|_| cursor.ended()));
            if found.is_some() {
                return found;
            }
        }
        None
    })
}

/// The ends of a range: 4.5%—5%, 10至15件. The first may leave its scale and unit
/// to the second: 1—2万件. Behind 从, what 到 leads to is another number.
fn range<'a>(cursor: &mut Cursor<'a>, told: bool) -> Option<(Quantity<'a>, Quantity<'a>)> {
    let from = cursor.follows(cursor.at(), "从");
    let dash = |cursor: &mut Cursor| {
        let dash = |letter| DASHES.contains(&letter) && !(from && TO.contains(&letter));
        cursor.take(dash).map(drop)
    };
    cursor.attempt(|cursor| {
        let before = lead(cursor)?;
        let bare = cursor.attempt(|cursor| {
            let numeral = numeral(cursor)?;
            dash(cursor).map(|()| numeral)
        });
        let (mut from, mut to) = if let Some(first) = bare {
            let to = quantity(cursor, told || before.any)?;
            let (value, decimals) = (first.value.scaled(to.scale)?, first.decimals);
            (
                Quantity {
                    value,
                    decimals,
                    ..to
                },
                to,
            )
        } else {
            let from = quantity(cursor, true)?;
            dash(cursor)?;
            (from, quantity(cursor, true)?)
        };
        if from.unit != to.unit || from.value >= to.value {
            return None;
        }
        // 约 before and 左右 behind bound both ends.
        if let Some((bound, word)) = before.bound {
            from.bound(bound, word)?;
            to.bound(bound, word)?;
        }
        (from.bound, from.qualifier) = (to.bound, to.qualifier);
        Some((from, to))
    })
}
