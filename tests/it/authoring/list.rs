use tempfile::TempDir;

use super::{replace, run};
use crate::serving::site;

/// What is asked for, and the files that are listed.
const NARROWED: &[(&[&str], &[&str])] = &[
    (
        &["--kind", "skill", "--status", "draft"],
        &["skills/http.md"],
    ),
    (
        &["--kind", "skills", "--status", "archived"],
        &["skills/sql.md"],
    ),
    (&["--status", "review"], &["glossary/api.md"]),
    (&["--status", "scheduled"], &["glossary/on-call.md"]),
    (&["--kind", "author", "--status", "draft"], &[]),
    (&["--kind", "page"], &["pages/about.md"]),
];

/// The fixture site with a document in each state.
fn in_all_states() -> TempDir {
    let folder = site(None);
    for (file, old, new) in [
        (
            "skills/http.md",
            "status = \"published\"",
            "status = \"draft\"",
        ),
        (
            "skills/sql.md",
            "status = \"published\"",
            "status = \"archived\"",
        ),
        (
            "glossary/api.md",
            "status = \"published\"",
            "status = \"review\"",
        ),
        (
            "glossary/on-call.md",
            "status",
            "publish_at = 2999-01-02T00:00:00Z\nstatus",
        ),
        (
            "pages/about.md",
            "status = \"published\"",
            "status = \"pub\"",
        ),
    ] {
        replace(&folder, file, old, new);
    }
    folder
}

#[test]
fn the_list_can_be_narrowed_to_a_kind_and_a_state() {
    let folder = in_all_states();
    for (arguments, documents) in NARROWED {
        let (code, said, err) = run(&folder, &[&["list"], *arguments].concat());
        assert_eq!(code, Some(0), "{arguments:?}: {err}");
        let lines: Vec<&str> = said.lines().collect();
        let (head, rest) = lines.split_first().unwrap();
        let (count, rows) = rest.split_last().unwrap();
        assert!(head.starts_with("file "), "{said}");
        let files: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.split("  ").next())
            .collect();
        assert_eq!(files, *documents, "{arguments:?}: {said}");
        assert!(count.starts_with(&documents.len().to_string()), "{count}");
    }
    let (_, said, _) = run(&folder, &["list"]);
    for cell in [
        "unreadable, 1 error",
        "scheduled for 2999-01-02T00:00:00Z",
        "  2026-11-01\n",
    ] {
        assert!(said.contains(cell), "{cell}: {said}");
    }
    let (code, _, err) = run(&folder, &["list", "--kind", "skil"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("did you mean `skill`?"), "{err}");
}

#[test]
fn what_no_editor_has_checked_for_a_year_is_stale() {
    let folder = site(None);
    replace(
        &folder,
        "skills/sql.md",
        "reviewed = ",
        "reviewed = 2020-01-02 # ",
    );
    let (_, said, _) = run(&folder, &["list", "--status", "stale"]);
    let row = said
        .lines()
        .find(|line| line.starts_with("skills/sql.md"))
        .unwrap();
    assert!(row.ends_with("published, stale  2020-01-02"), "{row}");
}
