//! The language server as an editor's program meets it: over the pipes of the real program.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod completion;
mod editor;
mod ends;

use std::fs;

use serde_json::{Value, json};

use crate::serving::site;
use editor::Editor;

const SQL: &str = "skills/sql.md";

/// Title, lead with wide letters, and all else that a term needs.
fn term(body: &str) -> String {
    let summary = "What stays the same however often one asks for it, as a test needs it.";
    let front = format!("title = \"Idempotency\"\nsummary = \"{summary}\"\nstatus = \"published\"");
    format!(
        "+++\n{front}\npublished = 2026-02-01\nupdated = 2026-02-01\nreviewed = 2026-10-01\nauthors = [\"editors\"]\n+++\n\n{body}\n"
    )
}

#[test]
fn a_mistake_is_told_while_it_is_typed_and_no_longer_when_it_is_mended() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    let good = editor.on_disk(SQL);
    let bad = good.replace("\"published\"", "\"publised\"");
    editor.open(SQL, &bad);
    let told = editor.told(SQL);
    let expected = json!({
        "range": { "start": { "line": 3, "character": 9 }, "end": { "line": 3, "character": 19 } },
        "severity": 1,
        "code": "fm-value",
        "source": "career-guide",
        "message": "`publised` is not a status\none of: draft, review, published, archived\nhelp: did you mean `published`?",
    });
    assert_eq!(told, json!([expected]));
    editor.change(SQL, &good);
    assert_eq!(editor.told(SQL), json!([]));
    // What is on disk has never changed, and the open text outweighs it until it is closed.
    fs::write(folder.path().join(SQL), &bad).unwrap();
    editor.change(SQL, &good.replace("title = \"SQL\"", "title = \"\""));
    assert_eq!(editor.told(SQL)[0]["code"], "fm-length");
    editor.close(SQL);
    assert_eq!(editor.told(SQL)[0]["code"], "fm-value");
    assert_eq!(editor.end(), (Some(0), String::new()));
}

/// What is told under a code; nothing if nothing is.
fn mistake(told: &Value, code: &str) -> Option<Value> {
    let mut told = told.as_array().unwrap().iter();
    told.find(|it| it["code"] == code).cloned()
}

#[test]
fn a_change_in_one_text_is_told_in_all_that_name_it() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    let file = "glossary/fresh.md";
    editor.open("glossary/api.md", &term("See <term:fresh>."));
    let told = editor.told("glossary/api.md");
    assert!(mistake(&told, "ref-unknown").is_some(), "{told}");
    // A text that has never been saved is there all the same.
    editor.open(file, &term("Both are <term:api>."));
    let told = editor.told("glossary/api.md");
    assert_eq!(mistake(&told, "ref-unknown"), None);
    editor.close(file);
    let told = editor.told("glossary/api.md");
    assert!(mistake(&told, "ref-unknown").is_some(), "{told}");
    editor.end();
}

#[test]
fn places_count_units_of_utf_16_whatever_ends_the_lines() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    let text = term("é漢😀 <term:nothing> 😀 <skill:sql>").replace('\n', "\r\n");
    editor.open("glossary/idempotency.md", &text);
    let told = editor.told("glossary/idempotency.md");
    let expected = json!({
        "start": { "line": 10, "character": 6 }, "end": { "line": 10, "character": 18 },
    });
    let found = mistake(&told, "ref-unknown").unwrap();
    assert_eq!(found["range"], expected, "{told}");
    let line = "é漢😀 <term:nothing> 😀 <skill:s";
    let character = line.encode_utf16().count();
    let hover = editor.ask(
        "textDocument/hover",
        "glossary/idempotency.md",
        10,
        character,
    );
    let text = hover["contents"]["value"].as_str().unwrap();
    assert!(text.starts_with("**SQL** (`skills/sql.md`)"), "{text}");
    assert_eq!(hover["range"]["start"]["character"], character - 1);
    assert_eq!(hover["range"]["end"]["character"], character + 2);
    editor.end();
}

/// A text after an edit of one line, counted as the protocol counts.
fn edited(text: &str, edit: &Value) -> String {
    let place = |end: &str| {
        let number = |name: &str| edit["range"][end][name].as_u64().unwrap() as usize;
        let before: usize = text
            .split_inclusive('\n')
            .take(number("line"))
            .map(str::len)
            .sum();
        let mut units = 0;
        let line = text[before..].char_indices();
        let at = line.take_while(|(_, letter)| {
            units += letter.len_utf16();
            units <= number("character")
        });
        before + at.map(|(_, letter)| letter.len_utf8()).sum::<usize>()
    };
    let new = edit["newText"].as_str().unwrap();
    [&text[..place("start")], new, &text[place("end")..]].concat()
}

