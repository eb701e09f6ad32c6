//! The commands that write, move and answer for an editor.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod fmt;
mod list;
mod mv;
mod new;
mod newcomer;
mod schema;
mod why;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::cli::ended;
use crate::serving::name;

/// The program with these arguments, over a content folder.
fn run(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, String, String) {
    ended(&[arguments, &["--content", name(folder)]].concat())
}

/// What `check` says of one file, a line each, without the path.
fn said_of(folder: &TempDir, file: &str) -> Vec<String> {
    let (_, said, _) = run(folder, &["check", "--format", "short"]);
    let path = format!("{}/{file}:", name(folder));
    let lines = said.lines().filter_map(|line| line.strip_prefix(&path));
    lines.map(str::to_owned).collect()
}

fn text(folder: &TempDir, file: &str) -> String {
    fs::read_to_string(folder.path().join(file)).unwrap()
}

fn write(folder: &TempDir, file: &str, text: &str) {
    fs::write(folder.path().join(file), text).unwrap();
}

fn exists(folder: &TempDir, file: &str) -> bool {
    Path::exists(&folder.path().join(file))
}

/// Replaces a part of a file that is there once.
fn replace(folder: &TempDir, file: &str, old: &str, new: &str) {
    let before = text(folder, file);
    assert_eq!(before.matches(old).count(), 1, "{file}: {old}");
    write(folder, file, &before.replace(old, new));
}
