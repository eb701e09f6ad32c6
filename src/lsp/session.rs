//! A conversation: what each message of the editor's program does, and what it is answered.

mod answer;
mod begin;

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;

use gen_lsp_types as lsp;
use lsp::json_rpc::{Error, Id, RequestObject, ResponseObject};
use lsp::{ErrorCodes, LspNotificationMethod, LspRequestMethod};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::desk::{Buffer, Desk};
use super::lines::Lines;
use super::publish::Published;
use super::surveyor::Order;
use super::{Ended, wire};
use crate::content::Survey;
use answer::answer;

/// How far a conversation has come.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// Nobody has said `initialize`.
    New,
    Open,
    /// Somebody has said `shutdown`.
    Over,
}

/// The state of a conversation.
pub struct Session<W> {
    output: W,
    desk: Desk,
    orders: Sender<Order>,
    published: Published,
    stage: Stage,
    /// Whether the editor's program can tell of files that change on disk.
    watches: bool,
}

impl<W: Write> Session<W> {
    pub fn new(output: W, desk: Desk, orders: Sender<Order>) -> Self {
        Session {
            output,
            desk,
            orders,
            published: Published::default(),
            stage: Stage::New,
            watches: false,
        }
    }

    /// Takes in a message and answers it; gives how the conversation ends, if this ends it.
    ///
    /// # Errors
    ///
    /// If nobody reads the answer.
    pub fn receive(&mut self, bytes: &[u8]) -> io::Result<Option<Ended>> {
        let Ok(message) = serde_json::from_slice::<Value>(bytes) else {
            let error = error(ErrorCodes::ParseError, "this is not JSON");
            self.send(&ResponseObject::from_error(Id::Null, error))?;
            return Ok(None);
        };
        // An answer to what we have asked: there is nothing to do about it.
        if message.is_object() && message.get("method").is_none() {
            return Ok(None);
        }
        let Ok(message) = serde_json::from_value::<RequestObject>(message) else {
            let error = error(ErrorCodes::InvalidRequest, "this is not a message");
            self.send(&ResponseObject::from_error(Id::Null, error))?;
            return Ok(None);
        };
        let (method, id, params) = message.into_parts();
        let params = params.unwrap_or(Value::Null);
        match id {
            Some(id) => {
                let answer = self.request(id, &method, params);
                self.send(&answer)?;
                Ok(None)
            }
            None => self.notification(&method, params),
        }
    }

    /// Takes in what the folder holds now, and tells what is wrong with it.
    ///
    /// # Errors
    ///
    /// If nobody listens.
    pub fn surveyed(&mut self, survey: Result<Box<Survey>, String>) -> io::Result<()> {
        match survey {
            Ok(survey) => {
                self.desk.survey = *survey;
                self.publish()
            }
            Err(why) => self.notify::<lsp::LogMessageNotification>(lsp::LogMessageParams {
                kind: lsp::MessageType::Error,
                message: format!("the content stays as it was: {why}"),
            }),
        }
    }

    /// How the conversation ends if the pipe does, for a reason if that is a mistake.
    pub fn close(&self, why: Option<String>) -> Ended {
        match (why, self.stage) {
            (None, Stage::Over) => Ended::InOrder,
            (None, _) => Ended::Early("the editor has gone without `shutdown`".to_owned()),
            (Some(why), _) => Ended::Early(format!("the editor cannot be understood: {why}")),
        }
    }

    fn request(&mut self, id: Id, method: &str, params: Value) -> ResponseObject {
        let method = LspRequestMethod::from(method);
        let refused = |id, code, words: &str| ResponseObject::from_error(id, error(code, words));
        match (self.stage, &method) {
            (Stage::New, LspRequestMethod::Initialize) => {
                let result = self.initialize(&params);
                return ResponseObject::from_success::<lsp::InitializeRequest>(id, result);
            }
            (Stage::New, _) => {
                let words = "`initialize` comes first";
                return refused(id, ErrorCodes::ServerNotInitialized, words);
            }
            (Stage::Open, LspRequestMethod::Shutdown) => {
                self.stage = Stage::Over;
                return ResponseObject::from_success::<lsp::ShutdownRequest>(id, ());
            }
            (Stage::Over, _) | (_, LspRequestMethod::Initialize) => {
                let words = "this is not the time for it";
                return refused(id, ErrorCodes::InvalidRequest, words);
            }
            _ => {}
        }
        let desk = &self.desk;
        // A question changes nothing, so that nothing is left half done.
        let answer = AssertUnwindSafe(|| answer(desk, id.clone(), &method, params));
        catch_unwind(answer).unwrap_or_else(|_| {
            let words = "the program failed on this: please report it";
            refused(id, ErrorCodes::InternalError, words)
        })
    }

