//! The fields that a table may have, as its schema tells them.

use serde_json::Value;

/// A field of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    /// What it is for.
    pub help: String,
    pub is_required: bool,
    /// Whether the table has it already.
    pub is_present: bool,
    pub shape: Shape,
}

/// How the value of a field is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// In quotes.
    Text,
    /// A list of values.
    List,
    Table,
    /// A list of tables.
    Tables,
    /// A number, a date, or true and false.
    Bare,
}

/// The fields that a schema names; `present` are the keys that the table has.
pub fn fields(schema: &Value, present: &[String]) -> Vec<Field> {
    let named = schema["properties"].as_object();
    let required = |name: &str| {
        let names = schema["required"].as_array();
        names.is_some_and(|names| names.iter().any(|other| other == name))
    };
    let field = |(name, schema): (&String, &Value)| Field {
        name: name.clone(),
        help: help(schema),
        is_required: required(name),
        is_present: present.contains(name),
        shape: Shape::of(schema),
    };
    named.into_iter().flatten().map(field).collect()
}

/// Those of them that a header can open.
pub fn tables(schema: &Value) -> Vec<Field> {
    let is_table = |field: &Field| matches!(field.shape, Shape::Table | Shape::Tables);
    let fields = fields(schema, &[]).into_iter();
    fields.filter(is_table).collect()
}

/// The words of a doc comment on one line.
fn help(schema: &Value) -> String {
    let words = schema["description"].as_str().unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Shape {
    fn of(schema: &Value) -> Shape {
        match schema["type"].as_str() {
            Some("array") if schema["items"]["type"] == "object" => Shape::Tables,
            Some("array") => Shape::List,
            Some("object") => Shape::Table,
            Some("string") if !schema["format"].is_string() => Shape::Text,
            _ => Shape::Bare,
        }
    }
}
