//! A TOML table read into a struct: syntax, schema, references and Markdown fields in one pass, all
//! mistakes at once, each at its place in the file.

use std::ops::Range;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::{Diagnostic, Reference, markdown};

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
}

/// Reads the TOML in `range` of the file as a `T`.
pub fn read<T: DeserializeOwned + JsonSchema>(place: Place, range: Range<usize>) -> Fields<T> {
    let _ = (place, range);
    unimplemented!()
}
