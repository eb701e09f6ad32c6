//! Names: where each is looked for, and the places that mention one.

use std::ops::Range;

use crate::content::{Reference, Target};
use crate::site::Kind;

/// Where a name is looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Namespace {
    /// Documents by the word of their kind, and files of figures by `usage`.
    Documents(String),
    /// Places in a document that links can lead to: the word of its kind and its id.
    Places(String, String),
    /// Entries of a list in `vocabulary/`.
    Vocabulary(String),
    /// Figures of a file in `usage/`.
    Figures(String),
    /// Pictures in `assets/`.
    Assets,
    /// Texts in `snippets/`.
    Snippets,
    /// The works that a file cites.
    Sources(String),
}

impl Namespace {
    /// The one file that declares the names, if only one can.
    pub fn file(&self) -> Option<String> {
        match self {
            Namespace::Places(word, id) => {
                let folder = Kind::from_word(word)?.folder();
                Some(format!("{folder}/{id}.md"))
            }
            Namespace::Sources(file) => Some(file.clone()),
            _ => None,
        }
    }

    /// The word of a kind, if documents of the kind are named.
    pub fn word(&self) -> &str {
        match self {
            Namespace::Documents(word) => word,
            _ => "",
        }
    }
}

/// A place that names something.
pub struct Mention {
    pub file: String,
    pub span: Range<usize>,
    pub namespace: Namespace,
    pub id: String,
    /// The place in the document that is named.
    pub anchor: Option<String>,
}

impl Mention {
    /// What a file says of another.
    pub fn of(reference: &Reference) -> Mention {
        let (namespace, id, anchor) = match &reference.target {
            Target::Document { kind, id, anchor } => {
                (Namespace::Documents(kind.clone()), id, anchor.clone())
            }
            Target::Vocabulary { list, id } => (Namespace::Vocabulary(list.clone()), id, None),
            Target::Figure { usage, figure } => (Namespace::Figures(usage.clone()), figure, None),
            Target::Asset(path) => (Namespace::Assets, path, None),
        };
        Mention {
            file: reference.file.clone(),
            span: reference.span.clone(),
            namespace,
            id: id.clone(),
            anchor,
        }
    }
}
