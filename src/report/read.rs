//! A report out of its data file, as the page reads it.

use super::Report;
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, Unexpected, Visitor};
use serde_json::Value;

/// The report in a file; none where it is no JSON or does not fit.
pub fn read(bytes: &[u8]) -> Option<Report> {
    let file = serde_json::from_slice(bytes).ok()?;
    Report::deserialize(Fitting(file)).ok()
}

/// A value that stands for a group of fields only where it is one. To serde a list
/// is a group without names, and some groups need no field at all.
struct Fitting(Value);

impl<'de> Deserializer<'de> for Fitting {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Array(list) => {
                visitor.visit_seq(SeqDeserializer::new(list.into_iter().map(Fitting)))
            }
            Value::Object(group) => {
                let fields = group
                    .into_iter()
                    .map(|(name, value)| (name, Fitting(value)));
                visitor.visit_map(MapDeserializer::new(fields))
            }
            value => value.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        if self.0.is_array() {
            return Err(Error::invalid_type(Unexpected::Seq, &visitor));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            value => visitor.visit_some(Fitting(value)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

impl IntoDeserializer<'_, serde_json::Error> for Fitting {
    type Deserializer = Fitting;

    fn into_deserializer(self) -> Fitting {
        self
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