#[test]
fn a_hover_says_what_a_name_or_a_field_is() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    for (text, words) in [
        (
            "+++\n+++\nSee <sk|ill:sql>.",
            "**SQL** (`skills/sql.md`)\n\nThe language in which",
        ),
        ("+++\n+++\n[a](term:idem|potency)", "**Idempotency**"),
        ("+++\n+++\n[a](skill:sql#how|-to-learn)", "**How to learn**"),
        ("+++\nneeds = ['ht|tp']\n+++\n", "**HTTP"),
        (
            "+++\nsta|tus = 'draft'\n+++\n",
            "`status`, required\n\nWhether the page is public.",
        ),
        (
            "+++\n[skip|_test]\n+++\n",
            "`skip_test`, required\n\nThe test that",
        ),
        (
            "+++\n+++\n```@salary\nreg|ion = 'us'\n```\n",
            "`region`, required",
        ),
        (
            "+++\n+++\n```@salary\nregion = 'u|s'\n```\n",
            "**United States**",
        ),
    ] {
        let hover = editor.ask_at("textDocument/hover", "skills/new.md", text);
        let found = hover["contents"]["value"].as_str().unwrap_or_default();
        assert!(found.starts_with(words), "{text}: {found}");
    }
    let nothing = editor.ask_at("textDocument/hover", "skills/new.md", "+++\n+++\nWo|rds");
    assert_eq!(nothing, Value::Null);
    editor.end();
}

#[test]
fn names_lead_to_what_they_stand_for() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    let figure = "+++\n+++\n```@figure\nusage = \"databases-2025\"\nfigure = \"my|sql\"\n```\n";
    for (text, file, words) in [
        ("+++\n+++\n<skill:s|ql>", "skills/sql.md", "\"SQL\""),
        (
            "+++\n+++\n[a](skill:sql#how-|to-learn)",
            "skills/sql.md",
            "## How to learn",
        ),
        ("+++\nneeds = ['ht|tp']\n+++\n", "skills/http.md", ""),
        (
            "+++\ngroup = 'data|bases'\n+++\n",
            "vocabulary/skill-groups.toml",
            "\"databases\"",
        ),
        (
            "+++\n+++\n```@include\nsnippet = \"ti|tles\"\n```\n",
            "snippets/titles.md",
            "",
        ),
        (figure, "usage/databases-2025.toml", "\"mysql\""),
    ] {
        let found = editor.ask_at("textDocument/definition", "skills/new.md", text);
        assert_eq!(found["uri"], editor.uri(file), "{text}");
        let written = editor.written(file, &found["range"]);
        assert!(written.contains(words), "{text}: {written}");
    }
    let guide = "guides/frontend-and-backend.md";
    let text = editor.on_disk(guide).replacen("[^oews]", "[^oe|ws]", 1);
    let found = editor.ask_at("textDocument/definition", guide, &text);
    assert_eq!(editor.written(guide, &found["range"]), "\"oews\"");
    editor.end();
}

#[test]
fn a_document_knows_who_names_it() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    editor.open(SQL, &editor.on_disk(SQL));
    let position = json!({ "line": 1, "character": 3 });
    let asked = json!({
        "textDocument": { "uri": editor.uri(SQL) },
        "position": position,
        "context": { "includeDeclaration": true },
    });
    let found = editor.request("textDocument/references", asked);
    let found = found["result"].as_array().unwrap().clone();
    let named = |file: &str| {
        let uri = editor.uri(file);
        let here = found.iter().filter(|it| it["uri"] == uri);
        here.map(|it| editor.written(file, &it["range"]))
            .collect::<Vec<_>>()
    };
    assert_eq!(named(SQL), ["\"SQL\""]);
    let guide = ["\"sql\"", "skill:sql#how-to-learn"];
    assert_eq!(named("guides/frontend-and-backend.md"), guide);
    assert!(!named("roles/backend-developer.md").is_empty());
    editor.end();
}

#[test]
fn sections_are_listed_with_what_is_below_them() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    editor.open(SQL, &editor.on_disk(SQL));
    let asked = json!({ "textDocument": { "uri": editor.uri(SQL) } });
    let found = editor.request("textDocument/documentSymbol", asked)["result"].clone();
    let names = |list: &Value| -> Vec<String> {
        let list = list.as_array().cloned().unwrap_or_default();
        let name = |it: &Value| it["name"].as_str().unwrap().to_owned();
        list.iter().map(name).collect()
    };
    assert_eq!(
        names(&found),
        [
            "Why employers ask",
            "How to learn",
            "Common mistakes",
            "What to choose first",
            "Certificates"
        ]
    );
    assert_eq!(names(&found[2]["children"]), ["Measuring nothing"]);
    let written = editor.written(SQL, &found[1]["range"]);
    assert!(written.starts_with("## How to learn") && !written.contains("## Common"));
    editor.end();
}

