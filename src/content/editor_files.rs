//! What editors' programs can know of the content: the shape of front matter and data files, and
//! snippets to begin with.

use jiff::civil::{Date, date};
use serde_json::{Map, Value, json};

use super::blocks::block_schemas;
use super::create::field::fields;
use super::create::{Extent, Skeleton};
use super::front_matter::schema_of;
use super::schema::Schemas;
use crate::site::{Config, Edition, Kind, RedirectsFile, Usage, VocabularyList};

/// A day that stands for the day on which a snippet is used.
const DAY: Date = date(2000, 1, 1);

/// Files by name: a JSON Schema for each kind of file, `skill.schema.json`, and the snippets of
/// Visual Studio Code.
pub fn editor_files() -> Vec<(String, String)> {
    let schemas = Schemas::default();
    let kinds = Kind::ALL.map(|kind| (kind.word(), schema_of(kind, &schemas)));
    let data = [
        ("redirects", schemas.of::<RedirectsFile>()),
        ("salaries", schemas.of::<Edition>()),
        ("site", schemas.of::<Config>()),
        ("usage", schemas.of::<Usage>()),
        ("vocabulary", schemas.of::<VocabularyList>()),
    ];
    let mut files: Vec<(String, String)> = kinds
        .into_iter()
        .chain(data)
        .map(|(name, schema)| (format!("{name}.schema.json"), written(&schema.root)))
        .collect();
    let snippets = written(&Value::Object(snippets(&schemas)));
    files.push(("career-guide.code-snippets".to_owned(), snippets));
    files
}

fn written(value: &Value) -> String {
    format!("{value:#}\n")
}

/// One snippet for each kind, to begin a file with, and one for each block.
fn snippets(schemas: &Schemas) -> Map<String, Value> {
    let mut snippets = Map::new();
    for kind in Kind::ALL {
        let skeleton = Skeleton {
            kind,
            title: "",
            today: DAY,
            extent: Extent::Required,
        };
        let text = skeleton.text(&schema_of(kind, schemas).root);
        let word = kind.word();
        let name = format!("A new {word}");
        snippets.insert(name, snippet(&format!("+{word}"), &text));
    }
    for (name, schema) in block_schemas(schemas) {
        let text = block(name, &schema.root);
        snippets.insert(
            format!("Block @{name}"),
            snippet(&format!("@{name}"), &text),
        );
    }
    snippets
}

fn snippet(prefix: &str, text: &str) -> Value {
    let body: Vec<String> = with_stops(text).lines().map(str::to_owned).collect();
    json!({ "scope": "markdown", "prefix": prefix, "body": body })
}

/// A block with all its fields; those that may be left out as comments.
fn block(name: &str, schema: &Value) -> String {
    let mut text = format!("```@{name}\n");
    for field in fields(schema) {
        let mark = if field.required { "" } else { "#" };
        let value = field.placeholder(DAY);
        let lines = format!("{} = {value}", field.key);
        for line in lines.lines() {
            text.push_str(&format!("{mark}{line}\n"));
        }
    }
    text.push_str("```\n");
    text
}

/// The text with a place to stop at for each value that is to be filled in.
fn with_stops(text: &str) -> String {
    let today = "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}";
    let mut stops = 0;
    let mut lines = String::new();
    for line in text.lines() {
        let filled = line.replace(&DAY.to_string(), today);
        let filled = filled.replace("2000-01-31", "${CURRENT_YEAR}-12-31");
        let mut rest = filled.as_str();
        while let Some(start) = [rest.find("\"\""), zero(rest)].into_iter().flatten().min() {
            let is_text = rest[start..].starts_with('"');
            stops += 1;
            lines.push_str(&rest[..start]);
            match is_text {
                true => lines.push_str(&format!("\"${stops}\"")),
                false => lines.push_str(&format!("${{{stops}:0}}")),
            }
            rest = &rest[start + if is_text { 2 } else { 1 }..];
        }
        lines.push_str(rest);
        lines.push('\n');
    }
    lines
}

/// Where a number stands that is to be filled in.
fn zero(line: &str) -> Option<usize> {
    Some(line.find("= 0")? + "= ".len())
}

#[cfg(test)]
mod tests {
    use super::with_stops;

    #[test]
    fn what_is_to_be_filled_in_is_a_stop() {
        for (text, stops) in [
            ("a = \"\"", "a = \"$1\"\n"),
            (
                "a = { low = 0, high = 0 }",
                "a = { low = ${1:0}, high = ${2:0} }\n",
            ),
            (
                "a = { b = \"\", c = 0 }\nd = 10",
                "a = { b = \"$1\", c = ${2:0} }\nd = 10\n",
            ),
            ("a = 0, b = \"\"", "a = ${1:0}, b = \"$2\"\n"),
            (
                "a = 2000-01-01",
                "a = ${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}\n",
            ),
        ] {
            assert_eq!(with_stops(text), stops);
        }
    }
}
