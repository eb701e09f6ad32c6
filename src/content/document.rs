//! One file read: its fields, its text, and what it says of others.

use std::collections::HashSet;
use std::ops::{Deref, Range};
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::fields::{Fields, Place, check};
use super::front_matter::{Front, split};
use super::layout::Slot;
use super::markdown;
use super::memory::Kept;
use super::source::Source;
use super::table::Table;
use super::{Diagnostic, Reference};
use crate::site::{
    Allow, Author, Body, CareerPath, Guide, Industry, Job, Kind, Learning, Meta, Page, Role, Skill,
    Term,
};

/// A file whose TOML has been parsed, but not read further.
pub struct Opened<'a> {
    pub source: &'a Source,
    pub table: Table<'a>,
    /// What follows the front matter; empty for a data file.
    pub body: Range<usize>,
    /// What an earlier load has made of the same text.
    pub kept: Option<Arc<Kept>>,
}

/// Parses the TOML of a file.
///
/// # Errors
///
/// If a document has no front matter.
pub fn open(source: &Source) -> Result<Opened<'_>, Box<Diagnostic>> {
    let text = &source.text;
    let (front, body) = match source.slot {
        Slot::Document(..) => {
            let split = split(&source.file, text)?;
            (split.front, split.body)
        }
        _ => (0..text.len(), text.len()..text.len()),
    };
    Ok(Opened {
        source,
        table: Table::parse(text, front),
        body,
        kept: None,
    })
}

/// A file after reading. Without a value something is wrong with it, and the diagnostics say what.
pub struct Read<'a, T> {
    pub id: &'a str,
    pub file: &'a str,
    pub text: &'a str,
    pub table: Table<'a>,
    pub value: Option<T>,
    pub references: Arc<[Reference]>,
}

/// A document after reading.
pub struct ReadDocument<'a> {
    pub kind: Kind,
    pub read: Read<'a, Arc<Front<Own>>>,
    /// What follows the front matter.
    pub at: Range<usize>,
    pub text: Arc<ReadText>,
    /// What it was made of, if it was not read anew.
    pub kept: Option<Arc<Kept>>,
}

impl Deref for ReadDocument<'_> {
    type Target = ReadText;

    fn deref(&self) -> &ReadText {
        &self.text
    }
}

/// The text of a document after reading.
pub struct ReadText {
    pub body: Arc<Body>,
    /// Fragments that exist in its text.
    pub anchors: Vec<String>,
    /// Where the words of each section's heading stand in the file.
    pub titles: Vec<Range<usize>>,
    /// Whether code that is never closed has swallowed a part of the text, so that nobody knows which
    /// headings and notes it has.
    pub is_cut: bool,
    /// The ids of the sources that the text cites.
    pub cited: HashSet<String>,
}

impl ReadDocument<'_> {
    /// The fields common to all kinds, if the document can be read.
    pub fn meta(&self) -> Option<&Meta> {
        self.read.value.as_ref().map(|front| &front.meta)
    }

    /// Its old paths, each with its place, even if something else is wrong with the document.
    pub fn aliases(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        let table = &self.read.table;
        let is_known = self.meta().is_some_and(|meta| meta.aliases.is_empty());
        (0..).map_while(move |place| {
            if is_known {
                return None;
            }
            let pointer = format!("/aliases/{place}");
            let alias = table.string(&pointer)?;
            Some((alias, table.value(&pointer)))
        })
    }

    /// Where it is found.
    pub fn path(&self) -> String {
        self.kind.path(self.read.id)
    }
}

/// The fields of a kind's own.
#[derive(Clone, Debug, PartialEq)]
pub enum Own {
    Role(Box<Role>),
    Skill(Skill),
    CareerPath(CareerPath),
    Guide(Guide),
    Learning(Learning),
    Industry(Industry),
    Job(Job),
    Term(Term),
    Author(Author),
    Page(Page),
}

/// What one file yields beside itself.
pub type WithDiagnostics<T> = (T, Vec<Diagnostic>);

