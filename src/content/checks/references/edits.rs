//! Edits of references: another name in place of one that nothing has.

use super::Resolver;
use crate::content::near::{only_name, only_word};
use crate::content::{Fix, Reference, Target};
use crate::site::Kind;

impl Resolver<'_> {
    /// The name that a misspelt one can only be, in its place.
    pub(super) fn respelt<'b>(
        &self,
        reference: &Reference,
        old: &str,
        names: impl Iterator<Item = &'b str> + Clone,
    ) -> Option<Fix> {
        self.renamed(reference, old, only_name(old, names)?)
    }

    /// Another name in place of the one that is written.
    pub(super) fn renamed(&self, reference: &Reference, old: &str, new: &str) -> Option<Fix> {
        let text = self.texts.get(&*reference.file)?;
        let written = text.get(reference.span.clone())?;
        match &reference.target {
            Target::Document { kind, .. } if self.is_link(reference) => {
                let name = |id: &str| format!("{kind}:{id}");
                Fix::inside(text, &reference.span, &name(old), &name(new))
            }
            Target::Figure { .. } | Target::Asset(_) if written == old => {
                Fix::inside(text, &reference.span, old, new)
            }
            _ => Fix::string(text, &reference.span, old, new),
        }
    }

    /// A typed link with another kind.
    pub(super) fn other_kind(&self, reference: &Reference, old: &str) -> Option<Fix> {
        let kind = only_word(old, Kind::ALL.map(Kind::word))?;
        self.instead(reference, &format!("{old}:"), &format!("{kind}:"))
    }

    /// A part of what is written replaced.
    pub(super) fn instead(&self, reference: &Reference, old: &str, new: &str) -> Option<Fix> {
        let text = self.texts.get(&*reference.file)?;
        Fix::inside(text, &reference.span, old, new)
    }
}

/// The file in which what is mentioned is looked for.
pub(super) fn file_of(target: &Target) -> Option<String> {
    Some(match target {
        Target::Document { kind, id, .. } if kind == "usage" => format!("usage/{id}.toml"),
        Target::Document { kind, id, .. } => {
            format!("{}/{id}.md", Kind::from_word(kind)?.folder())
        }
        Target::Vocabulary { list, .. } => format!("vocabulary/{list}.toml"),
        Target::Figure { usage, .. } => format!("usage/{usage}.toml"),
        Target::Asset(path) => format!("assets/{path}"),
    })
}
