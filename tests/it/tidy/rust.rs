//! Rules for Rust, which is read without comments and literals.

use std::collections::BTreeSet;

use super::{Fault, line};

/// A name and its line, counted from 1.
type Named = (usize, String);

/// Which top modules of `src` a top module may name. `cli` wires them all.
const LAYERS: [(&str, &[&str]); 9] = [
    ("site", &[]),
    ("content", &["site"]),
    ("pages", &["site"]),
    ("live", &["content", "site"]),
    ("search", &["site"]),
    ("web", &["live", "pages", "search", "site"]),
    ("lsp", &["content", "site"]),
    ("audit", &[]),
    (
        "cli",
        &["site", "content", "pages", "live", "web", "lsp", "audit"],
    ),
];

/// What only some modules may know: how its paths begin, and how theirs do.
const KNOWN_ONLY_TO: [(&str, &[&str]); 10] = [
    ("pulldown_cmark", &["src/content/markdown"]),
    ("actix_", &["src/web", "src/cli"]),
    ("askama", &["src/pages"]),
    ("tantivy", &["src/search/postings"]),
    ("gen_lsp_types", &["src/lsp"]),
    ("ureq", &["src/audit/fetch"]),
    ("html5ever", &["src/audit/page"]),
    ("resvg", &["src/pages/picture"]),
    ("skrifa", &["src/pages/picture"]),
    ("typst_assets", &["src/pages/picture"]),
];

/// Modules that never touch files.
const WITHOUT_FILES: [&str; 5] = [
    "src/site",
    "src/pages",
    "src/search",
    "src/web",
    "src/audit",
];

const EMPTY_NAMES: [&str; 9] = [
    "common", "helper", "helpers", "manager", "models", "services", "types", "util", "utils",
];
const EMPTY_PREFIXES: [&str; 4] = ["get_", "do_", "handle_", "process_"];
/// Names that a trait of somebody else asks for.
const GIVEN: [&str; 1] = ["process_token"];
const EMPTY_SUFFIXES: [&str; 2] = ["_helper", "_impl"];

pub fn layers(path: &str, text: &str) -> Vec<Fault> {
    let code = code(text);
    if path == "src/main.rs" {
        return roots(&code, "career_guide::")
            .into_iter()
            .filter(|(_, named)| named != "cli")
            .map(|(line, named)| (line, format!("main may name cli only, not {named}")))
            .collect();
    }
    let module = top_module(path);
    if module == "lib" {
        return Vec::new();
    }
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
        return vec![(
            1,
            format!("{module} is in no layer of tests/it/tidy/rust.rs"),
        )];
    };
    let mut named = roots(&code, "crate::");
    named.extend(roots_by_super(path, &code));
    named
        .into_iter()
        .filter(|(_, named)| named != module && !allowed.contains(&named.as_str()))
        .map(|(line, named)| (line, format!("{module} may not name {named}")))
        .collect()
}

pub fn knowledge(path: &str, text: &str) -> Vec<Fault> {
    let code = code(text);
    KNOWN_ONLY_TO
        .iter()
        .filter(|(_, knowers)| !knowers.iter().any(|knower| path.starts_with(knower)))
        .flat_map(|(name, knowers)| {
            let rule = format!("only {} may know {name}", knowers.join(" and "));
            beginnings(&code, name)
                .into_iter()
                .map(move |at| (at, rule.clone()))
        })
        .map(|(at, rule)| (line(&code, at), rule))
        .collect()
}

pub fn file_access(path: &str, text: &str) -> Vec<Fault> {
    if !WITHOUT_FILES.iter().any(|module| path.starts_with(module)) {
        return Vec::new();
    }
    let code = code(text);
    let lines: BTreeSet<usize> = ["std::fs", "tokio::fs", "fs::", "File::open"]
        .into_iter()
        .flat_map(|name| beginnings(&code, name))
        .map(|at| line(&code, at))
        .collect();
    lines
        .into_iter()
        .map(|line| {
            (
                line,
                "site, pages, search, web and audit touch no files".to_owned(),
            )
        })
        .collect()
}

pub fn names(path: &str, text: &str) -> Vec<Fault> {
    let code = code(text);
    let declared = ["fn", "mod"]
        .into_iter()
        .flat_map(|keyword| declared(&code, keyword));
    let files = path
        .trim_end_matches(".rs")
        .split('/')
        .map(|part| (1, part));
    files
        .chain(declared)
        .filter(|(_, name)| !GIVEN.contains(name))
        .filter(|(_, name)| {
            EMPTY_NAMES.contains(name)
                || EMPTY_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
                || EMPTY_SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
        })
        .map(|(line, name)| {
            (
                line,
                format!("`{name}` says nothing: name what it is or does"),
            )
        })
        .collect()
}

