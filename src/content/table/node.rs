//! What a table holds, each value with its place; its own, so that no text need be kept for it.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value};
use toml::Spanned;
use toml::de::DeValue;

/// A value and its place.
pub type Node = Spanned<Data>;

/// A value as it is written.
pub enum Data {
    String(String),
    /// Digits and their base.
    Integer(String, u32),
    Float(String),
    Boolean(bool),
    Datetime(String),
    Array(Vec<Node>),
    Table(BTreeMap<Spanned<String>, Node>),
}

impl Data {
    pub fn of(value: DeValue) -> Self {
        let node = |it: Spanned<DeValue>| Node::new(it.span(), Data::of(it.into_inner()));
        match value {
            DeValue::String(text) => Data::String(text.into_owned()),
            DeValue::Integer(integer) => {
                Data::Integer(integer.as_str().to_owned(), integer.radix())
            }
            DeValue::Float(float) => Data::Float(float.as_str().to_owned()),
            DeValue::Boolean(boolean) => Data::Boolean(boolean),
            DeValue::Datetime(datetime) => Data::Datetime(datetime.to_string()),
            DeValue::Array(items) => Data::Array(items.into_iter().map(node).collect()),
            DeValue::Table(entries) => {
                let entries = entries.into_iter().map(|(key, value)| {
                    let key = Spanned::new(key.span(), key.into_inner().into_owned());
                    (key, node(value))
                });
                Data::Table(entries.collect())
            }
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Data::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value as JSON; dates become strings.
    pub fn json(&self) -> Value {
        match self {
            Data::String(text) | Data::Datetime(text) => Value::String(text.clone()),
            Data::Integer(digits, radix) => i64::from_str_radix(digits, *radix)
                .map_or(Value::Null, |number| Value::Number(number.into())),
            Data::Float(float) => float
                .parse()
                .ok()
                .and_then(Number::from_f64)
                .map_or(Value::Null, Value::Number),
            Data::Boolean(boolean) => Value::Bool(*boolean),
            Data::Array(items) => items.iter().map(|item| item.get_ref().json()).collect(),
            Data::Table(entries) => {
                let entries = entries.iter();
                let members = entries.map(|(key, it)| (key.get_ref().clone(), it.get_ref().json()));
                Value::Object(members.collect::<Map<_, _>>())
            }
        }
    }
}