#[test]
fn a_help_that_is_an_edit_is_offered_as_one() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    let file = "glossary/api.md";
    let text = term("😀 See <skill:sqll>.\n\nAnd /x: [this one](/skills/http).");
    editor.open(file, &text);
    let mut text = text;
    for (code, expected) in [
        ("ref-unknown", "<skill:sql>."),
        ("link-root", "[this one](skill:http)"),
    ] {
        let told = mistake(&editor.told(file), code).unwrap();
        let asked = json!({
            "textDocument": { "uri": editor.uri(file) },
            "range": told["range"],
            "context": { "diagnostics": [told] },
        });
        let actions = editor.request("textDocument/codeAction", asked)["result"].clone();
        let edits = &actions[0]["edit"]["changes"][&editor.uri(file)];
        text = edited(&text, &edits[0]);
        assert!(text.contains(expected), "{actions}");
        editor.change(file, &text);
    }
    assert_eq!(mistake(&editor.told(file), "link-root"), None);
    editor.end();
}

#[test]
fn a_source_is_renamed_and_a_document_is_left_to_its_command() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    let guide = "guides/frontend-and-backend.md";
    let text = editor.on_disk(guide);
    editor.open(guide, &text);
    editor.ask_at("textDocument/hover", guide, &format!("|{text}"));
    let line = text
        .lines()
        .position(|line| line.contains("[^oews]"))
        .unwrap();
    let line = (line, text.lines().nth(line).unwrap().find("oews").unwrap());
    let asked = json!({
        "textDocument": { "uri": editor.uri(guide) },
        "position": { "line": line.0, "character": line.1 + 1 },
        "newName": "wages",
    });
    let answer = editor.request("textDocument/rename", asked);
    let edits = answer["result"]["changes"][&editor.uri(guide)]
        .as_array()
        .unwrap()
        .clone();
    let renamed = edits
        .iter()
        .fold(text.clone(), |text, edit| edited(&text, edit));
    // Each edit leaves the lines as they are, and no line has two of them.
    assert_eq!(
        renamed,
        text.replace("[^oews]", "[^wages]")
            .replace("id = \"oews\"", "id = \"wages\"")
    );
    let place = text
        .lines()
        .position(|line| line.contains("skill:sql"))
        .unwrap();
    let column = text.lines().nth(place).unwrap().find("sql").unwrap();
    let asked = json!({
        "textDocument": { "uri": editor.uri(guide) },
        "position": { "line": place, "character": column },
    });
    let answer = editor.request("textDocument/prepareRename", asked);
    let words = answer["error"]["message"].as_str().unwrap();
    assert!(words.contains("career-guide mv skill:sql"), "{words}");
    editor.end();
}

#[test]
fn what_changes_on_disk_is_told_too() {
    let folder = site(None);
    let watches =
        json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
    let mut editor = Editor::greeting(&folder, json!({ "capabilities": watches }));
    let registration = editor.next();
    assert_eq!(registration["method"], "client/registerCapability");
    let watchers = &registration["params"]["registrations"][0]["registerOptions"]["watchers"];
    let pattern = watchers[0]["globPattern"].as_str().unwrap();
    assert!(editor.uri("**").ends_with(pattern), "{pattern}");
    let bad = editor.on_disk(SQL).replace("\"published\"", "\"publised\"");
    fs::write(folder.path().join(SQL), bad).unwrap();
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    assert_eq!(editor.told(SQL)[0]["code"], "fm-value");
    fs::remove_file(folder.path().join(SQL)).unwrap();
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    assert_eq!(editor.told(SQL), json!([]));
    editor.end();
}

#[test]
fn a_part_of_a_text_is_changed_where_it_stands() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    let file = "glossary/idempotency.md";
    editor.open(file, &term("é😀 <term:nothing>"));
    assert!(mistake(&editor.told(file), "ref-unknown").is_some());
    let range = json!({
        "start": { "line": 10, "character": 10 }, "end": { "line": 10, "character": 17 },
    });
    editor.change_part(file, range, "api");
    assert_eq!(mistake(&editor.told(file), "ref-unknown"), None);
    let hover = editor.ask("textDocument/hover", file, 10, 11);
    assert!(
        hover["contents"]["value"]
            .as_str()
            .unwrap()
            .starts_with("**API**")
    );
    editor.end();
}
