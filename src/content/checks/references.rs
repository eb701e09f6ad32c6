//! Names of other files: `ref-unknown`, `ref-case`, `ref-draft`, `ref-archived`, `link-anchor`,
//! `link-redirected`, `img-missing`.

mod edits;
mod unknown;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::content::collection::Collection;
use crate::content::document::ReadDocument;
use crate::content::layout::Slot;
use crate::content::near::{did_you_mean, nearest};
use crate::content::standing::{State, is_public};
use crate::content::{Diagnostic, Reference, Target};
use crate::site::{Kind, Status};
use edits::file_of;

/// Resolves all references.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    let resolver = Resolver::new(all);
    let references: Vec<&Reference> = all.references().collect();
    let references = references.into_par_iter();
    found.par_extend(references.filter_map(|it| resolver.resolve(it)));
}

struct Resolver<'a> {
    all: &'a Collection<'a>,
    /// Files by name, for the texts around references.
    texts: HashMap<&'a str, &'a str>,
    /// Old paths and the documents that have them as aliases.
    aliases: HashMap<&'a str, &'a ReadDocument<'a>>,
    /// Files that readers do not see, whose references to drafts do no harm.
    hidden: HashMap<&'a str, bool>,
}

impl<'a> Resolver<'a> {
    fn new(all: &'a Collection<'a>) -> Self {
        let documents = all.documents.iter();
        let data = all.editions.iter().map(|read| (read.file, read.text));
        let data = data.chain(all.usage.iter().map(|read| (read.file, read.text)));
        Resolver {
            all,
            texts: documents
                .clone()
                .map(|document| (document.read.file, document.read.text))
                .chain(data)
                .collect(),
            aliases: documents
                .clone()
                .flat_map(|document| document.aliases().map(move |(old, _)| (old, document)))
                .collect(),
            hidden: documents
                .filter_map(|document| {
                    let hidden = !is_public(document.meta()?.status);
                    Some((document.read.file, hidden))
                })
                .collect(),
        }
    }

    fn resolve(&self, reference: &Reference) -> Option<Diagnostic> {
        match &reference.target {
            // Fields name files of figures; there is no page to link to.
            Target::Document { kind, id, .. } if kind == "usage" => match self.is_link(reference) {
                true => Some(self.unknown_kind(reference, kind)),
                false => self.usage(reference, id),
            },
            Target::Document { kind, id, anchor } => match Kind::from_word(kind) {
                Some(kind) => self.document(reference, kind, id, anchor.as_deref()),
                None => Some(self.unknown_kind(reference, kind)),
            },
            Target::Vocabulary { list, id } => self.vocabulary(reference, list, id),
            Target::Figure { usage, figure } => self.figure(reference, usage, figure),
            Target::Asset(path) => self.asset(reference, path),
        }
    }

    /// Whether a typed link mentions the document, `skill:sql`, and not a field, `"sql"`.
    fn is_link(&self, reference: &Reference) -> bool {
        let Target::Document { kind, .. } = &reference.target else {
            return false;
        };
        let text = self.texts.get(&*reference.file);
        let written = text.and_then(|text| text.get(reference.span.clone()));
        written.is_some_and(|written| written.contains(&format!("{kind}:")))
    }

    fn document(
        &self,
        reference: &Reference,
        kind: Kind,
        id: &str,
        anchor: Option<&str>,
    ) -> Option<Diagnostic> {
        let word = kind.word();
        let Some(document) = self.all.document(kind, id) else {
            if self.all.is_refused(&Slot::Document(kind, id.to_owned())) {
                return None;
            }
            return Some(self.unknown_document(reference, kind, id));
        };
        // A document that cannot be read has its own message.
        let meta = document.meta()?;
        let hidden = self.hidden.get(&*reference.file).copied().unwrap_or(false);
        let name = || format!("{word}:{id}");
        match document.state(self.all.view) {
            State::Hidden(_) if hidden => None,
            State::Hidden(why) => {
                let message = format!("`{}` {why}", name());
                Some(error("ref-draft", reference, message).label("readers cannot see this page"))
            }
            State::Expired => {
                let message = format!("`{}` has expired", name());
                let diagnostic = error("ref-archived", reference, message).warning();
                Some(diagnostic.label("readers cannot see this page any more"))
            }
            State::Visible => anchor
                .and_then(|anchor| self.unknown_anchor(reference, document, anchor))
                .or_else(|| {
                    // Figures stay figures of an archived page.
                    let text = reference.file.ends_with(".md");
                    (text && meta.status == Status::Archived).then(|| {
                        let message = format!("`{}` is archived", name());
                        let diagnostic = error("ref-archived", reference, message).warning();
                        diagnostic.label("kept for old links, no longer looked after")
                    })
                }),
        }
    }

    fn unknown_document(&self, reference: &Reference, kind: Kind, id: &str) -> Diagnostic {
        let word = kind.word();
        if let Some(document) = self.aliases.get(kind.path(id).as_str()) {
            return self.moved(reference, kind, id, document);
        }
        let ids = || {
            let same = self.all.documents.iter().filter(|other| other.kind == kind);
            same.map(|other| other.read.id)
        };
        if let Some(same) = ids().find(|other| slug::slugify(id) == *other) {
            let message = format!("the {word} `{id}` is written `{same}`");
            return error("ref-case", reference, message)
                .label("ids are lower case letters, digits and hyphens")
                .help(did_you_mean(same))
                .fix(self.renamed(reference, id, same));
        }
        let message = format!("there is no {word} `{id}`");
        let diagnostic = error("ref-unknown", reference, message)
            .label(format!("no file `{}/{id}.md`", kind.folder()))
            .fix(self.respelt(reference, id, ids()));
        let same = self.all.documents.iter().find(|other| other.read.id == id);
        match (nearest(id, ids()), same) {
            (None, Some(same)) if self.is_link(reference) => {
                let word = same.kind.word();
                diagnostic.help(did_you_mean(&format!("{word}:{id}")))
            }
            (near, _) => propose(diagnostic, near),
        }
    }

