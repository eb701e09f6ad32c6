//! One file of a collection, read as what its place says it is.

use super::super::document::{Opened, Read, ReadDocument, WithDiagnostics, data, document};
use super::super::fields::Place;
use super::super::guard::guarded;
use super::super::layout::Slot;
use super::super::markdown::Names;
use super::super::schema::Schemas;
use crate::site::{Config, Edition, RedirectsFile, Usage, VocabularyList};

/// A file after reading.
pub enum Item<'a> {
    Document(Box<ReadDocument<'a>>),
    Edition(Read<'a, Edition>),
    Usage(Read<'a, Usage>),
    Vocabulary(Read<'a, VocabularyList>),
    Config(Box<Read<'a, Config>>),
    Redirects(Read<'a, RedirectsFile>),
    /// Read where it is included.
    Snippet,
}

/// Reads one file.
pub fn item<'a>(
    opened: Opened<'a>,
    names: &Names,
    schemas: &Schemas,
) -> WithDiagnostics<Option<Item<'a>>> {
    let file = &opened.source.file;
    match guarded(file, || read(opened, names, schemas)) {
        Ok((item, diagnostics)) => (Some(item), diagnostics),
        Err(diagnostic) => (None, vec![*diagnostic]),
    }
}

fn read<'a>(opened: Opened<'a>, names: &Names, schemas: &Schemas) -> WithDiagnostics<Item<'a>> {
    let source = opened.source;
    let place = Place {
        file: &source.file,
        text: &source.text,
        names,
        schemas,
    };
    match &source.slot {
        Slot::Document(kind, id) => match opened.kept.clone() {
            Some(kept) => {
                let document = kept.document(*kind, id, opened);
                (Item::Document(Box::new(document)), Vec::new())
            }
            None => with(document(*kind, id, opened, place), |document| {
                Item::Document(Box::new(document))
            }),
        },
        Slot::Salary(id) => with(data(id, opened, place), Item::Edition),
        Slot::Usage(id) => with(data(id, opened, place), Item::Usage),
        Slot::Vocabulary(list) => with(data(list, opened, place), Item::Vocabulary),
        Slot::Config => with(data("site", opened, place), |read| {
            Item::Config(Box::new(read))
        }),
        Slot::Redirects => with(data("redirects", opened, place), Item::Redirects),
        Slot::Snippet(_) | Slot::Asset(_) => (Item::Snippet, Vec::new()),
    }
}

fn with<T, U>((read, diagnostics): WithDiagnostics<T>, item: fn(T) -> U) -> WithDiagnostics<U> {
    (item(read), diagnostics)
}
