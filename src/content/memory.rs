//! What the last load has made of each document, for the next load of a folder that is edited: a text
//! that is the same, and whose links mean the same, is not read again.
//!
//! A text is read of its bytes, of the schemas, which never change, and of what other files are called
//! (`Names`). All that a text asks of the names it also mentions, as a [`Reference`], or includes: so
//! its references tell whether another name changes it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use super::document::{Opened, Own, Read, ReadDocument, ReadText};
use super::front_matter::Front;
use super::markdown::{Name, Names};
use super::source::Source;
use super::table::Table;
use super::{Reference, Target};
use crate::site::Kind;

/// What a reader keeps from one load for the next. A load takes it, and leaves what it has made.
#[derive(Default)]
pub struct Memory(Mutex<Recent>);

/// What one load has made.
#[derive(Default)]
pub struct Recent {
    pub names: Names,
    /// By file.
    pub documents: HashMap<String, Arc<Kept>>,
}

/// A document that nothing was said against when it was read.
pub struct Kept {
    text: String,
    front: Range<usize>,
    body: Range<usize>,
    pub name: Name,
    value: Arc<Front<Own>>,
    references: Arc<[Reference]>,
    read: Arc<ReadText>,
    /// Whether it shows a snippet.
    includes: bool,
}

impl Memory {
    pub fn take(&self) -> Recent {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn leave(&self, recent: Recent) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = recent;
    }
}

impl Recent {
    /// What was made of a file, if its text is still the same.
    pub fn same(&self, source: &Source) -> Option<&Arc<Kept>> {
        let kept = self.documents.get(&source.file)?;
        (kept.text == source.text).then_some(kept)
    }
}

impl Kept {
    /// What is to be kept of a document that has just been read; nothing if it has no value.
    pub fn of(document: &ReadDocument) -> Option<Arc<Kept>> {
        if let Some(kept) = &document.kept {
            return Some(Arc::clone(kept));
        }
        let read = &document.read;
        let value = Arc::clone(read.value.as_ref()?);
        let front = read.table.range();
        let text = read.text.to_owned();
        let includes = text.contains("@include");
        Some(Arc::new(Kept {
            body: document.at.clone(),
            front,
            name: Name::of(&read.table),
            value,
            references: Arc::clone(&read.references),
            read: Arc::clone(&document.text),
            includes,
            text,
        }))
    }

    /// The file, opened without parsing it.
    pub fn open<'a>(self: &Arc<Self>, source: &'a Source) -> Opened<'a> {
        Opened {
            source,
            table: Table::unparsed(&source.text, self.front.clone()),
            body: self.body.clone(),
            kept: Some(Arc::clone(self)),
        }
    }

    /// The document, read without reading it.
    pub fn document<'a>(
        self: Arc<Self>,
        kind: Kind,
        id: &'a str,
        opened: Opened<'a>,
    ) -> ReadDocument<'a> {
        ReadDocument {
            kind,
            read: Read {
                id,
                file: &opened.source.file,
                text: &opened.source.text,
                table: opened.table,
                value: Some(Arc::clone(&self.value)),
                references: Arc::clone(&self.references),
            },
            at: opened.body,
            text: Arc::clone(&self.read),
            kept: Some(self),
        }
    }

    /// Whether it would be read to something else now that some names have changed.
    pub fn is_changed(&self, changed: &Changed) -> bool {
        let names = |reference: &Reference| match &reference.target {
            Target::Document { kind, id, .. } => {
                let is_named = || changed.documents.contains(&(kind.as_str(), id.as_str()));
                !changed.documents.is_empty() && is_named()
            }
            Target::Asset(_) => changed.images,
            _ => false,
        };
        changed.address || changed.snippets && self.includes || self.references.iter().any(names)
    }
}

/// What means something else than at the last load.
pub struct Changed<'a> {
    address: bool,
    snippets: bool,
    images: bool,
    /// Documents with another title or summary, new ones, and those that are gone: word and id.
    documents: HashSet<(&'a str, &'a str)>,
}

impl<'a> Changed<'a> {
    pub fn between(before: &'a Names, after: &'a Names) -> Self {
        let differs = |names: &'a Names, others: &'a Names| {
            let named = names.documents.iter();
            let other = named.filter(|(key, name)| others.documents.get(*key) != Some(name));
            other.map(|((word, id), _)| (word.as_str(), id.as_str()))
        };
        Changed {
            address: before.address != after.address,
            snippets: before.snippets != after.snippets
                || before.unread_snippets != after.unread_snippets,
            images: before.images != after.images,
            documents: differs(before, after)
                .chain(differs(after, before))
                .collect(),
        }
    }
}
