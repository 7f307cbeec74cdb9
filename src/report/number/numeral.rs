//! Numerals: `1126.6`, `12,345`, `１２`, `13+1`, `三十二`.
//!
//! Knows how a number is written and nothing of what it counts.

use super::cursor::Cursor;
use super::decimal::Decimal;
use super::han::{han, is_han};

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its value.
    pub value: Decimal,
    /// How many digits are printed after the point.
    pub decimals: u32,
    /// How it is written.
    pub script: Script,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// `0` to `9` in either width: digits without point and separator, as years are.
    Plain,
    /// The same with a point, separators or a sum.
    Digits,
    /// 一 to 亿.
    Han,
}

/// The most digits a number may have: as many as a binary number holds exactly.
const MOST: usize = 15;

/// The value of a digit of either width.
pub fn digit(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => letter.to_digit(10),
        '０'..='９' => (letter as u32).checked_sub('０' as u32),
        _ => None,
    }
}

/// A numeral, marked as digits.
pub fn numeral(cursor: &mut Cursor) -> Option<Numeral> {
    cursor.attempt(|cursor| {
        let start = cursor.at();
        let numeral = if cursor.next().is_some_and(is_han) {
            let (value, decimals) = han(cursor)?;
            Numeral {
                value,
                decimals,
                script: Script::Han,
            }
        } else {
            sum(cursor)?
        };
        cursor.digits(start);
        Some(numeral)
    })
}

/// One term, or several between plus signs.
fn sum(cursor: &mut Cursor) -> Option<Numeral> {
    let mut sum = term(cursor)?;
    while let Some(next) = cursor.attempt(|cursor| {
        cursor.take(|letter| matches!(letter, '+' | '＋'))?;
        term(cursor)
    }) {
        sum.value = sum.value.plus(next.value)?;
        sum.decimals = sum.decimals.max(next.decimals);
        sum.script = Script::Digits;
    }
    Some(sum)
}

/// A decimal number whose separators, if any, stand before each three digits.
fn term(cursor: &mut Cursor) -> Option<Numeral> {
    let mut script = Script::Plain;
    let mut digits = String::new();
    take_digits(cursor, &mut digits);
    if digits.is_empty() || digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    let first = digits.len();
    while follows(cursor, |letter| letter == ',') {
        cursor.take(|letter| letter == ',');
        let before = digits.len();
        take_digits(cursor, &mut digits);
        if first > 3 || digits.len() - before != 3 {
            return None;
        }
        script = Script::Digits;
    }
    let whole = digits.len();
    if follows(cursor, |letter| matches!(letter, '.' | '．')) {
        cursor.take(|letter| matches!(letter, '.' | '．'));
        take_digits(cursor, &mut digits);
        script = Script::Digits;
    }
    let decimals = u32::try_from(digits.len() - whole).ok()?;
    if digits.len() > MOST {
        return None;
    }
    let value = digits.bytes().try_fold(0_i64, |value, digit| {
        value.checked_mul(10)?.checked_add(i64::from(digit - b'0'))
    })?;
    Some(Numeral {
        value: Decimal::new(value, decimals)?,
        decimals,
        script,
    })
}

/// Whether a sign stands here, and a digit behind it.
fn follows(cursor: &Cursor, sign: impl Fn(char) -> bool) -> bool {
    let mut letters = cursor.left().chars();
    letters.next().is_some_and(sign) && letters.next().and_then(digit).is_some()
}

/// Digits of either width, as narrow ones.
fn take_digits(cursor: &mut Cursor, digits: &mut String) {
    while let Some(letter) = cursor.take(|letter| digit(letter).is_some()) {
        digits.extend(digit(letter).and_then(|value| char::from_digit(value, 10)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A numeral's value and places, and what stands behind it.
    #[track_caller]
    fn check(text: &str, value: &str, decimals: u32, left: &str) {
        let mut cursor = Cursor::new(text, 0, |_| 0, true);
        let numeral = numeral(&mut cursor).expect("a numeral");
        assert_eq!(numeral.value.to_string(), value);
        assert_eq!(numeral.decimals, decimals);
        assert_eq!(cursor.left(), left);
    }

    #[track_caller]
    fn refuse(text: &str) {
        let mut cursor = Cursor::new(text, 0, |_| 0, true);
        assert_eq!(numeral(&mut cursor), None, "{text}");
        assert_eq!(cursor.at(), 0);
    }

    #[test]
    fn digits_of_both_widths_are_read() {
        check("1126.6亿", "1126.6", 1, "亿");
        check("4.0∶37.7", "4", 1, "∶37.7");
        check("12,345.67元", "12345.67", 2, "元");
        check("１２．５％", "12.5", 1, "％");
        check("13+1”", "14", 0, "”");
        check("12.加强", "12", 0, ".加强");
        check("0件", "0", 0, "件");
    }

    #[test]
    fn what_is_no_single_number_is_refused() {
        refuse("1,23件");
        refuse("1234,567件");
        refuse("1,2345件");
        refuse("09");
        refuse("1234567890123456");
        refuse("件");
    }
}
