//! The fixture site, loaded: what is in the Site, and what is left out when.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use career_guide::cli::check::{Check, Format};
use career_guide::content::{Loaded, load};
use career_guide::pages;
use career_guide::site::{Address, Fate, Site};
use jiff::Timestamp;
use tempfile::TempDir;

use crate::broken::{INSTANT, copy};

const SITE: &str = "tests/fixtures/site";

fn at(folder: &Path, instant: &str) -> Loaded {
    let instant: Timestamp = instant.parse().expect("is an instant");
    load(folder, instant).expect("the folder can be read")
}

/// The fixture site as it is at an instant.
pub fn site_at(instant: &str) -> Site {
    at(Path::new(SITE), instant).site.expect("there is a site")
}

/// The fixture site with one replacement in one file.
fn edited(file: &str, old: &str, new: &str) -> TempDir {
    let folder = TempDir::new().expect("there is room for a folder");
    copy(Path::new(SITE), folder.path());
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).expect("the file is there");
    assert!(text.contains(old), "{file} has no {old}");
    fs::write(path, text.replace(old, new)).expect("the file can be written");
    folder
}

fn codes(loaded: &Loaded) -> Vec<&str> {
    loaded.diagnostics.iter().map(|it| it.code).collect()
}

#[test]
fn the_fixture_site_is_whole_and_without_messages() {
    let loaded = at(Path::new(SITE), INSTANT);
    assert_eq!(loaded.diagnostics, []);
    assert_eq!(loaded.files, 29);
    let site = loaded.site.expect("there is a site");
    let counts = [
        site.roles.len(),
        site.skills.len(),
        site.career_paths.len(),
        site.guides.len(),
        site.learning.len(),
        site.industries.len(),
        site.jobs.len(),
        site.terms.len(),
        site.authors.len(),
        site.pages.len(),
        site.salaries.len(),
        site.usage.len(),
    ];
    assert_eq!(counts, [2, 4, 1, 1, 1, 1, 2, 3, 1, 1, 2, 1]);
    let role = site.roles.get("backend-developer").expect("is there");
    assert_eq!(role.file, "roles/backend-developer.md");
    assert_eq!(role.duties.len(), 8);
    assert!(role.body.section("reasons-against").is_some());
    assert_eq!(site.salaries[0].id, "oews-2025");
}

#[test]
fn the_same_files_and_instant_give_the_same_site() {
    assert_eq!(site_at(INSTANT), site_at(INSTANT));
}

/// The bytes at every address, by path.
fn rendered(site: &Site) -> Vec<(String, Vec<u8>)> {
    let render = |address: &Address| {
        let rendered = pages::render(site, address).expect("the Site answers its addresses");
        (address.path(), rendered.body)
    };
    site.addresses().iter().map(render).collect()
}

/// What a reader has fetched may be kept until the Site says that it changes.
#[test]
fn no_page_changes_before_the_site_says_so() {
    let (now, later) = (site_at(INSTANT), site_at("2026-11-21T12:00:00Z"));
    assert!(now.next_change > Some(later.instant));
    assert_eq!(rendered(&now), rendered(&site_at(INSTANT)));
    let (before, after) = (rendered(&now), rendered(&later));
    assert_eq!(before.len(), after.len());
    let pairs = before.iter().zip(&after);
    let changed: Vec<_> = pairs.filter(|(before, after)| before != after).collect();
    let paths = changed.iter().map(|(before, _)| before.0.as_str());
    let paths: Vec<_> = paths.collect();
    assert!(paths.is_empty(), "{paths:?} changed");
}

#[test]
fn a_closed_job_is_shown_as_closed() {
    let site = site_at(INSTANT);
    for (id, closed) in [("example-bank-backend", false), ("example-shop-sre", true)] {
        let job = site.jobs.get(id).expect(id);
        assert_eq!(site.is_closed(job), closed, "{id}");
    }
}

#[test]
fn old_paths_lead_to_their_last_target() {
    let redirects = site_at(INSTANT).redirects;
    let moved = |path: &str| Some(Fate::Moved(path.to_owned()));
    for (path, fate) in [
        ("/jobs/backend", moved("/roles/backend-developer")),
        ("/careers/backend", moved("/roles/backend-developer")),
        ("/skills/databases", moved("/skills/sql")),
        ("/words", moved("/glossary")),
        (
            "/newsletter",
            Some(Fate::Gone("The newsletter ended in 2025.".to_owned())),
        ),
        ("/roles", None),
    ] {
        assert_eq!(redirects.fate(path).cloned(), fate, "{path}");
    }
}

#[test]
fn a_page_waits_for_its_moment() {
    let course = "learning/sql-course.md";
    let folder = edited(
        course,
        "form =",
        "publish_at = 2026-11-21T08:00:00+02:00\nform =",
    );
    let before = at(folder.path(), INSTANT);
    assert_eq!(codes(&before), [""; 0]);
    let before = before.site.expect("there is a site");
    assert_eq!(before.learning.len(), 0);
    let moment = "2026-11-21T06:00:00Z".parse().expect("is an instant");
    assert_eq!(before.next_change, Some(moment));
    let after = at(folder.path(), "2026-11-21T06:00:00Z").site;
    assert_eq!(after.expect("there is a site").learning.len(), 1);
}

