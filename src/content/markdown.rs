//! Markdown to HTML in one pass over the events: the only place that knows pulldown-cmark.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::site::{Body, Kind, Phrase, Prose};

use super::{Diagnostic, Reference, fields::Place};

/// What a text may mention by name: known before any text is rendered.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Title and summary of each document that can be read, whatever its status, and of each usage
    /// file under the word `usage`: `("skill", "sql")`.
    pub documents: HashMap<(String, String), Name>,
    /// Texts for `@include`, by file name without ending.
    pub snippets: BTreeMap<String, String>,
}

/// How a document is called in links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    pub title: String,
    /// The definition, for terms.
    pub summary: String,
}

/// A rendered text with all that must be checked elsewhere.
#[derive(Debug, Default)]
pub struct Rendered<T> {
    pub value: T,
    pub references: Vec<Reference>,
    /// Fragments that exist in the text: heading ids, in order.
    pub anchors: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Renders the body of a document: `range` of the file. `sources` are the ids of its `[[source]]`s.
pub fn body(place: Place, range: Range<usize>, sources: &[String]) -> Rendered<Body> {
    let _ = (place, range, sources, Kind::ALL);
    unimplemented!()
}

/// Renders a field of one or more paragraphs. `offset` is where `source` begins in the file.
pub fn prose(place: Place, source: &str, offset: usize) -> Rendered<Option<Prose>> {
    let _ = (place, source, offset);
    unimplemented!()
}

/// Renders a field of one line.
pub fn phrase(place: Place, source: &str, offset: usize) -> Rendered<Option<Phrase>> {
    let _ = (place, source, offset);
    unimplemented!()
}
