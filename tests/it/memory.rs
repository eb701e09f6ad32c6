//! A reader that remembers comes to what one comes to that has never read the folder before.

use std::fs;
use std::iter;
use std::path::Path;

use career_guide::content::{LastGood, Loaded, Reader};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tempfile::TempDir;

use crate::broken::{INSTANT, copy};

const SITE: &str = "tests/fixtures/site";

/// Files that name each other, and what they are named after.
const FILES: [&str; 11] = [
    "guides/frontend-and-backend.md",
    "skills/sql.md",
    "skills/http.md",
    "glossary/api.md",
    "pages/about.md",
    "roles/backend-developer.md",
    "authors/editors.md",
    "usage/databases-2025.toml",
    "snippets/titles.md",
    "assets/ladder.svg",
    "site.toml",
];

/// What an editor may do to a text: make it another one, or take the file out.
type Edit = fn(&str) -> Option<String>;

const EDITS: [Edit; 14] = [
    |text| Some(text.replacen("title = \"", "title = \"New ", 1)),
    |text| Some(text.replacen("summary = \"", "summary = \"Newly: ", 1)),
    |text| Some(text.replacen("\"published\"", "\"draft\"", 1)),
    |text| Some(text.replacen("\"published\"", "\"publised\"", 1)),
    |text| Some(text.replacen("https://guide.example", "https://other.example", 1)),
    |text| Some(text.replacen("width=\"", "width=\"1", 1)),
    |text| Some(format!("{text}\nMore words.\n")),
    |text| {
        Some(format!(
            "{text}\n<skill:sql> and <term:api>, see <page:about>.\n"
        ))
    },
    |text| {
        Some(format!(
            "{text}\n[The guide](guide:frontend-and-backend#how-to-choose)\n"
        ))
    },
    |text| Some(format!("{text}\n![Rungs of a ladder](ladder.svg)\n")),
    |text| Some(format!("{text}\n```@include\nsnippet = \"titles\"\n```\n")),
    |text| Some(format!("{text}\n<https://guide.example/skills/sql>\n")),
    |text| Some(text.chars().take(60).collect()),
    |_| None,
];

/// A file, and what is done to it; one more than there are edits brings back what it was at first.
type Step = (usize, usize);

fn make(folder: &Path, (file, edit): Step) {
    let path = folder.join(FILES[file]);
    let first = || fs::read_to_string(Path::new(SITE).join(FILES[file])).expect("is a fixture");
    let text = match EDITS.get(edit) {
        Some(edit) => fs::read_to_string(&path).ok().and_then(|text| edit(&text)),
        None => Some(first()),
    };
    match text {
        Some(text) => fs::write(&path, text).expect("the file can be written"),
        None => drop(fs::remove_file(&path)),
    }
}

fn is_same(one: &Loaded, other: &Loaded) -> Result<(), TestCaseError> {
    prop_assert_eq!(&one.diagnostics, &other.diagnostics);
    prop_assert_eq!(&one.documents, &other.documents);
    prop_assert_eq!(&one.texts, &other.texts);
    prop_assert_eq!(one.files, other.files);
    prop_assert!(one.site == other.site, "the Sites differ");
    Ok(())
}

#[test]
fn what_is_remembered_changes_no_site() {
    let instant: Timestamp = INSTANT.parse().expect("is an instant");
    let (fresh, remembering) = (Reader::default(), Reader::default().remembering());
    let steps = (0..FILES.len(), 0..=EDITS.len());
    let config = Config {
        failure_persistence: None,
        ..Config::with_cases(12)
    };
    let steps = prop::collection::vec(steps, 1..16);
    let ran = TestRunner::new(config).run(&steps, |steps| {
        let folder = TempDir::new().expect("there is room for a folder");
        copy(Path::new(SITE), folder.path());
        let (mut good, mut fresh_good) = (LastGood::default(), LastGood::default());
        for step in iter::once(None).chain(steps.into_iter().map(Some)) {
            if let Some(step) = step {
                make(folder.path(), step);
            }
            let read = |reader: &Reader, good| reader.reload(folder.path(), instant, good);
            let one = read(&remembering, &mut good).expect("the folder can be read");
            let other = read(&fresh, &mut fresh_good).expect("the folder can be read");
            is_same(&one, &other)?;
        }
        Ok(())
    });
    ran.expect("both come to the same");
}
