//! Keys that no field has.

use super::{Rule, Violation};
use crate::content::near::nearest;
use crate::content::schema::Schema;
use crate::content::table::Table;
use serde_json::Value;

/// A key that no field has, and the field that was meant, if that can be told.
pub struct UnknownKey {
    /// The table that has the key.
    pub pointer: String,
    pub key: String,
    pub meant: Meant,
}

/// Fields of other programs that make pages of Markdown, and what does the same here.
const ELSEWHERE: [(&str, &str); 14] = [
    ("draft", "a draft says `status = \"draft\"`"),
    ("date", "the days are `published`, `updated` and `reviewed`"),
    ("pubdate", "the day is `published`"),
    ("lastmod", "the day is `updated`"),
    ("description", "the description is `summary`"),
    ("excerpt", "the description is `summary`"),
    (
        "categories",
        "subjects are `tags`; the folder says the kind",
    ),
    ("slug", "the name of the file is the address, for ever"),
    ("permalink", "the name of the file is the address, for ever"),
    ("url", "the name of the file is the address, for ever"),
    (
        "layout",
        "the folder says the kind, and the kind how it looks",
    ),
    ("type", "the folder says the kind"),
    ("weight", "lists have an order of their own"),
    ("redirect_from", "old paths are `aliases`"),
];

/// What does here what a field of another program does there.
pub fn elsewhere(key: &str) -> Option<&'static str> {
    let key = key.to_lowercase();
    let known = ELSEWHERE.iter().find(|(other, _)| *other == key);
    known.map(|(_, here)| *here)
}

pub enum Meant {
    /// A field of the same table, misspelt.
    Field(String),
    /// A field of the whole file, read as part of a table because it stands below its header.
    SlidBelow,
    Nothing,
}

/// The unknown keys among the violations, each with what was meant.
pub fn unknown_keys(schema: &Schema, table: &Table, found: &[Violation]) -> Vec<UnknownKey> {
    let mut unknown = Vec::new();
    for violation in found {
        let Rule::Unknown(key) = &violation.rule else {
            continue;
        };
        let top = schema.root["properties"].get(key.as_str()).is_some();
        let here = fields(schema.at(&violation.pointer));
        let meant = if top && table.has_header(&violation.pointer) {
            Meant::SlidBelow
        } else {
            nearest(key, here.iter().copied())
                .map_or(Meant::Nothing, |near| Meant::Field(near.to_owned()))
        };
        unknown.push(UnknownKey {
            pointer: violation.pointer.clone(),
            key: key.clone(),
            meant,
        });
    }
    unknown
}

/// The names of the fields of a table.
pub fn fields(schema: &Value) -> Vec<&str> {
    schema["properties"]
        .as_object()
        .map_or_else(Vec::new, |named| named.keys().map(String::as_str).collect())
}
