//! What a field holds, in words.

use serde_json::Value;

use crate::site::ID_PATTERN;

/// What a schema lets a field hold, as a phrase: `a list of ids of roles, 1 or more`.
pub fn phrase(schema: &Value) -> String {
    match schema["type"].as_str() {
        Some("array") => {
            let (_, many) = one_and_many(&schema["items"]);
            format!("a list of {many}{}", how_many(schema))
        }
        _ => one_and_many(schema).0,
    }
}

/// The same for one and for several.
fn one_and_many(schema: &Value) -> (String, String) {
    let text = |key: &str| schema[key].as_str();
    let pair = |one: &str, many: &str| (one.to_owned(), many.to_owned());
    if let Some(kind) = text("x-ref") {
        return match kind {
            "usage" => pair(
                "the name of a file in `usage/`",
                "names of files in `usage/`",
            ),
            kind => (format!("the id of {}", article(kind)), ids_of(kind)),
        };
    }
    if let Some(list) = text("x-vocabulary") {
        let list = format!("in `vocabulary/{list}.toml`");
        return (format!("an id {list}"), format!("ids {list}"));
    }
    if schema["x-asset"] == true {
        return pair("a file in `assets/`", "files in `assets/`");
    }
    match text("x-markdown") {
        Some("block") => return pair("Markdown", "Markdown texts"),
        Some(_) => {
            return pair(
                "Markdown of one paragraph",
                "Markdown texts of one paragraph",
            );
        }
        None => {}
    }
    match (text("type"), text("format")) {
        _ if schema["enum"].is_array() => pair("one of the words", "these words"),
        (Some("array"), _) => (phrase(schema), "lists".to_owned()),
        (Some("object"), _) => match text("x-keys") {
            Some(list) => pair(
                &format!("a table by ids in `vocabulary/{list}.toml`"),
                "tables",
            ),
            None => pair("a table", "tables"),
        },
        (Some("boolean"), _) => pair("`true` or `false`", "`true` or `false`"),
        (Some("integer"), _) => number(schema, "whole number"),
        (Some("number"), _) => number(schema, "number"),
        (_, Some("date")) => pair("a day, as in `2026-11-20`", "days"),
        (_, Some("date-time")) => pair("a moment, as in `2026-11-20T09:00:00Z`", "moments"),
        _ => written(schema),
    }
}

fn ids_of(kind: &str) -> String {
    match kind.strip_suffix('y') {
        Some(stem) => format!("ids of {stem}ies"),
        None => format!("ids of {}s", kind.replace('-', " ")),
    }
}

fn article(kind: &str) -> String {
    let kind = kind.replace('-', " ");
    match kind.starts_with(['a', 'e', 'i', 'o']) {
        true => format!("an {kind}"),
        false => format!("a {kind}"),
    }
}

/// Text, by its form or by its length.
fn written(schema: &Value) -> (String, String) {
    let pair = |one: &str, many: &str| (one.to_owned(), many.to_owned());
    match schema["pattern"].as_str() {
        Some(ID_PATTERN) => return pair("an id", "ids"),
        Some("^https?://" | "^https://") => return pair("an address, `https://…`", "addresses"),
        Some("^https?://[^/]+$") => return pair("an address without a path", "addresses"),
        Some("^(https://|mailto:)") => {
            return pair("an address, `https://…` or `mailto:…`", "addresses");
        }
        Some("^/") => return pair("a path, `/…`", "paths"),
        Some("^[A-Z]{3}$") => {
            return pair("three capital letters", "codes of three capital letters");
        }
        Some(pattern) => return (format!("text of the form `{pattern}`"), "texts".to_owned()),
        None => {}
    }
    match (schema["minLength"].as_u64(), schema["maxLength"].as_u64()) {
        (Some(least), Some(most)) if least > 1 => (
            format!("text of {least} to {most} characters"),
            "texts".to_owned(),
        ),
        (Some(least), None) if least > 1 => (
            format!("text of {least} characters or more"),
            "texts".to_owned(),
        ),
        (_, Some(most)) => (
            format!("text of at most {most} characters"),
            "texts".to_owned(),
        ),
        _ => pair("text", "texts"),
    }
}

fn number(schema: &Value, what: &str) -> (String, String) {
    let (least, most) = (&schema["minimum"], &schema["maximum"]);
    let range = match (least.as_f64(), most.as_f64()) {
        (Some(least), Some(most)) => format!(" from {least} to {most}"),
        (Some(least), None) if least != 0.0 => format!(", {least} or more"),
        (None, Some(most)) => format!(", at most {most}"),
        _ => String::new(),
    };
    (format!("a {what}{range}"), format!("{what}s{range}"))
}

fn how_many(schema: &Value) -> String {
    match (schema["minItems"].as_u64(), schema["maxItems"].as_u64()) {
        (Some(least), Some(most)) if least == most => format!(", exactly {least}"),
        (Some(least), Some(most)) => format!(", {least} to {most}"),
        (Some(least), None) if least > 0 => format!(", {least} or more"),
        (None, Some(most)) => format!(", at most {most}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::phrase;

    #[test]
    fn schemas_are_phrases() {
        for (schema, words) in [
            (json!({ "type": "string" }), "text"),
            (
                json!({ "type": "string", "x-ref": "industry" }),
                "the id of an industry",
            ),
            (
                json!({ "type": "array", "items": { "x-ref": "industry" } }),
                "a list of ids of industries",
            ),
            (
                json!({ "type": "array", "minItems": 2, "items": { "type": "object" } }),
                "a list of tables, 2 or more",
            ),
            (
                json!({ "type": "object", "x-keys": "levels" }),
                "a table by ids in `vocabulary/levels.toml`",
            ),
            (json!({ "type": "integer", "minimum": 0 }), "a whole number"),
            (
                json!({ "type": "string", "pattern": "^x$" }),
                "text of the form `^x$`",
            ),
            (
                json!({ "type": "string", "maxLength": 9 }),
                "text of at most 9 characters",
            ),
        ] {
            assert_eq!(phrase(&schema), words, "{schema}");
        }
    }
}
