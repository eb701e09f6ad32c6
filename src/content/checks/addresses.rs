//! Paths: each answers with one thing. `url-duplicate`, `redirect-loop`, `redirect-shadow`, and paths
//! in `site.toml` and `redirects.toml` that lead nowhere.

use std::collections::{HashMap, HashSet};

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::document::Read;
use crate::content::layout::Slot;
use crate::content::near::{did_you_mean, nearest};
use crate::site::{Address, Kind};

/// First parts of paths that the server keeps for tools, files and its own state.
const RESERVED: [&str; 12] = [
    "assets",
    "changes",
    "compare",
    "coverage",
    "decode",
    "healthz",
    "index",
    "moves",
    "plan",
    "readyz",
    "search",
    "skill-check",
];

/// All checks of paths.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    let paths = Paths::new(all);
    built_in(all, found);
    let old = old_paths(all);
    twice(&paths, &old, found);
    shapes(&old, found);
    dead_ends(all, &paths, &old, found);
    loops(&paths, &old, found);
}

/// Prose pages whose address belongs to something else.
fn built_in(all: &Collection, found: &mut Vec<Diagnostic>) {
    for document in &all.documents {
        let Some(address) = document.kind.address(document.read.id) else {
            continue;
        };
        let path = address.path();
        let taken = Address::parse(&path) != Some(address);
        let reserved = document.kind == Kind::Page && RESERVED.contains(&document.read.id);
        if taken || reserved {
            let message = format!("`{path}` is an address that the guide has already");
            let span = document.read.table.value("/title");
            let diagnostic = Diagnostic::error("url-duplicate", document.read.file, span, message);
            found.push(diagnostic.label("rename the file of this page"));
        }
    }
}

/// The paths that answer with a page, or would if their file could be read.
struct Paths<'a> {
    all: &'a Collection<'a>,
    documents: HashMap<String, &'a str>,
}

impl<'a> Paths<'a> {
    fn new(all: &'a Collection<'a>) -> Self {
        let documents = all
            .documents
            .iter()
            .filter(|document| document.kind.address(document.read.id).is_some())
            .map(|document| (document.path(), document.read.file))
            .collect();
        Paths { all, documents }
    }

    /// What answers a path: the file of a page, or words for the guide's own pages.
    fn owner(&self, path: &str) -> Option<&str> {
        if let Some(file) = self.documents.get(path) {
            return Some(file);
        }
        match Address::parse(path)? {
            Address::Document(..) | Address::Prose(_) => None,
            Address::SalaryRole(role)
            | Address::SalaryData(role, _)
            | Address::SalaryRegion(role, _) => self
                .all
                .document(Kind::Role, role.as_str())
                .map(|role| role.read.file),
            _ => Some("the guide itself"),
        }
    }

    /// Whether a path answers, or would but for a file that has its own message.
    fn answers(&self, path: &str) -> bool {
        let refused = match Address::parse(path) {
            Some(Address::Document(kind, id)) => self.all.is_refused(&Slot::Document(kind, id)),
            Some(Address::Prose(id)) => self.all.is_refused(&Slot::Document(Kind::Page, id)),
            _ => false,
        };
        refused || self.owner(path).is_some()
    }
}

/// A path that leads elsewhere, or is gone.
struct OldPath<'a> {
    file: &'a str,
    span: std::ops::Range<usize>,
    path: &'a str,
    /// Where it leads, and where that is written; aliases lead to their own page.
    to: Option<(String, std::ops::Range<usize>)>,
    alias: bool,
}

/// Redirects first, then paths that are gone, then aliases in the order of their files.
fn old_paths<'a>(all: &'a Collection) -> Vec<OldPath<'a>> {
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
                alias: true,
            });
        }
    }
    old
}

fn listed<'a>(read: &'a Read<crate::site::RedirectsFile>, old: &mut Vec<OldPath<'a>>) {
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
            alias: false,
        });
    }
    for (place, gone) in value.gone.iter().enumerate() {
        old.push(OldPath {
            file: read.file,
            span: read.table.value(&format!("/gone/{place}/path")),
            path: &gone.path,
            to: None,
            alias: false,
        });
    }
}

/// Old paths that a page has, and old paths that are told twice.
fn twice(paths: &Paths, old: &[OldPath], found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for path in old {
        let error =
            |code, message: String| Diagnostic::error(code, path.file, path.span.clone(), message);
        if let Some(owner) = paths.owner(path.path) {
            let (code, message) = match path.alias {
                true => (
                    "url-duplicate",
                    format!("`{}` is the address of a page", path.path),
                ),
                false => (
                    "redirect-shadow",
                    format!("`{}` is the address of a page", path.path),
                ),
            };
            found.push(error(code, message).label(format!("answered by {owner}")));
        } else if let Some(first) = seen.insert(path.path, path.file) {
            let message = format!("`{}` is an old path already", path.path);
            found.push(error("url-duplicate", message).label(format!("also in {first}")));
        }
    }
}

/// Old paths that could never be asked for.
fn shapes(old: &[OldPath], found: &mut Vec<Diagnostic>) {
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
        }
    }
}

/// Paths that lead to nothing.
fn dead_ends(all: &Collection, paths: &Paths, old: &[OldPath], found: &mut Vec<Diagnostic>) {
    let known: HashSet<&str> = old
        .iter()
        .filter(|path| path.to.is_some())
        .map(|path| path.path)
        .collect();
    let mut dead = |file: &str, span, to: &str| {
        let bare = to.split(['#', '?']).next().unwrap_or(to);
        // A document without front matter may have had the path as an alias.
        if paths.answers(bare) || known.contains(bare) || all.has_refused_documents() {
            return;
        }
        let message = format!("nothing answers at `{bare}`");
        let diagnostic = Diagnostic::error("ref-unknown", file, span, message);
        let near = nearest(bare, paths.documents.keys().map(String::as_str));
        found.push(match near {
            Some(near) => diagnostic.help(did_you_mean(near)),
            None => diagnostic,
        });
    };
    for path in old.iter().filter(|path| !path.alias) {
        if let Some((to, span)) = &path.to {
            dead(path.file, span.clone(), to);
        }
    }
    let Some(read) = &all.config else {
        return;
    };
    let Some(config) = &read.value else {
        return;
    };
    for (menu, entries) in [
        ("navigation", &config.navigation),
        ("footer", &config.footer),
    ] {
        for (place, entry) in entries.iter().enumerate() {
            let span = read.table.value(&format!("/{menu}/{place}/path"));
            dead(read.file, span, &entry.path);
        }
    }
}

/// Redirects that lead back to themselves, each loop once.
fn loops(paths: &Paths, old: &[OldPath], found: &mut Vec<Diagnostic>) {
    let next: HashMap<&str, &str> = old
        .iter()
        .filter(|path| paths.owner(path.path).is_none())
        .filter_map(|path| Some((path.path, path.to.as_ref()?.0.as_str())))
        .collect();
    let mut told: HashSet<&str> = HashSet::new();
    for path in old {
        let mut way = vec![path.path];
        while let Some(to) = next.get(way[way.len() - 1]) {
            if *to == path.path {
                if way.iter().all(|step| !told.contains(step)) {
                    let message = format!("`{}` leads back to itself", path.path);
                    let way = [&way[..], &[path.path]].concat().join(" → ");
                    let span = path.span.clone();
                    let diagnostic = Diagnostic::error("redirect-loop", path.file, span, message);
                    found.push(diagnostic.label(way));
                }
                told.extend(&way);
                break;
            }
            if way.contains(to) {
                break;
            }
            way.push(to);
        }
    }
}
