//! Bytes that are no JSON at all: where reading stopped, and why.

use serde_json::Error;
use serde_json::error::Category;

use super::lang::{Lang, said};
use super::locate::LineColumn;

/// How many characters before and after the place are shown.
const AROUND: usize = 16;

/// What serde_json says, and how an editor understands it.
const WORDS: [(&str, &str, &str); 18] = [
    (
        "expected `:`",
        "字段名后面应有英文冒号 :",
        "expected a colon : after the field's name",
    ),
    (
        "expected `,` or `]`",
        "这里应有英文逗号 , 或列表的结尾 ]",
        "expected a comma , or the list's end ]",
    ),
    (
        "expected `,` or `}`",
        "这里应有英文逗号 , 或结尾 }",
        "expected a comma , or the end }",
    ),
    (
        "expected value",
        "这里应有一个值：文字（用英文引号 \" 括起）、数、列表 […] 或一组 {…}",
        "expected a value: text in straight quotes \", a number, a list […] or fields {…}",
    ),
    (
        "expected ident",
        "这里应为 true、false 或 null",
        "expected true, false or null",
    ),
    (
        "expected `\"`",
        "文字应以英文引号 \" 结束",
        "expected a straight quote \" at the end of the text",
    ),
    (
        "key must be a string",
        "字段名应用英文引号 \" 括起",
        "expected the field's name in straight quotes \"",
    ),
    (
        "trailing comma",
        "最后一项后面不应有逗号",
        "expected no comma after the last entry",
    ),
    (
        "trailing characters",
        "报告到这里已经结束，后面不应再有内容",
        "the report ends before this; expected nothing more",
    ),
    (
        "control character",
        "文字中不应直接换行，也不应有制表符等控制字符",
        "expected text on one line, without tabs",
    ),
    (
        "invalid escape",
        "反斜杠 \\ 后面应为 \"、\\、n 等可用的字符",
        "expected \", \\, n or the like after the backslash \\",
    ),
    (
        "lone leading surrogate",
        "\\u 后面只有半个字符，应写出整个字",
        "half a character after \\u; expected a whole one",
    ),
    (
        "unexpected end of hex escape",
        "\\u 后面只有半个字符，应写出整个字",
        "half a character after \\u; expected a whole one",
    ),
    (
        "invalid number",
        "数的写法不对，应像 12 或 1.5 这样",
        "no number is written so; expected one like 12 or 1.5",
    ),
    (
        "number out of range",
        "这个数太大",
        "this number is too large",
    ),
    (
        "recursion limit exceeded",
        "嵌套太深，报告应没有这么多层",
        "too many levels, one within the other",
    ),
    (
        "invalid type: floating point",
        "应为整数，不写小数点，也不能太大",
        "expected a whole number, without a decimal point, and not too large",
    ),
    (
        "duplicate field",
        "同一个字段写了两次，应只写一次",
        "the field is written twice; expected once",
    ),
];

/// The place where reading stopped.
pub fn spot(text: &str, error: &Error) -> LineColumn {
    // A line that ends within a text is told where it ends, not where the next begins.
    if error.column() == 0 && error.to_string().starts_with("control character") {
        let line = error.line().saturating_sub(1).max(1);
        let ended = text.split('\n').nth(line - 1).unwrap_or_default();
        let column = ended.trim_end().chars().count().max(1);
        return LineColumn { line, column };
    }
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let starts = line.unwrap_or_default().char_indices();
    // serde_json counts bytes.
    let column = starts.filter(|(start, _)| *start < error.column()).count();
    LineColumn {
        line: error.line().max(1),
        column: column.max(1),
    }
}

/// Why reading stopped.
pub fn reason(error: &Error, lang: Lang) -> String {
    if error.classify() == Category::Eof {
        return said!(
            lang,
            "文件在这里中断，应有结尾的引号或括号",
            "the file breaks off here; expected a closing quote or bracket"
        );
    }
    let told = error.to_string();
    match WORDS.iter().find(|(start, ..)| told.starts_with(start)) {
        Some((start, zh, en)) => {
            let words = said!(lang, "{zh}", "{en}");
            match told.split('`').nth(1) {
                Some(field) if *start == "duplicate field" => {
                    said!(lang, "{words}：{field}", "{words}: {field}")
                }
                _ => words,
            }
        }
        None => said!(lang, "读不懂（{told}）", "cannot be understood ({told})"),
    }
}

/// The words about a place, which an arrow points at.
pub fn excerpt(text: &str, spot: LineColumn) -> Option<String> {
    let (before, here, after) = around(text, spot)?;
    Some([before.as_str(), "▶", &here.to_string(), &after].concat())
}

