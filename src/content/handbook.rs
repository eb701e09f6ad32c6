//! The handbook: what editors can write, read off the schemas of the structs and the files of codes.

mod examples;
mod holds;

use serde_json::Value;

use super::blocks::block_schemas;
use super::codes;
use super::create::field::{Field, fields};
use super::front_matter::schema_of;
use super::markdown::callouts;
use super::schema::Schemas;
use crate::site::{
    BlockEntry, CodeEntry, Config, DataEntry, Edition, FieldEntry, FieldNeed, FormEntry, Handbook,
    Kind, KindEntry, Meta, RedirectsFile, Usage, VocabularyList,
};

/// The handbook, by the schemas of this program.
pub fn handbook(schemas: &Schemas) -> Handbook {
    let shared = schemas.of::<Meta>();
    let kind = |kind| {
        let schema = schema_of(kind, schemas);
        let own = fields(&schema.root).into_iter();
        KindEntry {
            kind,
            about: about(&schema.root),
            fields: own
                .filter(|field| !is_shared(field, &shared.root))
                .map(|field| entry(&field))
                .collect(),
        }
    };
    Handbook {
        shared: entries(&shared.root),
        kinds: Kind::ALL.map(kind).to_vec(),
        data: data(schemas),
        blocks: blocks(schemas),
        forms: forms(),
        codes: codes::codes().map(code).collect(),
    }
}

/// Whether a field of a kind is the one that all kinds have.
fn is_shared(field: &Field, shared: &Value) -> bool {
    let mut all = fields(shared).into_iter();
    all.any(|it| it.key == field.key && it.required == field.required && it.schema == field.schema)
}

fn data(schemas: &Schemas) -> Vec<DataEntry> {
    let files = [
        ("salaries", "salaries/*.toml", schemas.of::<Edition>()),
        ("usage", "usage/*.toml", schemas.of::<Usage>()),
        (
            "vocabulary",
            "vocabulary/*.toml",
            schemas.of::<VocabularyList>(),
        ),
        ("site", "site.toml", schemas.of::<Config>()),
        ("redirects", "redirects.toml", schemas.of::<RedirectsFile>()),
    ];
    let entry = |(name, file, schema): (_, _, std::sync::Arc<super::schema::Schema>)| DataEntry {
        name,
        file,
        about: about(&schema.root),
        fields: entries(&schema.root),
    };
    files.map(entry).to_vec()
}

fn blocks(schemas: &Schemas) -> Vec<BlockEntry> {
    let entry = |(name, schema): (&'static str, std::sync::Arc<super::schema::Schema>)| {
        let body = examples::block(name);
        BlockEntry {
            name,
            about: about(&schema.root),
            fields: entries(&schema.root),
            example: format!("```@{name}\n{body}```"),
        }
    };
    block_schemas(schemas).map(entry).to_vec()
}

fn forms() -> Vec<FormEntry> {
    let words = Kind::ALL
        .map(|kind| format!("`{}`", kind.word()))
        .join(", ");
    let callouts: Vec<String> = callouts().map(|word| format!("`[!{word}]`")).collect();
    let lists = [("{kinds}", words), ("{callouts}", callouts.join(", "))];
    let named = |text: &str| {
        let replaced = |text: String, (name, list): &(_, String)| text.replace(name, list);
        lists.iter().fold(text.to_owned(), replaced)
    };
    let form = |(write, means): &(&str, &str)| FormEntry {
        write: (*write).to_owned(),
        means: named(means),
    };
    examples::FORMS.iter().map(form).collect()
}

fn code(code: codes::Code) -> CodeEntry {
    CodeEntry {
        code: code.code,
        severities: code.severities.iter().map(|it| it.word()).collect(),
        title: code.title,
        cause: code.cause,
        bad: code.bad,
        good: code.good,
    }
}

/// The fields of a table in the order of its struct.
fn entries(schema: &Value) -> Vec<FieldEntry> {
    fields(schema).iter().map(entry).collect()
}

fn entry(field: &Field) -> FieldEntry {
    let element = match field.schema["type"].as_str() {
        Some("array") => &field.schema["items"],
        _ => field.schema,
    };
    FieldEntry {
        name: field.key.to_owned(),
        holds: holds::phrase(field.schema),
        need: need(field),
        words: words(element),
        help: about(field.schema),
        fields: entries(element),
    }
}

fn need(field: &Field) -> FieldNeed {
    match &field.schema["default"] {
        _ if field.required => FieldNeed::Required,
        // What is empty is left out.
        Value::Null | Value::Array(_) | Value::Object(_) => FieldNeed::Optional,
        default => FieldNeed::Default(default.to_string()),
    }
}

/// The words of a closed list, also where they are the values of a table with free keys.
fn words(schema: &Value) -> Vec<String> {
    let list = |schema: &Value| schema["enum"].as_array().cloned();
    let words = list(schema).or_else(|| list(&schema["additionalProperties"]));
    let words = words.into_iter().flatten();
    words
        .filter_map(|word| Some(word.as_str()?.to_owned()))
        .collect()
}

/// The words of a doc comment on one line.
fn about(schema: &Value) -> String {
    let words = schema["description"].as_str().unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::schema::Schemas;

    #[test]
    fn a_field_says_what_it_holds_and_whether_it_must_be_there() {
        let handbook = handbook(&Schemas::default());
        let kind = |kind: Kind| {
            let mut kinds = handbook.kinds.iter();
            kinds.find(|it| it.kind == kind).expect("all are there")
        };
        let role = &kind(Kind::Role).fields;
        let found = |fields: &[FieldEntry], name: &str| {
            let field = fields.iter().find(|field| field.name == name);
            field.unwrap_or_else(|| panic!("{name}")).clone()
        };
        for (fields, name, holds, need) in [
            (
                &handbook.shared,
                "title",
                "text of 3 to 80 characters",
                FieldNeed::Required,
            ),
            (
                &handbook.shared,
                "authors",
                "a list of ids of authors",
                FieldNeed::Optional,
            ),
            (
                role,
                "family",
                "an id in `vocabulary/role-families.toml`",
                FieldNeed::Required,
            ),
            (role, "work", "a table", FieldNeed::Required),
        ] {
            let field = found(fields, name);
            assert_eq!(
                (field.holds.as_str(), &field.need),
                (holds, &need),
                "{name}"
            );
        }
        assert!(role.iter().all(|field| field.name != "title"));
        let needs = found(&found(role, "skills").fields, "need");
        assert_eq!(needs.words, ["must", "nice"]);
    }

    #[test]
    fn what_is_planted_in_a_schema_appears() {
        let schema = serde_json::json!({
            "properties": { "planted": {
                "description": "What\nit means.", "type": "integer", "default": 7,
                "minimum": 1, "maximum": 9,
            } },
        });
        let [field] = &entries(&schema)[..] else {
            panic!("one field");
        };
        assert_eq!(field.help, "What it means.");
        assert_eq!(field.holds, "a whole number from 1 to 9");
        assert_eq!(field.need, FieldNeed::Default("7".to_owned()));
    }
}
