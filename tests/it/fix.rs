//! `check --fix`, `check --since` and the lines of `check --format json`, on folders that are broken.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use career_guide::cli::check::{Check, Format};
use career_guide::content::{Reader, Severity, json, json_schema};
use tempfile::TempDir;

use crate::broken::{INSTANT, copy, folders, loaded, site_with};
use crate::serving::program;

/// What `check` prints, with the folder's name taken out.
fn checked(folder: &Path, format: Format, since: Option<&str>, fix: bool) -> String {
    let check = Check {
        content: folder.to_owned(),
        format,
        deny_warnings: false,
        since: since.map(str::to_owned),
        fix,
    };
    let mut out = Vec::new();
    check.run(INSTANT.parse().unwrap(), &mut out);
    let out = String::from_utf8(out).unwrap();
    out.replace(&format!("{}/", folder.display()), "")
}

/// All files below a folder, with their bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.symlink_metadata().unwrap().is_dir() {
            true => found.extend(files(&path)),
            false => _ = found.insert(path.clone(), fs::read(&path).unwrap_or_default()),
        }
    }
    found
}

/// The fixture site with one page of these words.
fn page(text: &str) -> TempDir {
    let folder = site_with(Path::new("none"));
    fs::write(folder.path().join("pages/about.md"), text).unwrap();
    folder
}

fn about(fields: &str, text: &str) -> String {
    format!(
        "+++\ntitle = \"About ünïcode\"\nsummary = \"Who makes the fixture guide, and what it leaves \
         out of it.\"\npublished = 2026-01-15\n{fields}\n+++\n\n{text}\n"
    )
}

const SOUND: &str = "status = \"published\"\nupdated = 2026-05-01";

/// Fields and text of a page, and what becomes of the lines that are wrong.
const MENDED: &[(&str, &str, &str, &str)] = &[
    (
        "status = 'publised'\nupdated = 2026-05-01",
        "a",
        "publised",
        "published",
    ),
    (
        "status = \"published\"\nupdatd = 2026-05-01",
        "a",
        "updatd",
        "updated",
    ),
    (
        "status = \"published\"\nupdated = 1.5.2026 # May",
        "a",
        "1.5.2026",
        "2026-05-01",
    ),
    (
        "status = \"published\"\nupdated = \"2026-05-01\"",
        "a",
        "\"2026-05-01\"",
        "2026-05-01",
    ),
    (
        "status = \"published\"\nupdated = \"1 May 2026\"",
        "a",
        "\"1 May 2026\"",
        "2026-05-01",
    ),
    (
        "status = \"published\"\nupdated = 2026-05-01\naliases = [\"/Us\"]",
        "a",
        "/Us",
        "/us",
    ),
    (SOUND, "é <skill:htp> é", "htp", "http"),
    (SOUND, "[é](skill:http#how-to-lern)", "lern", "learn"),
    (
        SOUND,
        "[é](/roles/backend-developer#pay)",
        "/roles/",
        "role:",
    ),
    (
        SOUND,
        "[é](../skills/sql.md)",
        "../skills/sql.md",
        "skill:sql",
    ),
    (
        SOUND,
        "<role:Backend-Developer>",
        "Backend-Developer",
        "backend-developer",
    ),
    (SOUND, "<skill:databases>", "databases", "sql"),
    (SOUND, "<skil:sql>", "skil:", "skill:"),
    (
        SOUND,
        "see https://www.bls.gov/oes/.",
        "https://www.bls.gov/oes/",
        "<https://www.bls.gov/oes/>",
    ),
    (SOUND, "> [!WARNIG]\n> Words.", "WARNIG", "WARNING"),
    (
        SOUND,
        "```@slary\nrole = \"backend-developer\"\nregion = \"us\"\n```",
        "slary",
        "salary",
    ),
    (
        SOUND,
        "```@salary\nrole = \"backend-developr\"\nregion = \"us\"\n```",
        "developr\"",
        "developer\"",
    ),
    (SOUND, "# é\n\nWords.", "# é", "## é"),
    (SOUND, "![é](lader.svg)", "lader", "ladder"),
];

/// What nobody can be sure of.
const LEFT: &[(&str, &str)] = &[
    ("status = \"live\"\nupdated = 2026-05-01", "a"),
    ("status = \"published\"\nupdated = 1/5/2026", "a"),
    (SOUND, "<skill:spl>"),
    (SOUND, "[é](/skills/none)"),
    (SOUND, "[here](skill:sql)"),
    (SOUND, "[é](skill:http#none)"),
    (SOUND, "a <b>c</b>"),
    (SOUND, "```@include\nsnippet = \"titels\"\n```\n\n````"),
];

#[test]
fn what_is_sure_is_written_and_all_else_stays() {
    for (place, (fields, text, old, new)) in MENDED.iter().enumerate() {
        let line_end = ["\n", "\r\n"][place % 2];
        let text = about(fields, text).replace('\n', line_end);
        assert_eq!(text.matches(old).count(), 1, "{old}");
        let folder = page(&text);
        let out = checked(folder.path(), Format::Short, None, true);
        assert_eq!(out.matches(": fixed[").count(), 1, "{text}\n{out}");
        let found = fs::read_to_string(folder.path().join("pages/about.md")).unwrap();
        assert_eq!(found, text.replace(old, new), "{out}");
        assert!(
            out.ends_with("29 files, 0 errors, 0 warnings\n"),
            "{text}\n{out}"
        );
    }
    for (fields, text) in LEFT {
        let folder = page(&about(fields, text));
        let before = files(folder.path());
        let out = checked(folder.path(), Format::Short, None, true);
        assert!(!out.contains(": fixed["), "{text}\n{out}");
        assert_eq!(files(folder.path()), before, "{text}");
    }
}

