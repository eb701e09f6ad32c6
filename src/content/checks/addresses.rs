//! Paths: each answers with one thing. `url-duplicate`, `redirect-loop`, `redirect-shadow`, and paths
//! in `site.toml` and `redirects.toml` where a reader gets nothing: `ref-unknown`, `ref-draft`,
//! `ref-archived`.

mod old;
mod paths;

use std::collections::HashMap;
use std::ops::Range;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::near::{did_you_mean, nearest};
use crate::content::standing::State;
use crate::site::{Address, Kind, RESERVED, bare};
use old::{OldPath, loops, old_paths, shapes};
use paths::Paths;

/// All checks of paths.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    let paths = Paths::new(all);
    built_in(all, found);
    let old = old_paths(all);
    twice(&paths, &old, found);
    shapes(&old, found);
    dead_ends(all, &paths, &old, found);
    loops(&old, |path| paths.owner(path).is_some(), found);
}

/// Prose pages whose address belongs to something else.
fn built_in(all: &Collection, found: &mut Vec<Diagnostic>) {
    for document in &all.documents {
        let address = document.kind.address(document.read.id);
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

/// Old paths that a page has, and old paths that are told twice.
fn twice(paths: &Paths, old: &[OldPath], found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for path in old {
        let error =
            |code, message: String| Diagnostic::error(code, path.file, path.span.clone(), message);
        if let Some(owner) = paths.owner(path.path) {
            let code = match path.page {
                Some(_) => "url-duplicate",
                None => "redirect-shadow",
            };
            let message = format!("`{}` is the address of a page", path.path);
            found.push(error(code, message).label(format!("answered by {owner}")));
        } else if let Some(first) = seen.insert(path.path, path.file) {
            let message = format!("`{}` is an old path already", path.path);
            found.push(error("url-duplicate", message).label(format!("also in {first}")));
        }
    }
}

/// Redirects and entries of menus where a reader gets nothing.
fn dead_ends(all: &Collection, paths: &Paths, old: &[OldPath], found: &mut Vec<Diagnostic>) {
    let by_path: HashMap<&str, &OldPath> = old.iter().map(|path| (path.path, path)).collect();
    let mut follow = |file: &str, span: Range<usize>, to: &str| {
        let to = bare(to);
        let state = paths.state(to).or_else(|| {
            let old = by_path.get(to)?;
            match (&old.page, &old.to) {
                (Some(page), _) => Some(paths.seen(page)),
                // Where another redirect leads has a message of its own.
                (None, Some(_)) => Some(State::Visible),
                (None, None) => None,
            }
        });
        // A document without front matter may have had the path as an alias.
        if state.is_some() || !all.has_refused_documents() {
            found.extend(dead_end(paths, state, to, file, span));
        }
    };
    for path in old.iter().filter(|path| path.page.is_none()) {
        if let Some((to, span)) = &path.to {
            follow(path.file, span.clone(), to);
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
            follow(read.file, span, &entry.path);
        }
    }
}

/// The message about a path that does not show what it promises.
fn dead_end(
    paths: &Paths,
    state: Option<State>,
    to: &str,
    file: &str,
    span: Range<usize>,
) -> Option<Diagnostic> {
    let error = |code, message: String| Diagnostic::error(code, file, span, message);
    Some(match state {
        Some(State::Visible) => return None,
        Some(State::Hidden(why)) => {
            error("ref-draft", format!("`{to}` {why}")).label("readers cannot see this page")
        }
        // Time alone brings this about, and must not make a guide refuse to start.
        Some(State::Expired) => error("ref-archived", format!("`{to}` has expired"))
            .warning()
            .label("readers cannot see this page any more"),
        None => {
            let diagnostic = error("ref-unknown", format!("nothing answers at `{to}`"));
            match nearest(to, paths.visible()) {
                Some(near) => diagnostic.help(did_you_mean(near)),
                None => diagnostic,
            }
        }
    })
}
