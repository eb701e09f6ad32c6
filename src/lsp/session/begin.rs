//! The beginning of a conversation: what each side can do.

use std::io::{self, Write};

use gen_lsp_types as lsp;
use lsp::json_rpc::{Id, RequestObject};
use serde_json::{Value, json};

use super::{Session, Stage};
use crate::lsp::complete::TRIGGERS;

impl<W: Write> Session<W> {
    /// Notes what the editor's program can do, and says what this one can. What it says of itself is
    /// read part by part: a part that nobody knows is no reason to fail.
    pub(super) fn initialize(&mut self, params: &Value) -> lsp::InitializeResult {
        self.stage = Stage::Open;
        let can = |pointer: &str| params.pointer(pointer) == Some(&Value::Bool(true));
        self.desk.has_snippets =
            can("/capabilities/textDocument/completion/completionItem/snippetSupport");
        self.watches = can("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration");
        for pointer in ["/rootUri", "/workspaceFolders/0/uri"] {
            if let Some(uri) = params.pointer(pointer).and_then(Value::as_str) {
                self.desk.root.respell(uri);
            }
        }
        lsp::InitializeResult {
            capabilities: capabilities(),
            server_info: Some(lsp::ServerInfo {
                name: "career-guide".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        }
    }

    /// Tells what is wrong already, and asks to be told of files that change on disk.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        self.publish()?;
        if !self.watches {
            return Ok(());
        }
        let pattern = self.desk.root.pattern();
        let watchers = json!({ "watchers": [{ "globPattern": pattern }] });
        let registration = lsp::Registration {
            id: "files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: Some(watchers),
        };
        let params = lsp::RegistrationParams {
            registrations: vec![registration],
        };
        let id = Id::String("files".to_owned());
        self.send(&RequestObject::from_request::<lsp::RegistrationRequest>(
            id, params,
        ))
    }
}

fn capabilities() -> lsp::ServerCapabilities {
    lsp::ServerCapabilities {
        position_encoding: Some(lsp::PositionEncodingKind::UTF16),
        text_document_sync: Some(
            lsp::TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(lsp::TextDocumentSyncKind::Full),
                save: Some(lsp::Save::Bool(true)),
                ..lsp::TextDocumentSyncOptions::default()
            }
            .into(),
        ),
        completion_provider: Some(lsp::CompletionOptions {
            trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
            ..lsp::CompletionOptions::default()
        }),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        code_action_provider: Some(
            lsp::CodeActionOptions {
                code_action_kinds: Some(vec![lsp::CodeActionKind::QuickFix]),
                ..lsp::CodeActionOptions::default()
            }
            .into(),
        ),
        rename_provider: Some(
            lsp::RenameOptions {
                prepare_provider: Some(true),
                ..lsp::RenameOptions::default()
            }
            .into(),
        ),
        ..lsp::ServerCapabilities::default()
    }
}
