//! What a schema forbids, told in an editor's words.

mod teller;
mod unknown;
mod words;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use super::Diagnostic;
use super::schema::Schema;
use super::table::Table;
use teller::Teller;
use unknown::unknown_keys;

/// Every violation of `schema` by `value`, which is the JSON of `table`.
pub fn violations(schema: &Schema, table: &Table, value: &Value, file: &str) -> Vec<Diagnostic> {
    let found: Vec<Violation> = schema
        .validator
        .iter_errors(value)
        .flat_map(|error| {
            split(
                error.instance_path().as_str(),
                error.kind(),
                error.instance(),
            )
        })
        .collect();
    let unknown = unknown_keys(schema, table, &found);
    let teller = Teller {
        schema,
        table,
        file,
        unknown: &unknown,
    };
    found
        .iter()
        .filter_map(|violation| teller.tell(violation))
        .collect()
}

/// A violation of one rule at one place.
struct Violation {
    pointer: String,
    rule: Rule,
    value: Value,
}

enum Rule {
    Unknown(String),
    Missing(String),
    Type,
    Words,
    Pattern(String),
    Format(String),
    AtLeast(Value),
    AtMost(Value),
    TooFew(u64),
    TooMany(u64),
    Length,
    Other(&'static str),
}

/// An error of the validator as violations: one for each unknown key.
fn split(pointer: &str, kind: &ValidationErrorKind, value: &Value) -> Vec<Violation> {
    use ValidationErrorKind as Kind;
    let rule = match kind {
        Kind::AdditionalProperties { unexpected } => {
            let one = |key: &String| Violation {
                pointer: pointer.to_owned(),
                rule: Rule::Unknown(key.clone()),
                value: Value::Null,
            };
            return unexpected.iter().map(one).collect();
        }
        Kind::Required { property } => {
            Rule::Missing(property.as_str().unwrap_or_default().to_owned())
        }
        Kind::Type {
            kind: TypeKind::Single(_) | TypeKind::Multiple(_),
        } => Rule::Type,
        Kind::Enum { .. } | Kind::Constant { .. } => Rule::Words,
        Kind::Pattern { pattern } => Rule::Pattern(pattern.clone()),
        Kind::Format { format } => Rule::Format(format.clone()),
        Kind::Minimum { limit } => Rule::AtLeast(limit.clone()),
        Kind::Maximum { limit } => Rule::AtMost(limit.clone()),
        Kind::MinItems { limit } => Rule::TooFew(*limit),
        Kind::MaxItems { limit } => Rule::TooMany(*limit),
        Kind::MinLength { .. } | Kind::MaxLength { .. } => Rule::Length,
        _ => Rule::Other("this value is not allowed here"),
    };
    vec![Violation {
        pointer: pointer.to_owned(),
        rule,
        value: value.clone(),
    }]
}
