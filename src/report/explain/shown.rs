//! Found and expected values, as they are quoted in a message.

use serde_json::Value;

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
pub fn value(value: &Value) -> String {
    match value {
        Value::Null => "空值 null".into(),
        Value::Bool(value) => format!("是非值 {value}"),
        Value::Number(number) => format!("数 {number}"),
        Value::String(text) if text.is_empty() => "空的文字".into(),
        Value::String(text) => format!("文字{}", quoted(text)),
        Value::Array(entries) => format!("有 {} 项的列表 […]", entries.len()),
        Value::Object(_) => "一组 {…}".into(),
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
