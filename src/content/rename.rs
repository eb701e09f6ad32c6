//! A document under another id: its file, and all that is said of it elsewhere, in one step.

mod aliases;
mod changes;
mod mentions;

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::path::Path;

use super::collection::Collection;
use super::layout::Slot;
use super::named::well_formed;
use super::replace::{FileChange, write_all};
use super::source::Folder;
use super::{Diagnostic, Named, Reader, Refusal, Severity, View, assemble, broken, short};
use crate::site::{Address, Kind, is_id};
use aliases::{remembered, salary_redirects};
use changes::{changed, changes, counts, edits, left};
use mentions::{is_mentioned, mentions};

/// Another id for a document, with what must change for it. Nothing is written yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rename {
    /// The file that goes: `skills/sql.md`.
    pub from: String,
    /// The file that comes in its place.
    pub to: String,
    /// Every file that changes, in the order of their new names; the moved one is among them.
    pub changes: Vec<FileChange>,
    /// How many mentions of the document are rewritten, by the new names of the files.
    pub mentions: BTreeMap<String, usize>,
    /// Places that name the document where nobody reads a name, such as code: `file:line`.
    pub left: Vec<String>,
}

/// The two names of a document.
#[derive(Clone, Debug)]
struct Names {
    kind: Kind,
    old: String,
    new: String,
}

impl Names {
    fn file(&self, id: &str) -> String {
        format!("{}/{id}.md", self.kind.folder())
    }
}

/// A place in a file and what stands there afterwards.
type Edit = (Range<usize>, String);

impl Rename {
    /// Makes the change in a content folder: all of it, or nothing.
    ///
    /// # Errors
    ///
    /// If a file has changed since the rename was planned, or cannot be written. Then the folder is
    /// as it was, unless the error says otherwise.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        write_all(folder, &self.changes)
    }
}

