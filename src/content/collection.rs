//! All files of a content folder, read.

mod item;

use std::collections::{BTreeSet, HashMap};

use jiff::{civil::Date, tz::TimeZone};
use rayon::prelude::*;

use super::document::{Opened, Read, ReadDocument, open};
use super::guard::guarded;
use super::layout::Slot;
use super::markdown::{Name, Names};
use super::memory::{Changed, Kept, Memory, Recent};
use super::source::{Folder, Source};
use super::{Diagnostic, Reader, Reference, View};
use crate::site::{Config, Edition, Kind, RedirectsFile, Usage, Vocabulary, VocabularyList};
use item::{Item, item};

/// Everything in a content folder. Files are in the order of their paths.
pub struct Collection<'a> {
    /// When the guide is shown, and to whom.
    pub view: View,
    pub documents: Vec<ReadDocument<'a>>,
    pub editions: Vec<Read<'a, Edition>>,
    pub usage: Vec<Read<'a, Usage>>,
    pub vocabulary: Vec<Read<'a, VocabularyList>>,
    pub config: Option<Read<'a, Config>>,
    pub redirects: Option<Read<'a, RedirectsFile>>,
    /// Paths inside `assets/`.
    pub assets: &'a BTreeSet<String>,
    /// What files that cannot be read at all would have been.
    refused: BTreeSet<Slot>,
    /// Folders whose files nobody knows.
    unread: &'a BTreeSet<String>,
    index: HashMap<(Kind, &'a str), usize>,
}

impl<'a> Collection<'a> {
    /// Reads all files of a folder: first the titles, which texts mention, then everything.
    pub fn read(
        reader: &Reader,
        folder: &'a Folder,
        view: View,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Collection<'a> {
        let mut all = Collection {
            view,
            documents: Vec::new(),
            editions: Vec::new(),
            usage: Vec::new(),
            vocabulary: Vec::new(),
            config: None,
            redirects: None,
            assets: &folder.assets,
            refused: folder.refused.clone(),
            unread: &folder.unread,
            index: HashMap::new(),
        };
        let recent = reader
            .memory
            .as_ref()
            .map_or_else(Recent::default, Memory::take);
        let opened = all.open(folder, &recent, diagnostics);
        let names = all.names(reader, folder, &opened);
        let read: Vec<_> = {
            let changed = Changed::between(&recent.names, &names);
            let opened = opened.into_par_iter();
            let read = opened.map(|mut opened| {
                opened.kept.take_if(|kept| kept.is_changed(&changed));
                (&opened.source.slot, item(opened, &names, &reader.schemas))
            });
            read.collect()
        };
        let mut sound = HashMap::new();
        for (slot, (item, told)) in read {
            if let (Some(_), Some(Item::Document(document)), []) = (&reader.memory, &item, &*told) {
                let kept = Kept::of(document);
                sound.extend(kept.map(|kept| (document.read.file.to_owned(), kept)));
            }
            diagnostics.extend(told);
            all.keep(slot, item);
        }
        if let Some(memory) = &reader.memory {
            memory.leave(Recent {
                names,
                documents: sound,
            });
        }
        all.index = index(&all.documents);
        diagnostics.extend(all.missing_files());
        all
    }

