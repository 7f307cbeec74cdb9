//! Whether a phrase stands in a text as a whole number phrase.
//!
//! Nothing of the number may be left outside: no digit, point, separator, sign,
//! scale word, percent sign or dash of a range, no 余 and no 以上, no word that
//! bounds it (约, 超过) or turns it (不, 负), no half of a unit. Words that say
//! what the number is (增长, 占, 累计) may stay outside: they are its label.

use super::cursor::Cursor;
use super::han::is_han;
use super::lead;
use super::numeral::digit;
use super::phrase::{DASHES, TO};
use super::ratios::COLONS;
use super::read;
use super::tail::BEHIND;
use super::unit::known;
use std::ops::Range;

/// The first place, in bytes, where the phrase stands whole.
pub fn whole_in(text: &str, phrase: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(phrase) {
        let start = from + at;
        let range = start..start + phrase.len();
        if stands(text, range.clone()) {
            return Some(range);
        }
        from = start + text.get(start..)?.chars().next()?.len_utf8();
    }
    None
}

/// Whether what stands in that range is whole.
pub fn stands(text: &str, range: Range<usize>) -> bool {
    let (Some(before), Some(phrase), Some(after)) = (
        text.get(..range.start),
        text.get(range.clone()),
        text.get(range.end..),
    ) else {
        return false;
    };
    let after_is_cut = cut_after(phrase, after) && !(before.ends_with('从') && leads_on(after));
    !cut_before(before, phrase) && !after_is_cut
}

/// Whether 到 leads to another number.
fn leads_on(after: &str) -> bool {
    after.starts_with(TO)
}

/// Whether 从 and a number end here with 到: from that number to the next.
fn leads_from(before: &str) -> bool {
    let from = before.strip_suffix(TO);
    let from = from.and_then(|before| before.rsplit_once('从'));
    from.is_some_and(|(_, number)| read(number).is_some())
}

/// Whether a part of the number stands before the phrase.
fn cut_before(before: &str, phrase: &str) -> bool {
    let Some(first) = phrase.chars().next() else {
        return true;
    };
    if lead::bounds_what_follows(before, phrase) {
        return true;
    }
    let mut letters = before.chars().rev();
    let (last, next) = (letters.next(), letters.next());
    let Some(last) = last else { return false };
    let ends = is_numeral(last) || is_percent(last);
    if is_sign(first) {
        return ends || last.is_ascii_alphanumeric();
    }
    if matches!(first, '.' | '．' | ',' | '·' | '/') || is_percent(first) || COLONS.contains(&first)
    {
        return ends;
    }
    if !is_numeral(first) && !matches!(first, '“' | '"' | '「') {
        return false;
    }
    // A name such as PM2.5 or T5; a share may follow Latin letters.
    let named = last.is_ascii_alphabetic() && !phrase.contains(['%', '％']);
    let counted = |letter: Option<char>| {
        letter.is_some_and(|letter| is_numeral(letter) || is_percent(letter))
    };
    let parted = matches!(last, '.' | '．' | ',' | '·' | '/' | '点') || is_colon(last, phrase);
    let ranged = DASHES.contains(&last)
        && next != Some(last)
        && ends_a_number(before, last)
        && !leads_from(before);
    is_numeral(last)
        || named
        || matches!(last, '第' | '×' | '_')
        // 数十 and 几百 are no certain number.
        || matches!(last, '数' | '几') && is_han(first)
        || before.ends_with("分之")
        || parted && counted(next)
        || is_sign(last) && next != Some(last)
        || ranged
}

/// Whether a part of the number stands behind the phrase.
fn cut_after(phrase: &str, after: &str) -> bool {
    let Some(last) = phrase.chars().next_back() else {
        return true;
    };
    let mut letters = after.chars();
    let Some(next) = letters.next() else {
        return false;
    };
    let second = letters.next();
    let digits_follow = second.is_some_and(is_numeral);
    if DASHES.contains(&next) && second.and_then(digit).is_some() {
        return true;
    }
    if BEHIND.iter().any(|(word, _)| after.starts_with(word)) || cuts_unit(phrase, after) {
        return true;
    }
    let open = is_numeral(last) || matches!(last, '余' | '多');
    if !open {
        return matches!(next, '/' | '+') && second.and_then(digit).is_some();
    }
    let more =
        is_numeral(next) || is_percent(next) || matches!(next, '余' | '多' | '来' | '成' | '倍');
    let parted =
        matches!(next, '.' | '．' | ',' | '·' | '/' | '点' | '+' | '×') || COLONS.contains(&next);
    more || parted && digits_follow || after.starts_with("分之") || next.is_ascii_alphabetic()
}

