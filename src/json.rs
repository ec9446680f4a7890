//! A plain JSON value, the form in which everything crosses the boundary into the core.
//!
//! The core reads its inputs from this one tree by hand instead of by derived deserialisers: an
//! error can then name its path, unknown fields stay available to rules, and the browser build
//! holds one reader instead of one for each type.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::error::{Error, Result};

/// How deeply lists and objects may be nested.
pub const MAX_DEPTH: usize = 64;

/// A JSON value. Objects keep the order of their fields; of a repeated key the last one counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`, and `undefined` from JavaScript.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value under `key`; `None` when absent, `null`, or when this is not an object.
    ///
    /// ```
    /// use hotcold::json::Json;
    /// let customer = Json::Object(vec![("vip".into(), Json::Bool(true))]);
    /// assert_eq!(customer.get("vip"), Some(&Json::Bool(true)));
    /// assert_eq!(customer.get("name"), None);
    /// ```
    pub fn get(&self, key: &str) -> Option<&Json> {
        let Self::Object(fields) = self else { return None };
        let (_, value) = fields.iter().rev().find(|(name, _)| name == key)?;
        (*value != Self::Null).then_some(value)
    }

    /// The value at a dotted path such as `customer.history.complaints` or `orders.0.number`.
    pub fn at(&self, path: &str) -> Option<&Json> {
        path.split('.').try_fold(self, |value, step| match value {
            Self::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => value.get(step),
        })
    }

    /// Takes the string under `key` out of an object, leaving `null` in its place.
    pub fn take_text(&mut self, key: &str) -> Result<Option<String>> {
        let Self::Object(fields) = self else { return Ok(None) };
        let Some((_, value)) = fields.iter_mut().rev().find(|(name, _)| name == key) else {
            return Ok(None);
        };
        match std::mem::take(value) {
            Self::Null => Ok(None),
            Self::Text(text) => Ok(Some(text)),
            other => Err(other.expected("a string").inside(key)),
        }
    }

    /// The fields of an object.
    pub fn fields(&self) -> Result<&[(String, Json)]> {
        match self {
            Self::Object(fields) => Ok(fields),
            _ => Err(self.expected("an object")),
        }
    }

    /// The items of an array.
    pub fn items(&self) -> Result<&[Json]> {
        match self {
            Self::List(items) => Ok(items),
            _ => Err(self.expected("an array")),
        }
    }

    /// The string.
    pub fn text(&self) -> Result<&str> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(self.expected("a string")),
        }
    }

    /// The finite number.
    pub fn number(&self) -> Result<f64> {
        match self {
            Self::Number(number) if number.is_finite() => Ok(*number),
            _ => Err(self.expected("a finite number")),
        }
    }

    /// The truth value.
    pub fn bool(&self) -> Result<bool> {
        match self {
            Self::Bool(value) => Ok(*value),
            _ => Err(self.expected("true or false")),
        }
    }

    /// Reads the field `key` with `read`; an error gains the key as a step of its path.
    ///
    /// ```
    /// use hotcold::json::Json;
    /// let message = Json::Object(vec![("channel".into(), Json::Number(4.0))]);
    /// let error = message.optional("channel", Json::text).unwrap_err();
    /// assert_eq!(error.to_string(), "channel must be a string, not a number");
    /// ```
    pub fn optional<'a, T>(
        &'a self,
        key: &str,
        read: impl FnOnce(&'a Json) -> Result<T>,
    ) -> Result<Option<T>> {
        match self.get(key) {
            None => Ok(None),
            Some(value) => read(value).map(Some).map_err(|error| error.inside(key)),
        }
    }

    /// As [`Json::optional`], but an absent field is an error.
    pub fn required<'a, T>(
        &'a self,
        key: &str,
        read: impl FnOnce(&'a Json) -> Result<T>,
    ) -> Result<T> {
        self.optional(key, read)?.ok_or_else(|| Error::argument("is missing; add it").inside(key))
    }

    /// Reads each item of an array with `read`; an error gains the index as a step of its path.
    pub fn each<'a, T>(&'a self, mut read: impl FnMut(&'a Json) -> Result<T>) -> Result<Vec<T>> {
        let items = self.items()?;
        // A plain loop: collecting results through an adapter weighs twice as much in the browser.
        let mut values = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            values.push(read(item).map_err(|error| error.inside_item(index))?);
        }
        Ok(values)
    }

    /// An owned list of strings.
    pub fn texts(&self) -> Result<Vec<String>> {
        self.each(|item| item.text().map(str::to_owned))
    }

    /// The error "must be `what`, not a …".
    pub fn expected(&self, what: &str) -> Error {
        Error::argument(format!("must be {what}, not {}", self.kind()))
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(number) if number.is_finite() => "a number",
            Self::Number(_) => "an infinite or invalid number",
            Self::Text(_) => "a string",
            Self::List(_) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> serde::Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        Nested { depth: 0 }.deserialize(deserializer)
    }
}

/// Reads one value and counts how deep it stands, so that hostile nesting ends in an error.
#[derive(Clone, Copy)]
struct Nested {
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> std::result::Result<Json, D::Error> {
        if self.depth > MAX_DEPTH {
            return Err(D::Error::custom(format!("is nested deeper than {MAX_DEPTH}; flatten it")));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a plain JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> std::result::Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> std::result::Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> std::result::Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> std::result::Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> std::result::Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> std::result::Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_unit<E>(self) -> std::result::Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> std::result::Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> std::result::Result<Json, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> std::result::Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Self { depth: self.depth + 1 })? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            fields.push((key, map.next_value_seed(Self { depth: self.depth + 1 })?));
        }
        Ok(Json::Object(fields))
    }
}
