//! Every folder of `tests/fixtures/broken` is a code of `check`: `bad/` laid over the fixture site
//! gives exactly the lines of `expected.txt`, `good/` gives nothing. The files named in `.removed` are
//! taken out.
//!
//! With `UPDATE_EXPECT=1` the lines are written instead of compared.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use career_guide::content::{Loaded, Reader, codes, short};
use career_guide::site::{Address, Fate, bare};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use regex::Regex;
use tempfile::TempDir;

/// The day on which the fixture site is loaded.
pub const INSTANT: &str = "2026-11-20T12:00:00Z";

/// The fixture site with a folder laid over it.
pub fn site_with(overlay: &Path) -> TempDir {
    let folder = TempDir::new().expect("there is room for a folder");
    copy(Path::new("tests/fixtures/site"), folder.path());
    if overlay.exists() {
        copy(overlay, folder.path());
        let removed = fs::read_to_string(overlay.join(".removed"));
        for file in removed.unwrap_or_default().lines() {
            fs::remove_file(folder.path().join(file)).expect("the file can be removed");
        }
    }
    folder
}

pub fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the fixture is a folder") {
        let entry = entry.expect("the fixture can be listed");
        let target = to.join(entry.file_name());
        let kind = entry.file_type().expect("the fixture can be listed");
        if kind.is_dir() {
            fs::create_dir_all(&target).expect("the folder can be made");
            copy(&entry.path(), &target);
        } else if kind.is_symlink() {
            let link = fs::read_link(entry.path()).expect("the link can be read");
            symlink(link, target).expect("the link can be made");
        } else {
            fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}

pub fn loaded(reader: &Reader, folder: &Path) -> Loaded {
    let instant: jiff::Timestamp = INSTANT.parse().expect("is an instant");
    reader
        .load(folder, instant)
        .expect("the folder can be read")
}

/// The messages, a line each.
pub fn lines(loaded: &Loaded) -> String {
    let mut lines = String::new();
    for diagnostic in &loaded.diagnostics {
        let text = loaded.texts.get(&diagnostic.file);
        let text = text.map_or("", String::as_str);
        lines.push_str(&short(diagnostic, text, &diagnostic.file));
        lines.push('\n');
    }
    lines
}

