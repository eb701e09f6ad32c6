//! The front matter of a document: TOML between two lines `+++`, the first at the first byte.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::Diagnostic;
use super::schema::{Schema as Fields, Schemas};
use crate::site::{
    Author, CareerPath, Guide, Industry, Job, Kind, Learning, Meta, Page, Role, Skill, Term,
};

/// A document cut in two.
pub struct Split {
    /// The lines between the fences.
    pub front: Range<usize>,
    /// All that follows the second fence.
    pub body: Range<usize>,
}

/// Cuts the text of a document at its fences.
///
/// # Errors
///
/// If one of the fences is missing.
pub fn split(file: &str, text: &str) -> Result<Split, Box<Diagnostic>> {
    let mut lines = Lines { text, at: 0 };
    let first = lines.next().unwrap_or(0..0);
    if text[first.clone()].trim_end() != "+++" {
        let diagnostic = Diagnostic::error(
            "fm-missing-block",
            file,
            first.start..first.start + text[first.clone()].trim_end().len(),
            "the front matter is missing",
        )
        .label("the first line must be `+++`");
        return Err(Box::new(match text[first].trim_end() {
            "---" => diagnostic.help("front matter is TOML between lines `+++`, not YAML"),
            _ => diagnostic,
        }));
    }
    let start = lines.at;
    while let Some(line) = lines.next() {
        if text[line.clone()].trim_end() == "+++" {
            return Ok(Split {
                front: start..line.start,
                body: lines.at..text.len(),
            });
        }
    }
    let diagnostic = Diagnostic::error("fm-unclosed", file, 0..3, "the front matter is not closed");
    Err(Box::new(
        diagnostic.label("a second line `+++` must follow the fields"),
    ))
}

/// The lines of a text with their ends, as spans.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let start = self.at;
        self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
        Some(start..self.at)
    }
}

/// The fields of a document in one table: those common to all kinds, and the kind's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Front<K> {
    pub meta: Meta,
    pub own: K,
}

impl<K: JsonSchema> JsonSchema for Front<K> {
    fn schema_name() -> Cow<'static, str> {
        K::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("Front<{}>", K::schema_id()).into()
    }

    /// The properties of both structs, and nothing beside them.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Meta::json_schema(generator);
        let own = K::json_schema(generator);
        merge(schema.ensure_object(), own.as_object());
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
        schema
    }
}

/// The schema of the front matter of a kind.
pub fn schema_of(kind: Kind, schemas: &Schemas) -> Arc<Fields> {
    match kind {
        Kind::Role => schemas.of::<Front<Role>>(),
        Kind::Skill => schemas.of::<Front<Skill>>(),
        Kind::CareerPath => schemas.of::<Front<CareerPath>>(),
        Kind::Guide => schemas.of::<Front<Guide>>(),
        Kind::Learning => schemas.of::<Front<Learning>>(),
        Kind::Industry => schemas.of::<Front<Industry>>(),
        Kind::Job => schemas.of::<Front<Job>>(),
        Kind::Term => schemas.of::<Front<Term>>(),
        Kind::Author => schemas.of::<Front<Author>>(),
        Kind::Page => schemas.of::<Front<Page>>(),
    }
}

fn merge(schema: &mut Map<String, Value>, own: Option<&Map<String, Value>>) {
    for (key, value) in own.into_iter().flatten() {
        match (schema.get_mut(key), value) {
            (Some(Value::Object(all)), Value::Object(more)) => {
                all.extend(more.iter().map(|(key, value)| (key.clone(), value.clone())));
            }
            (Some(Value::Array(all)), Value::Array(more)) => all.extend(more.iter().cloned()),
            _ => {
                schema.insert(key.clone(), value.clone());
            }
        }
    }
}

impl<'de, K: DeserializeOwned> Deserialize<'de> for Front<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = Value::deserialize(deserializer)?;
        Ok(Front {
            meta: Meta::deserialize(&fields).map_err(D::Error::custom)?,
            own: serde_json::from_value(fields).map_err(D::Error::custom)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Front, split};
    use crate::content::schema::Schemas;
    use crate::site::Role;

    #[test]
    fn a_document_is_cut_at_its_fences() {
        for (text, front, body) in [
            ("+++\na = 1\n+++\nText", "a = 1\n", "Text"),
            ("+++\r\na = 1\r\n+++\r\nText", "a = 1\r\n", "Text"),
            ("+++\n+++", "", ""),
            ("+++\na = '+++'\n+++ \n+++\n", "a = '+++'\n", "+++\n"),
        ] {
            let split = split("f", text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!((&text[split.front], &text[split.body]), (front, body));
        }
    }

    #[test]
    fn a_missing_fence_is_told() {
        for (text, code) in [
            ("", "fm-missing-block"),
            ("Text\n+++\n", "fm-missing-block"),
            (" +++\n+++\n", "fm-missing-block"),
            ("---\na: 1\n---\n", "fm-missing-block"),
            ("+++\na = 1\n", "fm-unclosed"),
            ("+++", "fm-unclosed"),
        ] {
            let diagnostic = split("f", text).err().expect(text);
            assert_eq!(diagnostic.code, code, "{text}");
        }
    }

    #[test]
    fn a_front_matter_has_the_fields_of_both_structs() {
        let schema = Schemas::default().of::<Front<Role>>();
        for field in ["title", "status", "family", "duties"] {
            assert!(schema.root["properties"].get(field).is_some(), "{field}");
            let required = schema.root["required"].as_array().expect("is a list");
            assert!(required.iter().any(|name| name == field), "{field}");
        }
        assert_eq!(schema.root["additionalProperties"], false);
    }
}
