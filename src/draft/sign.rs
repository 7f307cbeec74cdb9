//! Marks that paragraphs begin with: 一、（一）1.（1）★ · —— and those of their kind.
//!
//! Knows how a list is written, and nothing of what it lists.

use super::letter_width::is_wide;
use crate::report::number;

/// A kind of mark, the one that usually stands highest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// ★ … ★
    Star,
    /// 第一部分, 第一章
    Chapter,
    /// 第一节
    Section,
    /// 一、
    Han,
    /// A digit and a space: `1 `
    Bare,
    /// （一）
    HanParen,
    /// 1. or 1、
    Arabic,
    /// 1.1 and deeper
    Dotted,
    /// （1）
    ArabicParen,
    /// ①
    Circled,
    /// ——
    Dash,
    /// · and other bullets
    Bullet,
}

/// A mark as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked<'a> {
    /// Its kind.
    pub sign: Sign,
    /// Which of its kind it is; 0 where it does not count.
    pub number: u32,
    /// The words behind it.
    pub words: &'a str,
}

const STARS: [char; 8] = ['★', '☆', '◆', '◇', '■', '□', '▲', '●'];
const ORNAMENTS: [char; 12] = ['★', '☆', '◇', '□', '▲', '△', '▼', '※', '✦', '❖', '◎', '◈'];
const BULLETS: [char; 12] = [
    '·', '•', '●', '○', '▪', '■', '◆', '▶', '►', '➢', '\u{F0B7}', '∙',
];
const HAN: &str = "一二三四五六七八九十百";

/// The mark that a paragraph begins with.
pub fn marked(text: &str) -> Option<Marked<'_>> {
    let text = text.trim();
    let of = |sign, number, words: &'_ str| {
        let words = words.trim_start();
        (!words.is_empty()).then_some((sign, number, words.len()))
    };
    let found = star(text)
        .and_then(|words| of(Sign::Star, 0, words))
        .or_else(|| numbered_word(text).and_then(|(sign, number, words)| of(sign, number, words)))
        .or_else(|| han(text).and_then(|(sign, number, words)| of(sign, number, words)))
        .or_else(|| arabic(text).and_then(|(sign, number, words)| of(sign, number, words)))
        .or_else(|| circled(text).and_then(|(number, words)| of(Sign::Circled, number, words)))
        .or_else(|| dash(text).and_then(|words| of(Sign::Dash, 0, words)))
        .or_else(|| bullet(text).and_then(|words| of(Sign::Bullet, 0, words)));
    let (sign, number, length) = found?;
    let words = text.get(text.len() - length..)?;
    let words = if sign == Sign::Star {
        words.trim_end_matches(STARS).trim_end()
    } else {
        words
    };
    (!words.is_empty()).then_some(Marked {
        sign,
        number,
        words,
    })
}

/// The words behind an ornament that is no mark: `▲ 办理` stands above points.
pub fn unadorned(text: &str) -> Option<&str> {
    let words = text.trim_start().trim_start_matches(ORNAMENTS);
    let shorter = words.len() < text.trim_start().len();
    Some(words.trim_start()).filter(|words| shorter && !words.is_empty())
}

/// ★ on both sides.
fn star(text: &str) -> Option<&str> {
    let both = text.starts_with(STARS) && text.ends_with(STARS);
    both.then(|| text.trim_start_matches(STARS))
}

/// 第一部分, 第二章, 第3节.
fn numbered_word(text: &str) -> Option<(Sign, u32, &str)> {
    let rest = text.strip_prefix('第')?;
    let (number, rest) = count(rest)?;
    let words = [
        ("部分", Sign::Chapter),
        ("章", Sign::Chapter),
        ("篇", Sign::Chapter),
        ("节", Sign::Section),
    ];
    let (word, sign) = words.into_iter().find(|(word, _)| rest.starts_with(word))?;
    let rest = rest.get(word.len()..)?;
    let apart = rest.starts_with([' ', '\u{3000}', '：', ':', '、', '\t']);
    apart.then(|| {
        let words = rest.trim_start_matches([' ', '\u{3000}', '：', ':', '、', '\t']);
        (sign, number, words)
    })
}

/// 一、 and （一）.
fn han(text: &str) -> Option<(Sign, u32, &str)> {
    if let Some(rest) = text.strip_prefix(['（', '(']) {
        let (number, rest) = han_count(rest)?;
        let words = rest.strip_prefix(['）', ')'])?;
        return Some((Sign::HanParen, number, words));
    }
    let (number, rest) = han_count(text)?;
    // 一 回顾: two letters at least behind the space, so that it parts no letters of a
    // word, and no numeral goes on behind it.
    let mut behind = rest.trim_start_matches([' ', '\u{3000}', '\t']).chars();
    let first = behind.next().filter(|letter| !HAN.contains(*letter));
    let word = first.is_some_and(is_wide) && behind.next().is_some_and(is_wide);
    let spaced = rest.starts_with([' ', '\u{3000}', '\t']) && word;
    let words = match rest.strip_prefix(['、', '．', '.']) {
        None if spaced => rest,
        words => words?,
    };
    // 一、二季度 is no mark.
    let list = han_count(words).is_some_and(|(_, rest)| !rest.starts_with(['是', '要']));
    (!list).then_some((Sign::Han, number, words))
}