/// Twice is as once, no file is touched without a word, and nothing is worse than before.
#[test]
fn any_broken_folder_is_mended_once() {
    let reader = Reader::for_checks();
    for name in folders() {
        let broken = Path::new("tests/fixtures/broken").join(&name);
        let folder = site_with(&broken.join("bad"));
        let (before, first) = (files(folder.path()), loaded(&reader, folder.path()));
        if first.diagnostics.iter().all(|it| it.fix.is_none()) {
            continue;
        }
        let fixed = checked(folder.path(), Format::Short, None, true);
        let after = files(folder.path());
        assert!(after.keys().eq(before.keys()), "{name}");
        for (path, bytes) in &after {
            let file = path.strip_prefix(folder.path()).unwrap().display();
            let told = fixed.contains(&format!("{file}:")) && fixed.contains(": fixed[");
            assert!(told || before[path] == *bytes, "{name}: {file}");
        }
        let errors = fixed.lines().filter(|line| line.contains(": error["));
        assert!(
            errors.count() <= first.count(Severity::Error),
            "{name}:\n{fixed}"
        );
        let again = checked(folder.path(), Format::Short, None, true);
        assert!(!again.contains(": fixed["), "{name}: {again}");
        assert_eq!(files(folder.path()), after, "{name}");
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "UPDATE_EXPECT=1 writes the schema anew; only the tests read it"
)]
fn lines_for_programs_have_a_schema() {
    let path = "schema/diagnostics.json";
    let schema = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, &schema).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), schema);
    let validator = jsonschema::validator_for(&json_schema()).unwrap();
    let (mut edits, reader) = (0, Reader::for_checks());
    for name in folders() {
        let folder = site_with(&Path::new("tests/fixtures/broken").join(&name).join("bad"));
        let found = loaded(&reader, folder.path());
        for diagnostic in &found.diagnostics {
            let text = found.texts.get(&diagnostic.file);
            let line = json(
                diagnostic,
                text.map_or("", String::as_str),
                &diagnostic.file,
            );
            let value: serde_json::Value = serde_json::from_str(&line).unwrap();
            assert!(validator.is_valid(&value), "{name}: {line}");
            edits += usize::from(!value["fix"].is_null());
        }
    }
    assert!(edits > 10, "{edits} edits");
    assert!(!validator.is_valid(&serde_json::json!({ "path": "a" })));
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    let git = git
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null");
    let git = git.args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
    let output = git.args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
}

/// A repository whose folder `content` is the fixture site with mistakes in it.
fn repository() -> TempDir {
    let root = TempDir::new().unwrap();
    let content = root.path().join("content");
    copy(
        site_with(Path::new("tests/fixtures/broken/twenty-mistakes/bad")).path(),
        {
            fs::create_dir(&content).unwrap();
            &content
        },
    );
    for arguments in [
        &["init", "--quiet"][..],
        &["add", "."],
        &["commit", "--quiet", "-m", "a"],
        &["tag", "start"],
    ] {
        git(root.path(), arguments);
    }
    root
}

#[test]
fn since_a_commit_only_its_changes_are_told() {
    let root = repository();
    let content = root.path().join("content");
    let told = || {
        let out = checked(&content, Format::Short, Some("start"), false);
        let lines = out.lines().filter(|line| line.contains(": error["));
        let mut files: Vec<String> = lines
            .map(|line| line.split(':').next().unwrap().to_owned())
            .collect();
        files.dedup();
        files
    };
    let append = |file: &str, text: &str| {
        let path = content.join(file);
        let old = fs::read_to_string(&path).unwrap_or_default();
        fs::write(path, old + text).unwrap();
    };
    assert_eq!(told(), [""; 0]);
    append("glossary/api.md", "\nWords.\n");
    assert_eq!(told(), ["glossary/api.md"]);
    append("glossary/neu é.md", "+++\n+++\n");
    assert_eq!(told(), ["glossary/api.md", "glossary/neu é.md"]);
    git(root.path(), &["add", "."]);
    append("skills/sql.md", "\nWords.\n");
    git(root.path(), &["commit", "--quiet", "-m", "b"]);
    assert_eq!(
        told(),
        ["glossary/api.md", "glossary/neu é.md", "skills/sql.md"]
    );
    git(root.path(), &["reset", "--quiet", "--hard", "start"]);
    assert_eq!(told(), [""; 0]);
    fs::remove_file(content.join("industries/finance.md")).unwrap();
    let naming = [
        "roles/backend-developer.md",
        "roles/site-reliability-engineer.md",
    ];
    assert_eq!(told(), naming);
}

#[test]
fn since_says_why_it_cannot() {
    let root = repository();
    let content = root.path().join("content");
    let plain = site_with(Path::new("none"));
    let path = std::ffi::OsStr::new("/nowhere");
    for (folder, commit, without_git, words) in [
        (
            content.as_path(),
            "nowhere",
            false,
            "there is no commit `nowhere`",
        ),
        (&content, "--output=x", false, "is not the name of a commit"),
        (plain.path(), "start", false, "git knows no repository here"),
        (&content, "start", true, "git, which cannot be started"),
    ] {
        let since = format!("--since={commit}");
        let folder = folder.to_str().unwrap();
        let mut command = program(&["check", "--content", folder, &since]);
        if without_git {
            command.env("PATH", path);
        }
        let output = command.output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(words), "{told}");
    }
}
