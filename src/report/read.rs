//! A report out of its data file, as the page reads it.

use super::Report;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer, SeqAccess, Visitor,
};
use serde_json::{Map, Value};
use std::fmt::{self, Display, Formatter};
use std::vec;

/// The report in a file; none where it is no JSON or does not fit.
pub fn read(bytes: &[u8]) -> Option<Report> {
    let file = serde_json::from_slice(bytes).ok()?;
    Report::deserialize(Fitting(file)).ok()
}

/// The value does not fit. Why, the command tells, which reads the file with more
/// care; the words for it would be in every WASM that reads one.
#[derive(Debug)]
struct Unfit;

impl Display for Unfit {
    fn fmt(&self, _: &mut Formatter) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Unfit {}

impl Error for Unfit {
    fn custom<T: Display>(_: T) -> Unfit {
        Unfit
    }
}

/// A value that stands for a group of fields only where it is one. To serde a list
/// is a group without names, and some groups need no field at all.
struct Fitting(Value);

impl<'de> Deserializer<'de> for Fitting {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unfit> {
        Err(Unfit)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unfit)?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_u64(self.0.as_u64().ok_or(Unfit)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_f64(self.0.as_f64().ok_or(Unfit)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self.0 {
            Value::String(words) => visitor.visit_string(words),
            _ => Err(Unfit),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            value => visitor.visit_some(Fitting(value)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(Entries(list.into_iter())),
            _ => Err(Unfit),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        match self.0 {
            Value::Object(group) => visitor.visit_seq(Fields { group, names }),
            _ => Err(Unfit),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(name.into_deserializer()),
            _ => Err(Unfit),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 f32 char str bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map identifier ignored_any
    }
}

/// The entries of a list.
struct Entries(vec::IntoIter<Value>);

impl<'de> SeqAccess<'de> for Entries {
    type Error = Unfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unfit> {
        let entry = self.0.next();
        entry
            .map(|entry| seed.deserialize(Fitting(entry)))
            .transpose()
    }
}

/// The fields of a group in the order in which the type declares them; there is no
/// value for one that the group lacks. By name and value, as serde also takes them,
/// each field would cost a search among the names.
struct Fields {
    group: Map<String, Value>,
    names: &'static [&'static str],
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Unfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unfit> {
        let Some((name, rest)) = self.names.split_first() else {
            return Ok(None);
        };
        self.names = rest;
        let value = self.group.remove(*name);
        value
            .map(|value| seed.deserialize(Fitting(value)))
            .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const SEED: &str = include_str!("../../public/data/report.json");

    /// The seed's report with one of its values changed.
    #[track_caller]
    fn check(pointer: &str, value: Value, expected: bool) {
        let mut file: Value = serde_json::from_str(SEED).expect("the seed's report");
        *file.pointer_mut(pointer).expect("a value") = value;
        let found = read(file.to_string().as_bytes()).is_some();
        assert_eq!(found, expected, "{pointer}");
    }

    #[test]
    fn a_report_is_read_as_serde_reads_it() {
        let expected: Report = serde_json::from_str(SEED).expect("the seed's report");
        assert_eq!(read(SEED.as_bytes()), Some(expected));
        check(
            "/title",
            json!({"text": "图", "short": "图", "new": [{}]}),
            true,
        );
        check("/title/seal", json!(null), true);
    }

    /// serde takes `["图解", "图解"]` for a title, and `[]` for an imprint.
    #[test]
    fn a_list_is_no_group() {
        check("/title", json!(["图解", "图解"]), false);
        check("/imprint", json!([]), false);
        check("/parts/0", json!([]), false);
        check("/parts/2/funnel", json!(["件", [], []]), false);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        check("", json!([]), false);
        check("/parts", json!(null), false);
        check("/parts", json!({}), false);
        check("/preface/text", json!(20), false);
        check("/figures/0/value", json!("20"), false);
        check("/parts/2/funnel/stages/0/count", json!(-1), false);
        check("/parts/2/funnel/stages/0/count", json!(1.5), false);
        check("/title/short", json!(true), false);
        for file in ["", "{", "\u{FEFF}{}", "[[]]", "{} {}", "{\"title\": 1e999}"] {
            assert_eq!(read(file.as_bytes()), None, "{file}");
        }
        assert_eq!(read(b"\xFF"), None);
    }
}
