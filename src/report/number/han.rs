//! Chinese numerals: `三十二`, `三点五`, `百亿`.

use super::cursor::Cursor;
use super::decimal::Decimal;

/// The value of a Chinese digit; 两 is two.
pub fn han_digit(letter: char) -> Option<u32> {
    let at = "零一二三四五六七八九".chars().position(|one| one == letter);
    match letter {
        '〇' => Some(0),
        '两' => Some(2),
        _ => at.and_then(|at| u32::try_from(at).ok()),
    }
}

/// How many tens a Chinese scale word multiplies by.
pub fn han_scale(letter: char) -> Option<u32> {
    match letter {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        _ => None,
    }
}

/// Whether Chinese numerals are written with the letter.
pub fn is_han(letter: char) -> bool {
    han_digit(letter).is_some() || han_scale(letter).is_some()
}

/// A Chinese numeral, the whole run of its letters: its value, and how many digits
/// stand behind its point. `None` for runs that are no
/// number or more than one: 十四五, 一二三, 三四十, 二〇三五, 百五.
pub fn han(cursor: &mut Cursor) -> Option<(Decimal, u32)> {
    let (mut total, mut section) = (0_i64, 0_i64);
    let mut digit: Option<i64> = None;
    // The scale before, within a section and of the sections.
    let (mut small, mut large) = (4, 12);
    let mut zero = false;
    while let Some(letter) = cursor.next().filter(|&letter| is_han(letter)) {
        cursor.pass(letter.len_utf8());
        if let Some(value) = han_digit(letter) {
            if digit.is_some() {
                return None;
            }
            zero |= value == 0;
            digit = (value > 0).then_some(value.into());
            continue;
        }
        let scale = han_scale(letter)?;
        let power = 10_i64.checked_pow(scale)?;
        if scale < 4 {
            // 百 alone is a hundred; within a number it needs its digit, but for 十.
            let alone = total == 0 && section == 0 || scale == 1;
            let times = digit.take().or(alone.then_some(1))?;
            if scale >= small {
                return None;
            }
            section += times * power;
            small = scale;
        } else {
            section += digit.take().unwrap_or(0);
            let below = if scale == 8 { total + section } else { section };
            let times = if below == 0 && total == 0 { 1 } else { below };
            if scale >= large || times == 0 {
                return None;
            }
            let rest = if scale == 8 { 0 } else { total };
            total = times.checked_mul(power)?.checked_add(rest)?;
            // 万亿 is one scale: 亿 may follow 万, but not the other way round.
            large = if scale == 8 { 8 } else { 9 };
            (section, small) = (0, 4);
            if scale == 4 && rest > 0 {
                large = 4;
            }
        }
        zero = false;
    }
    // 一百五 may be 105 or 150.
    if digit.is_some() && !zero && (small == 2 || small == 3 || small == 4 && total > 0) {
        return None;
    }
    let whole = total
        .checked_add(section)?
        .checked_add(digit.unwrap_or(0))?;
    fraction(cursor, whole)
}

/// The digits behind 点, if any.
fn fraction(cursor: &mut Cursor, whole: i64) -> Option<(Decimal, u32)> {
    let (mut value, mut decimals) = (whole, 0);
    let point = cursor.attempt(|cursor| {
        cursor.take(|letter| letter == '点')?;
        cursor.next().and_then(han_digit)
    });
    if point.is_some() {
        while let Some(letter) = cursor.take(|letter| han_digit(letter).is_some()) {
            value = value
                .checked_mul(10)?
                .checked_add(han_digit(letter)?.into())?;
            decimals += 1;
        }
        if cursor.next().is_some_and(is_han) {
            return None;
        }
    }
    Some((Decimal::new(value, decimals)?, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A numeral's value and places, and what stands behind it.
    #[track_caller]
    fn check(text: &str, value: &str, decimals: u32, left: &str) {
        let mut cursor = Cursor::new(text, 0, |_| 0, true);
        let (read, places) = han(&mut cursor).expect("a numeral");
        assert_eq!((read.to_string(), places), (value.to_owned(), decimals));
        assert_eq!(cursor.left(), left);
    }

    #[test]
    fn chinese_numerals_are_read_whole() {
        check("三十二项", "32", 0, "项");
        check("十五年", "15", 0, "年");
        check("两千余件", "2000", 0, "余件");
        check("一百零八件", "108", 0, "件");
        check("三千零五件", "3005", 0, "件");
        check("一百二十件", "120", 0, "件");
        check("三万五千", "35000", 0, "");
        check("一亿三千万元", "130000000", 0, "元");
        check("百亿", "10000000000", 0, "");
        check("超万亿".trim_start_matches('超'), "1000000000000", 0, "");
        check("九十八点五", "98.5", 1, "");
        check("五点建议", "5", 0, "点建议");
        check("一百一十九", "119", 0, "");
    }

    #[track_caller]
    fn refuse(text: &str) {
        let mut cursor = Cursor::new(text, 0, |_| 0, true);
        assert_eq!(han(&mut cursor), None, "{text}");
    }

    #[test]
    fn what_is_no_single_number_is_refused() {
        refuse("十四五");
        refuse("一二三产业");
        refuse("三四十");
        refuse("二〇三五年");
        refuse("百五");
        refuse("十百");
        refuse("九点三十");
    }
}
