//! Percentages in words: `百分之八十五`, `七成`, `三成五`.

use super::cursor::Cursor;
use super::han::{han_digit, is_han};
use super::numeral::numeral;
use super::quantity::Quantity;
use super::tail::after;

/// Parts of a whole in words, with the sign that says the same.
pub const PARTS: [(&str, &str); 3] = [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")];

/// A percentage in words. 成 is a tenth.
pub fn part<'a>(cursor: &mut Cursor<'a>) -> Option<Quantity<'a>> {
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
        if let Some((word, bound)) = after.or_else(|| super::tail::after(cursor)) {
            quantity.bound(bound, word)?;
        }
        Some(quantity)
    })
}
