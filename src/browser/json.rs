//! Reading JSON: the browser parses it, serde takes it from there.
//!
//! A parser of our own would be a sixth of the WASM, for what every browser
//! does well. What serde derives for a type stays its only description. Knows
//! just what our types are made of, and nothing of why a value does not fit:
//! that is what the native check tells.

use js_sys::{Array, JSON, Reflect};
use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IntoDeserializer, SeqAccess, Visitor,
};
use std::fmt::{self, Display, Formatter};
use wasm_bindgen::prelude::*;

/// The largest whole number up to which JavaScript holds each one exactly.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_991.0;

/// The JSON as a value of that type; `None` if it is not JSON or does not fit.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let text = std::str::from_utf8(bytes).ok()?;
    T::deserialize(Value(JSON::parse(text).ok()?)).ok()
}

/// The value does not fit the type.
#[derive(Debug)]
struct Misfit;

impl Display for Misfit {
    fn fmt(&self, _: &mut Formatter) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Misfit {}

impl Error for Misfit {
    fn custom<T: Display>(_: T) -> Misfit {
        Misfit
    }
}

/// A parsed value.
struct Value(JsValue);

impl Value {
    fn string(&self) -> Result<String, Misfit> {
        self.0.as_string().ok_or(Misfit)
    }

    fn number(&self) -> Result<f64, Misfit> {
        let number = self.0.as_f64().ok_or(Misfit)?;
        number.is_finite().then_some(number).ok_or(Misfit)
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Misfit> {
        Err(Misfit)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_bool(self.0.as_bool().ok_or(Misfit)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let number = self.number()?;
        let whole = (0.0..=LARGEST_WHOLE).contains(&number) && number.fract() == 0.0;
        visitor.visit_u64(whole.then_some(number as u64).ok_or(Misfit)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_string(self.string()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0.is_null() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let entries = self.0.dyn_into::<Array>().map_err(|_| Misfit)?;
        visitor.visit_seq(Entries { entries, next: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let object = self.0;
        // A list has none of the names, and some groups need none.
        if Array::is_array(&object) {
            return Err(Misfit);
        }
        visitor.visit_seq(Fields { object, names })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let name: StringDeserializer<Misfit> = self.string()?.into_deserializer();
        visitor.visit_enum(name)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 f32 char str bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map identifier ignored_any
    }
}

/// The entries of an array.
struct Entries {
    entries: Array,
    next: u32,
}

impl Entries {
    fn take(&mut self) -> Option<Value> {
        let found = (self.next < self.entries.length()).then(|| self.entries.get(self.next));
        self.next += 1;
        found.map(Value)
    }
}

impl<'de> SeqAccess<'de> for Entries {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        self.take().map(|entry| seed.deserialize(entry)).transpose()
    }
}

/// The fields of an object in the order in which the type declares them; there
/// is no value for one that the object lacks. (By name and value, as serde also
/// takes them, each field costs a search among the names.)
struct Fields {
    object: JsValue,
    names: &'static [&'static str],
}

impl Fields {
    fn take(&mut self) -> Result<Option<Value>, Misfit> {
        let Some((name, rest)) = self.names.split_first() else {
            return Ok(None);
        };
        self.names = rest;
        let value = Reflect::get(&self.object, &JsValue::from_str(name)).map_err(|_| Misfit)?;
        Ok((!value.is_undefined()).then_some(Value(value)))
    }
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        let value = self.take()?;
        value.map(|value| seed.deserialize(value)).transpose()
    }
}
