//! Paths that lead elsewhere, or are gone.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::content::collection::Collection;
use crate::content::document::{Read, ReadDocument};
use crate::content::{Diagnostic, Fix};
use crate::site::{RedirectsFile, bare};

/// A path that leads elsewhere, or is gone.
pub struct OldPath<'a> {
    pub file: &'a str,
    pub span: Range<usize>,
    pub path: &'a str,
    /// Where it leads, and where that is written; aliases lead to their own page.
    pub to: Option<(String, Range<usize>)>,
    /// The document that has it as an alias.
    pub page: Option<&'a ReadDocument<'a>>,
}

/// Redirects first, then paths that are gone, then aliases in the order of their files.
pub fn old_paths<'a>(all: &'a Collection) -> Vec<OldPath<'a>> {
    let mut old = Vec::new();
    if let Some(read) = &all.redirects {
        listed(read, &mut old);
    }
    for document in &all.documents {
        for (alias, span) in document.aliases() {
            old.push(OldPath {
                file: document.read.file,
                span: span.clone(),
                path: alias,
                to: Some((document.path(), span)),
                page: Some(document),
            });
        }
    }
    old
}

fn listed<'a>(read: &'a Read<RedirectsFile>, old: &mut Vec<OldPath<'a>>) {
    let Some(value) = &read.value else {
        return;
    };
    for (place, redirect) in value.redirects.iter().enumerate() {
        let at = |field| read.table.value(&format!("/redirect/{place}/{field}"));
        old.push(OldPath {
            file: read.file,
            span: at("from"),
            path: &redirect.from,
            to: Some((redirect.to.clone(), at("to"))),
            page: None,
        });
    }
    for (place, gone) in value.gone.iter().enumerate() {
        old.push(OldPath {
            file: read.file,
            span: read.table.value(&format!("/gone/{place}/path")),
            path: &gone.path,
            to: None,
            page: None,
        });
    }
}

/// Old paths that could never be asked for.
pub fn shapes(old: &[OldPath], found: &mut Vec<Diagnostic>) {
    for path in old {
        let sound = path.path.starts_with('/')
            && path.path.len() > 1
            && !path.path.ends_with('/')
            && !path.path.contains("//")
            && !path.path.contains(['?', '#', ' ', '\\']);
        if !sound {
            let message = format!("`{}` is not a path", path.path);
            let diagnostic = Diagnostic::error("fm-value", path.file, path.span.clone(), message);
            found.push(
                diagnostic
                    .label("expected a path such as /careers/backend, without a slash at the end"),
            );
        } else if path.page.is_some() && path.path.chars().any(char::is_uppercase) {
            let message = format!("`{}` has capital letters", path.path);
            let diagnostic = Diagnostic::error("fm-value", path.file, path.span.clone(), message);
            let label = "in lower case it is found however a reader writes it";
            let help = format!("\"{}\"", path.path.to_lowercase());
            let table = path.page.map(|page| page.read.text).unwrap_or_default();
            let fix = Fix::string(table, &path.span, path.path, &path.path.to_lowercase());
            found.push(diagnostic.label(label).help(help).fix(fix));
        }
    }
}

/// Old paths that lead back to themselves, each circle once, at its first path. `owned` are the
/// paths of pages, where every way ends.
pub fn loops(old: &[OldPath], owned: impl Fn(&str) -> bool, found: &mut Vec<Diagnostic>) {
    let ways = old.iter().filter(|path| !owned(path.path));
    // Of two ways from a path the first counts.
    let next: HashMap<&str, &str> = ways
        .rev()
        .filter_map(|path| Some((path.path, bare(&path.to.as_ref()?.0))))
        .collect();
    let mut walked: HashSet<&str> = HashSet::new();
    for path in old {
        let mut way = Vec::new();
        let mut step = path.path;
        while let Some(to) = next.get(step)
            && walked.insert(step)
        {
            way.push(step);
            step = to;
        }
        if let Some(start) = way.iter().position(|on_way| *on_way == step) {
            found.extend(told(old, &way[start..]));
        }
    }
}

fn told(old: &[OldPath], circle: &[&str]) -> Option<Diagnostic> {
    let members: HashSet<&&str> = circle.iter().collect();
    let first = old.iter().find(|path| members.contains(&path.path))?;
    let start = circle.iter().position(|path| *path == first.path)?;
    let way = [&circle[start..], &circle[..=start]].concat().join(" → ");
    let message = format!("`{}` leads back to itself", first.path);
    let diagnostic =
        Diagnostic::error("redirect-loop", first.file, first.span.clone(), message).label(way);
    Some(diagnostic)
}
