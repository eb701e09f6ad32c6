use std::collections::BTreeMap;
use std::fs;

use tempfile::TempDir;

use super::{replace, run, text, write};
use crate::serving::site;

/// All files of a folder with their bytes.
fn bytes(folder: &TempDir) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for shelf in fs::read_dir(folder.path()).unwrap() {
        let shelf = shelf.unwrap().path();
        let entries = match shelf.is_dir() {
            true => fs::read_dir(&shelf)
                .unwrap()
                .map(|it| it.unwrap().path())
                .collect(),
            false => vec![shelf],
        };
        for path in entries.into_iter().filter(|path| path.is_file()) {
            let name = path.strip_prefix(folder.path()).unwrap().to_str().unwrap();
            files.insert(name.to_owned(), fs::read(&path).unwrap());
        }
    }
    files
}

fn complaints(folder: &TempDir) -> String {
    run(folder, &["check", "--format", "short"]).1
}

/// Mentions in every way in which they can be written, and two that no link reads.
const ABOUT: &str = "
Once <skill:sql>, [twice](skill:sql#how-to-learn), [by name][x] and [again][x].

```sql
skill:sql
```

`skill:sql` and <learning:sql-course> are others.

```@levels
skill = \"sql\"
```

```@include
snippet = \"titles\"
```

[x]: skill:sql \"A title\"
";

/// The fixture site with mentions of a skill in every sort of file.
fn mentioning() -> TempDir {
    let folder = site(None);
    let about = text(&folder, "pages/about.md");
    let (front, _) = about.rsplit_once("+++").unwrap();
    write(&folder, "pages/about.md", &format!("{front}+++\n{ABOUT}"));
    write(
        &folder,
        "snippets/titles.md",
        "See [the *language*](skill:sql).\n",
    );
    for (file, old, new) in [
        (
            "skills/sql.md",
            "+++\n\n",
            "+++\n\nSee [below](#levels), <skill:sql>.\n\n",
        ),
        (
            "learning/sql-course.md",
            "[\"sql\"]",
            "[ 'sql' ] # the ü stays",
        ),
        ("redirects.toml", "\"/glossary\"", "\"/skills/sql#levels\""),
    ] {
        replace(&folder, file, old, new);
    }
    let faults = text(&folder, "skills/incident-response.md");
    write(
        &folder,
        "skills/incident-response.md",
        &faults.replace('\n', "\r\n"),
    );
    folder
}

/// Runs `mv`, which must succeed and leave `check` with as much to say as before.
fn moved(folder: &TempDir, from: &str, to: &str) -> String {
    let told = complaints(folder);
    let (code, said, err) = run(folder, &["mv", from, to]);
    assert_eq!(code, Some(0), "{said}{err}");
    assert_eq!(complaints(folder), told);
    said
}

#[test]
fn a_rename_changes_every_mention_and_nothing_else() {
    let folder = mentioning();
    let before = bytes(&folder);
    let said = moved(&folder, "skills/sql.md", "skill:query-language");
    assert!(
        said.contains("skills/sql.md is now skills/query-language.md\n"),
        "{said}"
    );
    assert!(said.contains("  pages/about.md: 4 mentions\n"), "{said}");
    assert_eq!(said.matches("left as it is").count(), 2, "{said}");
    let mut after = bytes(&folder);
    let document = after.remove("skills/query-language.md").unwrap();
    after.insert("skills/sql.md".to_owned(), document);
    assert_eq!(after.len(), before.len());
    for (file, after) in after {
        let text = String::from_utf8(after)
            .unwrap()
            .replace("query-language", "sql");
        let text = text.replace(", \"/skills/sql\"]\n", "]\n");
        assert_eq!(text, String::from_utf8_lossy(&before[&file]), "{file}");
    }
    let (code, said, _) = run(&folder, &["why", "/skills/sql"]);
    assert_eq!(code, Some(0));
    assert!(
        said.contains("it leads to /skills/query-language; public"),
        "{said}"
    );
}

#[test]
fn an_old_path_is_remembered_and_one_taken_back_is_none() {
    let folder = mentioning();
    moved(&folder, "skill:sql", "query-language");
    moved(&folder, "skill:query-language", "sql");
    let aliases = "aliases = [\"/skills/databases\", \"/skills/query-language\"]\n";
    assert!(text(&folder, "skills/sql.md").contains(aliases));
    let crlf = text(&folder, "skills/incident-response.md");
    moved(&folder, "skill:incident-response", "faults");
    let line = "\r\naliases = [\"/skills/incident-response\"]\r\n";
    let faults = text(&folder, "skills/faults.md");
    assert!(faults.contains(line), "{faults}");
    assert_eq!(faults.replacen(line, "\r\n", 1), crlf);
}

#[test]
fn a_role_takes_its_pages_of_pay_with_it() {
    let folder = site(None);
    moved(&folder, "role:backend-developer", "server-developer");
    for path in [
        "/roles/backend-developer",
        "/careers/backend",
        "/salaries/backend-developer",
        "/salaries/backend-developer/us",
        "/salaries/backend-developer.csv",
    ] {
        let (code, said, _) = run(&folder, &["why", path]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("server-developer"), "{said}");
    }
    let aliases = "aliases = [\"/careers/backend\", \"/roles/backend-developer\"]";
    assert!(text(&folder, "roles/server-developer.md").contains(aliases));
}

/// Two names, and why the first cannot become the second.
const REFUSED: [(&str, &str, &str); 8] = [
    (
        "skill:sql",
        "skill:http",
        "there is a file `skills/http.md`",
    ),
    ("skill:sqll", "skill:x", "did you mean `skills/sql.md`?"),
    ("skill:sql", "guide:sql", "a skill cannot become a guide"),
    ("skill:sql", "skill:SQL", "did you mean `sql`?"),
    ("skill:sql", "skill:sql", "`sql` is its id already"),
    ("usage/databases-2025.toml", "x", "is not a document"),
    ("page:about", "page:roles", "url-duplicate"),
    ("page:about", "page:words", "redirect-shadow"),
];

#[test]
fn a_rename_that_cannot_be_whole_is_refused() {
    let folder = site(None);
    let sound = bytes(&folder);
    for (from, to, words) in REFUSED {
        let (code, said, err) = run(&folder, &["mv", from, to]);
        assert_eq!(code, Some(1), "{from} {to}: {said}");
        assert!(err.contains(words), "{from} {to}: {err}");
        assert_eq!(bytes(&folder), sound, "{from} {to}");
    }
}

#[test]
fn mistakes_that_hide_mentions_come_first() {
    for (file, old, new) in [
        ("jobs/example-bank-backend.md", "skills = ", "skils = "),
        ("usage/databases-2025.toml", "title = ", "title "),
    ] {
        let folder = site(None);
        replace(&folder, file, old, new);
        let before = bytes(&folder);
        let (code, said, err) = run(&folder, &["mv", "skill:sql", "x"]);
        assert_eq!(code, Some(1), "{said}");
        assert!(err.contains(&format!("mend these first: {file}")), "{err}");
        assert_eq!(bytes(&folder), before);
    }
}