/// 1. and 1、 and 1.1 and （1） and a digit alone.
fn arabic(text: &str) -> Option<(Sign, u32, &str)> {
    if let Some(rest) = text.strip_prefix(['（', '(']) {
        let (number, rest) = digits(rest)?;
        let words = rest.strip_prefix(['）', ')'])?;
        return Some((Sign::ArabicParen, number, words));
    }
    let (number, rest) = digits(text)?;
    if let Some(words) = rest.strip_prefix(['）', ')']) {
        return Some((Sign::ArabicParen, number, words));
    }
    let mut sign = Sign::Arabic;
    let mut words = rest;
    while let Some(rest) = words.strip_prefix(['.', '．', '、']) {
        words = rest;
        let Some((_, rest)) = digits(words) else {
            return Some((sign, number, words)).filter(|(.., words)| !words.starts_with('%'));
        };
        sign = Sign::Dotted;
        words = rest;
    }
    let spaced = words.starts_with([' ', '\u{3000}', '\t']);
    let words = words.trim_start();
    let letter = words.chars().next().is_some_and(is_wide);
    if !spaced || !letter {
        return None;
    }
    if sign == Sign::Dotted {
        return Some((sign, number, words));
    }
    // `800 多万字` is the rest of a line, and no eighth hundredth chapter.
    let first = number::find(text).into_iter().next();
    let counted =
        |unit: &str| !matches!(unit, "对" | "把" | "方" | "面" | "出" | "道" | "首" | "期");
    let counts = first.is_some_and(|found| {
        let unit = found.reading.quantity().map(|quantity| quantity.unit);
        found.range.start == 0 && unit.is_none_or(counted)
    });
    let few = (1..=30).contains(&number);
    let date = words.starts_with(['年', '月', '日', '号', '时']);
    (few && !counts && !date).then_some((Sign::Bare, number, words))
}

fn circled(text: &str) -> Option<(u32, &str)> {
    let first = text.chars().next()?;
    let number = (first as u32).checked_sub('①' as u32)?;
    let words = text.get(first.len_utf8()..)?;
    (number < 20).then_some((number + 1, words))
}

fn dash(text: &str) -> Option<&str> {
    let words = text.trim_start_matches(['—', '―', '─']);
    let two = text.chars().count() >= words.chars().count() + 2;
    two.then_some(words)
}

fn bullet(text: &str) -> Option<&str> {
    if text.starts_with(BULLETS) {
        return Some(text.trim_start_matches(BULLETS));
    }
    let rest = text.strip_prefix(['-', '*', '–', '+'])?;
    rest.starts_with([' ', '\u{3000}', '\t']).then_some(rest)
}

fn count(text: &str) -> Option<(u32, &str)> {
    han_count(text).or_else(|| digits(text))
}

/// A Chinese numeral up to 99.
fn han_count(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|letter| !HAN.contains(letter))
        .unwrap_or(text.len());
    let (numeral, rest) = text.split_at_checked(end)?;
    let mut number = 0;
    let mut digit = None;
    for letter in numeral.chars() {
        let value = HAN.chars().position(|one| one == letter)?;
        let value = u32::try_from(value).ok()? + 1;
        if value < 10 {
            digit = Some(value);
        } else {
            number += digit.take().unwrap_or(1) * 10;
        }
    }
    let short = (1..=3).contains(&numeral.chars().count());
    short.then_some((number + digit.unwrap_or(0), rest))
}

fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    let (numeral, rest) = text.split_at_checked(end)?;
    let number = numeral.parse().ok().filter(|_| end <= 2)?;
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, sign: Sign, number: u32, words: &str) {
        let expected = Marked {
            sign,
            number,
            words,
        };
        assert_eq!(marked(text), Some(expected));
    }

    #[test]
    fn each_kind_of_mark_is_known() {
        check("★ 工作回顾 ★", Sign::Star, 0, "工作回顾");
        check("第一部分 回顾", Sign::Chapter, 1, "回顾");
        check("第三章　措施", Sign::Chapter, 3, "措施");
        check("一、回顾", Sign::Han, 1, "回顾");
        check("十二、回顾", Sign::Han, 12, "回顾");
        check("（三）办理", Sign::HanParen, 3, "办理");
        check("2.办理", Sign::Arabic, 2, "办理");
        check("2、办理", Sign::Arabic, 2, "办理");
        check("2.1 办理", Sign::Dotted, 2, "办理");
        check("（4）办理", Sign::ArabicParen, 4, "办理");
        check("4）办理", Sign::ArabicParen, 4, "办理");
        check("③办理", Sign::Circled, 3, "办理");
        check("——办理", Sign::Dash, 0, "办理");
        check("·办理", Sign::Bullet, 0, "办理");
        check("- 办理", Sign::Bullet, 0, "办理");
        check("6 办理", Sign::Bare, 6, "办理");
        check("六　办理", Sign::Han, 6, "办理");
        check("2 对明年的建议", Sign::Bare, 2, "对明年的建议");
    }

    #[test]
    fn numbers_are_no_marks() {
        for text in [
            "一、二季度平稳",
            "800 多万字",
            "2.5%的人",
            "12 件提案",
            "2026年",
            "一是办理",
            "一 年 来",
            "二 十大",
            "第一次会议",
            "办理",
            "★",
            "",
        ] {
            assert_eq!(marked(text), None, "{text}");
        }
    }
}
