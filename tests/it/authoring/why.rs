use jiff::ToSpan as _;

use super::{run, text, write};
use crate::serving::site;

/// A name, whether readers see what it names, and what the answer says.
const ANSWERS: &[(&str, bool, &[&str])] = &[
    (
        "skills/sql.md",
        true,
        &["public: /skills/sql", "  yes  `status` is `published`"],
    ),
    ("content/skills/sql.md", true, &["public: /skills/sql"]),
    ("skill:sql", true, &["public: /skills/sql"]),
    (
        "https://guide.example/skills/sql#levels",
        true,
        &["public: /skills/sql"],
    ),
    ("/about", true, &["public: /about"]),
    (
        "/glossary/in-draft",
        false,
        &[
            "not public: `status` is `draft`",
            "  no   `status` is `draft`",
        ],
    ),
    (
        "term:misspelt",
        false,
        &["has an error in line 4: `pub` is not a status"],
    ),
    (
        "term:due-soon",
        false,
        &["not public: `publish_at` is in 3 days"],
    ),
    (
        "term:over",
        false,
        &[
            "not public: `expires_at` was ",
            " days ago: 2026-01-02T00:00:00Z",
        ],
    ),
    (
        "skills/bare.md",
        false,
        &["`skills/bare.md` cannot be read: the front matter is missing"],
    ),
    (
        "/careers/backend",
        true,
        &["is an old path: it leads to /roles/backend-developer; public"],
    ),
    (
        "/jobs/backend",
        true,
        &["it leads to /roles/backend-developer; public"],
    ),
    (
        "/words",
        true,
        &["is an old path: it leads to /glossary; public"],
    ),
    (
        "/newsletter",
        false,
        &["is gone for good: The newsletter ended in 2025."],
    ),
    (
        "role:backend-developer",
        true,
        &["these lead there: /careers/backend, /jobs/backend"],
    ),
    (
        "/salaries",
        true,
        &["public: /salaries, which the guide makes of its data"],
    ),
    (
        "/salaries/backend-developer/de",
        false,
        &["no published figures of `backend-developer`"],
    ),
    (
        "salaries/oews-2025.toml",
        true,
        &["the figures of `salaries/oews-2025.toml` are shown"],
    ),
    ("/livez", true, &["belongs to the server itself"]),
    (
        "/skils/sql",
        false,
        &["nobody has the path `/skils/sql`", "near are `/skills/sql`"],
    ),
    (
        "/roles/sql",
        false,
        &["nobody has the path `/roles/sql`", "`/skills/sql`"],
    ),
    ("skill:sqll", false, &["nobody has", "`/skills/sql`"]),
    ("sql", false, &["nobody has the name `sql`", "`skill:sql`"]),
];

#[test]
fn why_says_what_keeps_a_page_from_readers() {
    let folder = site(None);
    let soon = (career_guide::live::now() + 73.hours()).strftime("%Y-%m-%dT%H:%M:%SZ");
    let api = text(&folder, "glossary/api.md");
    for (id, line) in [
        ("in-draft", "status = \"draft\"".to_owned()),
        ("misspelt", "status = \"pub\"".to_owned()),
        (
            "due-soon",
            format!("status = \"published\"\npublish_at = {soon}"),
        ),
        (
            "over",
            "status = \"published\"\nexpires_at = 2026-01-02T00:00:00Z".to_owned(),
        ),
    ] {
        let term = api.replace("status = \"published\"", &line);
        write(&folder, &format!("glossary/{id}.md"), &term);
    }
    write(&folder, "skills/bare.md", "No front matter.\n");
    for (name, public, lines) in ANSWERS {
        let (code, said, err) = run(&folder, &["why", name]);
        assert_eq!(code, Some(i32::from(!public)), "{name}: {said}{err}");
        for line in *lines {
            assert!(said.contains(line), "{name}: {said}");
        }
    }
    assert_eq!(
        super::ended(&["why", "/", "--content", "no/such"]).0,
        Some(2)
    );
}
