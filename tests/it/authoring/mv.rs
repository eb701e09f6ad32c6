use std::collections::BTreeMap;
use std::fs;

use tempfile::TempDir;

use super::{exists, replace, run, text, write};
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

/// Only the id changes, in every way in which it can be written, and nothing else in any file.
#[test]
fn a_rename_changes_every_mention_and_nothing_else() {
    let folder = site(None);
    let about = "Once <skill:sql>, [twice](skill:sql#how-to-learn), [by name][x] and [again][x].\n\n\
        ```sql\nskill:sql\n```\n\n`skill:sql` and <skill:sql-course> are others.\n\n\
        ```@levels\nskill = \"sql\"\n```\n\n```@include\nsnippet = \"titles\"\n```\n\n\
        [x]: skill:sql \"A title\"\n";
    let front = |text: &str| text[..text.rfind("+++").unwrap() + 4].to_owned();
    let page = format!("{}\n{about}", front(&text(&folder, "pages/about.md")));
    write(
        &folder,
        "pages/about.md",
        &page.replace("<skill:sql-course>", "<learning:sql-course>"),
    );
    write(
        &folder,
        "snippets/titles.md",
        "See [the *language*](skill:sql).\n",
    );
    replace(
        &folder,
        "skills/sql.md",
        "+++\n\n",
        "+++\n\nSee [below](#levels), <skill:sql>.\n\n",
    );
    replace(
        &folder,
        "learning/sql-course.md",
        "[\"sql\"]",
        "[ 'sql' ] # the ü stays",
    );
    replace(
        &folder,
        "redirects.toml",
        "\"/glossary\"",
        "\"/skills/sql#levels\"",
    );
    let crlf = text(&folder, "skills/incident-response.md").replace('\n', "\r\n");
    write(&folder, "skills/incident-response.md", &crlf);
    let told = complaints(&folder);
    let before = bytes(&folder);
    let (code, said, err) = run(&folder, &["mv", "skills/sql.md", "skill:query-language"]);
    assert_eq!(code, Some(0), "{said}{err}");
    assert!(
        said.contains("skills/sql.md is now skills/query-language.md\n"),
        "{said}"
    );
    assert!(said.contains("  pages/about.md: 4 mentions\n"), "{said}");
    assert!(said.contains("  pages/about.md:"), "{said}");
    assert_eq!(said.matches("left as it is").count(), 2, "{said}");
    assert_eq!(complaints(&folder), told);
    let after = bytes(&folder);
    let mut restored = after.clone();
    let moved = restored.remove("skills/query-language.md").unwrap();
    restored.insert("skills/sql.md".to_owned(), moved);
    for (file, after) in &mut restored {
        let text = String::from_utf8(after.clone()).unwrap();
        let text = text.replace("query-language", "sql");
        *after = text.replace(", \"/skills/sql\"]\n", "]\n").into_bytes();
        assert_eq!(
            String::from_utf8_lossy(after),
            String::from_utf8_lossy(&before[file]),
            "{file}"
        );
    }
    assert_eq!(restored.len(), before.len());
    let (code, said, _) = run(&folder, &["why", "/skills/sql"]);
    assert_eq!(code, Some(0));
    assert!(
        said.contains("it leads to /skills/query-language; public"),
        "{said}"
    );
    // The way back takes the old path back too.
    let (code, said, err) = run(&folder, &["mv", "skill:query-language", "sql"]);
    assert_eq!(code, Some(0), "{said}{err}");
    let aliases = "aliases = [\"/skills/databases\", \"/skills/query-language\"]\n";
    assert!(text(&folder, "skills/sql.md").contains(aliases));
    assert_eq!(complaints(&folder), told);
    let (code, said, err) = run(&folder, &["mv", "skill:incident-response", "faults"]);
    assert_eq!(code, Some(0), "{said}{err}");
    let line = "\r\naliases = [\"/skills/incident-response\"]\r\n";
    assert_eq!(
        text(&folder, "skills/faults.md").replacen(line, "\r\n", 1),
        crlf.replace("query-language", "sql")
    );
}

#[test]
fn a_role_takes_its_pages_of_pay_with_it() {
    let folder = site(None);
    let told = complaints(&folder);
    let (code, said, err) = run(
        &folder,
        &["mv", "role:backend-developer", "server-developer"],
    );
    assert_eq!(code, Some(0), "{said}{err}");
    assert_eq!(complaints(&folder), told);
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

#[test]
fn a_rename_that_cannot_be_whole_is_refused() {
    let folder = site(None);
    let sound = bytes(&folder);
    for (from, to, words) in [
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
        ("skill:sql", "roles", ""),
        ("page:about", "page:roles", "url-duplicate"),
        ("page:about", "page:words", "redirect-shadow"),
    ] {
        let (code, said, err) = run(&folder, &["mv", from, to]);
        if words.is_empty() {
            assert_eq!(code, Some(0), "{err}");
            assert_eq!(run(&folder, &["mv", "skill:roles", "sql"]).0, Some(0));
            // The way back leaves one more old path.
            let before = sound["skills/sql.md"].clone();
            write(
                &folder,
                "skills/sql.md",
                &String::from_utf8(before).unwrap(),
            );
        } else {
            assert_eq!(code, Some(1), "{from} {to}: {said}");
            assert!(err.contains(words), "{from} {to}: {err}");
        }
        assert_eq!(bytes(&folder), sound, "{from} {to}");
    }
    for (file, old, new) in [
        ("jobs/example-bank-backend.md", "skills = ", "skils = "),
        ("jobs/example-bank-backend.md", "skills = [", "skills = ["),
        ("usage/databases-2025.toml", "title = ", "title "),
    ] {
        let folder = site(None);
        replace(&folder, file, old, new);
        let before = bytes(&folder);
        let (code, said, err) = run(&folder, &["mv", "skill:sql", "x"]);
        if old == new {
            assert_eq!(code, Some(0), "{err}");
        } else {
            assert_eq!(code, Some(1), "{said}");
            assert!(err.contains(&format!("mend these first: {file}")), "{err}");
            assert_eq!(bytes(&folder), before);
        }
    }
    assert!(!exists(&folder, "skills/x.md"));
}
