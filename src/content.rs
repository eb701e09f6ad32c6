//! Files to a [`Site`], or a list of everything that is wrong with them.

mod assemble;
mod blocks;
mod checks;
mod codes;
mod collection;
mod create;
mod currency;
mod day;
mod diagnostic;
mod document;
mod draw;
mod editor_files;
mod encoding;
mod exceptions;
mod fields;
mod fix;
mod format;
mod front_matter;
mod guard;
mod handbook;
mod highlight;
mod last_good;
mod layout;
mod lines;
mod markdown;
mod memory;
mod named;
mod near;
mod overview;
mod pointer;
mod reference;
mod refusal;
mod rename;
mod replace;
mod schema;
mod source;
mod spot;
mod standing;
mod survey;
mod table;
mod values;
mod violation;
mod why;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use rayon::prelude::*;

pub use codes::{Code, code, codes};
pub use create::NewDocument;
pub use diagnostic::{Diagnostic, Fix, Severity};
pub use draw::{github, human, json, json_schema, position, short};
pub use editor_files::editor_files;
pub use fix::mended;
pub use format::Formatted;
pub use last_good::LastGood;
pub use markdown::HeadingPlace;
pub use named::{Named, kind_named};
pub use overview::Overview;
pub use reference::{Reference, Target};
pub use refusal::Refusal;
pub use rename::Rename;
pub use replace::FileChange;
pub use spot::{Expected, Field, Shape, Spot, headings};
pub use standing::Standing;
pub use survey::{Known, Namespace, Survey, Texts, declared};
pub use why::{Answer, Condition};

use crate::site::{Handbook, Site};
use collection::Collection;
use highlight::Highlighter;
use memory::Memory;
use schema::Schemas;
use source::Folder;

/// What became of a content folder.
pub struct Loaded {
    /// The guide made of all documents without errors; none if too little could be read to make one.
    pub site: Option<Site>,
    /// All that is wrong, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The number of files read.
    pub files: usize,
    /// What became of each document, in the order of the files.
    pub documents: Vec<Overview>,
    /// The texts of the files that diagnostics are about, for drawing them.
    pub texts: BTreeMap<String, String>,
}

impl Loaded {
    /// How many diagnostics are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        let of_severity = self.diagnostics.iter().filter(|d| d.severity == severity);
        of_severity.count()
    }
}

/// When a guide is shown, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct View {
    pub instant: Timestamp,
    /// Whether what is not public yet is shown too, as to an editor: drafts, what is in review, and
    /// what is not due.
    pub drafts: bool,
}

impl From<Timestamp> for View {
    /// What readers see at an instant.
    fn from(instant: Timestamp) -> Self {
        View {
            instant,
            drafts: false,
        }
    }
}

/// Reads a content folder as readers are to see it at `instant`.
///
/// The same files and the same instant give the same Site on every machine.
///
/// # Errors
///
/// Only if the folder itself cannot be read or is empty; what is wrong inside it is in the diagnostics.
pub fn load(folder: &Path, instant: Timestamp) -> io::Result<Loaded> {
    Reader::default().load(folder, instant)
}

/// What loads can share: schemas and grammars, which are dear to make and never change. Whoever
/// loads more than once keeps one.
#[derive(Default)]
pub struct Reader {
    schemas: Schemas,
    highlighter: Highlighter,
    handbook: OnceLock<Arc<Handbook>>,
    /// What the last load has made of each document, if the next one is to know.
    memory: Option<Memory>,
}

impl Reader {
    /// A reader for those who only ask what is wrong: code in its texts is not coloured.
    pub fn for_checks() -> Self {
        Reader {
            highlighter: Highlighter::plain(),
            ..Reader::default()
        }
    }

    /// The same for a folder that is edited: a load reads only what is not as it was at the one
    /// before, and comes to the same Site. Texts stay in memory meanwhile.
    pub fn remembering(self) -> Self {
        Reader {
            memory: Some(Memory::default()),
            ..self
        }
    }

    /// The same as [`load`], with what earlier loads have made.
    ///
    /// # Errors
    ///
    /// As [`load`].
    pub fn load(&self, folder: &Path, view: impl Into<View>) -> io::Result<Loaded> {
        let mut folder = Folder::read(folder)?;
        let (site, diagnostics, documents) = self.judge(&mut folder, view.into());
        Ok(loaded(folder, site, diagnostics, documents))
    }

    /// The same for whoever edits: a file with errors keeps, in the Site, the text it had when it
    /// last had none. The diagnostics are of the files as they are.
    ///
    /// # Errors
    ///
    /// As [`load`].
    pub fn reload(
        &self,
        folder: &Path,
        view: impl Into<View>,
        good: &mut LastGood,
    ) -> io::Result<Loaded> {
        let view = view.into();
        let mut folder = Folder::read(folder)?;
        let (mut site, diagnostics, documents) = self.judge(&mut folder, view);
        let broken = broken(&diagnostics);
        if let Some(mut mended) = good.mend(&folder, &broken) {
            site = self.judge(&mut mended, view).0.or(site);
        }
        good.keep(&folder, &broken);
        Ok(loaded(folder, site, diagnostics, documents))
    }

    /// All files read, and all that is wrong with them beside what is known already.
    fn examine<'a>(
        &self,
        folder: &'a Folder,
        view: View,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Collection<'a> {
        let all = Collection::read(self, folder, view, diagnostics);
        diagnostics.extend(checks::found(&all));
        exceptions::apply(&all, diagnostics);
        diagnostics.sort_by(Diagnostic::by_place);
        diagnostics.dedup();
        all
    }

    /// What editors can write, made once.
    fn handbook(&self) -> Arc<Handbook> {
        let made = || Arc::new(handbook::handbook(&self.schemas));
        self.handbook.get_or_init(made).clone()
    }

    /// The Site of all that is sound, and all that is wrong.
    fn judge(&self, folder: &mut Folder, view: View) -> Judged {
        let mut diagnostics = std::mem::take(&mut folder.diagnostics);
        let all = self.examine(folder, view, &mut diagnostics);
        let documents = all.documents.par_iter().map(|it| Overview::new(it, view));
        let documents = documents.collect();
        let site = assemble::site(all, &broken(&diagnostics), self.handbook());
        (site, diagnostics, documents)
    }
}

type Judged = (Option<Site>, Vec<Diagnostic>, Vec<Overview>);

/// The files with errors.
fn broken(diagnostics: &[Diagnostic]) -> HashSet<&str> {
    let errors = diagnostics.iter();
    let errors = errors.filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|diagnostic| diagnostic.file.as_str()).collect()
}

fn loaded(
    mut folder: Folder,
    site: Option<Site>,
    diagnostics: Vec<Diagnostic>,
    documents: Vec<Overview>,
) -> Loaded {
    Loaded {
        site,
        texts: texts(&mut folder, &diagnostics),
        files: folder.files,
        documents,
        diagnostics,
    }
}

/// The texts of the files that something is wrong with.
fn texts(folder: &mut Folder, diagnostics: &[Diagnostic]) -> BTreeMap<String, String> {
    let named: BTreeSet<&str> = diagnostics.iter().map(|d| d.file.as_str()).collect();
    let mut texts = std::mem::take(&mut folder.refused_texts);
    let sources = std::mem::take(&mut folder.sources);
    texts.extend(
        sources
            .into_iter()
            .filter(|source| named.contains(source.file.as_str()))
            .map(|source| (source.file, source.text)),
    );
    texts
}
