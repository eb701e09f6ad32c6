//! An editor's program for tests: it opens texts, asks, and hears what is wrong.

use std::collections::HashMap;
use std::fs;
use std::io::{BufReader, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::serving::{PATIENCE, name, program};

pub struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    folder: PathBuf,
    /// The version of each text that is open.
    versions: HashMap<String, i32>,
    asked: i32,
    /// What is wrong with each file, and of which version, in the order in which it was told.
    told: Vec<(String, Value)>,
}

impl Editor {
    /// Starts the program on a folder and greets it.
    pub fn start(folder: &TempDir) -> Self {
        let greeting = json!({ "processId": null, "rootUri": null, "capabilities": {} });
        Editor::greeting(folder, greeting)
    }

    /// Starts the program on a folder and says this.
    pub fn greeting(folder: &TempDir, greeting: Value) -> Self {
        let mut editor = Editor::silent(folder);
        let answer = editor.request("initialize", greeting);
        assert_eq!(answer["result"]["serverInfo"]["name"], "career-guide");
        assert_eq!(
            answer["result"]["capabilities"]["positionEncoding"],
            "utf-16"
        );
        editor.tell("initialized", json!({}));
        editor
    }

    /// Starts the program on a folder.
    pub fn silent(folder: &TempDir) -> Self {
        let mut command = program(&["lsp", "--content", name(folder)]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Editor {
            input: child.stdin.take(),
            child,
            messages,
            folder: folder.path().canonicalize().unwrap(),
            versions: HashMap::new(),
            asked: 0,
            told: Vec::new(),
        }
    }

    pub fn uri(&self, file: &str) -> String {
        format!("file://{}/{file}", self.folder.display())
    }

    pub fn on_disk(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap()
    }

    /// What stands in a range of a file on disk.
    pub fn written(&self, file: &str, range: &Value) -> String {
        let text = self.on_disk(file);
        let offset = |end: &str| {
            let number = |name: &str| range[end][name].as_u64().unwrap() as usize;
            let lines = text.split_inclusive('\n').take(number("line"));
            lines.map(str::len).sum::<usize>() + number("character")
        };
        text[offset("start")..offset("end")].to_owned()
    }

    /// Sends bytes as they are.
    pub fn send(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        // A program that has ended reads nothing.
        let _ = input.write_all(bytes).and_then(|()| input.flush());
    }

    pub fn post(&mut self, message: &Value) {
        let text = message.to_string();
        self.send(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        self.post(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and waits for the answer.
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.post(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.next();
            if message["id"] == id {
                return message;
            }
        }
    }

    /// The next message; what it says of mistakes is kept.
    pub fn next(&mut self) -> Value {
        let message = self.messages.recv_timeout(PATIENCE).expect("it goes on");
        if message["method"] == "textDocument/publishDiagnostics" {
            let params = message["params"].clone();
            let uri = params["uri"].as_str().unwrap().to_owned();
            self.told.push((uri, params));
        }
        message
    }

    pub fn open(&mut self, file: &str, text: &str) {
        self.versions.insert(file.to_owned(), 1);
        let document = json!({
            "uri": self.uri(file), "languageId": "markdown", "version": 1, "text": text,
        });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub fn change(&mut self, file: &str, text: &str) {
        let version = self.versions[file] + 1;
        self.versions.insert(file.to_owned(), version);
        let document = json!({ "uri": self.uri(file), "version": version });
        let changes = json!([{ "text": text }]);
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.tell("textDocument/didChange", params);
    }

    /// Changes one range of a text.
    pub fn change_part(&mut self, file: &str, range: Value, text: &str) {
        let version = self.versions[file] + 1;
        self.versions.insert(file.to_owned(), version);
        let document = json!({ "uri": self.uri(file), "version": version });
        let changes = json!([{ "range": range, "text": text }]);
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.tell("textDocument/didChange", params);
    }

    pub fn change_or_open(&mut self, file: &str, text: &str) {
        match self.versions.contains_key(file) {
            true => self.change(file, text),
            false => self.open(file, text),
        }
    }

    pub fn close(&mut self, file: &str) {
        self.versions.remove(file);
        let document = json!({ "uri": self.uri(file) });
        self.tell("textDocument/didClose", json!({ "textDocument": document }));
    }

    /// What is wrong with a file, the next time that it is told.
    pub fn told(&mut self, file: &str) -> Value {
        let uri = self.uri(file);
        loop {
            if let Some(at) = self.told.iter().position(|(told, _)| *told == uri) {
                let (_, params) = self.told.remove(at);
                let version = self.versions.get(file);
                assert_eq!(params["version"].as_i64(), version.map(|it| i64::from(*it)));
                return params["diagnostics"].clone();
            }
            self.next();
        }
    }

    /// Asks about a place of an open text.
    pub fn ask(&mut self, method: &str, file: &str, line: usize, character: usize) -> Value {
        let params = json!({
            "textDocument": { "uri": self.uri(file) },
            "position": { "line": line, "character": character },
        });
        self.request(method, params)["result"].clone()
    }

    /// Asks about the `|` of a text, which is opened for it.
    pub fn ask_at(&mut self, method: &str, file: &str, text: &str) -> Value {
        let (before, after) = text.split_once('|').unwrap();
        self.change_or_open(file, &[before, after].concat());
        let line = before.matches('\n').count();
        let last = before.rsplit('\n').next().unwrap_or_default();
        self.ask(method, file, line, last.encode_utf16().count())
    }

    /// Ends the conversation in order, and returns the exit code and what was written to standard
    /// error.
    pub fn end(mut self) -> (Option<i32>, String) {
        assert_eq!(self.request("shutdown", Value::Null)["result"], Value::Null);
        self.tell("exit", Value::Null);
        self.ended()
    }

    /// Says nothing more.
    pub fn hang_up(&mut self) {
        self.input = None;
    }

    /// The exit code, and what was written to standard error.
    pub fn ended(mut self) -> (Option<i32>, String) {
        let mut log = String::new();
        let stderr = self.child.stderr.as_mut().unwrap();
        stderr.read_to_string(&mut log).unwrap();
        (self.child.wait().unwrap().code(), log)
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // Both fail if it has ended already, which is as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The next message of a pipe.
fn read(output: &mut impl std::io::BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            line => {
                let (_, number) = line.split_once(": ").unwrap();
                length = number.parse().unwrap();
            }
        }
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).ok()?;
    Some(serde_json::from_slice(&bytes).unwrap())
}