/// A file that its parent does not declare as a module: nobody compiles it.
pub fn is_orphan(path: &str, files: &[(String, String)]) -> bool {
    let Some((parent, name)) = path.trim_end_matches(".rs").rsplit_once('/') else {
        return false;
    };
    let parents = if parent == "src" {
        ["src/lib.rs", "src/main.rs"].map(str::to_owned)
    } else {
        [format!("{parent}.rs"), format!("{parent}/mod.rs")]
    };
    let is_root = parents.iter().any(|root| root == path);
    let declares = |(file, text): &(String, String)| {
        parents.contains(file)
            && declared(&code(text), "mod")
                .iter()
                .any(|(_, module)| *module == name)
    };
    !is_root && !files.iter().any(declares)
}

/// `src/web/routes.rs` and `src/web.rs` are of `web`.
fn top_module(path: &str) -> &str {
    let below = path.trim_start_matches("src/");
    below.split(['/', '.']).next().unwrap_or(below)
}

/// Rust without comments and without what stands in string and character literals; line breaks stay.
fn code(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let skipped = literal_or_comment(rest);
        if skipped == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.push(' ');
            code.extend(rest[..skipped].chars().filter(|c| *c == '\n'));
            rest = &rest[skipped..];
        }
    }
    code
}

/// The length of the comment or literal with which `rest` begins; 0 if it begins with neither.
fn literal_or_comment(rest: &str) -> usize {
    let through = |from: usize, end: &str| {
        rest[from..]
            .find(end)
            .map_or(rest.len(), |at| from + at + end.len())
    };
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return through(2, "*/");
    }
    if let Some(raw) = rest.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            return through(hashes + 2, &format!("\"{}", "#".repeat(hashes)));
        }
    }
    match rest.as_bytes() {
        [b'"', ..] => string_length(rest),
        [b'\'', b'\\', _, ..] => through(3, "'"),
        [b'\'', ..] => {
            let length = rest.chars().nth(1).map_or(0, char::len_utf8);
            if rest[1 + length..].starts_with('\'') {
                length + 2
            } else {
                0
            }
        }
        _ => 0,
    }
}

fn string_length(rest: &str) -> usize {
    let mut escaped = true;
    for (at, c) in rest.char_indices() {
        match c {
            '"' if !escaped => return at + 1,
            '\\' if !escaped => escaped = true,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// Where `name` begins a word of the code.
fn beginnings(code: &str, name: &str) -> Vec<usize> {
    let before = |at: usize| code[..at].chars().next_back();
    code.match_indices(name)
        .map(|(at, _)| at)
        .filter(|at| !before(*at).is_some_and(|c| is_word(c) || c == '$'))
        .collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What stands directly after `prefix`, in each place: `crate::{site::Role, web}` gives site and web.
fn roots(code: &str, prefix: &str) -> Vec<Named> {
    let starts = beginnings(code, prefix).into_iter();
    starts
        .flat_map(|at| heads(code, at + prefix.len()))
        .collect()
}

/// The same for chains of `super::` that reach the root of the crate.
fn roots_by_super(path: &str, code: &str) -> Vec<Named> {
    let depth = path.trim_start_matches("src/").split('/').count();
    let mut roots = Vec::new();
    for at in beginnings(code, "super::") {
        if code[..at].ends_with("super::") {
            continue;
        }
        let after = code[at..].trim_start_matches("super::");
        let end = code.len() - after.len();
        if (end - at) / "super::".len() == depth + inline_modules(&code[..at]) {
            roots.extend(heads(code, end));
        }
    }
    roots
}

/// The number of `mod name {` that are still open at the end.
fn inline_modules(code: &str) -> usize {
    let mut open = Vec::new();
    for (at, brace) in code.match_indices(['{', '}']) {
        if brace == "}" {
            open.pop();
        } else {
            open.push(code[..at].split_whitespace().rev().nth(1) == Some("mod"));
        }
    }
    open.into_iter().filter(|is_module| *is_module).count()
}

/// The first names of the path, or of each path of the group, that begins at `at`; with their lines.
fn heads(code: &str, at: usize) -> Vec<Named> {
    let name = |at: usize| {
        let name: String = code[at..].chars().take_while(|c| is_word(*c)).collect();
        (line(code, at), name)
    };
    if !code[at..].starts_with('{') {
        return vec![name(at)];
    }
    let mut heads = Vec::new();
    let mut depth = 0;
    let mut expected = false;
    for (offset, c) in code[at..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if expected && is_word(c) => heads.push(name(at + offset)),
            _ => {}
        }
        if depth == 0 {
            break;
        }
        expected = depth == 1 && (matches!(c, '{' | ',') || (expected && c.is_whitespace()));
    }
    heads
}

/// The names that follow a keyword: `fn name`, `mod name`.
fn declared<'a>(code: &'a str, keyword: &str) -> Vec<(usize, &'a str)> {
    beginnings(code, keyword)
        .into_iter()
        .filter_map(|at| {
            let after = code[at + keyword.len()..].strip_prefix(' ')?;
            let end = after.find(|c| !is_word(c)).unwrap_or(after.len());
            Some((line(code, at), &after[..end]))
        })
        .collect()
}
