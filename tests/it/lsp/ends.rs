//! How a conversation ends: in order, or with words on standard error.

use std::io::{Read as _, Write as _};
use std::process::Stdio;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::editor::Editor;
use crate::serving::{name, program, site};

/// What an editor's program does.
type Deed = fn(&mut Editor);

#[test]
fn the_exit_code_says_how_it_ended() {
    let folder = site(None);
    for (deed, code, words) in [
        (nothing as Deed, 1, "gone without `shutdown`"),
        (
            |it| it.tell("exit", Value::Null),
            1,
            "`exit` without `shutdown`",
        ),
        (
            |it| it.send(b"Content-Length: 20\r\n\r\n{\"half"),
            1,
            "ends in the middle",
        ),
        (
            |it| it.send(b"hello, are you there?\r\n"),
            1,
            "is not the beginning of a message",
        ),
        (
            |it| it.send(b"Content-Length: 99999999999999\r\n\r\n"),
            1,
            "not the beginning",
        ),
        (|it| it.send(&[0xff; 9000]), 1, "a line without an end"),
        (shut_down, 0, ""),
    ] {
        let mut editor = Editor::start(&folder);
        deed(&mut editor);
        editor.hang_up();
        let (found, log) = editor.ended();
        assert_eq!(found, Some(code), "{log}");
        assert!(log.contains(words), "{log}");
        assert_eq!(log.lines().count(), usize::from(code > 0), "{log}");
    }
}

fn nothing(_: &mut Editor) {}

fn shut_down(editor: &mut Editor) {
    editor.request("shutdown", Value::Null);
}

#[test]
fn a_folder_that_is_not_there_is_refused() {
    let empty = TempDir::new().unwrap();
    let (code, log) = Editor::silent(&empty).ended();
    assert_eq!(code, Some(2));
    assert!(log.contains("is empty"), "{log}");
}

#[test]
fn nonsense_is_answered_as_such_and_the_conversation_goes_on() {
    let folder = site(None);
    let mut editor = Editor::silent(&folder);
    for (message, code) in [
        (json!([1]), -32600),
        (json!({ "jsonrpc": "1.0", "id": 1, "method": "x" }), -32600),
        (
            json!({ "jsonrpc": "2.0", "id": 1, "method": "textDocument/hover" }),
            -32002,
        ),
    ] {
        editor.post(&message);
        assert_eq!(editor.next()["error"]["code"], code, "{message}");
    }
    editor.send(b"Content-Length: 3\r\n\r\n{a}");
    assert_eq!(editor.next()["error"]["code"], -32700);
    // Nothing of a beginning need be there.
    assert!(editor.request("initialize", Value::Null)["result"].is_object());
    for (method, params, code) in [
        ("initialize", json!({}), -32600),
        ("textDocument/hover", json!({ "position": "here" }), -32602),
        ("textDocument/hover", Value::Null, -32602),
        ("textDocument/dance", json!({}), -32601),
    ] {
        let answer = editor.request(method, params);
        assert_eq!(answer["error"]["code"], code, "{method}: {answer}");
    }
    for (method, params) in [
        ("textDocument/didOpen", json!({ "textDocument": 1 })),
        ("textDocument/didChange", json!([])),
        (
            "textDocument/didClose",
            json!({ "textDocument": { "uri": "nowhere" } }),
        ),
        ("workspace/dance", json!({})),
    ] {
        editor.tell(method, params);
    }
    editor.post(&json!({ "jsonrpc": "2.0", "id": 7, "result": null }));
    let elsewhere = json!({
        "textDocument": { "uri": "file:///etc/hosts" },
        "position": { "line": 0, "character": 4_000_000_000_u32 },
    });
    assert_eq!(
        editor.request("textDocument/hover", elsewhere)["result"],
        Value::Null
    );
    assert_eq!(editor.end(), (Some(0), String::new()));
}

#[test]
fn whoever_stops_listening_ends_it() {
    let folder = site(None);
    let mut command = program(&["lsp", "--content", name(&folder)]);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    let greeting = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}";
    write!(
        input,
        "Content-Length: {}\r\n\r\n{greeting}",
        greeting.len()
    )
    .unwrap();
    // It ends though more could come.
    let mut log = String::new();
    let mut stderr = child.stderr.take().unwrap();
    stderr.read_to_string(&mut log).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(log.contains("the editor does not listen"), "{log}");
}

/// Texts that no editor would save.
const HOSTILE: [&str; 12] = [
    "",
    "\u{feff}+++",
    "+++\r\r\n+++\r",
    "+++\nstatus = \"\u{202e}",
    "+++\n[[source]]\n[[source.x]]\n[source]\n+++\n[^",
    "+++\na.b.c = [[[{ x = \"\"\"\n+++\n",
    "+++\n+++\n```@figure\nusage = '''\n",
    "+++\n+++\n~~~ @include\nsnippet = \"titles\"\n~~~ <skill:",
    "+++\n+++\n> - # <term:\u{0}#",
    "+++\n+++\n[a](role:#)[b](:)[c](#)<#>",
    "+++\n+++\n😀\u{200d}😀#😀 {#😀}\n===\n",
    "+++\nlevels = 99999999999999999999999999\n+++\n![](../../x)",
];

#[test]
fn no_text_ends_it() {
    let folder = site(None);
    let mut editor = Editor::start(&folder);
    let long = [
        "+++\nskills = ".to_owned() + &"[".repeat(50_000),
        "<".repeat(50_000),
    ];
    for text in HOSTILE.into_iter().chain(long.iter().map(String::as_str)) {
        for file in [
            "roles/backend-developer.md",
            "snippets/titles.md",
            "site.toml",
        ] {
            editor.change_or_open(file, text);
            for (line, character) in [(0, 0), (1, 3), (2, 9), (3, 12), (99, 99_999)] {
                for method in ["completion", "hover", "definition", "prepareRename"] {
                    editor.ask(&format!("textDocument/{method}"), file, line, character);
                }
            }
            let end = json!({ "line": 99, "character": 0 });
            let all = json!({
                "textDocument": { "uri": editor.uri(file) },
                "position": { "line": 1, "character": 2 },
                "range": { "start": { "line": 0, "character": 0 }, "end": end },
                "context": { "diagnostics": [], "includeDeclaration": true },
                "newName": "x",
            });
            for method in ["references", "documentSymbol", "codeAction", "rename"] {
                editor.request(&format!("textDocument/{method}"), all.clone());
            }
        }
        editor.told("roles/backend-developer.md");
    }
    assert_eq!(editor.end(), (Some(0), String::new()));
}
