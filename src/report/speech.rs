//! What a voice is given to say: with numbers in words. (How much at once: `breath`.)
//!
//! Engines read `余`, `千` and `+` beside digits, years and long numbers each in
//! their own way, or not at all. Every number is therefore written out here.

/// Whether a letter is one of these. (The library's search is made for more.)
pub(super) fn is_in(letters: &str, letter: char) -> bool {
    letters.chars().any(|one| one == letter)
}

/// The words as they are said.
pub fn spoken(text: &str) -> String {
    let letters: Vec<char> = text.chars().map(spoken_as).collect();
    let mut said = String::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let before = at.checked_sub(1).and_then(|index| letters.get(index));
        if letter.is_ascii_digit() && !before.is_some_and(char::is_ascii_alphabetic) {
            at += number(&letters, at, &mut said);
            continue;
        }
        match letter {
            '+' => said.push('加'),
            '·' => said.push('，'),
            _ => said.push(letter),
        }
        at += 1;
    }
    said
}

/// Digits and signs of numbers in their wide forms are said like the narrow ones.
pub(super) fn spoken_as(letter: char) -> char {
    match letter {
        '０'..='９' => char::from(b'0' + (u32::from(letter) - u32::from('０')) as u8),
        '％' => '%',
        '．' => '.',
        '＋' => '+',
        _ => letter,
    }
}

/// Says the number that begins at `at`; how many characters it takes.
fn number(letters: &[char], at: usize, said: &mut String) -> usize {
    let get = |index: usize| letters.get(index).copied().unwrap_or(' ');
    let mut whole = String::new();
    let mut end = at;
    while get(end).is_ascii_digit() || get(end) == ',' && thousands(letters, end) {
        if get(end) != ',' {
            whole.push(get(end));
        }
        end += 1;
    }
    let mut part = String::new();
    if get(end) == '.' && get(end + 1).is_ascii_digit() {
        end += 1;
        while get(end).is_ascii_digit() {
            part.push(get(end));
            end += 1;
        }
    }
    let share = match get(end) {
        '%' => "百分之",
        '‰' => "千分之",
        _ => "",
    };
    said.push_str(share);
    if part.is_empty() && (is_year(letters, at, end) || !is_counted(&whole)) {
        whole.chars().for_each(|digit| said.push(name(digit)));
    } else if whole == "2" && part.is_empty() && is_pair(letters, at, end) {
        said.push('两');
    } else {
        count(&whole, said);
    }
    if !part.is_empty() {
        said.push('点');
        part.chars().for_each(|digit| said.push(name(digit)));
    }
    end + usize::from(!share.is_empty()) - at
}

/// Whether a comma stands between thousands.
fn thousands(letters: &[char], comma: usize) -> bool {
    let digit = |ahead: usize| letters.get(comma + ahead).is_some_and(char::is_ascii_digit);
    digit(1) && digit(2) && digit(3) && !digit(4)
}

/// Whether the four digits are a year: before 年, or before a dash and a year.
fn is_year(letters: &[char], start: usize, end: usize) -> bool {
    let next = letters.get(end).copied().unwrap_or(' ');
    end - start == 4
        && (next == '年'
            || is_in("-–—~～至到", next)
                && letters.get(end + 5) == Some(&'年')
                && letters
                    .iter()
                    .skip(end + 1)
                    .take(4)
                    .all(char::is_ascii_digit))
}

/// Whether digits are a count and not a name: 007 and telephone numbers are
/// said digit by digit.
fn is_counted(digits: &str) -> bool {
    digits.len() <= 12 && (digits.len() == 1 || digits.as_bytes().first() != Some(&b'0'))
}

/// Whether a lone 2 is 两: so many of something, not the second.
fn is_pair(letters: &[char], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).and_then(|index| letters.get(index));
    let next = letters.get(end).copied().unwrap_or(' ');
    before != Some(&'第') && next >= '\u{4E00}' && !is_in("月日号届级百十", next)
}

