//! A TOML table read into a struct: syntax, schema, references and Markdown fields in one pass, all
//! mistakes at once, each at its place in the file.

use std::ops::Range;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::schema::Schemas;
use super::table::Table;
use super::values::walk;
use super::violation::violations;
use super::{Diagnostic, Reference, Severity, markdown};

/// What became of a table.
pub struct Fields<T> {
    /// The struct, if nothing was wrong with the table.
    pub value: Option<T>,
    /// What the table mentions (`x-ref` and `x-vocabulary` in the schema, links in Markdown fields).
    pub references: Vec<Reference>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Where a table stands, and what its Markdown fields may mention.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The file inside the content folder.
    pub file: &'a str,
    /// The whole text of the file; spans are offsets in it.
    pub text: &'a str,
    pub names: &'a markdown::Names,
    /// The schemas made so far in this load.
    pub schemas: &'a Schemas,
}

/// Reads the TOML in `range` of the file as a `T`.
pub fn read<T: DeserializeOwned + JsonSchema>(place: Place, range: Range<usize>) -> Fields<T> {
    check(place, &Table::parse(place.text, range))
}

/// Reads a table as a `T`.
pub fn check<T: DeserializeOwned + JsonSchema>(place: Place, table: &Table) -> Fields<T> {
    let schema = place.schemas.of::<T>();
    let mut value = table.json();
    let mut diagnostics = violations(&schema, table, &value, place.file);
    let found = walk(place, table, &schema.root, &mut value);
    diagnostics.extend(found.diagnostics);
    let mut references = found.references;
    if !table.is_whole() {
        // What could not be parsed is neither missing nor wrong in other ways.
        let spoilt = |span: &Range<usize>| table.is_spoilt(span);
        diagnostics.retain(|diagnostic| {
            diagnostic.code != "fm-missing" && !diagnostic.span.as_ref().is_some_and(&spoilt)
        });
        references.retain(|reference| !spoilt(&reference.span));
        diagnostics.extend(table.syntax(place.file));
    }
    let sound = diagnostics
        .iter()
        .all(|diagnostic| diagnostic.severity != Severity::Error);
    let value = match sound.then(|| serde_json::from_value(value)) {
        Some(Ok(value)) => Some(value),
        Some(Err(error)) => {
            let span = table.opening("");
            let message = format!("these fields cannot be read: {error}");
            diagnostics.push(Diagnostic::error("fm-value", place.file, span, message));
            None
        }
        None => None,
    };
    Fields {
        value,
        references,
        diagnostics,
    }
}
