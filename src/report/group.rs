//! A group of fields of which none must be there.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::fmt::{self, Formatter};
use std::marker::PhantomData;

/// Reads a group, and no list: some readers take one for a group that holds nothing.
pub fn group<'de, D: Deserializer<'de>, T: Deserialize<'de>>(file: D) -> Result<T, D::Error> {
    file.deserialize_any(Group(PhantomData))
}

struct Group<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Group<T> {
    type Value = T;

    fn expecting(&self, words: &mut Formatter) -> fmt::Result {
        words.write_str("a group of fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(fields))
    }
}

#[cfg(test)]
mod tests {
    use crate::report::Report;
    use serde_json::{Value, json};

    #[track_caller]
    fn check(imprint: Value, expected: bool) {
        let report = json!({
            "title": {"text": "图", "short": "图"},
            "preface": {"text": "序"},
            "imprint": imprint,
            "parts": [],
        });
        let read = serde_json::from_value::<Report>(report);
        assert_eq!(read.is_ok(), expected, "{read:?}");
    }

    #[test]
    fn a_list_is_no_group() {
        check(json!({}), true);
        check(json!({"publisher": "某市政协"}), true);
        check(json!([]), false);
        check(json!(["某市政协", "2026"]), false);
    }
}