    /// A document that has a new id. Links still arrive; fields would find nothing.
    fn moved(
        &self,
        reference: &Reference,
        kind: Kind,
        id: &str,
        document: &ReadDocument,
    ) -> Diagnostic {
        let (word, new) = (kind.word(), document.read.id);
        let label = "an old path of that page";
        if self.is_link(reference) {
            let message = format!(
                "`{word}:{id}` has moved to `{}:{new}`",
                document.kind.word()
            );
            let (old, new) = (
                format!("{word}:{id}"),
                format!("{}:{new}", document.kind.word()),
            );
            return error("link-redirected", reference, message)
                .warning()
                .label(label)
                .help(did_you_mean(&new))
                .fix(self.instead(reference, &old, &new));
        }
        let message = format!("there is no {word} `{id}` any more");
        error("ref-unknown", reference, message)
            .label(label)
            .help(did_you_mean(new))
    }

    fn usage(&self, reference: &Reference, id: &str) -> Option<Diagnostic> {
        let Some(read) = self.all.usage.iter().find(|usage| usage.id == id) else {
            if self.all.is_refused(&Slot::Usage(id.to_owned())) {
                return None;
            }
            let diagnostic = error(
                "ref-unknown",
                reference,
                format!("there is no file of figures `{id}`"),
            )
            .label(format!("no file `usage/{id}.toml`"));
            let ids = self.all.usage.iter().map(|usage| usage.id);
            let diagnostic = diagnostic.fix(self.respelt(reference, id, ids.clone()));
            return Some(propose(diagnostic, nearest(id, ids)));
        };
        let usage = read.value.as_ref()?;
        let hidden = self.hidden.get(&*reference.file).copied().unwrap_or(false);
        (usage.status != Status::Published && !hidden).then(|| {
            let message = format!("the figures `{id}` are not published");
            error("ref-draft", reference, message).label("readers cannot see these figures")
        })
    }

    fn figure(&self, reference: &Reference, usage: &str, figure: &str) -> Option<Diagnostic> {
        let read = self.all.usage.iter().find(|read| read.id == usage)?;
        let ids = || {
            let figures = read.value.iter().flat_map(|usage| &usage.figures);
            figures.map(|figure| figure.id.as_str())
        };
        if read.value.is_none() || ids().any(|id| id == figure) {
            return None;
        }
        let message = format!("there is no figure `{figure}` in `usage/{usage}.toml`");
        let fix = self.respelt(reference, figure, ids());
        let diagnostic = error("ref-unknown", reference, message).fix(fix);
        Some(propose(diagnostic, nearest(figure, ids())))
    }

    fn vocabulary(&self, reference: &Reference, list: &str, id: &str) -> Option<Diagnostic> {
        let read = self.all.vocabulary.iter().find(|read| read.id == list)?;
        let entries = &read.value.as_ref()?.entries;
        let ids = || entries.iter().map(|entry| entry.id.as_str());
        if ids().any(|other| other == id) {
            return None;
        }
        if let Some(same) = ids().find(|other| slug::slugify(id) == *other) {
            let message = format!("`{id}` is written `{same}`");
            let fix = self.renamed(reference, id, same);
            return Some(
                error("ref-case", reference, message)
                    .help(did_you_mean(same))
                    .fix(fix),
            );
        }
        let message = format!("`{id}` is not in `vocabulary/{list}.toml`");
        let fix = self.respelt(reference, id, ids());
        let diagnostic = error("ref-unknown", reference, message).fix(fix);
        let few = ids().count() <= 12;
        let diagnostic = match few {
            true => diagnostic.label(format!("one of: {}", ids().collect::<Vec<_>>().join(", "))),
            false => diagnostic.label("not an entry of this list"),
        };
        Some(propose(diagnostic, nearest(id, ids())))
    }

    fn asset(&self, reference: &Reference, path: &str) -> Option<Diagnostic> {
        let refused = self.all.is_refused(&Slot::Asset(path.to_owned()));
        if refused || self.all.assets.contains(path) {
            return None;
        }
        let message = format!("there is no picture `{path}`");
        let diagnostic =
            error("img-missing", reference, message).label(format!("no file `assets/{path}`"));
        let names = self.all.assets.iter().map(String::as_str);
        let diagnostic = diagnostic.fix(self.respelt(reference, path, names.clone()));
        Some(propose(diagnostic, nearest(path, names)))
    }
}

fn error(code: &'static str, reference: &Reference, message: String) -> Diagnostic {
    let error = Diagnostic::error(code, &reference.file, reference.span.clone(), message);
    match file_of(&reference.target) {
        Some(file) => error.about(file),
        None => error,
    }
}

fn propose(diagnostic: Diagnostic, near: Option<&str>) -> Diagnostic {
    match near {
        Some(near) => diagnostic.help(did_you_mean(near)),
        None => diagnostic,
    }
}
