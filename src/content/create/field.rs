//! A field of a new file: its help, and something to fill in.

use jiff::civil::Date;
use serde_json::{Map, Value};

/// What a schema says of one field.
#[derive(Clone, Copy)]
pub struct Field<'a> {
    pub key: &'a str,
    pub schema: &'a Value,
    pub required: bool,
}

/// How a field is written.
pub enum Shape<'a> {
    /// `key = …`, lists of flat tables included.
    Line,
    /// `[key]`, the fields below it.
    Table,
    /// `[[key]]`, once for each element: what the schema says of one.
    Tables(&'a Value),
}

/// The fields of a table in the order of its struct.
pub fn fields(schema: &Value) -> Vec<Field<'_>> {
    let required: Vec<&str> = schema["required"]
        .as_array()
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let members = schema["properties"].as_object();
    members
        .into_iter()
        .flatten()
        .map(|(key, schema)| Field {
            key,
            schema,
            required: required.contains(&key.as_str()),
        })
        .collect()
}

impl<'a> Field<'a> {
    /// How the field is written in a table; `depth` counts the tables around it.
    pub fn shape(&self, depth: usize) -> Shape<'a> {
        let item = &self.schema["items"];
        match self.schema["type"].as_str() {
            Some("object") if has_members(self.schema) => match depth {
                0 => Shape::Table,
                _ if is_flat(self.schema) => Shape::Line,
                _ => Shape::Table,
            },
            // A key in the singular, `source`, names one element, as its header does.
            Some("array") if has_members(item) && (!is_flat(item) || !self.key.ends_with('s')) => {
                Shape::Tables(item)
            }
            _ => Shape::Line,
        }
    }

    /// What the field means, the words it takes, and the same for the columns of a flat table.
    pub fn help(&self) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(sentence(self.schema));
        let rows = match self.schema["type"].as_str() {
            Some("array") => &self.schema["items"],
            _ => self.schema,
        };
        if matches!(self.shape(1), Shape::Line) && has_members(rows) {
            for column in fields(rows) {
                let optional = if column.required { "" } else { ", if any" };
                let words = sentence(column.schema);
                lines.extend(words.map(|words| format!("  {}{optional}: {words}", column.key)));
            }
        }
        lines
    }

    /// How many elements a list must have; one, if it is there to be filled in.
    pub fn count(&self) -> usize {
        let least = self.schema["minItems"].as_u64().unwrap_or(1);
        usize::try_from(least).unwrap_or(1)
    }

    /// Something that `check` complains of until it is filled in, where the field can be that.
    pub fn placeholder(&self, today: Date) -> String {
        if self.schema["type"] != "array" {
            return value(self.schema, today);
        }
        let item = &self.schema["items"];
        let least = self.schema["minItems"].as_u64().unwrap_or(0);
        match least {
            0 if !has_members(item) => "[]".to_owned(),
            0 | 1 if !has_members(item) => format!("[{}]", value(item, today)),
            _ => {
                let row = format!("  {},\n", value(item, today));
                format!("[\n{}]", row.repeat(self.count()))
            }
        }
    }
}

/// The placeholder of anything but a list that stands by itself.
fn value(schema: &Value, today: Date) -> String {
    match (schema["type"].as_str(), schema["format"].as_str()) {
        (Some("boolean"), _) => "false".to_owned(),
        (Some("integer" | "number"), _) => "0".to_owned(),
        (Some("array"), _) => "[]".to_owned(),
        (Some("object"), _) => row(schema, today),
        (_, Some("date")) => today.to_string(),
        (_, Some("date-time")) => format!("{today}T00:00:00Z"),
        _ => "\"\"".to_owned(),
    }
}

/// A table on one line, with the fields that it must have.
fn row(schema: &Value, today: Date) -> String {
    let members: Vec<String> = fields(schema)
        .into_iter()
        .filter(|field| field.required)
        .map(|field| format!("{} = {}", field.key, value(field.schema, today)))
        .collect();
    match members.is_empty() {
        true => "{}".to_owned(),
        false => format!("{{ {} }}", members.join(", ")),
    }
}

/// The description with the list of words, in a line.
fn sentence(schema: &Value) -> Option<String> {
    let described = schema["description"].as_str();
    let described = described.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let words = schema["enum"].as_array().map(|words| {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        format!("One of: {}.", words.join(", "))
    });
    match (described, words) {
        (Some(described), Some(words)) => Some(format!("{described} {words}")),
        (described, words) => described.or(words),
    }
}

fn has_members(schema: &Value) -> bool {
    schema["properties"]
        .as_object()
        .is_some_and(|members| !Map::is_empty(members))
}

/// Whether a table fits on a line: nothing in it is a table, a list or several paragraphs.
fn is_flat(schema: &Value) -> bool {
    fields(schema).iter().all(|field| {
        field.schema["type"] != "array"
            && !has_members(field.schema)
            && field.schema["x-markdown"] != "block"
    })
}
