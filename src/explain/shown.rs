//! Found and expected values, as they are quoted in a message.

use serde_json::Value;

use super::lang::{Lang, said};

/// The most characters of a found text that are quoted.
const LONGEST: usize = 40;

/// A text in quotation marks, cut where it is long. What a terminal would obey
/// rather than show is written as its code point.
pub fn quoted(text: &str) -> String {
    let mut shown = String::from("“");
    for (count, letter) in text.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        if letter.is_control()
            || matches!(letter, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        {
            shown.push_str(&code_point(letter));
        } else {
            shown.push(letter);
        }
    }
    shown.push('”');
    shown
}

/// A character by its code point, `U+202E`.
pub fn code_point(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}

/// A JSON value with the name of its type.
pub fn value(value: &Value, lang: Lang) -> String {
    match value {
        Value::Null => said!(lang, "空值 null", "null"),
        Value::Bool(value) => said!(lang, "是非值 {value}", "{value}"),
        Value::Number(number) => said!(lang, "数 {number}", "the number {number}"),
        Value::String(text) if text.is_empty() => said!(lang, "空的文字", "an empty text"),
        Value::String(text) => {
            let text = quoted(text);
            said!(lang, "文字{text}", "the text {text}")
        }
        Value::Array(entries) => {
            let count = entries.len();
            said!(lang, "有 {count} 项的列表 […]", "a list […] of {count}")
        }
        Value::Object(_) => said!(lang, "一组 {{…}}", "a group of fields {{…}}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_stays_short_and_harmless() {
        assert_eq!(quoted("1千余个"), "“1千余个”");
        assert_eq!(quoted("a\u{1b}[2J\u{202e}"), "“aU+001B[2JU+202E”");
        assert_eq!(quoted(&"字".repeat(41)), format!("“{}…”", "字".repeat(40)));
    }
}
