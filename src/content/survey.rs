//! What a content folder holds, for whoever writes in it: all that has a name, and who names it.

mod name;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;
use std::path::Path;

use super::collection::Collection;
use super::document::Read;
use super::front_matter::split;
use super::layout::Slot;
use super::source::Folder;
use super::table::Table;
use super::{Diagnostic, Reader, View, headings};
use crate::site::Kind;
use name::Mention;
pub use name::Namespace;

/// Texts by file inside the content folder, `skills/sql.md`: those that editors have not saved yet.
pub type Texts = BTreeMap<String, String>;

/// What a content folder holds.
#[derive(Default)]
pub struct Survey {
    /// All that is wrong, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The text of each file as it was read; places are offsets in these.
    pub texts: Texts,
    known: BTreeMap<Namespace, Vec<Known>>,
    mentions: Vec<Mention>,
}

/// Something that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// `sql`
    pub id: String,
    /// What a reader sees in its place: `SQL`.
    pub title: String,
    /// What it is, in a sentence; may be empty.
    pub summary: String,
    /// The file that declares it.
    pub file: String,
    /// Where, in bytes of that file.
    pub span: Range<usize>,
}

impl Reader {
    /// Reads a folder for whoever writes in it. `unsaved` stands in for what is on disk, and may hold
    /// files that are not there yet.
    ///
    /// # Errors
    ///
    /// As [`super::load`].
    pub fn survey(
        &self,
        folder: &Path,
        view: impl Into<View>,
        unsaved: &Texts,
    ) -> io::Result<Survey> {
        let mut folder = Folder::with_unsaved(folder, unsaved)?;
        let mut diagnostics = std::mem::take(&mut folder.diagnostics);
        let all = self.examine(&folder, view.into(), &mut diagnostics);
        let mut survey = Survey {
            diagnostics,
            mentions: all.references().map(Mention::of).collect(),
            ..Survey::default()
        };
        survey.enter(&all);
        survey.enter_files(&folder);
        drop(all);
        survey.texts = std::mem::take(&mut folder.refused_texts);
        let sources = folder.sources.into_iter();
        survey.texts.extend(sources.map(|it| (it.file, it.text)));
        Ok(survey)
    }
}

impl Survey {
    /// All that can be named there, in the order of the folder.
    pub fn known(&self, namespace: &Namespace) -> Vec<Known> {
        match namespace.file() {
            Some(file) => {
                let text = self.texts.get(&file);
                text.map_or_else(Vec::new, |text| declared(namespace, &file, text))
            }
            None => self.known.get(namespace).cloned().unwrap_or_default(),
        }
    }

    /// What a name stands for, if there is such a thing.
    pub fn find(&self, namespace: &Namespace, id: &str) -> Option<Known> {
        self.known(namespace).into_iter().find(|it| it.id == id)
    }

    /// Where a thing is named, as file and bytes of it, beside the place that declares it.
    pub fn mentions(&self, namespace: &Namespace, id: &str) -> Vec<(&str, Range<usize>)> {
        if let Namespace::Sources(file) = namespace {
            return self.cited(file, id);
        }
        let is_meant = |it: &&Mention| match namespace {
            Namespace::Places(word, document) => {
                let is_document = *word == it.namespace.word() && *document == it.id;
                is_document && it.anchor.as_deref() == Some(id)
            }
            _ => it.namespace == *namespace && it.id == id,
        };
        let mentions = self.mentions.iter().filter(is_meant);
        let places: BTreeSet<_> = mentions
            .map(|it| (it.file.as_str(), it.span.start, it.span.end))
            .collect();
        let place = |(file, start, end)| (file, start..end);
        places.into_iter().map(place).collect()
    }

    fn cited(&self, file: &str, id: &str) -> Vec<(&str, Range<usize>)> {
        let Some((file, text)) = self.texts.get_key_value(file) else {
            return Vec::new();
        };
        let written = format!("[^{id}]");
        let places = text.match_indices(&written);
        places
            .map(|(at, written)| (file.as_str(), at..at + written.len()))
            .collect()
    }

