//! Slips of the pen in a JSON file: characters that look right and are not.

use serde_json::Error;

use super::lang::{Lang, said};
use super::locate::LineColumn;
use super::shown::code_point;
use super::syntax::{around, spot};

/// What whoever wrote this may have overlooked, by the character where reading
/// stopped and the kind of error.
pub fn hint(text: &str, error: &Error, lang: Lang) -> Option<String> {
    let spot = spot(text, error);
    if let Some(mark) = unclosed(text, spot, error) {
        return Some(said!(
            lang,
            "这一行的文字以 {mark} 结尾，应换成英文的 \"",
            "the text on this line ends with {mark}; use \""
        ));
    }
    let (before, here, after) = around(text, spot)?;
    if let Some(name) = unseen(here, lang) {
        let point = code_point(here);
        return Some(said!(
            lang,
            "这里有一个{name}（{point}），应删去或换成普通空格",
            "this is a {name} ({point}); delete it or use a plain space"
        ));
    }
    if let Some(number) = separated(&before, here, &after) {
        return Some(said!(
            lang,
            "数里不能有分隔的逗号，写成 {number}",
            "no separators within a number; write {number}"
        ));
    }
    let meant = match here {
        '“' | '”' | '‘' | '’' | '＂' => '"',
        '，' | '、' => ',',
        '：' => ':',
        '【' | '［' => '[',
        '】' | '］' => ']',
        '｛' => '{',
        '｝' => '}',
        '０'..='９' | '．' | '－' => {
            let plain = plain(here);
            return Some(said!(
                lang,
                "这里是全角字符 {here}，应换成半角的 {plain}",
                "this is the full-width character {here}; use {plain}"
            ));
        }
        '\'' => {
            return Some(said!(
                lang,
                "这里是单引号，应换成英文双引号 \"",
                "this is a single quote; use a double quote \""
            ));
        }
        '/' | '#' => {
            return Some(said!(
                lang,
                "JSON 文件里不能写注释",
                "there are no comments in JSON"
            ));
        }
        _ if error.to_string().starts_with("expected `,`") => {
            return Some(said!(
                lang,
                "可能前一项末尾少了逗号，或者文字中有没写成 \\\" 的英文引号",
                "the entry before may lack a comma, or its text hold a quote not written \\\""
            ));
        }
        _ => return None,
    };
    Some(said!(
        lang,
        "这里是中文符号 {here}，应换成英文的 {meant}",
        "this is the Chinese character {here}; use {meant}"
    ))
}

/// The typographic mark with which a text ends on that line, where the text runs on
/// into the next: only a straight quote ends it.
fn unclosed(text: &str, spot: LineColumn, error: &Error) -> Option<char> {
    if !error.to_string().starts_with("control character") {
        return None;
    }
    let line = text.split('\n').nth(spot.line.checked_sub(1)?)?;
    let end = line.trim_end().trim_end_matches([',', '，']).trim_end();
    let last = end.chars().next_back()?;
    matches!(last, '“' | '”' | '‘' | '’' | '＂' | '\'').then_some(last)
}

/// What a character is called that stands between values and is not seen.
fn unseen(letter: char, lang: Lang) -> Option<String> {
    Some(match letter {
        '\u{3000}' => said!(lang, "全角空格", "full-width space"),
        '\u{A0}' | '\u{202F}' | '\u{2007}' => said!(lang, "不间断空格", "no-break space"),
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {
            said!(
                lang,
                "看不见的零宽字符",
                "zero-width character, which is not seen"
            )
        }
        _ => return None,
    })
}

/// The number that was written with separators there, without them: 7667 of `7,667`.
fn separated(before: &str, here: char, after: &str) -> Option<String> {
    let digit = |letter: char| letter.is_ascii_digit();
    let head = before.strip_suffix(',')?;
    let start = head.trim_end_matches(digit).len();
    let first = head
        .get(start..)
        .filter(|first| (1..=3).contains(&first.len()))?;
    let rest = [here.to_string().as_str(), after].concat();
    let end = rest.find(|letter| !digit(letter) && letter != ',');
    let rest = rest.get(..end.unwrap_or(rest.len()))?.trim_end_matches(',');
    let groups = rest
        .split(',')
        .all(|group| group.len() == 3 && group.chars().all(digit));
    groups.then(|| [first, &rest.replace(',', "")].concat())
}

/// A full-width character as JSON has it.
fn plain(letter: char) -> char {
    let narrow = u32::from(letter).checked_sub(0xFEE0);
    narrow.and_then(char::from_u32).unwrap_or(letter)
}
