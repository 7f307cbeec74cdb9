//! What is added to the data file of a site: members before its own, the file otherwise as
//! its editor wrote it.

use serde::de::IgnoredAny;
use serde_json::{Deserializer, Map, Value};

/// The data with that first member.
pub fn with(json: &str, name: &str, value: &str) -> String {
    let line = format!("{{\n  \"{name}\": {value},");
    json.replacen('{', &line, 1)
}

/// The data without a member: what stands where we write it is cut out. One that somebody
/// has moved costs the file its layout.
pub fn without(json: &str, name: &str) -> String {
    if let Some((before, rest)) = json.split_once('{') {
        let value = rest.trim_start().strip_prefix(&format!("\"{name}\":"));
        if let Some(rest) = value.and_then(behind) {
            return [before, "{", rest].concat();
        }
    }
    let members = serde_json::from_str::<Map<String, Value>>(json).ok();
    let moved = members.and_then(|mut members| {
        members.shift_remove(name)?;
        Some(format!("{:#}\n", Value::Object(members)))
    });
    moved.unwrap_or_else(|| json.to_owned())
}

/// What follows a value and its comma.
fn behind(json: &str) -> Option<&str> {
    let mut values = Deserializer::from_str(json).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    let rest = json.get(values.byte_offset()..)?;
    rest.trim_start().strip_prefix(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_comes_and_goes() {
        let text = "{\n  \"title\": {\"text\": \"{}\"}\n}\n";
        let list = with(text, "breaks", r#"["甲|乙", "}"]"#);
        assert_eq!(without(&with(&list, "deploy", "1"), "deploy"), list);
        assert_eq!(without(&list, "breaks"), text);
        assert_eq!(without(text, "breaks"), text);
    }
}