    fn enter(&mut self, all: &Collection) {
        for document in &all.documents {
            let read = &document.read;
            self.enter_titled(document.kind.word(), read);
        }
        for read in &all.usage {
            self.enter_titled("usage", read);
            let figures = listed(&read.table, read.file, "figures", "label", "note");
            let namespace = Namespace::Figures(read.id.to_owned());
            self.known.insert(namespace, figures);
        }
        for read in &all.vocabulary {
            let entries = listed(&read.table, read.file, "entry", "title", "summary");
            let namespace = Namespace::Vocabulary(read.id.to_owned());
            self.known.insert(namespace, entries);
        }
    }

    fn enter_titled<T>(&mut self, word: &str, read: &Read<T>) {
        let text = |pointer| read.table.string(pointer).unwrap_or_default().to_owned();
        let namespace = Namespace::Documents(word.to_owned());
        self.known.entry(namespace).or_default().push(Known {
            id: read.id.to_owned(),
            title: text("/title"),
            summary: match word {
                "usage" => text("/measures"),
                _ => text("/summary"),
            },
            file: read.file.to_owned(),
            span: read.table.value("/title"),
        });
    }

    fn enter_files(&mut self, folder: &Folder) {
        let snippets = folder.sources.iter().filter_map(|source| {
            let Slot::Snippet(name) = &source.slot else {
                return None;
            };
            Some(Known {
                id: name.clone(),
                title: name.clone(),
                summary: source.text.trim().chars().take(300).collect(),
                file: source.file.clone(),
                span: 0..0,
            })
        });
        self.known.insert(Namespace::Snippets, snippets.collect());
        let assets = folder.assets.iter().map(|asset| Known {
            id: asset.clone(),
            title: asset.clone(),
            summary: String::new(),
            file: format!("assets/{asset}"),
            span: 0..0,
        });
        self.known.insert(Namespace::Assets, assets.collect());
    }
}

/// What a text declares that only it can: the places in a document, the works that a file cites.
pub fn declared(namespace: &Namespace, file: &str, text: &str) -> Vec<Known> {
    match namespace {
        Namespace::Places(word, _) => places(word, file, text),
        Namespace::Sources(_) => sources(file, text),
        _ => Vec::new(),
    }
}

fn places(word: &str, file: &str, text: &str) -> Vec<Known> {
    let place = |id: String, title: String, summary: &str, span| Known {
        id,
        title,
        summary: summary.to_owned(),
        file: file.to_owned(),
        span,
    };
    let written = headings(file, text).into_iter();
    let mut places: Vec<Known> = written
        .filter_map(|it| Some(place(it.anchor?, it.title, "", it.span)))
        .collect();
    for section in Kind::from_word(word).into_iter().flat_map(Kind::outline) {
        if places.iter().all(|place| place.id != section.id) {
            let (id, title) = (section.id.to_owned(), section.title.to_owned());
            places.push(place(
                id,
                title,
                "The page draws this section itself.",
                0..0,
            ));
        }
    }
    places
}

fn sources(file: &str, text: &str) -> Vec<Known> {
    let Ok(cut) = split(file, text) else {
        return Vec::new();
    };
    let table = Table::parse(text, cut.front);
    listed(&table, file, "source", "title", "publisher")
}

/// The tables of a list that have an id.
fn listed(table: &Table, file: &str, list: &str, title: &str, summary: &str) -> Vec<Known> {
    let entries = (0..).map(|at| format!("/{list}/{at}"));
    let entries = entries.take_while(|entry| table.exists(entry));
    entries
        .filter_map(|entry| {
            let text = |field: &str| table.string(&format!("{entry}/{field}"));
            Some(Known {
                id: text("id")?.to_owned(),
                title: text(title).unwrap_or_default().to_owned(),
                summary: text(summary).unwrap_or_default().to_owned(),
                file: file.to_owned(),
                span: table.value(&format!("{entry}/id")),
            })
        })
        .collect()
}
