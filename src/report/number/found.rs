//! The number phrases of a text.
//!
//! A numeral is no figure everywhere it stands: years and days, ordinals, names
//! (“十四五”, “三个年”, 两会, 四川), articles (一批, 一个) and denominators (每万人)
//! are left out. Rather a figure is missed than a name is found.

use super::cursor::Cursor;
use super::han::is_han;
use super::phrase::phrase;
use super::quantity::Quantity;
use super::unit::known;
use super::whole::stands;
use super::{Bound, NumberKind, Piece, Rank, Reading, lead, read};
use std::ops::Range;

/// A number phrase in its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'a> {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it says.
    pub reading: Reading<'a>,
}

/// All number phrases of a text, the longest at each place, in order and apart.
pub fn find(text: &str) -> Vec<Found<'_>> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|left| left.chars().next()) {
        let next = found_at(text, at).or_else(|| next_rank(text, at, found.last()?));
        at = match next {
            Some(next) => {
                let end = next.range.end;
                found.push(next);
                end
            }
            None => at + letter.len_utf8(),
        };
    }
    found
}

/// The phrase that begins at a byte. It must say the same when it stands alone: an
/// editor takes it as a figure.
fn found_at(text: &str, at: usize) -> Option<Found<'_>> {
    let mut cursor = Cursor::new(text, at, known, false);
    let kind = phrase(&mut cursor)?;
    let reading = Reading {
        kind,
        pieces: cursor.pieces(at),
    };
    let found = Found {
        range: at..cursor.at(),
        reading,
    };
    let alone = read(text.get(found.range.clone())?)?;
    let whole = alone == found.reading && stands(text, found.range.clone());
    (whole && is_figure(text, &found)).then_some(found)
}

/// 第七 in 居全国第二、第七: a rank that the one before it says to be one.
fn next_rank<'a>(text: &'a str, at: usize, last: &Found) -> Option<Found<'a>> {
    let ranked = matches!(last.reading.kind, NumberKind::Rank(_));
    let between = text.get(last.range.end..at)?;
    if !ranked || !matches!(between, "、" | "和" | "及") {
        return None;
    }
    let left = text.get(at..)?;
    let rest = left.strip_prefix('第')?;
    let is_part = |letter: char| is_han(letter) || letter.is_ascii_digit();
    let length = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
    let range = at..at + '第'.len_utf8() + length;
    let reading = read(text.get(range.clone())?)?;
    Some(Found { range, reading })
}

/// Whether what was read is a figure where it stands.
fn is_figure(text: &str, found: &Found) -> bool {
    let before = text.get(..found.range.start).unwrap_or_default();
    let after = text.get(found.range.end..).unwrap_or_default();
    let phrase = text.get(found.range.clone()).unwrap_or_default();
    if lead::is_end_of_another(before, phrase) || is_quoted(before, after) {
        return false;
    }
    if phrase.starts_with("分别") {
        return false;
    }
    match &found.reading.kind {
        NumberKind::Quantity(quantity) => {
            is_counted(quantity, &found.reading, before, after, phrase)
        }
        NumberKind::Change { by: Some(by), .. } => is_amount(by, &found.reading),
        NumberKind::Rank(Rank::Place(_)) => !before.ends_with(['在', '把']),
        NumberKind::Ratio(_) | NumberKind::Range { .. } => !before.ends_with(['每', '第']),
        // 保持平稳 holds the same letters.
        NumberKind::Change { by: None, .. } => {
            !before.ends_with(['保', '支', '维']) && !after.starts_with(['稳', '衡', '安', '等'])
        }
        NumberKind::Rank(_) => true,
    }
}

/// Whether a quantity counts something here.
fn is_counted(
    quantity: &Quantity,
    reading: &Reading,
    before: &str,
    after: &str,
    phrase: &str,
) -> bool {
    let age =
        quantity.unit.ends_with('岁') && matches!(quantity.bound, Bound::AtLeast | Bound::AtMost);
    let recent = quantity.unit == "年" && phrase.starts_with('近');
    let plan = quantity.unit == "年"
        && ["规划", "计划", "行动"]
            .iter()
            .any(|plan| after.starts_with(plan));
    let months = quantity.unit == "个月" && before.ends_with('前');
    let level = quantity.unit.is_empty() && after.starts_with(['级', '后']);
    let heading = quantity.unit.is_empty()
        && phrase.starts_with(|letter: char| letter.is_ascii_digit())
        && (before.is_empty() || before.ends_with('\n'));
    if before.ends_with('每') || age || recent || plan || months || level || heading {
        return false;
    }
    let digits = digits(reading);
    !digits.starts_with(is_han) || is_han_figure(quantity, digits, after, phrase)
}

/// Whether something moved by an amount: 增长一倍, but not 增加一批.
fn is_amount(by: &Quantity, reading: &Reading) -> bool {
    let digits = digits(reading);
    let article = digits.chars().nth(1).is_none() && digits.starts_with(is_han);
    !article || is_part(by)
}

/// Whether it is a part or a multiple, which even a single 一 counts.
fn is_part(quantity: &Quantity) -> bool {
    matches!(quantity.unit, "%" | "‰" | "‱" | "倍" | "番" | "个百分点")
}

/// The first digits that were read.
fn digits<'a>(reading: &Reading<'a>) -> &'a str {
    let digits = reading.pieces.iter().find_map(|piece| match piece {
        Piece::Digits(digits) => Some(*digits),
        _ => None,
    });
    digits.unwrap_or_default()
}

