//! Bytes that are no JSON at all: where reading stopped, and why.

use serde_json::Error;
use serde_json::error::Category;

/// What serde_json says, and how an editor understands it.
const WORDS: [(&str, &str); 16] = [
    ("expected `:`", "字段名后面应有英文冒号 :"),
    ("expected `,` or `]`", "这里应有英文逗号 , 或列表的结尾 ]"),
    ("expected `,` or `}`", "这里应有英文逗号 , 或结尾 }"),
    (
        "expected value",
        "这里应有一个值：文字（用英文引号 \" 括起）、数、列表 […] 或一组 {…}",
    ),
    ("expected ident", "这里应为 true、false 或 null"),
    ("expected `\"`", "文字应以英文引号 \" 结束"),
    ("key must be a string", "字段名应用英文引号 \" 括起"),
    ("trailing comma", "最后一项后面不应有逗号"),
    (
        "trailing characters",
        "报告到这里已经结束，后面不应再有内容",
    ),
    (
        "control character",
        "文字中不应直接换行，也不应有制表符等控制字符",
    ),
    (
        "invalid escape",
        "反斜杠 \\ 后面应为 \"、\\、n 等可用的字符",
    ),
    ("invalid number", "数的写法不对，应像 12 或 1.5 这样"),
    ("number out of range", "这个数太大"),
    ("recursion limit exceeded", "嵌套太深，报告应没有这么多层"),
    (
        "invalid type: floating point",
        "应为整数，不写小数点，也不能太大",
    ),
    ("duplicate field", "同一个字段写了两次，应只写一次"),
];

/// Where reading stopped, counted in lines and characters as editors count,
/// and why.
pub fn sentence(text: &str, error: &Error) -> String {
    let (line, column) = (error.line(), column(text, error));
    format!("第 {line} 行第 {column} 个字符：{}", reason(error))
}

fn reason(error: &Error) -> String {
    if error.classify() == Category::Eof {
        return "文件在这里中断，应有结尾的引号或括号".into();
    }
    let told = error.to_string();
    match WORDS.iter().find(|(start, _)| told.starts_with(start)) {
        Some((start, words)) if *start == "duplicate field" => {
            let field = told.split('`').nth(1).unwrap_or_default();
            format!("{words}：{field}")
        }
        Some((_, words)) => (*words).into(),
        None => format!("读不懂（{told}）"),
    }
}

/// The column in characters; serde_json counts bytes.
fn column(text: &str, error: &Error) -> usize {
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let starts = line.unwrap_or_default().char_indices();
    starts
        .filter(|(start, _)| *start < error.column())
        .count()
        .max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = serde_json::from_str::<serde_json::Value>(text).expect_err("broken JSON");
        assert_eq!(sentence(text, &error), expected);
    }

    #[test]
    fn the_place_is_counted_in_characters() {
        check(
            "{\n\"标题\" “图解”}",
            "第 2 行第 6 个字符：字段名后面应有英文冒号 :",
        );
        check(
            "{\"标题\":",
            "第 1 行第 6 个字符：文件在这里中断，应有结尾的引号或括号",
        );
    }

    #[test]
    fn common_slips_are_named() {
        check("[1,]", "第 1 行第 4 个字符：最后一项后面不应有逗号");
        check(
            "[1] 2",
            "第 1 行第 5 个字符：报告到这里已经结束，后面不应再有内容",
        );
        check("[1e999]", "第 1 行第 6 个字符：这个数太大");
        check("[nul]", "第 1 行第 5 个字符：这里应为 true、false 或 null");
    }
}