    /// Parses the TOML of all files that are not as they were.
    fn open(
        &mut self,
        folder: &'a Folder,
        recent: &Recent,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Opened<'a>> {
        let open = |source: &'a Source| match recent.same(source) {
            Some(kept) => Ok(kept.open(source)),
            None => guarded(&source.file, || open(source)).flatten(),
        };
        let results: Vec<_> = folder.sources.par_iter().map(open).collect();
        let mut opened = Vec::new();
        for (source, result) in folder.sources.iter().zip(results) {
            match result {
                Ok(file) => opened.push(file),
                Err(diagnostic) => {
                    diagnostics.push(*diagnostic);
                    self.refused.insert(source.slot.clone());
                }
            }
        }
        opened
    }

    fn keep(&mut self, slot: &Slot, item: Option<Item<'a>>) {
        match item {
            Some(Item::Document(document)) => self.documents.push(*document),
            Some(Item::Edition(edition)) => self.editions.push(edition),
            Some(Item::Usage(usage)) => self.usage.push(usage),
            Some(Item::Vocabulary(list)) => self.vocabulary.push(list),
            Some(Item::Config(config)) => self.config = Some(*config),
            Some(Item::Redirects(redirects)) => self.redirects = Some(redirects),
            Some(Item::Snippet) => {}
            None => {
                self.refused.insert(slot.clone());
            }
        }
    }

    /// How the documents are called, for the texts that mention them.
    fn names(&self, reader: &Reader, folder: &Folder, opened: &[Opened]) -> Names {
        let mut names = Names {
            highlighter: reader.highlighter.clone(),
            images: folder.images.clone(),
            unread_snippets: folder.unread.contains("snippets"),
            ..Names::default()
        };
        for opened in opened {
            let (word, id) = match &opened.source.slot {
                Slot::Config => {
                    let address = opened.table.string("/address");
                    names.address = address.unwrap_or_default().to_owned();
                    continue;
                }
                Slot::Document(kind, id) => (kind.word(), id),
                Slot::Usage(id) => ("usage", id),
                _ => continue,
            };
            let name = match &opened.kept {
                Some(kept) => kept.name.clone(),
                None => Name::of(&opened.table),
            };
            names.documents.insert((word.to_owned(), id.clone()), name);
        }
        for source in &folder.sources {
            if let Slot::Snippet(name) = &source.slot {
                names.snippets.insert(name.clone(), source.text.clone());
            }
        }
        // A snippet that cannot be read has its own message: those who include it have none.
        for slot in &self.refused {
            if let Slot::Snippet(name) = slot {
                names.snippets.insert(name.clone(), String::new());
            }
        }
        names
    }

    /// The files without which there is no guide.
    fn missing_files(&self) -> Vec<Diagnostic> {
        let lists = Vocabulary::LISTS.into_iter().filter_map(|list| {
            let missing = self.vocabulary.iter().all(|read| read.id != list)
                && !self.is_refused(&Slot::Vocabulary(list.to_owned()));
            missing.then(|| format!("vocabulary/{list}.toml"))
        });
        let config = (self.config.is_none() && !self.is_refused(&Slot::Config))
            .then(|| "site.toml".to_owned());
        config
            .into_iter()
            .chain(lists)
            .map(|file| {
                let message = format!("`{file}` is missing");
                Diagnostic::error("file-missing", &file, None, message)
                    .label("a guide cannot do without it")
            })
            .collect()
    }

    /// The day of the load, in UTC.
    pub fn today(&self) -> Date {
        self.view.instant.to_zoned(TimeZone::UTC).date()
    }

    /// The document of this kind and id.
    pub fn document(&self, kind: Kind, id: &str) -> Option<&ReadDocument<'a>> {
        self.index
            .get(&(kind, id))
            .map(|place| &self.documents[*place])
    }

    /// Whether there is such a file, but it cannot be read at all.
    pub fn is_refused(&self, slot: &Slot) -> bool {
        self.refused.contains(slot) || self.unread.contains(slot.folder())
    }

    /// Whether there are documents that cannot be read at all.
    pub fn has_refused_documents(&self) -> bool {
        self.refused
            .iter()
            .any(|slot| matches!(slot, Slot::Document(..)))
            || self
                .unread
                .iter()
                .any(|folder| Kind::from_folder(folder).is_some())
    }

    /// Whether there are files of pay figures that cannot be read at all.
    pub fn has_refused_figures(&self) -> bool {
        self.refused
            .iter()
            .any(|slot| matches!(slot, Slot::Salary(_)))
            || self.unread.contains("salaries")
    }

    /// What all files say of others.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.documents
            .iter()
            .flat_map(|document| document.read.references.iter())
            .chain(self.editions.iter().flat_map(|read| read.references.iter()))
            .chain(self.usage.iter().flat_map(|read| read.references.iter()))
    }
}

fn index<'a>(documents: &[ReadDocument<'a>]) -> HashMap<(Kind, &'a str), usize> {
    documents
        .iter()
        .enumerate()
        .map(|(place, document)| ((document.kind, document.read.id), place))
        .collect()
}