impl Reader {
    /// What giving a document another id changes: the file's name, every typed link and field that
    /// names it, the paths that `redirects.toml` and the menus have of it, and its `aliases`, which
    /// keep its old path. `to` may be a bare id.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read. A [`Refusal`] if a name is not one of a document, the new one
    /// is taken, mistakes in the folder hide what is said of the document, or the result would have
    /// mistakes that are not there yet.
    pub fn rename(
        &self,
        folder: &Path,
        view: impl Into<View>,
        from: &Named,
        to: &Named,
    ) -> io::Result<Result<Rename, Refusal>> {
        let names = match names(from, to) {
            Ok(names) => names,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let mut before = Folder::read(folder)?;
        Ok(self.plan(&mut before, view.into(), &names))
    }

    fn plan(&self, folder: &mut Folder, view: View, names: &Names) -> Result<Rename, Refusal> {
        let untouched = folder.clone();
        let mut told = std::mem::take(&mut folder.diagnostics);
        let all = self.examine(folder, view, &mut told);
        allowed(&all, &told, names)?;
        let mut edits = edits(&mentions(self, &all, folder, names)?);
        let mentions = counts(&edits, names);
        remembered(&all, names, &mut edits)?;
        let redirects = match names.kind {
            Kind::Role => assemble::site(all, &broken(&told), self.handbook())
                .map(|site| salary_redirects(&site, names))
                .unwrap_or_default(),
            _ => String::new(),
        };
        let changes = changes(&untouched, &edits, &redirects, names);
        let rename = Rename {
            from: names.file(&names.old),
            to: names.file(&names.new),
            mentions,
            left: left(&untouched, &changes, names),
            changes,
        };
        self.prove(untouched, view, &told, &rename, names)?;
        Ok(rename)
    }

    /// That the folder has, after the change, no mistake that it had not before, and names the
    /// document nowhere by its old id.
    fn prove(
        &self,
        mut folder: Folder,
        view: View,
        before: &[Diagnostic],
        rename: &Rename,
        names: &Names,
    ) -> Result<(), Refusal> {
        changed(&mut folder, rename, names);
        let mut told = std::mem::take(&mut folder.diagnostics);
        let all = self.examine(&folder, view, &mut told);
        let mut known: Vec<_> = before.iter().map(|it| (it.code, &it.message)).collect();
        let new = told.iter().filter(|it| {
            let place = known
                .iter()
                .position(|known| *known == (it.code, &it.message));
            place.map(|place| known.swap_remove(place)).is_none()
        });
        let mut lines: Vec<String> = new
            .map(|it| {
                let source = folder.sources.iter().find(|source| source.file == it.file);
                short(it, source.map_or("", |source| &source.text), &it.file)
            })
            .collect();
        let stayed = all
            .references()
            .filter(|it| is_mentioned(&it.target, names));
        lines.extend(stayed.map(|it| format!("{}: this mention cannot be rewritten", it.file)));
        if lines.is_empty() {
            return Ok(());
        }
        lines.truncate(5);
        let message = format!("`{}` cannot become `{}`", rename.from, rename.to);
        Err(Refusal::new(message).help(format!("these would be wrong:\n{}", lines.join("\n"))))
    }
}

/// The kind and both ids.
fn names(from: &Named, to: &Named) -> Result<Names, Refusal> {
    let not = |what: &str| {
        Refusal::new(format!("{what} is not a document"))
            .help("name it by its file, `skills/sql.md`, or by its typed name, `skill:sql`")
    };
    let (kind, old) = document(from).ok_or_else(|| not("the first name"))?;
    let (other, new) = match to {
        Named::Unknown(id) if is_id(id) => (kind, id.clone()),
        to => document(to).ok_or_else(|| not("the second name"))?,
    };
    if kind != other {
        let (old_kind, new_kind) = (kind.word(), other.word());
        let message = format!("a {old_kind} cannot become a {new_kind}: their fields differ");
        return Err(Refusal::new(message).help(format!("make one with `new {new_kind} {new}`")));
    }
    well_formed(&new)?;
    match old == new {
        true => Err(Refusal::new(format!("`{old}` is its id already"))),
        false => Ok(Names { kind, old, new }),
    }
}

fn document(named: &Named) -> Option<(Kind, String)> {
    match named {
        Named::Document(kind, id) => Some((*kind, id.clone())),
        Named::Path(path) => match Address::parse(path)? {
            Address::Prose(id) => Some((Kind::Page, id)),
            _ => None,
        },
        Named::File(_) | Named::Unknown(_) => None,
    }
}

/// Whether the document is there, its new name is free, and nothing hides what is said of it.
fn allowed(all: &Collection, told: &[Diagnostic], names: &Names) -> Result<(), Refusal> {
    let Names { kind, old, new } = names;
    let taken = Slot::Document(*kind, new.clone());
    if all.document(*kind, new).is_some() || all.is_refused(&taken) {
        let message = format!("`{new}` is taken: there is a file `{}`", names.file(new));
        return Err(Refusal::new(message));
    }
    if all.document(*kind, old).is_none() {
        let ids = all.documents.iter().filter(|it| it.kind == *kind);
        let near = super::near::nearest(old, ids.map(|it| it.read.id));
        let refusal = Refusal::new(format!("there is no file `{}`", names.file(old)));
        return Err(match near {
            Some(near) => refusal.help(super::near::did_you_mean(&names.file(near))),
            None => refusal,
        });
    }
    let hiding = told.iter().filter(|it| hides(it));
    let mut files: Vec<&str> = hiding.map(|it| it.file.as_str()).collect();
    files.dedup();
    match files.is_empty() {
        true => Ok(()),
        false => {
            let message = format!("mistakes may hide what is said of `{}:{old}`", kind.word());
            let help = format!("mend these first: {}", files.join(", "));
            Err(Refusal::new(message).help(help))
        }
    }
}

/// Whether a mistake may keep a mention from being seen.
fn hides(diagnostic: &Diagnostic) -> bool {
    let codes = [
        "fm-syntax",
        "fm-unknown-key",
        "fm-type",
        "fm-missing-block",
        "fm-unclosed",
        "md-html",
        "md-field",
        "md-ref-link",
    ];
    let code = diagnostic.code;
    let of_file = code.starts_with("file-") && diagnostic.severity == Severity::Error;
    of_file || code.starts_with("block-") || codes.contains(&code)
}