/// Whether a Chinese numeral counts: most of them stand in names and in speech.
fn is_han_figure(quantity: &Quantity, digits: &str, after: &str, phrase: &str) -> bool {
    let mut letters = digits.chars();
    let (first, second) = (letters.next(), letters.next());
    let single = second.is_none() && first != Some('十');
    let part = is_part(quantity);
    let said = quantity.bound != Bound::Exact || quantity.qualifier.is_some();
    if part || said {
        return part || !single || !phrase.starts_with('近');
    }
    let named = matches!(quantity.unit, "" | "年" | "天" | "岁" | "周" | "国" | "级")
        || quantity.unit == "次"
            && ["会议", "全", "常", "主席", "代表"]
                .iter()
                .any(|word| after.starts_with(word));
    let ten = second.is_none() && !"件项条个家所种座处场名".contains(quantity.unit);
    !single && !named && !ten && !matches!(first, Some('百' | '千' | '万' | '亿'))
}

/// Whether the text around stands between quotation marks that are so near that
/// they hold a name, or between those of a title.
fn is_quoted(before: &str, after: &str) -> bool {
    const NAME: usize = 12;
    const TITLE: usize = 40;
    let open = |letter| matches!(letter, '“' | '‘' | '「' | '《');
    let close = |letter| matches!(letter, '”' | '’' | '」' | '》');
    let stop = |letter| matches!(letter, '。' | '！' | '？' | '\n');
    let mark = |letter: &char| open(*letter) || close(*letter) || stop(*letter);
    let last = before
        .chars()
        .rev()
        .take(TITLE)
        .enumerate()
        .find(|(_, letter)| mark(letter));
    let next = after
        .chars()
        .take(TITLE)
        .enumerate()
        .find(|(_, letter)| mark(letter));
    let (Some((left, last)), Some((right, next))) = (last, next) else {
        return false;
    };
    open(last) && close(next) && (last == '《' || left + right < NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The phrases of a text, between bars.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = find(text);
        let phrases: Vec<_> = found
            .iter()
            .filter_map(|found| text.get(found.range.clone()))
            .collect();
        assert_eq!(phrases.join("|"), expected);
        for Found { range, reading } in &found {
            assert_eq!(read(&text[range.clone()]).as_ref(), Some(reading));
        }
    }

    #[test]
    fn each_number_of_a_list_is_found() {
        check(
            "旅游总花费、游客人均花费年均分别增长4.4%、10%、5.4%",
            "年均分别增长4.4%|10%|5.4%",
        );
        check(
            "概念验证中心、中试基地分别达到69家、107家",
            "达到69家|107家",
        );
        check("省属企业营收和利润分别居全国第5、第6位", "居全国第5|第6位");
        check("居全国第二、第七、第九", "居全国第二|第七|第九");
        check("苹果、猕猴桃产量稳定在全国1/4、1/3", "1/4|1/3");
    }

    #[test]
    fn all_kinds_are_found_with_their_words() {
        check("工业税收比重从34.6%提升到49%", "34.6%|提升到49%");
        check("研发投入强度2.61％、居中国西部第1", "2.61％|居中国西部第1");
        check("21个学科进入ESI前千分之一", "21个|进入ESI前千分之一");
        check("CPI微降0.1%，城镇调查失业率5.2%", "微降0.1%|5.2%");
        check("棚户区改造47.63万户（套）", "47.63万户（套）");
        check("城乡居民收入比收窄至2：1以内", "收窄至2：1以内");
        check("收入比缩小至2.54。30个县区", "缩小至2.54|30个");
        check("PM2.5浓度11.8微克/立方米", "11.8微克/立方米");
        check("农村居民收入增速连续十五年快于城镇", "连续十五年");
        check("七成以上委员参与，百分之八十五", "七成以上|百分之八十五");
        check("“13+1”省区市", "“13+1”省区市");
        check("与上年持平", "持平");
        check("节约资金3亿元，签约12个", "3亿元|12个");
    }

    /// 从5%到4.5% was no number at all: no range, and each half of one.
    #[test]
    fn from_one_number_to_another_is_two() {
        check("从4.5%到5%", "4.5%|5%");
        check("失业率从5%到4.5%，", "5%|4.5%");
        check("座谈会从约30场到12场", "约30场|12场");
        check("从1795亿元增加到5260亿元", "1795亿元|增加到5260亿元");
        check("从2020年的51%提升到2025年的70%", "51%|70%");
        check("增长4.5%到5%，由3至5名委员组成", "增长4.5%到5%|3至5名");
    }

    #[test]
    fn years_and_days_are_left_out() {
        check("到2035年，2021年底，1月27日，2026-02-02 09:20", "");
        check("2020年到2025年，2023—2025年，1—11月，二〇三五年", "");
        check(
            "五年来，三年行动，5年规划，三季度，近三年，90年代，建党100周年",
            "",
        );
    }

    #[test]
    fn names_and_ordinals_are_left_out() {
        check("在贵州省第十四届人民代表大会第四次会议上", "");
        check("“十四五”、“1310”、“23·7”、“3815”、“3个100万”", "");
        check("重大项目建设“5+3”工作机制，“1+9”国家级平台", "");
        check("5A级景区、15号线、T5航站楼、V8闪存、5G基站", "");
        check("两会、三农、四川、一带一路、四届三次、十五次会议", "");
        check("一批、一系列、一方面、一个、三项改革、六大行动", "");
        check("统一成立，一成不变，认识达成一致", "");
        check("每10万人、每千人，千家万户，十分重要，保持平稳", "");
        check("注释［2］，5岁以下儿童，数十家", "");
    }
}
