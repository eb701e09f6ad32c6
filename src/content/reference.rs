//! What one file says of another: collected while reading, resolved when all files are read.

use std::ops::Range;

/// A mention of something that must exist elsewhere in the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The file that mentions it: `roles/backend-developer.md`.
    pub file: String,
    /// Where, in bytes of that file.
    pub span: Range<usize>,
    pub target: Target,
}

/// What is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A document, `skill:sql`, and perhaps a place in it, `skill:sql#joins`.
    /// `kind` is the word of a `site::Kind`, or `usage` for a file of usage figures.
    Document {
        kind: String,
        id: String,
        anchor: Option<String>,
    },
    /// An entry of a list in `vocabulary/`: `("levels", "senior")`.
    Vocabulary { list: String, id: String },
    /// A figure of a usage file: `("languages-2025", "sql")`.
    Figure { usage: String, figure: String },
    /// A file in `assets/`: `ladder.png`.
    Asset(String),
}