/// Says a count of up to twelve digits.
fn count(digits: &str, said: &mut String) {
    let length = digits.len();
    let mut silent = false;
    let mut any = false;
    for (index, digit) in digits.chars().enumerate() {
        let place = length - 1 - index;
        // Whether anything of this group of four is said.
        let group = digits
            .chars()
            .rev()
            .skip(place / 4 * 4)
            .take(4)
            .any(|digit| digit != '0');
        if digit == '0' {
            silent = true;
        } else {
            if silent && any {
                said.push('零');
            }
            silent = false;
            let scale = place % 4;
            match (digit, scale) {
                // 十五, but 一百一十五.
                ('1', 1) if !any => {}
                ('2', 3) => said.push('两'),
                ('2', 0) if place > 0 && length == place + 1 => said.push('两'),
                _ => said.push(name(digit)),
            }
            said.push_str(match scale {
                1 => "十",
                2 => "百",
                3 => "千",
                _ => "",
            });
            any = true;
        }
        if place == 4 && group {
            said.push('万');
        } else if place == 8 {
            said.push('亿');
        }
    }
    if !any {
        said.push('零');
    }
}

fn name(digit: char) -> char {
    match digit {
        '1' => '一',
        '2' => '二',
        '3' => '三',
        '4' => '四',
        '5' => '五',
        '6' => '六',
        '7' => '七',
        '8' => '八',
        '9' => '九',
        _ => '零',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(spoken(text), expected);
    }

    #[test]
    fn every_phrase_of_the_report_is_said_in_words() {
        for (phrase, said) in [
            ("近20项", "近二十项"),
            ("21项", "二十一项"),
            ("2000余人次", "两千余人次"),
            ("800余条", "八百余条"),
            ("连续4年", "连续四年"),
            ("6方面", "六方面"),
            ("22条", "二十二条"),
            ("“13+1”省区市", "“十三加一”省区市"),
            ("11省市", "十一省市"),
            ("1300余条", "一千三百余条"),
            ("69次", "六十九次"),
            ("58项", "五十八项"),
            ("74次", "七十四次"),
            ("280余人次", "二百八十余人次"),
            ("300余件", "三百余件"),
            ("800多万字", "八百多万字"),
            ("20余次", "二十余次"),
            ("60余场", "六十余场"),
            ("110余项", "一百一十余项"),
            ("38个", "三十八个"),
            ("1千余个", "一千余个"),
            ("3千余件", "三千余件"),
            ("10余次", "十余次"),
            ("2万余人次", "两万余人次"),
            ("近2千条", "近两千条"),
            ("5286件", "五千二百八十六件"),
            ("130件", "一百三十件"),
            ("4988篇", "四千九百八十八篇"),
            ("325篇", "三百二十五篇"),
            ("10个", "十个"),
            ("31个", "三十一个"),
            ("7596件", "七千五百九十六件"),
            ("774件", "七百七十四件"),
            ("2035年远景目标", "二零三五年远景目标"),
            ("建党100周年", "建党一百周年"),
            ("工作70年", "工作七十年"),
            ("“互联网+”学习", "“互联网加”学习"),
            ("喜迎二十大·共画同心圆", "喜迎二十大，共画同心圆"),
        ] {
            check(phrase, said);
        }
    }

    #[test]
    fn rates_decimals_and_years() {
        check("82.1%", "百分之八十二点一");
        check("100%", "百分之一百");
        check("0.5%", "百分之零点五");
        check("1.2万余", "一点二万余");
        check("2017—2022年", "二零一七—二零二二年");
        check("2022年2月2日", "二零二二年二月二日");
        check("第2次、2次、2个", "第二次、两次、两个");
    }

    #[test]
    fn counts_with_gaps() {
        check("0", "零");
        check("1005", "一千零五");
        check("1050", "一千零五十");
        check("10005", "一万零五");
        check("20000", "两万");
        check("100000000", "一亿");
        check("100002000", "一亿零两千");
        check("12345678", "一千二百三十四万五千六百七十八");
        check("10,500", "一万零五百");
        check("110", "一百一十");
        check("100010", "十万零一十");
    }

    #[test]
    fn names_are_said_digit_by_digit_or_left() {
        check("007", "零零七");
        check("1234567890123", "一二三四五六七八九零一二三");
        check("H5页", "H5页");
        check("1,2、3", "一,二、三");
        check("", "");
        check("无数字", "无数字");
    }

    #[test]
    fn wide_signs_are_said_like_narrow_ones() {
        check("占82.1％", "占百分之八十二点一");
        check("８２．１％", "百分之八十二点一");
        check("3‰", "千分之三");
        check("“13＋1”", "“十三加一”");
    }
}