/// What stands before, at and after a place in its line, cut to a bearable length.
pub fn around(text: &str, spot: LineColumn) -> Option<(String, char, String)> {
    let line = text.split('\n').nth(spot.line - 1)?;
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut letters = line.chars().map(plain);
    let mut before: Vec<_> = letters.by_ref().take(spot.column - 1).collect();
    let start = before.len().saturating_sub(AROUND);
    let before: String = before.drain(start..).collect();
    let here = letters.next()?;
    let after: String = letters.take(AROUND).collect();
    Some((before.trim_start().to_owned(), here, after))
}

#[cfg(test)]
mod tests {
    use super::super::slips::hint;
    use super::*;

    #[track_caller]
    fn check(text: &str, place: (usize, usize), words: &str, hinted: Option<&str>) {
        let error = serde_json::from_str::<serde_json::Value>(text).expect_err("broken JSON");
        let spot = spot(text, &error);
        assert_eq!((spot.line, spot.column), place);
        assert_eq!(reason(&error, Lang::Zh), words);
        assert_eq!(hint(text, &error, Lang::Zh).as_deref(), hinted);
        let english = reason(&error, Lang::En).replace('…', "");
        assert!(english.is_ascii(), "English is complete");
    }

    #[test]
    fn the_place_is_counted_in_characters() {
        let quote = "这里是中文符号 “，应换成英文的 \"";
        let text = "{\n\"标题\" “图解”}";
        check(text, (2, 6), "字段名后面应有英文冒号 :", Some(quote));
        let words = "文件在这里中断，应有结尾的引号或括号";
        check("{\"标题\":", (1, 6), words, None);
    }

    #[test]
    fn common_slips_are_named() {
        check("[1,]", (1, 4), "最后一项后面不应有逗号", None);
        let words = "报告到这里已经结束，后面不应再有内容";
        check("[1] 2", (1, 5), words, None);
        check("[1e999]", (1, 6), "这个数太大", None);
        let words = "\\u 后面只有半个字符，应写出整个字";
        check("[\"\\ud83d\"]", (1, 9), words, None);
        check("[\"\\udc00\"]", (1, 8), words, None);
        check("[nul]", (1, 5), "这里应为 true、false 或 null", None);
        let words = "这里应有英文逗号 , 或列表的结尾 ]";
        check(
            "[1，2]",
            (1, 3),
            words,
            Some("这里是中文符号 ，，应换成英文的 ,"),
        );
        let words = "字段名应用英文引号 \" 括起";
        check("{// 标题\n}", (1, 2), words, Some("JSON 文件里不能写注释"));
        let words = "这里应有英文逗号 , 或结尾 }";
        let quote = "可能前一项末尾少了逗号，或者文字中有没写成 \\\" 的英文引号";
        check("{\"a\": \"他说\"好\"\"}", (1, 11), words, Some(quote));
    }

    /// What looks right and is not: the character itself is named.
    #[test]
    fn the_character_that_was_meant_otherwise_is_named() {
        let value = "这里应有一个值：文字（用英文引号 \" 括起）、数、列表 […] 或一组 {…}";
        let key = "字段名应用英文引号 \" 括起";
        let full = "这里是全角字符 ２，应换成半角的 2";
        check("{\"value\": ２１}", (1, 11), value, Some(full));
        let number = "数里不能有分隔的逗号，写成 7667";
        check("{\"value\": 7,667}", (1, 13), key, Some(number));
        let number = "数里不能有分隔的逗号，写成 1007667";
        check("{\"value\": 1,007,667 }", (1, 13), key, Some(number));
        for (space, name) in [
            ("\u{A0}", "不间断空格（U+00A0）"),
            ("\u{3000}", "全角空格（U+3000）"),
            ("\u{200B}", "看不见的零宽字符（U+200B）"),
            ("\u{FEFF}", "看不见的零宽字符（U+FEFF）"),
        ] {
            let told = format!("这里有一个{name}，应删去或换成普通空格");
            let text = format!("{{\"value\":{space}21}}");
            check(&text, (1, 10), value, Some(&told));
            let text = format!("{{{space}\"value\": 21}}");
            check(&text, (1, 2), key, Some(&told));
        }
        let words = "文字中不应直接换行，也不应有制表符等控制字符";
        for mark in ['”', '＂', '’'] {
            let told = format!("这一行的文字以 {mark} 结尾，应换成英文的 \"");
            let text = format!("{{\n\"short\": \"报告{mark},\n\"seal\": \"图解\"}}");
            check(&text, (2, 14), words, Some(&told));
        }
    }

    #[test]
    fn an_excerpt_points_at_the_place() {
        let spot = LineColumn { line: 2, column: 6 };
        let text = "{\n\"标题\" “图解”}";
        assert_eq!(excerpt(text, spot).unwrap(), "\"标题\" ▶“图解”}");
        let long = "字".repeat(100);
        let spot = LineColumn {
            line: 1,
            column: 50,
        };
        let shown = excerpt(&long, spot).unwrap();
        assert_eq!(shown.chars().count(), 16 + 2 + 16);
    }
}