#[test]
fn a_site_knows_when_it_changes_next() {
    for (instant, next) in [
        ("2026-09-20T00:00:00Z", "2026-09-30T23:59:59Z"),
        (INSTANT, "2027-07-01T00:00:00Z"),
        ("2027-07-01T00:00:00Z", "2027-08-01T00:00:00Z"),
        ("2028-01-01T00:00:00Z", "2099-12-31T23:59:59Z"),
    ] {
        let next = next.parse().expect("is an instant");
        assert_eq!(site_at(instant).next_change, Some(next), "after {instant}");
    }
}

#[test]
fn drafts_are_not_in_the_site() {
    let file = "industries/finance.md";
    for status in ["draft", "review"] {
        let folder = edited(file, "\"published\"", &format!("\"{status}\""));
        let site = at(folder.path(), INSTANT).site.expect("there is a site");
        assert!(site.industries.is_empty(), "{status}");
    }
    let folder = edited(file, "\"published\"", "\"archived\"");
    let site = at(folder.path(), INSTANT).site.expect("there is a site");
    assert_eq!(site.industries.len(), 1);
}

#[test]
fn a_broken_document_is_left_out_alone_and_told_once() {
    let folder = edited("skills/sql.md", "group = \"databases\"", "group = 5");
    let loaded = at(folder.path(), INSTANT);
    assert_eq!(codes(&loaded), ["fm-type"]);
    let site = loaded.site.expect("there is a site");
    assert!(site.skills.get("sql").is_none());
    assert_eq!((site.skills.len(), site.roles.len()), (3, 2));
}

#[test]
fn without_settings_or_vocabulary_there_is_no_site() {
    for file in ["site.toml", "vocabulary/levels.toml"] {
        let folder = TempDir::new().expect("there is room for a folder");
        copy(Path::new(SITE), folder.path());
        fs::remove_file(folder.path().join(file)).expect("the file can be removed");
        let loaded = at(folder.path(), INSTANT);
        assert_eq!(codes(&loaded), ["file-missing"], "{file}");
        assert!(loaded.site.is_none(), "{file}");
    }
}

/// Nobody who names what is there under a wrong name is blamed.
#[test]
fn a_misspelt_file_or_folder_is_told_once() {
    for (name, misspelt) in [
        ("site.toml", "sites.toml"),
        ("glossary", "glosary"),
        ("skills", "skill"),
        ("vocabulary", "vocabulry"),
        ("vocabulary/levels.toml", "vocabulary/level.toml"),
        ("assets", "asset"),
        ("salaries", "salarys"),
    ] {
        let folder = TempDir::new().expect("there is room for a folder");
        copy(Path::new(SITE), folder.path());
        let (name, misspelt) = (folder.path().join(name), folder.path().join(misspelt));
        fs::rename(name, &misspelt).expect("can be renamed");
        let loaded = at(folder.path(), INSTANT);
        assert_eq!(codes(&loaded), ["file-name"], "{}", misspelt.display());
    }
}

#[test]
fn a_folder_that_is_missing_or_empty_is_no_guide() {
    let folder = TempDir::new().expect("there is room for a folder");
    let instant = INSTANT.parse().expect("is an instant");
    for (path, words) in [
        (folder.path().to_owned(), "is empty"),
        (folder.path().join("none"), "cannot be read"),
    ] {
        let error = load(&path, instant).err().expect("cannot be loaded");
        assert!(error.to_string().contains(words), "{error}");
    }
}

/// What `check` prints, with the folder's name taken out, and its exit code.
fn checked(folder: &Path, format: Format, deny_warnings: bool) -> (String, ExitCode) {
    let mut out = Vec::new();
    let instant = INSTANT.parse().expect("is an instant");
    let check = Check {
        content: folder.to_owned(),
        format,
        deny_warnings,
        since: None,
        fix: false,
    };
    let code = check.run(instant, &mut out);
    let out = String::from_utf8(out).expect("is text");
    (
        out.replace(&format!("{}/", folder.display()), "content/"),
        code,
    )
}

#[test]
fn check_counts_what_it_finds() {
    let sound = || edited("pages/about.md", "editor", "editor");
    let wrong = || edited("pages/about.md", "\"published\"", "\"publised\"");
    let odd = || edited("pages/about.md", "An editor", "An Ã©ditor");
    let (ok, failed) = (ExitCode::SUCCESS, ExitCode::from(1));
    for (folder, deny, last, code) in [
        (sound(), true, "29 files, 0 errors, 0 warnings", ok),
        (wrong(), false, "1 error in 1 of 29 files", failed),
        (odd(), false, "1 warning in 1 of 29 files", ok),
        (odd(), true, "1 warning in 1 of 29 files", failed),
    ] {
        let (out, exit) = checked(folder.path(), Format::Short, deny);
        assert_eq!((out.lines().last(), exit), (Some(last), code));
    }
    let missing = Path::new("tests/fixtures/none");
    assert_eq!(checked(missing, Format::Short, false).1, ExitCode::from(2));
}

#[test]
fn check_draws_the_place() {
    let folder = edited("pages/about.md", "\"published\"", "\"publised\"");
    let expected = "\
error[fm-value]: `publised` is not a status
 --> content/pages/about.md:4:10
  |
4 | status = \"publised\"
  |          ^^^^^^^^^^ one of: draft, review, published, archived
  |
help: did you mean `published`?

`career-guide explain CODE` gives the cause, an example and the fix of a code

1 error in 1 of 29 files
";
    assert_eq!(checked(folder.path(), Format::Human, false).0, expected);
}