/// Whether the unit goes on behind the phrase: `11.9个` of `11.9个百分点`.
fn cuts_unit(phrase: &str, after: &str) -> bool {
    let number = phrase.rfind(|letter| is_numeral(letter) || matches!(letter, '余' | '多' | '来'));
    let last = number
        .and_then(|at| phrase.get(at..))
        .and_then(|left| left.chars().next());
    let (Some(at), Some(last)) = (number, last) else {
        return false;
    };
    let unit = phrase.get(at + last.len_utf8()..).unwrap_or_default();
    !unit.is_empty() && known(&[unit, after].concat()) > unit.len() && known(unit) == unit.len()
}

/// A colon parts a ratio's terms, or a heading from its number: `注1：5件`.
fn is_colon(letter: char, phrase: &str) -> bool {
    let mut cursor = Cursor::new(phrase, 0, known, true);
    let bare = super::numeral::numeral(&mut cursor).is_some()
        && (cursor.ended()
            || BEHIND
                .iter()
                .any(|(word, _)| cursor.left().starts_with(word)));
    letter == '∶' || bare && COLONS.contains(&letter)
}

/// Whether the text before a dash ends with a number, unit or not.
fn ends_a_number(before: &str, dash: char) -> bool {
    /// The most letters of a unit that such a number may have.
    const MOST: usize = 3;
    let before = before.strip_suffix(dash).unwrap_or(before);
    let plain = if matches!(dash, '至' | '到') {
        1
    } else {
        MOST
    };
    let mut last = before.chars().rev().take(plain);
    last.any(|letter| digit(letter).is_some() || is_percent(letter))
}

fn is_numeral(letter: char) -> bool {
    digit(letter).is_some() || is_han(letter)
}

fn is_percent(letter: char) -> bool {
    matches!(letter, '%' | '％' | '‰' | '﹪')
}

fn is_sign(letter: char) -> bool {
    matches!(letter, '−' | '-' | '－' | '+' | '＋' | '±')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, phrase: &str) {
        let at = text.rfind(phrase).expect("the phrase in the text");
        assert_eq!(whole_in(text, phrase), Some(at..at + phrase.len()));
    }

    #[track_caller]
    fn refuse(text: &str, phrase: &str) {
        assert!(text.contains(phrase), "{phrase} is not in {text}");
        assert_eq!(whole_in(text, phrase), None);
    }

    #[test]
    fn a_number_is_not_cut_before_the_phrase() {
        refuse("推进121项重点任务落实", "21项");
        refuse("外资增长11.3%", "3%");
        refuse("外资增长11.3%", ".3%");
        refuse("共12,345件", "345件");
        refuse("增速为−17.5%", "17.5%");
        refuse("居全国第2位", "2位");
        refuse("增长4.5%—5%", "5%");
        refuse("10至15件", "15件");
        refuse("比例为2.9∶1以内", "1以内");
        refuse("三十二项", "二项");
        refuse("占四分之三以上", "三以上");
        refuse("数十件", "十件");
        refuse("“13+1”省区市", "1”省区市");
        refuse("PM2.5浓度", "2.5");
    }

    #[test]
    fn a_number_is_not_cut_behind_the_phrase() {
        refuse("3千余件", "3千");
        refuse("8.8万套", "8.8");
        refuse("20余万人", "20余");
        refuse("增长5.6％", "增长5.6");
        refuse("提高11.9个百分点", "提高11.9个");
        refuse("2000人次", "2000人");
        refuse("3095万吨/年", "3095万吨");
        refuse("60万人以上", "60万人");
        refuse("4.5%—5%", "4.5%");
        refuse("4.0∶37.7", "4.0");
        refuse("全国第二十", "全国第二");
    }

    #[test]
    fn words_that_bound_or_turn_a_number_belong_to_it() {
        refuse("近20项", "20项");
        refuse("超过98％", "98％");
        refuse("不超过3件", "超过3件");
        refuse("负增长2%", "增长2%");
        check("签约12个", "12个");
        check("附近20个社区", "20个");
        check("节约3亿元", "3亿元");
    }

    #[test]
    fn words_that_say_what_it_is_may_stay_outside() {
        check("外资增长11.3%", "11.3%");
        check("占82.1%，", "82.1%");
        check("累计200件", "200件");
        check("——5个国家区域医疗中心", "5个");
        check("举办24年，连续4年", "4年");
        check("注1：5件", "5件");
        check("3项、13项、3项", "13项");
        check("2.5亿元，5亿元", "5亿元");
    }
}
