//! What nothing mentions: documents, `orphan`, files in `assets/`, `asset-unused`, and works that a
//! page lists but does not cite, `md-footnote-unused`.

use std::collections::HashSet;

use crate::content::collection::Collection;
use crate::content::document::ReadDocument;
use crate::content::layout::Slot;
use crate::content::standing::State;
use crate::content::{Diagnostic, Target};
use crate::site::{Kind, Status, bare};

/// Kinds whose documents no other need name: a page of prose stands in a menu, adverts in their index,
/// an author at the foot of what they wrote, and a resource at the skills that it teaches.
const UNNAMED: [Kind; 4] = [Kind::Author, Kind::Page, Kind::Job, Kind::Learning];

/// All checks of mentions.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    for document in &all.documents {
        uncited(document, found);
    }
    // What cannot be read may mention anything.
    let unread = |document: &ReadDocument| document.is_cut || document.meta().is_none();
    if all.has_refused_documents() || all.documents.iter().any(unread) {
        return;
    }
    orphans(all, found);
    unused_assets(all, found);
}

fn orphans(all: &Collection, found: &mut Vec<Diagnostic>) {
    let mut named: HashSet<(Kind, &str)> = HashSet::new();
    for document in &all.documents {
        let own = (document.kind, document.read.id);
        for reference in document.read.references.iter() {
            if let Target::Document { kind, id, .. } = &reference.target
                && let Some(kind) = Kind::from_word(kind)
                && (kind, id.as_str()) != own
            {
                named.insert((kind, id));
            }
        }
    }
    for document in &all.documents {
        let (kind, id) = (document.kind, document.read.id);
        let is_seen = document
            .meta()
            .is_some_and(|meta| meta.status == Status::Published)
            && matches!(document.state(all.view), State::Visible);
        if UNNAMED.contains(&kind) || !is_seen || named.contains(&(kind, id)) {
            continue;
        }
        let span = document.read.table.value("/title");
        let message = format!("no other document names `{}:{id}`", kind.word());
        let warning = Diagnostic::error("orphan", document.read.file, span, message).warning();
        found.push(warning.label("link to it from where its question comes up"));
    }
}

fn unused_assets(all: &Collection, found: &mut Vec<Diagnostic>) {
    let named = all.references().filter_map(|it| match &it.target {
        Target::Asset(path) => Some(path.as_str()),
        _ => None,
    });
    let unread = all
        .redirects
        .as_ref()
        .is_some_and(|read| read.value.is_none());
    if unread || all.is_refused(&Slot::Redirects) {
        return;
    }
    let redirects = all.redirects.iter().filter_map(|read| read.value.as_ref());
    let redirects = redirects.flat_map(|file| &file.redirects);
    let targets = redirects.filter_map(|it| bare(&it.to).strip_prefix("/assets/"));
    let named: HashSet<&str> = named.chain(targets).collect();
    for asset in all.assets {
        if !named.contains(asset.as_str()) {
            let message = format!("nothing shows `{asset}`");
            let file = format!("assets/{asset}");
            let warning = Diagnostic::error("asset-unused", &file, None, message).warning();
            found.push(warning.label("show it on a page, or take the file out"));
        }
    }
}

/// Works of the front matter that the text does not cite. A draft may still come to it.
fn uncited(document: &ReadDocument, found: &mut Vec<Diagnostic>) {
    let Some(meta) = document.meta() else {
        return;
    };
    if meta.status == Status::Draft || document.is_cut {
        return;
    }
    for (place, source) in meta.sources.iter().enumerate() {
        if document.cited.contains(&source.id) {
            continue;
        }
        let span = document.read.table.value(&format!("/source/{place}/id"));
        let message = format!("the text does not cite the source `{}`", source.id);
        let warning = Diagnostic::error("md-footnote-unused", document.read.file, span, message);
        let label = format!("write `[^{}]` after what rests on it", source.id);
        found.push(warning.warning().label(label));
    }
}
