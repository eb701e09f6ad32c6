use std::fs;

use regex::{Captures, Regex};

use super::{exists, run, said_of, text, write};
use crate::serving::site;

/// A field and what its editor writes into it.
type Filled = (&'static str, &'static str);

/// Each kind with its folder, and what its editor writes into fields that all kinds have not.
const KINDS: [(&str, &str, &[Filled]); 10] = [
    ("role", "roles", &[("text", "Reads."), ("level", "working")]),
    (
        "skill",
        "skills",
        &[("group", "databases"), ("level", "working")],
    ),
    ("career-path", "career-paths", &[("level", "junior")]),
    ("guide", "guides", &[("form", "explainer")]),
    (
        "learning",
        "learning",
        &[("form", "book"), ("level", "working")],
    ),
    ("industry", "industries", &[]),
    ("job", "jobs", &[]),
    ("term", "glossary", &[]),
    ("author", "authors", &[("is", "team")]),
    ("page", "pages", &[]),
];

/// What goes into a field of this name in any kind.
const FIELDS: [Filled; 17] = [
    (
        "summary",
        "A sentence that is as long as a summary of a page must be.",
    ),
    ("family", "development"),
    ("skill", "sql"),
    ("need", "must"),
    ("often", "daily"),
    ("from", "junior"),
    ("way", "degree"),
    ("group", "databases"),
    ("difficulty", "easy"),
    ("track", "common"),
    ("url", "https://example.org"),
    ("teaches", "sql"),
    ("cost", "free"),
    ("roles", "backend-developer"),
    ("role", "backend-developer"),
    ("language", "English"),
    ("pass", "It runs."),
];

#[test]
fn a_new_file_lacks_only_what_its_editor_must_fill_in() {
    let folder = site(None);
    for (kind, shelf, own) in KINDS {
        let (code, said, err) = run(&folder, &["new", kind, "a-new-one"]);
        assert_eq!(code, Some(0), "{kind}: {err}");
        let file = format!("{shelf}/a-new-one.md");
        assert!(said.contains(&file), "{said}");
        let empty = text(&folder, &file);
        assert!(empty.contains("title = \"A new one\"\n"), "{empty}");
        let complaints = said_of(&folder, &file);
        assert!(!complaints.is_empty(), "{kind}");
        for complaint in complaints {
            let (line, _) = complaint.split_once(':').unwrap();
            let line = empty.lines().nth(line.parse::<usize>().unwrap() - 1);
            assert!(line.unwrap().contains("\"\""), "{file}:{complaint}");
        }
        write(&folder, &file, &filled(&empty, own));
        assert_eq!(said_of(&folder, &file), [""; 0], "{kind}");
    }
    let (code, said, _) = run(&folder, &["check"]);
    assert_eq!(code, Some(0), "{said}");
}

/// The text with something in every empty field.
fn filled(text: &str, own: &[Filled]) -> String {
    let key = Regex::new(r#"(?m)^(\w+) = |(\w+) = ""|"""#).unwrap();
    let mut list = String::new();
    // Two rungs of a path are two levels.
    let mut levels = ["junior", "senior"].into_iter();
    let path = text.contains("[[rungs]]");
    let words = |name: &str| {
        let known = own.iter().chain(&FIELDS).find(|(key, _)| *key == name);
        known.map_or("Some words", |(_, words)| words).to_owned()
    };
    let replace = |found: &Captures| {
        if let Some(name) = found.get(1) {
            list = name.as_str().to_owned();
            return found[0].to_owned();
        }
        let name = found.get(2).map_or(&*list, |name| name.as_str()).to_owned();
        let value = match (&*name, path) {
            ("level", true) => levels.next().unwrap().to_owned(),
            _ if list == "levels" && name == "level" => "junior".to_owned(),
            ("cost", _) if text.contains("[[ways_in]]") => "Little".to_owned(),
            _ => words(&name),
        };
        match found.get(2) {
            Some(name) => format!("{} = \"{value}\"", name.as_str()),
            None => format!("\"{value}\""),
        }
    };
    let (front, body) = text.rsplit_once("+++").unwrap();
    let active = |line: &&str| !line.starts_with('#');
    let front: Vec<&str> = front.lines().filter(active).collect();
    let front = key.replace_all(&front.join("\n"), replace).into_owned();
    let body = body.replace("\n\n", "\n\nSome words.\n\n");
    format!("{front}\n+++{body}\nSome words.\n")
}

#[test]
fn what_is_commented_out_can_be_taken_in() {
    let folder = site(None);
    let help = Regex::new("(?m)^# .*\n").unwrap();
    let commented = Regex::new(r"(?m)^#(\S|  )").unwrap();
    for (kind, shelf, _) in KINDS {
        let file = format!("{shelf}/whole.md");
        assert_eq!(run(&folder, &["new", kind, "whole"]).0, Some(0));
        let whole = text(&folder, &file);
        let whole = help.replace_all(&whole, "");
        write(&folder, &file, &commented.replace_all(&whole, "$1"));
        for complaint in said_of(&folder, &file) {
            let shape = ["fm-syntax", "fm-unknown-key", "fm-type", "fm-missing"];
            assert!(
                !shape.iter().any(|code| complaint.contains(code)),
                "{file}:{complaint}"
            );
        }
    }
}

#[test]
fn what_is_there_stays_and_a_wrong_name_is_told_with_a_better_one() {
    let folder = site(None);
    let before = text(&folder, "skills/sql.md");
    for (arguments, words) in [
        (["skill", "sql"], "there is a file `skills/sql.md`"),
        (["skill", "C Sharp"], "did you mean `c-sharp`?"),
        (["skil", "python"], "did you mean `skill`?"),
        (
            ["page", "roles"],
            "`/roles` is an address that the guide has already",
        ),
        (
            ["page", "search"],
            "`/search` is an address that the guide has already",
        ),
        (
            ["page", "words"],
            "`/words` is an old path, which leads to `/glossary`",
        ),
        (["page", "newsletter"], "which is gone for good"),
        (["page", "careers"], ""),
    ] {
        let (code, said, err) = run(&folder, &[&["new"], &arguments[..]].concat());
        let refused = !words.is_empty();
        assert_eq!(code, Some(i32::from(refused)), "{arguments:?}: {err}");
        assert_eq!(said.is_empty(), refused);
        assert!(err.contains(words), "{arguments:?}: {err}");
    }
    assert_eq!(text(&folder, "skills/sql.md"), before);
    fs::remove_dir_all(folder.path().join("guides")).unwrap();
    let (code, _, err) = run(&folder, &["new", "guide", "x", "--title", "He said \"no\""]);
    assert_eq!(code, Some(0), "{err}");
    assert!(text(&folder, "guides/x.md").contains("title = 'He said \"no\"'\n"));
    let (code, _, err) = super::ended(&["new", "guide", "x", "--content", "no/such/folder"]);
    assert_eq!(code, Some(2), "{err}");
    assert!(!exists(&folder, "no"));
}