pub fn folders() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir("tests/fixtures/broken")
        .expect("the fixtures are there")
        .map(|entry| entry.expect("the fixtures can be listed").file_name())
        .map(|name| name.into_string().expect("names are plain"))
        .collect();
    names.sort();
    names
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "UPDATE_EXPECT=1 writes the expected messages anew; only this test reads it"
)]
fn bad_files_give_exactly_the_expected_messages() {
    let reader = Reader::default();
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for name in folders() {
        let folder = Path::new("tests/fixtures/broken").join(&name);
        let found = lines(&loaded(&reader, site_with(&folder.join("bad")).path()));
        let expected = folder.join("expected.txt");
        if update {
            fs::write(expected, found).expect("the expectation can be written");
            continue;
        }
        let expected = fs::read_to_string(expected).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{name}:\nexpected\n{expected}\nfound\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn good_files_give_no_message() {
    let reader = Reader::default();
    for name in folders() {
        let good = Path::new("tests/fixtures/broken").join(&name).join("good");
        if good.exists() {
            assert_eq!(
                lines(&loaded(&reader, site_with(&good).path())),
                "",
                "{name}"
            );
        }
    }
}

#[test]
fn a_folder_shows_its_own_code() {
    for name in folders() {
        let folder = Path::new("tests/fixtures/broken").join(&name);
        if folder.join("good").exists() {
            let expected = fs::read_to_string(folder.join("expected.txt")).unwrap_or_default();
            let code = format!("[{name}]: ");
            assert!(expected.contains(&code), "{name} does not show its code");
        }
    }
}

/// Needs a file that the reader of the tests may not read, and a superuser may read all.
const UNTESTED: [&str; 1] = ["file-unreadable"];

/// All `.rs` files below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("the sources can be listed").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn every_code_has_a_folder() {
    let code = r#""((?:allow|block|data|file|fm|img|life|link|md|redirect|ref|section|svg|url)-[a-z-]+|cycle)""#;
    let code = Regex::new(code).expect("is a pattern");
    let folders = folders();
    for path in sources(Path::new("src/content")) {
        let text = fs::read_to_string(&path).expect("the source can be read");
        for found in code.captures_iter(&text) {
            let code = &found[1];
            let known = UNTESTED.contains(&code) || folders.iter().any(|name| name == code);
            assert!(known, "{code} of {} is not shown", path.display());
        }
    }
}

/// The registry and the messages agree: no code that nobody explains, none that nobody sees, and no
/// severity that a message does not have.
#[test]
fn codes_are_explained_as_they_are_told() {
    let line = Regex::new(r"(?m): (error|warning)\[([a-z0-9-]+)\]: ").expect("is a pattern");
    let mut told = BTreeSet::new();
    for name in folders() {
        let expected = Path::new("tests/fixtures/broken").join(&name);
        let expected = fs::read_to_string(expected.join("expected.txt")).unwrap_or_default();
        let lines = line.captures_iter(&expected);
        told.extend(lines.map(|found| (found[2].to_owned(), found[1].to_owned())));
    }
    told.extend(UNTESTED.map(|code| (code.to_owned(), "error".to_owned())));
    let explained: BTreeSet<_> = codes()
        .flat_map(|it| {
            let severities = it.severities.into_iter();
            severities.map(move |severity| (it.code.to_owned(), severity.word().to_owned()))
        })
        .collect();
    assert_eq!(told, explained);
}

/// The fixture site in a folder where files can be spoilt.
struct Spoilt {
    folder: TempDir,
    reader: Reader,
}

impl Spoilt {
    fn new() -> Self {
        Spoilt {
            folder: site_with(Path::new("none")),
            reader: Reader::default(),
        }
    }

    /// The site with these bytes in place of a file's.
    fn with(&self, file: &str, bytes: &[u8]) -> Loaded {
        let path = self.folder.path().join(file);
        let sound = fs::read(&path).expect("the file can be read");
        fs::write(&path, bytes).expect("the file can be written");
        let loaded = loaded(&self.reader, self.folder.path());
        fs::write(&path, sound).expect("the file can be written");
        loaded
    }
}

fn panicked(loaded: &Loaded) -> bool {
    let mut codes = loaded.diagnostics.iter().map(|it| it.code);
    codes.any(|code| code == "file-unreadable")
}

/// Any bytes are read without a panic, and nobody else is blamed for them.
#[test]
fn any_bytes_are_a_content_file() {
    let site = Spoilt::new();
    let bytes = (prop::collection::vec(any::<u8>(), 0..400), any::<bool>());
    let mut runner = TestRunner::new(Config::with_cases(64));
    let outcome = runner.run(&bytes, |(bytes, front)| {
        let fenced = [b"+++\n", &bytes[..], b"\n+++\ntext"].concat();
        let bytes = if front { fenced } else { bytes };
        for file in ["skills/sql.md", "salaries/oews-2025.toml", "redirects.toml"] {
            let loaded = site.with(file, &bytes);
            prop_assert!(!panicked(&loaded), "{:?}", loaded.diagnostics);
            let strangers = loaded.diagnostics.iter().find(|it| it.file != file);
            prop_assert_eq!(strangers, None);
        }
        Ok(())
    });
    outcome.expect("all bytes can be read");
}

/// Any text in place of a part of a sound file is read without a panic.
#[test]
fn any_damage_is_told() {
    let site = Spoilt::new();
    let file = "roles/backend-developer.md";
    let sound = fs::read_to_string(site.folder.path().join(file)).expect("is there");
    let damage = (0..sound.len(), 0usize..40, "\\PC{0,12}");
    let mut runner = TestRunner::new(Config::with_cases(128));
    let outcome = runner.run(&damage, |(at, length, text)| {
        let place = |at: usize| sound.floor_char_boundary(at.min(sound.len()));
        let mut spoilt = sound.clone();
        spoilt.replace_range(place(at)..place(at + length), &text);
        let loaded = site.with(file, spoilt.as_bytes());
        prop_assert!(!panicked(&loaded), "{:?}", loaded.diagnostics);
        Ok(())
    });
    outcome.expect("all damage can be read");
}

/// Paths for [`any_redirects_lead_to_an_end_or_are_told`]: old ones, pages, and places on both.
const PATHS: [&str; 9] = [
    "/a", "/b", "/c", "/d", "/e", "/roles", "/about", "/b#x", "/roles#x",
];

/// A term that has these paths as aliases.
fn term_with(aliases: &[&str]) -> String {
    format!(
        "+++\ntitle = \"API\"\nsummary = \"An agreement on how one program asks another for data.\"\n\
         status = \"published\"\npublished = 2026-01-20\nupdated = 2026-01-20\naliases = {aliases:?}\n+++\n"
    )
}

/// Whether a reader who follows the redirects as they are written comes back to an old path.
fn comes_back(next: &HashMap<&str, &str>, start: &str) -> bool {
    let is_page = |path: &str| ["/roles", "/about"].contains(&path);
    let mut path = start;
    let steps = (0..=next.len()).take_while(|_| match next.get(path) {
        Some(to) if !is_page(path) => {
            path = bare(to);
            true
        }
        _ => false,
    });
    steps.count() > next.len()
}

/// Whatever leads where, a reader is sent on once, to something that is no old path, and a circle is
/// told.
#[test]
fn any_redirects_lead_to_an_end_or_are_told() {
    let site = Spoilt::new();
    let term = site.folder.path().join("glossary/api.md");
    let pair = (0..PATHS.len() - 2, 0..PATHS.len());
    let all = (
        prop::collection::vec(pair, 0..9),
        prop::collection::vec(0..PATHS.len() - 2, 0..3),
    );
    let mut runner = TestRunner::new(Config::with_cases(64));
    let outcome = runner.run(&all, |(pairs, aliases)| {
        let pairs: Vec<_> = pairs.iter().map(|at| (PATHS[at.0], PATHS[at.1])).collect();
        let aliases: Vec<_> = aliases.iter().map(|at| PATHS[*at]).collect();
        fs::write(&term, term_with(&aliases)).expect("the file can be written");
        let entry = |(from, to): &_| format!("[[redirect]]\nfrom = {from:?}\nto = {to:?}\n");
        let text: String = pairs.iter().map(entry).collect();
        let loaded = site.with("redirects.toml", text.as_bytes());
        prop_assert!(!panicked(&loaded), "{:?}", loaded.diagnostics);
        let known = loaded.site.as_ref().expect("there is a site");
        let redirects = &known.redirects;
        for (path, fate) in redirects.paths() {
            let Fate::Moved(to) = fate else { continue };
            prop_assert_eq!(redirects.fate(bare(to)), None, "{} leads to {}", path, to);
            let is_page = known.addresses().iter().any(|it| it.path() == path);
            prop_assert!(!is_page, "{path} is a page");
            prop_assert!(Address::parse(to).is_some() || to.contains('#'), "{to}");
        }
        let next: HashMap<&str, &str> = pairs.iter().rev().copied().collect();
        let circle = next.keys().any(|path| comes_back(&next, path));
        let told = loaded
            .diagnostics
            .iter()
            .any(|it| it.code == "redirect-loop");
        prop_assert_eq!(told, circle);
        Ok(())
    });
    outcome.expect("all redirects come to an end");
}