    fn notification(&mut self, method: &str, params: Value) -> io::Result<Option<Ended>> {
        use LspNotificationMethod as Method;
        match (self.stage, LspNotificationMethod::from(method)) {
            (Stage::Over, Method::Exit) => return Ok(Some(Ended::InOrder)),
            (_, Method::Exit) => {
                let why = "the editor says `exit` without `shutdown`";
                return Ok(Some(Ended::Early(why.to_owned())));
            }
            (Stage::Open, Method::Initialized) => self.begin()?,
            (Stage::Open, Method::TextDocumentDidOpen) => self.open(params),
            (Stage::Open, Method::TextDocumentDidChange) => self.change(params),
            (Stage::Open, Method::TextDocumentDidClose) => self.shut(params),
            (Stage::Open, Method::TextDocumentDidSave | Method::WorkspaceDidChangeWatchedFiles) => {
                self.order()
            }
            _ => {}
        }
        Ok(None)
    }

    fn open(&mut self, params: Value) {
        let Some(lsp::DidOpenTextDocumentParams { text_document }) = read(params) else {
            return;
        };
        let Some(file) = self.desk.root.file(&text_document.uri) else {
            return;
        };
        let buffer = Buffer {
            uri: text_document.uri,
            version: text_document.version,
            text: text_document.text,
        };
        self.desk.buffers.insert(file, buffer);
        self.order();
    }

    fn change(&mut self, params: Value) {
        let Some(change) = read::<lsp::DidChangeTextDocumentParams>(params) else {
            return;
        };
        let uri = &change.text_document.text_document_identifier.uri;
        let file = self.desk.root.file(uri);
        let buffer = file.and_then(|file| self.desk.buffers.get_mut(&file));
        let Some(buffer) = buffer else {
            return;
        };
        buffer.version = change.text_document.version;
        for change in change.content_changes {
            use lsp::TextDocumentContentChangeEvent as Change;
            match change {
                Change::TextDocumentContentChangeWholeDocument(whole) => buffer.text = whole.text,
                Change::TextDocumentContentChangePartial(part) => {
                    let span = Lines::of(&buffer.text).span(&part.range);
                    buffer.text.replace_range(span, &part.text);
                }
            }
        }
        self.order();
    }

    fn shut(&mut self, params: Value) {
        let Some(lsp::DidCloseTextDocumentParams { text_document }) = read(params) else {
            return;
        };
        if let Some(file) = self.desk.root.file(&text_document.uri) {
            self.desk.buffers.remove(&file);
            self.order();
        }
    }

    /// Has the folder read as it is now.
    fn order(&self) {
        // The thread that reads ends with this program.
        let _ = self.orders.send(self.desk.unsaved());
    }

    fn publish(&mut self) -> io::Result<()> {
        for news in self.published.news(&self.desk) {
            self.notify::<lsp::PublishDiagnosticsNotification>(news)?;
        }
        Ok(())
    }

    fn notify<N: lsp::Notification>(&mut self, params: N::Params) -> io::Result<()> {
        self.send(&RequestObject::from_notification::<N>(params))
    }

    fn send(&mut self, message: &impl Serialize) -> io::Result<()> {
        wire::write(&mut self.output, message)
    }
}

/// Parts of a message; nothing if they are not what they should be.
fn read<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}

fn error(code: ErrorCodes, words: &str) -> Error {
    Error {
        code,
        message: words.to_owned(),
        data: None,
    }
}
