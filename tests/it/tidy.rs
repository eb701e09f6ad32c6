//! Promises in code about code: layers, names, lengths, templates, style, documents.
//!
//! A rule takes a file's path and text and gives the lines that break it. Each rule is held against
//! the tree, and against planted faults, so that a rule that sees nothing is seen.

mod planted;
mod rust;
mod text;

use std::fs;
use std::path::Path;

use rust::{file_access, is_orphan, knowledge, layers, names};
use text::{dead_paths, inline_code, is_used, style};

/// A line, counted from 1, and what is wrong with it.
type Fault = (usize, String);

/// The longest file of `src` that needs no reason.
const LONGEST: usize = 300;

/// Files of `src` that are longer, each with its reason.
const LONGER: &[(&str, &str)] = &[];

/// The longest ARCHITECTURE.md that is still a page.
const LONGEST_ARCHITECTURE: usize = 120;

#[test]
fn layers_are_kept() {
    hold(&files("src", "rs"), layers);
}

#[test]
fn only_those_who_should_know_a_crate_name_it() {
    hold(&files("src", "rs"), knowledge);
}

#[test]
fn site_pages_search_and_web_touch_no_files() {
    hold(&files("src", "rs"), file_access);
}

#[test]
fn modules_are_files_beside_their_folders_and_short() {
    let files = files("src", "rs");
    hold(&files, length);
    for (path, reason) in LONGER {
        let lines = files
            .iter()
            .find(|(file, _)| file == path)
            .map(|(_, text)| text.lines().count());
        assert!(
            lines.is_some_and(|lines| lines > LONGEST),
            "tests/it/tidy.rs: LONGER names {path} ({reason}), which is not longer: take it out"
        );
    }
}

#[test]
fn every_file_is_compiled() {
    let files = files("src", "rs");
    let orphans: Vec<String> = files
        .iter()
        .filter(|(path, _)| is_orphan(path, &files))
        .map(|(path, _)| format!("{path}:1: no `mod` declares it"))
        .collect();
    assert!(orphans.is_empty(), "\n{}\n", orphans.join("\n"));
}

#[test]
fn names_say_something() {
    hold(&files("src", "rs"), names);
    hold(&files("tests", "rs"), names);
}

#[test]
fn templates_have_no_script_but_the_named_and_no_inline_style() {
    let templates: Vec<_> = ["html", "svg", "xml"]
        .into_iter()
        .flat_map(|ending| files("templates", ending))
        .collect();
    hold(&templates, inline_code);
}

#[test]
fn every_template_is_used() {
    let sources = files("src", "rs");
    let templates = files("templates", "");
    let unused: Vec<String> = templates
        .iter()
        .filter(|(path, _)| !is_used(path, &sources, &templates))
        .map(|(path, _)| format!("{path}:1: no struct and no other template names it"))
        .collect();
    assert!(unused.is_empty(), "\n{}\n", unused.join("\n"));
}

#[test]
fn style_is_logical_and_local() {
    hold(&files("static", "css"), style);
}

#[test]
fn documents_name_paths_that_exist() {
    let documents = ["README.md", "ARCHITECTURE.md"].map(|name| (name.to_owned(), read(name)));
    hold(&documents, dead_paths);
    let lines = documents[1].1.lines().count();
    assert!(
        lines <= LONGEST_ARCHITECTURE,
        "ARCHITECTURE.md:{lines}: longer than {LONGEST_ARCHITECTURE} lines"
    );
}

/// A file that is too long, or a module in the wrong place.
fn length(path: &str, text: &str) -> Vec<Fault> {
    let lines = text.lines().count();
    let mut faults = Vec::new();
    if path.ends_with("/mod.rs") {
        faults.push((1, "a module is foo.rs beside foo/, never mod.rs".to_owned()));
    }
    if lines > LONGEST && !LONGER.iter().any(|(file, _)| *file == path) {
        let rule =
            format!("longer than {LONGEST} lines, and no reason in LONGER of tests/it/tidy.rs");
        faults.push((lines, rule));
    }
    faults
}

/// Whether a path, up to the folder of its first `*`, exists in the repository.
fn exists(path: &str) -> bool {
    let fixed = match path.split_once('*') {
        Some((before, _)) => before.rsplit_once('/').map_or("", |(folder, _)| folder),
        None => path,
    };
    root().join(fixed).exists()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Paths and texts of all files below a folder whose names end so, in order of their paths.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let entries =
        fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    for entry in entries {
        let entry = entry.expect("a folder of the repository can be listed");
        let name = entry
            .file_name()
            .into_string()
            .expect("names in the repository are UTF-8");
        let path = format!("{folder}/{name}");
        if name == "node_modules" || name == "fixtures" {
            continue;
        }
        if entry.path().is_dir() {
            found.extend(files(&path, ending));
        } else if name.ends_with(ending) {
            let text = read(&path);
            found.push((path, text));
        }
    }
    found.sort();
    found
}

fn hold(files: &[(String, String)], rule: impl Fn(&str, &str) -> Vec<Fault>) {
    assert!(
        !files.is_empty(),
        "there is nothing to hold the rule against"
    );
    let faults: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| {
            rule(path, text)
                .into_iter()
                .map(move |(line, what)| format!("{path}:{line}: {what}"))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The line, counted from 1, on which the byte `at` stands.
pub fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}
