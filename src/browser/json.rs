//! Reading JSON by the browser's own parser: each of its values as serde has them.

use js_sys::{Array, JSON, Object};
use serde::de::value::{MapDeserializer, SeqDeserializer, StringDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};

/// What a file of JSON holds; none where it is no JSON or does not fit.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let text = std::str::from_utf8(bytes).ok()?;
    let value = JSON::parse(text).ok()?;
    T::deserialize(Value(value)).ok()
}

/// A value that was parsed.
struct Value(JsValue);

/// That a value does not fit. Why not would be messages that nobody reads: a fifth of
/// the code that reads a report.
#[derive(Debug)]
struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Unfit {}

impl Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Unfit {
        Unfit
    }
}

impl<'de> IntoDeserializer<'de, Unfit> for Value {
    type Deserializer = Value;

    fn into_deserializer(self) -> Value {
        self
    }
}

impl Value {
    /// The entries of an object, in its order.
    fn entries(self) -> Result<impl Iterator<Item = (String, Value)>, Unfit> {
        let object: Object = self.0.dyn_into().map_err(|_| Unfit)?;
        Ok(Object::entries(&object).into_iter().map(|entry| {
            let entry: Array = entry.unchecked_into();
            (
                entry.get(0).as_string().unwrap_or_default(),
                Value(entry.get(1)),
            )
        }))
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if let Some(text) = self.0.as_string() {
            return visitor.visit_string(text);
        }
        if let Some(number) = self.0.as_f64() {
            // Whole numbers are of any type that holds them.
            return match number as u64 {
                whole if whole as f64 == number => visitor.visit_u64(whole),
                _ => visitor.visit_f64(number),
            };
        }
        if let Some(flag) = self.0.as_bool() {
            return visitor.visit_bool(flag);
        }
        if self.0.is_null() {
            return visitor.visit_unit();
        }
        match self.0.dyn_into::<Array>() {
            Ok(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter().map(Value))),
            Err(other) => visitor.visit_map(MapDeserializer::new(Value(other).entries()?)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self.0.is_null() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    /// A list is no group, though serde would take it for one.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        match Array::is_array(&self.0) {
            true => Err(Unfit),
            false => visitor.visit_map(MapDeserializer::new(self.entries()?)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_newtype_struct(self)
    }

    /// One of several words: the model has no other choices.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        let word = self.0.as_string().ok_or(Unfit)?;
        let word: StringDeserializer<Unfit> = word.into_deserializer();
        visitor.visit_enum(word)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier
    }
}
