//! Every place that names a document.

use std::ops::Range;

use super::Names;
use crate::content::collection::Collection;
use crate::content::fields::Place;
use crate::content::layout::Slot;
use crate::content::lines::line_of;
use crate::content::source::{Folder, Source};
use crate::content::table::Table;
use crate::content::{Reader, Reference, Refusal, Target, markdown};
use crate::site::{Address, bare};

/// A place that names the document, and what stands there afterwards.
pub struct Mention {
    pub file: String,
    pub span: Range<usize>,
    pub after: String,
}

/// All places that name the document: links and fields, snippets, and paths in redirects and menus.
pub fn mentions(
    reader: &Reader,
    all: &Collection,
    folder: &Folder,
    names: &Names,
) -> Result<Vec<Mention>, Refusal> {
    let mut mentions = Vec::new();
    for reference in all.references() {
        mentions.extend(mention(folder, reference, names)?);
    }
    for source in &folder.sources {
        if let Slot::Snippet(_) = source.slot {
            let known = markdown::Names {
                highlighter: reader.highlighter.clone(),
                ..markdown::Names::default()
            };
            let place = Place {
                file: &source.file,
                text: &source.text,
                names: &known,
                schemas: &reader.schemas,
            };
            // What is wrong with a snippet is told where it is included.
            let rendered = markdown::body(place, 0..source.text.len(), &[]);
            for reference in &rendered.references {
                mentions.extend(mention(folder, reference, names)?);
            }
        }
    }
    if let Some(read) = &all.redirects {
        paths(
            read.file,
            read.text,
            &read.table,
            "redirect",
            "to",
            names,
            &mut mentions,
        );
    }
    if let Some(read) = &all.config {
        for menu in ["navigation", "footer"] {
            paths(
                read.file,
                read.text,
                &read.table,
                menu,
                "path",
                names,
                &mut mentions,
            );
        }
    }
    Ok(mentions)
}

/// Whether a reference is to the document under its old name.
pub fn is_mentioned(target: &Target, names: &Names) -> bool {
    matches!(target, Target::Document { kind, id, .. }
        if kind == names.kind.word() && *id == names.old)
}

fn mention(
    folder: &Folder,
    reference: &Reference,
    names: &Names,
) -> Result<Option<Mention>, Refusal> {
    if !is_mentioned(&reference.target, names) {
        return Ok(None);
    }
    let source = folder.sources.iter().find(|it| it.file == reference.file);
    let text = source.map_or("", |source| &source.text);
    let written = text.get(reference.span.clone()).unwrap_or_default();
    let after = field(written, names).or_else(|| {
        let span = typed(written, names)?;
        Some([&written[..span.start], &names.new, &written[span.end..]].concat())
    });
    let is_snippet = |it: &Source| it.slot == Slot::Snippet(written.to_owned());
    match after {
        // A place on the same page stays one; what a snippet says is rewritten there.
        None if written.starts_with('#') || folder.sources.iter().any(is_snippet) => Ok(None),
        Some(after) => Ok(Some(Mention {
            file: reference.file.clone(),
            span: reference.span.clone(),
            after,
        })),
        None => {
            let line = text[..line_of(text, reference.span.start).start]
                .lines()
                .count()
                + 1;
            let message = format!("`{written}` cannot be rewritten: {}:{line}", reference.file);
            Err(Refusal::new(message).help("write it without escapes"))
        }
    }
}

/// The value of a field, `"sql"`, with the new id in the same quotes.
fn field(written: &str, names: &Names) -> Option<String> {
    let inside = written.trim_matches(['"', '\'']);
    (inside == names.old && inside.len() < written.len())
        .then(|| written.replace(&names.old, &names.new))
}

/// Where the id stands in the first typed name of the document, `skill:sql` but not `skill:sql-joins`.
pub fn typed(text: &str, names: &Names) -> Option<Range<usize>> {
    let name = format!("{}:{}", names.kind.word(), names.old);
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    text.match_indices(&name)
        .map(|(start, name)| start..start + name.len())
        .find(|found| {
            let before = text[..found.start].chars().next_back();
            let after = text[found.end..].chars().next();
            !before.is_some_and(is_part) && !after.is_some_and(is_part)
        })
        .map(|found| found.end - names.old.len()..found.end)
}

/// Paths in a list of tables: `to` of each `[[redirect]]`.
fn paths(
    file: &str,
    text: &str,
    table: &Table,
    list: &str,
    field: &str,
    names: &Names,
    mentions: &mut Vec<Mention>,
) {
    for place in 0.. {
        let pointer = format!("/{list}/{place}/{field}");
        if !table.exists(&format!("/{list}/{place}")) {
            return;
        }
        let Some(path) = table.string(&pointer) else {
            continue;
        };
        if let Some(moved) = moved(bare(path), names) {
            let span = table.value(&pointer);
            mentions.push(Mention {
                file: file.to_owned(),
                after: text[span.clone()].replacen(bare(path), &moved, 1),
                span,
            });
        }
    }
}

/// The path that a page of the document has afterwards, if it is one.
pub fn moved(path: &str, names: &Names) -> Option<String> {
    if path == names.kind.path(&names.old) {
        return Some(names.kind.path(&names.new));
    }
    let role = |role: &crate::site::RoleId| {
        let is_it = names.kind == crate::site::Kind::Role && role.as_str() == names.old;
        is_it.then(|| crate::site::RoleId::new(&names.new))
    };
    let address = match Address::parse(path)? {
        Address::SalaryRole(id) => Address::SalaryRole(role(&id)?),
        Address::SalaryData(id, format) => Address::SalaryData(role(&id)?, format),
        Address::SalaryRegion(id, region) => Address::SalaryRegion(role(&id)?, region),
        _ => return None,
    };
    Some(address.path())
}
