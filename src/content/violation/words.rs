//! How a schema's rules are called in messages.

use serde_json::Value;

use crate::content::pointer::{parent, steps};
use crate::site::ID_PATTERN;

/// The name of the field that a pointer leads to, without places in lists: `skills` for `/skills/3`.
pub fn name(pointer: &str) -> Option<String> {
    if pointer.is_empty() {
        return None;
    }
    let last = steps(pointer).last()?;
    match last.parse::<usize>() {
        Ok(_) => name(parent(pointer)),
        Err(_) => Some(last),
    }
}

/// Fields with a list of words whose names are no nouns.
const NO_NOUNS: [&str; 5] = ["by", "covers", "is", "often", "remote"];

/// A value of a field as a noun: `a status`, `an industry`.
pub fn noun(field: &str) -> String {
    if NO_NOUNS.contains(&field) {
        return format!("a value of `{field}`");
    }
    let words = field.replace('_', " ");
    match words.starts_with(['a', 'e', 'i', 'o', 'u']) {
        true => format!("an {words}"),
        false => format!("a {words}"),
    }
}

/// `1 entry`, `3 entries`.
pub fn counted(count: u64, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    }
}

pub fn type_words(name: &str) -> &'static str {
    match name {
        "string" => "text in quotes",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "`true` or `false`",
        "array" => "a list",
        "object" => "a table",
        _ => "such a value",
    }
}

/// What the patterns of the structs in `site` mean.
pub fn pattern_words(pattern: &str) -> String {
    let words = match pattern {
        ID_PATTERN => "an id: lower case letters, digits, single hyphens",
        "^https?://" => "an address that begins with https:// or http://",
        "^https?://[^/]+$" => "an address without a slash at the end",
        "^https://" => "an address that begins with https://",
        "^(https://|mailto:)" => "an address that begins with https:// or mailto:",
        "^/" => "a path that begins with /",
        "^[A-Z]{3}$" => "a currency code of three capital letters",
        other => return format!("text that matches {other}"),
    };
    words.to_owned()
}

/// A line to fill in: `title = "…"`.
pub fn skeleton(key: &str, schema: &Value) -> String {
    let value = match (schema["type"].as_str(), schema["format"].as_str()) {
        (_, Some("date")) => "2026-11-20".to_owned(),
        (_, Some("date-time")) => "2026-11-20T12:00:00Z".to_owned(),
        (Some("array"), _) => "[…]".to_owned(),
        (Some("object"), _) => "{ … }".to_owned(),
        (Some("integer" | "number"), _) => "…".to_owned(),
        (Some("boolean"), _) => "false".to_owned(),
        _ => match schema["enum"].get(0).and_then(Value::as_str) {
            Some(word) => format!("\"{word}\""),
            None => "\"…\"".to_owned(),
        },
    };
    format!("{key} = {value}")
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
