//! What can be written at a place, and what is written around it.

use serde_json::Value;

use super::edited;
use super::editor::Editor;
use crate::serving::site;

const SKILL: &str = "skills/new.md";

/// A file, its text with a `|` at the place, and one of the words that can be written there.
const WRITABLE: &[(&str, &str, &str)] = &[
    (SKILL, "+++\n+++\nSee <skill:s|", "sql"),
    (SKILL, "+++\n+++\nSee <|", "career-path"),
    (SKILL, "+++\n+++\nSee [x](role:|)", "backend-developer"),
    (SKILL, "+++\n+++\nSee [x](skill:sql#|)", "how-to-learn"),
    (
        SKILL,
        "+++\n[[source]]\nid = \"bls\"\n+++\nSo it is.[^|",
        "bls",
    ),
    (SKILL, "+++\n+++\n```@|\n```\n", "salary"),
    (
        SKILL,
        "+++\n+++\n```@salary\nrole = \"\"\n|\n```\n",
        "region",
    ),
    (SKILL, "+++\n+++\n```@salary\nregion = \"|\"\n```\n", "us"),
    (SKILL, "+++\n+++\n```@include\nsnippet = |\n```\n", "titles"),
    (
        SKILL,
        "+++\n+++\n```@figure\nusage = \"databases-2025\"\nfigure = \"|",
        "mysql",
    ),
    (SKILL, "+++\nstatus = \"|\n+++\n", "archived"),
    (SKILL, "+++\nneeds = [\"sql\", \"h|\"]\n+++\n", "http"),
    (SKILL, "+++\ngroup = |\n+++\n", "databases"),
    (SKILL, "+++\ntags = ['|']\n+++\n", "getting-in"),
    (SKILL, "+++\ntitle = 'x'\n|\n", "summary"),
    (SKILL, "+++\n[skip_test]\n|\n+++\n", "pass"),
    (SKILL, "+++\n[|]\n+++\n", "skip_test"),
    (
        SKILL,
        "+++\nhours_basis = 'as <term:|'\n+++\n",
        "idempotency",
    ),
    (
        "roles/new.md",
        "+++\nskills = [{ skill = 'sql', rises = { | } }]\n+++\n",
        "senior",
    ),
    (
        "salaries/new.toml",
        "figures = [{ region = '|' }]",
        "us-seattle",
    ),
    ("snippets/new.md", "See <term:|>", "api"),
];

/// The labels of all completions at the `|` of a text.
fn labels(editor: &mut Editor, file: &str, text: &str) -> Vec<String> {
    let items = editor.ask_at("textDocument/completion", file, text);
    let items = items.as_array().cloned().unwrap_or_default();
    let label = |item: Value| item["label"].as_str().unwrap().to_owned();
    items.into_iter().map(label).collect()
}

#[test]
fn names_words_and_fields_are_completed() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    for (file, text, expected) in WRITABLE {
        let labels = labels(&mut editor, file, text);
        assert!(
            labels.iter().any(|label| label == expected),
            "{text}: {labels:?}"
        );
    }
    for text in [
        "+++\n+++\nNothing| here",
        "+++\n+++\n```sh\n<skill:|\n```\n",
        "+++\ntitle = '|'\n+++\n",
        "+++\n# status = '|\n+++\n",
    ] {
        assert_eq!(labels(&mut editor, SKILL, text), [""; 0], "{text}");
    }
    editor.end();
}

#[test]
fn a_completion_writes_what_is_missing_around_it() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    let file = "skills/new.md";
    for (text, label, mended) in [
        ("+++\n+++\n😀 <skill:s|", "sql", "+++\n+++\n😀 <skill:sql>"),
        ("+++\n+++\n<skill:s|ql>", "http", "+++\n+++\n<skill:http>"),
        ("+++\n+++\n<|", "skill", "+++\n+++\n<skill:"),
        ("+++\n+++\nx[^|", "bls", "+++\n+++\nx[^bls]"),
        (
            "+++\ngroup = |\n",
            "databases",
            "+++\ngroup = \"databases\"\n",
        ),
        (
            "+++\ngroup = \"d|\n",
            "databases",
            "+++\ngroup = \"databases\"\n",
        ),
        ("+++\nsta|\n", "status", "+++\nstatus = \n"),
        ("+++\nsta| = 'x'\n", "status", "+++\nstatus = 'x'\n"),
    ] {
        let source = "[[source]]\nid = 'bls'\n+++";
        let is_cited = label == "bls";
        let (text, mended) = match is_cited {
            true => {
                let with = |text: &str| text.replacen("+++\n+++", &format!("+++\n{source}"), 1);
                (with(text), with(mended))
            }
            false => (text.to_owned(), mended.to_owned()),
        };
        let items = editor.ask_at("textDocument/completion", file, &text);
        let items = items.as_array().unwrap();
        let item = items.iter().find(|item| item["label"] == label).unwrap();
        let text = text.replace('|', "");
        assert_eq!(edited(&text, &item["textEdit"]), mended);
    }
    editor.end();
}