/// Reads a document.
pub fn document<'a>(
    kind: Kind,
    id: &'a str,
    opened: Opened<'a>,
    place: Place,
) -> WithDiagnostics<ReadDocument<'a>> {
    let Opened {
        source,
        table,
        body,
        ..
    } = opened;
    let fields = front(kind, place, &table);
    let mut sources = source_ids(&table, &fields.diagnostics);
    if let Some(ids) = &mut sources {
        ids.sort_by_cached_key(|id| first_citation(&source.text, id));
    }
    let rendered = markdown::body(place, body.clone(), sources.as_deref().unwrap_or_default());
    let mut diagnostics = fields.diagnostics;
    let told = rendered.diagnostics.into_iter();
    diagnostics.extend(told.filter(|it| match it.code {
        // Without the ids of all sources nobody can say which notes have none.
        "md-footnote" => sources.is_some() && !rendered.is_cut,
        "md-footnote-unused" | "md-ref-link" => !rendered.is_cut,
        "md-empty-section" => table.string("/status") != Some("draft"),
        _ => true,
    }));
    let mut references = fields.references;
    references.extend(rendered.references);
    let read = Read {
        id,
        file: &source.file,
        text: &source.text,
        table,
        value: fields.value.map(Arc::new),
        references: references.into(),
    };
    let text = Arc::new(ReadText {
        body: Arc::new(rendered.value),
        anchors: rendered.anchors,
        titles: rendered.titles,
        is_cut: rendered.is_cut,
        cited: rendered.cited,
    });
    let document = ReadDocument {
        kind,
        read,
        at: body,
        text,
        kept: None,
    };
    (document, diagnostics)
}

/// Where a text first cites a source: sources are numbered in this order. Those that are not cited
/// come last, in the order of the front matter.
pub fn first_citation(text: &str, id: &str) -> usize {
    text.find(&format!("[^{id}]")).unwrap_or(usize::MAX)
}

/// Reads a data file.
pub fn data<'a, T: DeserializeOwned + JsonSchema>(
    id: &'a str,
    opened: Opened<'a>,
    place: Place,
) -> WithDiagnostics<Read<'a, T>> {
    let fields = check(place, &opened.table);
    let read = Read {
        id,
        file: &opened.source.file,
        text: &opened.source.text,
        table: opened.table,
        value: fields.value,
        references: fields.references.into(),
    };
    (read, fields.diagnostics)
}

/// The exceptions to the checks that a document claims, even if something else is wrong with it.
pub fn allowed(table: &Table) -> Vec<Allow> {
    if !table.exists("/check/allow") {
        return Vec::new();
    }
    table
        .json()
        .pointer_mut("/check/allow")
        .map(serde_json::Value::take)
        .and_then(|allow| serde_json::from_value(allow).ok())
        .unwrap_or_default()
}

/// Reads the front matter of a document of any kind.
fn front(kind: Kind, place: Place, table: &Table) -> Fields<Front<Own>> {
    fn of<K: DeserializeOwned + JsonSchema>(
        place: Place,
        table: &Table,
        own: fn(K) -> Own,
    ) -> Fields<Front<Own>> {
        let fields = check::<Front<K>>(place, table);
        Fields {
            value: fields.value.map(|front| Front {
                meta: front.meta,
                own: own(front.own),
            }),
            references: fields.references,
            diagnostics: fields.diagnostics,
        }
    }
    match kind {
        Kind::Role => of(place, table, |role| Own::Role(Box::new(role))),
        Kind::Skill => of(place, table, Own::Skill),
        Kind::CareerPath => of(place, table, Own::CareerPath),
        Kind::Guide => of(place, table, Own::Guide),
        Kind::Learning => of(place, table, Own::Learning),
        Kind::Industry => of(place, table, Own::Industry),
        Kind::Job => of(place, table, Own::Job),
        Kind::Term => of(place, table, Own::Term),
        Kind::Author => of(place, table, Own::Author),
        Kind::Page => of(place, table, Own::Page),
    }
}

/// The ids of the works that a document cites; nothing if they cannot all be told, because an id is
/// missing, the key is misspelt, or not all of the table could be parsed.
fn source_ids(table: &Table, diagnostics: &[Diagnostic]) -> Option<Vec<String>> {
    let misspelt = |it: &Diagnostic| it.code == "fm-unknown-key";
    let has_sources = table.exists("/source");
    if !table.is_whole() || !has_sources && diagnostics.iter().any(misspelt) {
        return None;
    }
    (0..)
        .map(|at| format!("/source/{at}"))
        .take_while(|source| table.exists(source))
        .map(|source| table.string(&format!("{source}/id")).map(str::to_owned))
        .collect()
}
