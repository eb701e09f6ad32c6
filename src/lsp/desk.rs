//! What lies on the desk: the texts that are open, and what the folder holds beside them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use gen_lsp_types as lsp;

use super::lines::Lines;
use super::root::Root;
use crate::content::{Known, Namespace, Reader, Spot, Survey, Texts, declared};

/// A text that is open in the editor's program.
pub struct Buffer {
    pub uri: lsp::Uri,
    pub version: i32,
    pub text: String,
}

pub struct Desk {
    reader: Arc<Reader>,
    pub root: Root,
    /// By file inside the content folder.
    pub buffers: BTreeMap<String, Buffer>,
    /// The folder as it was a moment ago; texts that are open may be newer.
    pub survey: Survey,
    /// Whether the editor's program understands `$0` in a text as the place to go on at.
    pub has_snippets: bool,
}

/// A place that is asked about.
pub struct Here<'a> {
    pub file: String,
    pub text: &'a str,
    pub spot: Option<Spot>,
}

impl Desk {
    pub fn new(reader: Arc<Reader>, root: Root, survey: Survey) -> Self {
        Desk {
            reader,
            root,
            buffers: BTreeMap::new(),
            survey,
            has_snippets: false,
        }
    }

    /// The texts that stand in for those on disk.
    pub fn unsaved(&self) -> Texts {
        let texts = self.buffers.iter();
        let texts = texts.map(|(file, buffer)| (file.clone(), buffer.text.clone()));
        texts.collect()
    }

    /// The newest text of a file of the folder.
    pub fn text(&self, file: &str) -> Option<&str> {
        let open = self.buffers.get(file).map(|buffer| &buffer.text);
        let text = open.or_else(|| self.survey.texts.get(file));
        text.map(String::as_str)
    }

    /// The file at an address, and its newest text.
    pub fn file(&self, uri: &lsp::Uri) -> Option<(String, &str)> {
        let file = self.root.file(uri)?;
        let text = self.text(&file)?;
        Some((file, text))
    }

    /// What stands at a place.
    pub fn here(&self, place: &lsp::TextDocumentPositionParams) -> Option<Here<'_>> {
        let (file, text) = self.file(&place.text_document.uri)?;
        let offset = Lines::of(text).offset(place.position);
        let spot = self.reader.spot(&file, text, offset);
        Some(Here { file, text, spot })
    }

    /// The address of a file, as the editor's program spells it.
    pub fn uri(&self, file: &str) -> lsp::Uri {
        let open = self.buffers.get(file);
        open.map_or_else(|| self.root.uri(file), |buffer| buffer.uri.clone())
    }

    /// All that can be named there: what a text that is open declares is known at once.
    pub fn known(&self, namespace: &Namespace) -> Vec<Known> {
        match namespace.file() {
            Some(file) => {
                let text = self.text(&file);
                text.map_or_else(Vec::new, |text| declared(namespace, &file, text))
            }
            None => self.survey.known(namespace),
        }
    }

    /// What a name stands for, if there is such a thing.
    pub fn find(&self, namespace: &Namespace, id: &str) -> Option<Known> {
        self.known(namespace).into_iter().find(|it| it.id == id)
    }

    /// Where a thing is declared.
    pub fn declared(&self, namespace: &Namespace, known: &Known) -> lsp::Location {
        let text = match namespace.file() {
            Some(file) => self.text(&file),
            None => self.survey.texts.get(&known.file).map(String::as_str),
        };
        let text = text.unwrap_or_default();
        lsp::Location {
            uri: self.uri(&known.file),
            range: Lines::of(text).range(&known.span),
        }
    }

    /// Places that the survey tells of, those of a file together.
    pub fn locations(&self, places: &[(&str, Range<usize>)]) -> Vec<lsp::Location> {
        let of_a_file = places.chunk_by(|one, other| one.0 == other.0);
        let located = of_a_file.flat_map(|places| {
            let file = places[0].0;
            let text = self.survey.texts.get(file);
            let lines = Lines::of(text.map_or("", String::as_str));
            let uri = self.uri(file);
            places.iter().map(move |(_, span)| lsp::Location {
                uri: uri.clone(),
                range: lines.range(span),
            })
        });
        located.collect()
    }

    /// Whether the survey has seen the text of a file as it is now.
    pub fn is_fresh(&self, file: &str) -> bool {
        let open = self.buffers.get(file);
        open.is_none_or(|buffer| self.survey.texts.get(file) == Some(&buffer.text))
    }
}
